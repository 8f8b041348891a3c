import type { Dialogue } from "../cli/dialogue.ts";
import type { Io } from "../cli/io.ts";
import { environmentError, UserError, usageError } from "../cli/user-error.ts";
import { printedPath } from "../files/paths.ts";
import { kindOfPath } from "../files/read.ts";
import { writeFiles } from "../files/write.ts";
import { type OpenQualification, openQualification, withUnit } from "../scaffold/add-to-group.ts";
import { askForAnswers, completeAnswers, plain } from "../scaffold/ask-for-answers.ts";
import { type ChosenGroup, chooseGroup } from "../scaffold/choose-group.ts";
import type { Answers, Draft, Question } from "../scaffold/define-draft.ts";
import { drafts } from "../scaffold/index.ts";
import { judge, type Site } from "../scaffold/judge.ts";
import { openSite } from "../scaffold/open-site.ts";
import { writeDraft } from "../scaffold/write-draft.ts";
import { suggest } from "../text/suggest.ts";
import { code, joinWords } from "../text/words.ts";
import { brokenWorkspace } from "./broken-workspace.ts";
import { forReader } from "./give-report.ts";
import type { NewOptions } from "./new.ts";
import { showDraft, tellDraft } from "./tell-draft.ts";

/** Options that are no answers. */
const manners = ["in", "group", "folder", "force", "dryRun"];

/** Asks, judges, and writes all or nothing. @throws UserError */
export async function beginFile(io: Io, kind: string, options: NewOptions): Promise<void> {
  const draft = draftNamed(kind);
  const given = answersIn(options, draft);
  const { in: home, group, folder = null, force: isForced = false, dryRun = false } = options;
  refuseGroup(draft, home, group);
  const site = await openSite(io, { kind: draft.kind, folder, isForced });
  if (site === null) throw new UserError(brokenWorkspace.message, brokenWorkspace.exitCode);
  // Before a question is answered in vain.
  const open = home === undefined ? null : await openQualification(home, site.inventory);
  const { answers, chosen } = await allAnswers(io, draft, given, { site, open, group: group ?? null });
  const id = answers["id"] ?? "";
  const path = site.pathOf(id);
  const printed = printedPath(path, io.cwd);
  const text = writeDraft(draft, answers, site);
  const changed = chosen === null ? null : withUnit(chosen.open, chosen.group, id);
  if (dryRun) return showDraft(io, text, chosen, changed);
  const file = { path, printed, bytes: Buffer.from(text) };
  writeFiles(changed === null ? [file] : [file, changed]);
  await tellDraft(io, file, chosen);
}

interface Around {
  readonly site: Site;
  /** The qualification that was named. */
  readonly open: OpenQualification | null;
  readonly group: string | null;
}

interface Answered {
  readonly answers: Answers;
  readonly chosen: ChosenGroup | null;
}

async function allAnswers(io: Io, draft: Draft, given: Answers, around: Around): Promise<Answered> {
  const { answers, open } = completeAnswers(draft, given);
  if (open.length === 0) {
    const chosen = await chooseGroup(around, null);
    await refuseAnswers(io, draft, answers, around.site);
    return { answers, chosen };
  }
  if (io.openDialogue === undefined) throw missing(open, draft);
  const dialogue = await io.openDialogue();
  try {
    return await converse(io, dialogue, draft, given, around);
  } finally {
    dialogue.close();
  }
}

async function converse(io: Io, dialogue: Dialogue, draft: Draft, given: Answers, around: Around): Promise<Answered> {
  const say = (message: string) => io.err.write(`${forReader(message, io.err)}\n`);
  // What was typed as an option is wrong now, and not once everything else is answered.
  const known = await judge(io, draft, given, around.site);
  refuseAll(known.filter(({ isError }) => isError));
  say("Enter takes what stands in [brackets]; Ctrl+C stops, and nothing is written.");
  const asking = { ask: dialogue.ask, say, judge: (sofar: Answers) => judge(io, draft, sofar, around.site) };
  const answers = await askForAnswers(draft, given, asking);
  if (answers === null) throw stopped(io);
  const chosen = draft.kind === "unit" ? await chooseGroup(around, asking) : null;
  if (chosen === "stopped") throw stopped(io);
  return { answers, chosen };
}

/** What is wrong with answers that nobody can be asked about again; what a reader would ask is only told. */
async function refuseAnswers(io: Io, draft: Draft, answers: Answers, site: Site): Promise<void> {
  const path = site.pathOf(answers["id"] ?? "");
  if (kindOfPath(path) !== "nothing" && !site.isForced) {
    throw environmentError(
      `Nothing was written: ${printedPath(path, io.cwd)} is there already; choose another ${code("--id")}, or overwrite it with ${code("--force")}`,
    );
  }
  const objections = await judge(io, draft, answers, site);
  refuseAll(objections.filter(({ isError }) => isError));
  for (const { question, message } of objections)
    io.err.write(`${forReader(`${flagOf(question.name)}: ${message}`, io.err)}\n`);
}

function refuseAll(objections: Awaited<ReturnType<typeof judge>>): void {
  const lines = objections.map(({ question, message }) => `${code(flagOf(question.name))}: ${message}`);
  if (lines.length > 0) throw usageError(lines.join("\n"));
}

function draftNamed(kind: string): Draft {
  const draft = drafts.find((one) => one.kind === kind);
  if (draft !== undefined) return draft;
  const names = drafts.map((one) => one.kind);
  const meant = suggest(kind, names);
  const how = meant === null ? `expected ${joinWords(names.map(code), "or")}` : `did you mean ${code(meant)}?`;
  throw usageError(`Unknown kind ${code(kind)}; ${how}`);
}

/** @throws UserError for an answer to what nobody asks of this kind, and for an empty one */
function answersIn(options: NewOptions, draft: Draft): Answers {
  const names = draft.questions.map(({ name }) => name);
  const given = Object.entries(options).flatMap(([name, value]) =>
    typeof value !== "string" || manners.includes(name) ? [] : [[name, plain(value)] as const],
  );
  for (const [name, value] of given) {
    const flag = code(flagOf(name));
    if (!names.includes(name))
      throw usageError(`Unexpected ${flag}, which a ${draft.kind} does not have; leave it out`);
    if (value === "") throw usageError(`${flag} is empty, expected the answer after it`);
  }
  return Object.fromEntries(given);
}

function refuseGroup({ kind }: Draft, home: string | undefined, group: string | undefined): void {
  const flag = home === undefined ? "--group" : "--in";
  if (kind !== "unit" && (home ?? group) !== undefined)
    throw usageError(`Unexpected ${code(flag)}, which is for units; leave it out`);
  if (home === undefined && group !== undefined)
    throw usageError(
      `Unexpected ${code(flag)} without ${code("--in")}; add ${code("--in")} with the id of the qualification`,
    );
}

/** What follows from another answer that is missing, too, need not be given. */
function missing(open: readonly Question[], { kind }: Draft): UserError {
  const unknown = open.filter(({ suggests }) => suggests === undefined);
  const said = joinWords((unknown.length === 0 ? open : unknown).map(({ name }) => code(flagOf(name))));
  return usageError(
    `Missing ${said}, expected an answer after each, since nobody can be asked here; ${code("qualspec new --help")} says what they are, and on a terminal ${code(`qualspec new ${kind}`)} asks`,
  );
}

/** The terminal still stands behind the question. */
function stopped(io: Io): UserError {
  io.err.write("\n");
  return environmentError("Stopped: nothing was written");
}

/** `--total-hours` of `totalHours`. */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}
