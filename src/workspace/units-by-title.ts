import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { replacement } from "../diagnostics/fix.ts";
import type { UnitShape } from "../schema/shapes.ts";
import { code, excerpt } from "../text/words.ts";
import type { Library } from "./library.ts";

/** Where a group names its units. */
const unitOfGroup = /^\/rulesOfCombination\/groups\/\d+\/units\/\d+$/u;

/** The findings, those about a title in place of an id with the id of the unit that has the title. */
export async function nameUnitsByTitle(
  library: Library,
  findings: readonly Diagnostic[],
): Promise<readonly Diagnostic[]> {
  if (!findings.some(isTitle)) return findings;
  const ids = new Map<string, string[]>();
  for (const path of library.paths()) {
    const { sound } = await library.read(path, false);
    if (sound?.kind !== "unit") continue;
    const { id, title } = sound.spec.data as UnitShape;
    ids.set(folded(title), [...(ids.get(folded(title)) ?? []), id]);
  }
  return findings.map((one) => {
    const [id, ...others] = isTitle(one) ? (ids.get(folded(written(one))) ?? []) : [];
    if (id === undefined) return one;
    const message = `Unexpected title ${excerpt(written(one), 40)}, expected the id of the unit; did you mean ${code(id)}?`;
    const fix = others.length === 0 ? { fix: replacement(`Write ${code(id)}`, one.place, id) } : {};
    return { ...one, message, ...fix };
  });
}

function isTitle({ rule, place }: Diagnostic): boolean {
  return rule === "wrong-form" && unitOfGroup.test(place.pointer);
}

function written({ place }: Diagnostic): string {
  return place.file.text.slice(place.start, place.end);
}

function folded(title: string): string {
  return title
    .replace(/^["'“‘]|["'”’]$/gu, "")
    .trim()
    .toLowerCase();
}
