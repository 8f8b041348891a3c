import { code, countOf, joinWords } from "../text/words.ts";

/** What a rename did, or would do. */
export interface RenameReport {
  /** What was renamed, in words: "unit". */
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** The specification that it is a part of; null for one itself. */
  readonly within: string | null;
  readonly files: readonly RenamedFile[];
  /** The files that list the old name as retired now. */
  readonly retiredIn: readonly string[];
  /** Whether people's answers and decisions are kept under such a name. */
  readonly keepsRecords: boolean;
  /** Whether papers with the old name have been issued. */
  readonly isPublished: boolean;
}

export interface RenamedFile {
  readonly path: string;
  /** Its new name; null where it keeps the one that it has. */
  readonly movedTo: string | null;
  /** The places in it that have the new name. */
  readonly places: number;
}

/** For people: what was done, file by file, and what follows from it. */
export function prettyRenamed(report: RenameReport): string {
  const { what, from, to, within, files, retiredIn } = report;
  const places = files.reduce((sum, one) => sum + one.places, 0);
  const widest = Math.max(...files.map(({ path }) => path.length));
  const where = within === null ? "" : ` of ${code(within)}`;
  return [
    `Renamed the ${what} ${code(from)}${where} to ${code(to)}: ${countOf(places, "place")} in ${countOf(files.length, "file")}.`,
    ...files.map((one) => `  ${one.path.padEnd(widest)}  ${whatInFile(one, retiredIn)}`),
    ...afterwards(report),
    "",
  ].join("\n");
}

function whatInFile({ path, places, movedTo }: RenamedFile, retiredIn: readonly string[]): string {
  const done = [
    ...(places === 0 ? [] : [countOf(places, "place")]),
    ...(retiredIn.includes(path) ? ["the old name in `retired`"] : []),
    ...(movedTo === null ? [] : [`is now ${movedTo}`]),
  ];
  return done.length === 0 ? "what took the place of the old name" : joinWords(done);
}

/** Papers that are out keep the old name: who renames has to know what that means. */
export function afterwards({ what, from, keepsRecords, isPublished, retiredIn }: RenameReport): readonly string[] {
  if (!isPublished) return [];
  return [
    ...(keepsRecords
      ? [
          `${code(from)} stands in what has been published: what people saved in papers with that name is kept under it, and not found under the new one.`,
        ]
      : []),
    ...(retiredIn.length > 0
      ? [
          `The old name is retired: nothing else can ever be taken for that ${what}. Where nobody has a paper with it, take it out of ${code("retired")} again.`,
        ]
      : []),
  ];
}

export function jsonRenamed({ what, from, to, within, files, retiredIn, isPublished }: RenameReport) {
  return { renamed: { what, from, to, within, published: isPublished }, files, retiredIn };
}
