import type { Corpus } from "../model/corpus.ts";
import type { Framework, Origin, Unit } from "../model/types.ts";
import type { Maps } from "../model/written-maps.ts";
import { writtenMaps } from "../model/written-maps.ts";

/** A framework that a unit, an outcome or a criterion is mapped to, and the thing whose `maps` say so. */
export interface Mapping {
  readonly origin: Origin;
  readonly maps: Maps;
  readonly frameworkId: string;
  readonly nodeIds: readonly string[];
  /** null where there is no such framework; its file may be broken, and have findings of its own. */
  readonly framework: Framework | "broken" | null;
}

/** Every mapping that stands in a unit: what is inherited is said once, where it is written. */
export function mappingsOf(unit: Unit, corpus: Corpus): readonly Mapping[] {
  return writtenMaps(unit.source).flatMap(({ path, maps }) =>
    Object.entries(maps).map(([frameworkId, nodeIds]) => {
      const found = corpus.find(frameworkId);
      return {
        origin: { ...unit.origin, path: [...unit.origin.path, ...path] },
        maps,
        frameworkId,
        nodeIds,
        framework: found === null || found === "broken" || found.type === "framework" ? found : null,
      };
    }),
  );
}
