import { unitMentions } from "../model/unit-mentions.ts";
import { mappedFrameworks } from "../model/written-maps.ts";
import type { FrameworkShape, InlineUnitShape, QualificationShape } from "../schema/shapes.ts";
import type { SpecFile } from "../source/spec-file.ts";
import type { Library, Lookup } from "./library.ts";
import type { ReadFile } from "./read-file.ts";

/** The files that were asked for and everything that they use, and what each id in them leads to. */
export interface Used {
  readonly files: readonly ReadFile[];
  readonly lookups: ReadonlyMap<string, Lookup>;
}

/**
 * Follows every reference, from qualifications to units, from units to frameworks and from these to their other versions;
 * and what `ids` name, as if something used it.
 */
export async function gatherUsed(
  library: Library,
  asked: readonly ReadFile[],
  ids: readonly string[] = [],
): Promise<Used> {
  const files = new Set(asked);
  const lookups = new Map<string, Lookup>();
  const queue = [...asked];
  const meet = (file: ReadFile) => {
    if (files.has(file)) return;
    files.add(file);
    queue.push(file);
  };
  const lookUp = async (id: string) => {
    if (lookups.has(id)) return;
    const found = await library.find(id);
    lookups.set(id, found);
    for (const other of found.files) meet(other);
  };
  for (const id of ids) await lookUp(id);
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    for (const id of referencesOf(file)) await lookUp(id);
    for (const newer of file.sound?.kind === "framework" ? await library.findNewer(file) : []) meet(newer);
  }
  return { files: [...files], lookups };
}

const known = new WeakMap<SpecFile, readonly string[]>();

/** The ids that a file refers to: of units, and of frameworks. */
export function referencesOf(file: ReadFile): readonly string[] {
  if (file.sound === null) return [];
  const ids = known.get(file.sound.spec) ?? idsIn(file.sound);
  known.set(file.sound.spec, ids);
  return ids;
}

function idsIn({ kind, spec }: NonNullable<ReadFile["sound"]>): readonly string[] {
  if (kind === "framework") return replacedBy(spec.data as FrameworkShape);
  if (kind === "unit") return mappedFrameworks(spec.data as InlineUnitShape);
  const source = spec.data as QualificationShape;
  const inline = source.units ?? [];
  const inlineIds = new Set(inline.map((unit) => unit.id));
  const units = [...new Set(unitIdsOf(source))].filter((id) => !inlineIds.has(id));
  return [...units, ...inline.flatMap(mappedFrameworks)];
}

/** Every unit id that the qualification names, whatever for. */
function unitIdsOf(source: QualificationShape): readonly string[] {
  const groups = source.rulesOfCombination?.groups ?? [];
  return [...groups.flatMap((group) => group.units ?? []), ...unitMentions(source).map(({ id }) => id)];
}

/** The older version that a framework takes the place of. */
function replacedBy({ replaces = "none" }: FrameworkShape): readonly string[] {
  return replaces === "none" ? [] : [replaces];
}
