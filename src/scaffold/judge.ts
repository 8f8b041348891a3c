import type { Io } from "../cli/io.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { code } from "../text/words.ts";
import { check } from "../workspace/check.ts";
import type { holdersAmong, KnownFile } from "../workspace/inventory.ts";
import type { Answers, Draft, Question } from "./define-draft.ts";
import { type Setting, writeDraft } from "./write-draft.ts";

/** Something that is wrong with the answers, and with which of them it shows. */
export interface Objection {
  readonly question: Question;
  /** The answers that it contradicts: which of them is wrong, only the author knows. */
  readonly against: readonly Question[];
  /** As `check` says it. */
  readonly message: string;
  /** Otherwise a reader would ask, and the author may have a reason. */
  readonly isError: boolean;
}

/** Where a draft is to stand, and beside what. */
export interface Site extends Setting {
  /** Absolute, for a draft of that id. */
  readonly pathOf: (id: string) => string;
  readonly inventory: readonly KnownFile[];
  /** Who has an id there. */
  readonly holderOf: ReturnType<typeof holdersAmong>;
  /** Whether a file that is there may be overwritten. */
  readonly isForced: boolean;
}

/** What `check` would say of the answers that are there, were they a file of the workspace. */
export async function judge(io: Io, draft: Draft, answers: Answers, site: Site): Promise<readonly Objection[]> {
  const taken = await objectionToId(draft, answers, site);
  const path = site.pathOf(taken === null ? (answers["id"] ?? "draft") : "draft");
  const text = Buffer.from(writeDraft(draft, { ...assumed, ...answers }, site));
  const { findings } = await check({ ...io, readStdin: async () => text }, ["-"], { stdinName: path });
  const found = findings.flatMap((one) => {
    const question = questionOf(one.place, draft, answers);
    const against = one.related.flatMap(({ place }) => questionOf(place, draft, answers) ?? []);
    return question === undefined
      ? []
      : [{ question, against, message: one.message, isError: one.severity === "error" }];
  });
  return taken === null ? found : [taken, ...found.filter(({ question }) => question !== taken.question)];
}

/** Without a title and an id no rule would be asked; and what is asked later is no fault of what was answered. */
const assumed: Answers = { title: "A draft", id: "draft", edition: "1", publisher: "A draft" };

/** Files refer to each other by ids: whose it is, or was, it stays. */
async function objectionToId(draft: Draft, { id }: Answers, site: Site): Promise<Objection | null> {
  const question = draft.questions.find(({ name }) => name === "id");
  if (id === undefined || question === undefined) return null;
  const holder = await site.holderOf(id);
  const isOwn = holder !== null && !holder.isRetired && holder.file.path === site.pathOf(id);
  if (holder === null || (isOwn && site.isForced)) return null;
  const file = code(holder.file.printed);
  const message = holder.isRetired
    ? `Unexpected id ${code(id)}, which is retired in ${file} and may not come back; choose a new one`
    : `Unexpected id ${code(id)}, which ${file} has already; choose another`;
  return { question, against: [], message, isError: true };
}

function questionOf(place: Place, { questions }: Draft, answers: Answers): Question | undefined {
  return questions.find(
    ({ name, pointer }) => answers[name] !== undefined && `${place.pointer}/`.startsWith(`${pointer}/`),
  );
}
