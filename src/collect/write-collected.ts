import { basename, dirname } from "node:path";
import { resolvePath } from "../files/paths.ts";
import { makeFiles } from "../papers/make-files.ts";
import type { Making } from "../papers/making.ts";
import type { LearnerRecord } from "../record/learner-record.ts";
import type { Collected, Collection } from "./collect.ts";
import type { LearnerRows } from "./join-records.ts";
import { markSheet } from "./mark-sheet.ts";

export interface WhereTo {
  /** The folder of records, as typed; null for none. */
  readonly out: string | null;
  /** The file of the mark sheet, as typed; null for none. */
  readonly csv: string | null;
  readonly isForced: boolean;
  readonly cwd: string;
}

export interface WrittenFile {
  /** As printed. */
  readonly path: string;
  readonly status: "written" | "unchanged";
  /** The file that it was read from, as printed; null for the mark sheet, which is of all. */
  readonly of: string | null;
}

/** Writes what was read, all or nothing, as papers are written. @throws UserError (environment) */
export async function writeCollected(
  { papers, learners }: Pick<Collection, "papers" | "learners">,
  { out, csv, isForced, cwd }: WhereTo,
): Promise<readonly WrittenFile[]> {
  const names = recordNames(papers);
  const records =
    out === null ? [] : papers.map((one, at) => recordMaking(one, names[at] ?? "", resolvePath(out, cwd)));
  const sheet = csv === null ? [] : [sheetMaking(learners, resolvePath(csv, cwd))];
  const made = await makeFiles([...records, ...sheet], { isForced, cwd, afterEach: () => false });
  return made.map(({ path, status }, at) => ({
    path,
    status,
    of: at < records.length ? (papers[at]?.file.path ?? null) : null,
  }));
}

function recordMaking({ paper: { record } }: Collected, name: string, folder: string): Making {
  return {
    folder,
    path: name,
    document: record.document,
    format: "json",
    qualification: record.specification.id,
    encode: () => new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`),
  };
}

function sheetMaking(learners: readonly LearnerRows[], path: string): Making {
  return {
    folder: dirname(path),
    path: basename(path),
    document: "mark-sheet",
    format: "csv",
    qualification: null,
    elsewhere: "name another file with --csv",
    encode: () => new TextEncoder().encode(markSheet(learners)),
  };
}

const longest = 40;

/** "Sam-Example-12345-l2-baking-learner-workbook.json", and a number behind it where two would have the same. */
export function recordNames(papers: readonly Collected[]): readonly string[] {
  const taken = new Set<string>();
  return papers.map(({ file, paper: { record } }) => {
    const base = baseName(record, file.path);
    let name = base;
    // Some machines do not tell capitals from small letters.
    for (let nth = 2; taken.has(name.toLowerCase()); nth += 1) name = `${base}-${nth}`;
    taken.add(name.toLowerCase());
    return `${name}.json`;
  });
}

function baseName({ learner, specification, document }: LearnerRecord, path: string): string {
  const who = [learner.name ?? "", learner.number ?? ""].map(plain).filter((part) => part !== "");
  const whose = who.length > 0 ? who : [plain(basename(path).replace(/\.\w+$/u, ""))];
  return [...whose, ...[specification.id, specification.unit ?? "", document].map(plain)]
    .filter((part) => part !== "")
    .join("-");
}

/** Letters and digits only, whatever a learner is called. */
function plain(text: string): string {
  const letters = text.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-");
  return [...letters]
    .slice(0, longest)
    .join("")
    .replace(/^-+|-+$/gu, "");
}
