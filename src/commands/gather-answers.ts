import type { Dialogue } from "../cli/dialogue.ts";
import { exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { environmentError, UserError, usageError } from "../cli/user-error.ts";
import { printedPath } from "../files/paths.ts";
import { kindOfPath } from "../files/read.ts";
import type { OpenQualification } from "../scaffold/add-to-group.ts";
import { askForAnswers, completeAnswers } from "../scaffold/ask-for-answers.ts";
import { type ChosenGroup, chooseGroup } from "../scaffold/choose-group.ts";
import type { Answers, Draft, Question } from "../scaffold/define-draft.ts";
import { judge, type Objection, type Site } from "../scaffold/judge.ts";
import { code, excerpt, joinWords } from "../text/words.ts";
import { flagOf } from "./answers-in.ts";
import { forReader } from "./give-report.ts";

export interface Around {
  readonly site: Site;
  /** What is wrong with the command line itself. */
  readonly slips: readonly string[];
  /** Reads the qualification that was named; null where none was. @throws UserError */
  readonly open: (() => Promise<OpenQualification>) | null;
  readonly group: string | null;
}

export interface Answered {
  readonly answers: Answers;
  readonly chosen: ChosenGroup | null;
}

/** What a command line says, where nobody can be asked. @throws UserError with all that is wrong or missing in it */
export async function complete(io: Io, draft: Draft, given: Answers, around: Around): Promise<Answered> {
  const { answers, open } = completeAnswers(draft, given);
  // A file that is there is refused at the end, and in other words.
  const there = fileThere(answers, around.site, io.cwd);
  const isSaid = ({ question }: Objection) => there !== null && question.name === "id";
  const objections = (await judgeAll(io, draft, answers, around.site)).filter((one) => !isSaid(one));
  const wrong = objections.filter(({ isError }) => isError);
  const slips = [...around.slips, ...wordsOf(wrong)];
  const home = await attempt(slips, around.open);
  const named = { ...around, open: home };
  const chosen = home === null ? null : await attempt(slips, () => chooseGroup(named, null));
  slips.push(...missing(open, draft, without(answers, wrong)));
  refuse(there === null || slips.length === 0 ? slips : [...slips, there]);
  // What a reader would ask is only told.
  for (const words of wordsOf(objections)) io.err.write(`${forReader(words, io.err)}\n`);
  return { answers, chosen };
}

/** The same, and what a person answers to the rest. @throws UserError */
export async function askPerson(io: Io, draft: Draft, given: Answers, around: Around): Promise<Answered> {
  if (io.openDialogue === undefined || completeAnswers(draft, given).open.length === 0)
    return complete(io, draft, given, around);
  // What was typed as an option is wrong now, and not once everything else is answered.
  const objections = await judgeAll(io, draft, given, around.site);
  const slips = [...around.slips, ...wordsOf(objections.filter(({ isError }) => isError))];
  const open = await attempt(slips, around.open);
  refuse(slips);
  const dialogue = await io.openDialogue();
  try {
    return await converse(io, dialogue, draft, given, { ...around, open });
  } finally {
    dialogue.close();
  }
}

async function converse(
  io: Io,
  dialogue: Dialogue,
  draft: Draft,
  given: Answers,
  around: Parameters<typeof chooseGroup>[0],
): Promise<Answered> {
  const say = (message: string) => io.err.write(`${forReader(message, io.err)}\n`);
  say("Enter takes what stands in [brackets]; Ctrl+C stops, and nothing is written.");
  const asking = { ask: dialogue.ask, say, judge: (sofar: Answers) => judge(io, draft, sofar, around.site) };
  const answers = await askForAnswers(draft, given, asking);
  if (answers === null) throw stopped(io);
  const chosen = draft.kind === "unit" ? await chooseGroup(around, asking) : null;
  if (chosen === "stopped") throw stopped(io);
  return { answers, chosen };
}

/** An answer that has not even the right shape keeps the others from being judged: they are, without it. */
async function judgeAll(io: Io, draft: Draft, answers: Answers, site: Site): Promise<readonly Objection[]> {
  const objections = await judge(io, draft, answers, site);
  const wrong = objections.filter(({ isError }) => isError);
  const rest = without(answers, wrong);
  if (wrong.length === 0 || Object.keys(rest).length === 0) return objections;
  const said = new Set(objections.map(({ message }) => message));
  const others = await judgeAll(io, draft, rest, site);
  return [...objections, ...others.filter(({ message }) => !said.has(message))];
}

/** An answer and one that it contradicts are both in doubt. */
function without(answers: Answers, wrong: readonly Objection[]): Answers {
  const names = new Set(wrong.flatMap(({ question, against }) => [question, ...against].map(({ name }) => name)));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !names.has(name)));
}

/** What to say of a file that stands where the new one would; null where nothing does. */
export function fileThere({ id }: Answers, site: Site, cwd: string): string | null {
  const path = id === undefined ? null : site.pathOf(id);
  if (path === null || kindOfPath(path) === "nothing" || site.isForced) return null;
  return `${printedPath(path, cwd)} is there already; choose another ${code("--id")}, or overwrite it with ${code("--force")}`;
}

/** Does what a command line may have asked for in vain, and adds to the slips why not. */
async function attempt<Done>(slips: string[], work: (() => Promise<Done>) | null): Promise<Done | null> {
  try {
    return work === null ? null : await work();
  } catch (error) {
    if (!(error instanceof UserError) || error.exitCode !== exitCode.usage) throw error;
    slips.push(error.message);
    return null;
  }
}

function wordsOf(objections: Awaited<ReturnType<typeof judge>>): readonly string[] {
  return objections.map(({ question, message }) => `${code(flagOf(question.name))}: ${message}`);
}

function refuse(slips: readonly string[]): void {
  if (slips.length > 0) throw usageError(slips.join("\n"));
}

/** What follows from another answer that is missing, too, need not be given. */
function missing(open: readonly Question[], { kind }: Draft, answers: Answers): readonly string[] {
  const unknown = open.filter(({ follows }) => follows === undefined || answers[follows] !== undefined);
  const flags = unknown.map(({ name }) => code(flagOf(name)));
  if (flags.length === 0) return [];
  const [each, they] = flags.length === 1 ? ["it", "it is"] : ["each", "they are"];
  const { title = "" } = answers;
  const why = unknown.some(({ name }) => name === "id")
    ? `. No id can be made of the title ${excerpt(title)}: choose a short name of letters from a to z, such as ${code("hot-drinks")}`
    : "";
  return [
    `Missing ${joinWords(flags)}, expected an answer after ${each}, since nobody can be asked here; ${code("qualspec new --help")} says what ${they}, and on a terminal ${code(`qualspec new ${kind}`)} asks${why}`,
  ];
}

/** The terminal still stands behind the question. */
function stopped(io: Io): UserError {
  io.err.write("\n");
  return environmentError("Stopped: nothing was written");
}
