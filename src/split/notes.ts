import type { Qualification, Unit } from "../model/types.ts";
import { mappedFrameworks } from "../model/written-maps.ts";
import { code, countOf, joinWords } from "../text/words.ts";
import type { KnownFile } from "../workspace/inventory.ts";

export interface Bundled {
  readonly qualification: Qualification;
  /** That of its file. */
  readonly path: string;
  /** The units that were copied. */
  readonly copied: readonly Unit[];
  readonly inventory: readonly KnownFile[];
  /** Whether the new file takes the place of that of the qualification. */
  readonly isInPlace: boolean;
  /** Whether the workspace reads the new file. */
  readonly isRead: boolean;
}

/** What whoever gets one file of several should know. */
export function notesOn(bundled: Bundled): readonly string[] {
  return [...(bundled.isRead ? twice(bundled) : copies(bundled)), ...frameworks(bundled)];
}

function copies({ copied }: Bundled): readonly string[] {
  if (copied.length === 0) return [];
  return [`It holds copies of ${countOf(copied.length, "unit")}: later changes to their own files do not reach it.`];
}

/** An id names one thing only: one of the two has to go. */
function twice({ path, copied, inventory, isInPlace }: Bundled): readonly string[] {
  const others = inventory.filter((file) => file.kind === "qualification" && file.path !== path);
  const shared = copied.filter(({ id }) =>
    others.some(({ text }) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`, "u").test(text)),
  );
  const own = copied.filter((unit) => !shared.includes(unit));
  const paths = own.map(({ origin }) => code(origin.spec.source.path));
  return [
    ...(isInPlace ? [] : ["The qualification exists twice now: keep one of its two files."]),
    ...(own.length === 0 ? [] : [`These units exist twice now: delete ${joinWords(paths)}.`]),
    ...(shared.length === 0
      ? []
      : [
          `${joinWords(shared.map(({ id }) => code(id)))} ${shared.length === 1 ? "exists" : "exist"} twice now, and other qualifications use ${shared.length === 1 ? "it" : "them"}: with both, ${code("qualspec check")} finds errors.`,
        ]),
  ];
}

function frameworks({ qualification }: Bundled): readonly string[] {
  const ids = [...new Set(qualification.units.flatMap(({ source }) => mappedFrameworks(source)))].sort();
  if (ids.length === 0) return [];
  return [`Its units are mapped to ${joinWords(ids.map(code))}, which stay in files of their own: send them with it.`];
}
