import type { Mention, SoundFile } from "../../references/mention.ts";
import type { QualificationShape } from "../../schema/shapes.ts";
import type { Path, SpecFile } from "../../source/spec-file.ts";

/** A map that has the key `retired`, or may have it. */
export interface RetiredList {
  readonly spec: SpecFile;
  readonly path: Path;
}

/** The files that list what is retired of this sort of names, and where. Groups and pathways have none. */
export function retiredLists(files: readonly SoundFile[], { of, spec, path }: Mention): readonly RetiredList[] {
  switch (of) {
    case "group":
    case "pathway":
      return [];
    case "part":
      return [{ spec, path: path[0] === "units" ? path.slice(0, 2) : [] }];
    case "entry":
      return [{ spec, path: [] }];
    default:
      return files.filter(({ kind }) => kind === "qualification").map((one) => ({ spec: one.spec, path: [] }));
  }
}

/** The file in which a name of this sort is retired, as printed; null where it is in none. */
export function whereRetired(files: readonly SoundFile[], name: Mention, to: string): string | null {
  const found = retiredLists(files, name).find((list) =>
    retiredIn(list).some((one) => one.toLowerCase() === to.toLowerCase()),
  );
  return found?.spec.source.path ?? null;
}

export function retiredIn({ spec, path }: RetiredList): readonly string[] {
  const [, at] = path;
  const data = spec.data as QualificationShape;
  return (typeof at === "number" ? data.units?.[at]?.retired : data.retired) ?? [];
}
