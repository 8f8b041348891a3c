import type { Criterion, Outcome } from "../../model/types.ts";
import { suggest } from "../../text/suggest.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { keyOf, placeOf } from "../place.ts";

interface Mapped {
  readonly origin: Criterion["origin"];
  readonly maps: Readonly<Record<string, readonly string[]>>;
}

export const mappingExists = defineRule({
  id: "mapping-exists",
  severity: "error",
  summary: "What a unit is mapped to exists in the framework that it names",
  why: "A mapping is a promise to funders and employers; one to a standard that is not there promises nothing.",
  basis: "practice",
  source: "Practice",
  serves: { ofqual: "Condition E3.3" },
  good: "# f.yaml\nkind: framework\nid: f\ntitle: F\nnodes: [{ id: data-1 }]\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - { outcome: Know A, maps: { f: [data-1] } }\n",
  bad: "# f.yaml\nkind: framework\nid: f\ntitle: F\nnodes: [{ id: data-1 }]\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - { outcome: Know A, maps: { f: [«data-2»] } }\n",
  unit: (unit, report, corpus) => {
    const places: readonly Mapped[] = [
      {
        origin: { ...unit.origin, path: [...unit.origin.path, "assessment"] },
        maps: unit.source.assessment?.maps ?? {},
      },
      ...unit.outcomes.map((outcome) => ({ origin: outcome.origin, maps: writtenMaps(outcome) })),
      ...unit.outcomes
        .flatMap(({ criteria }) => criteria)
        .map((one) => ({ origin: one.origin, maps: writtenMaps(one) })),
    ];
    for (const mapped of places) {
      for (const [frameworkId, nodeIds] of Object.entries(mapped.maps)) {
        const framework = corpus.find(frameworkId);
        if (framework === "broken") continue;
        if (framework === null || framework.type !== "framework") {
          const meant = suggest(
            frameworkId,
            corpus.frameworks.map(({ id }) => id),
          );
          const how = meant === null ? "write its file, or remove the mapping" : `did you mean ${code(meant)}?`;
          report(keyOf(mapped, "maps", frameworkId), `Unknown framework ${code(frameworkId)}; ${how}`);
          continue;
        }
        for (const [position, id] of nodeIds.entries()) {
          if (framework.nodeIds.has(id)) continue;
          const meant = suggest(id, framework.nodeIds);
          const how = meant === null ? "change it, or remove it" : `did you mean ${code(meant)}?`;
          report(
            placeOf(mapped, "maps", frameworkId, position),
            `Unknown ${code(id)} in the framework ${code(frameworkId)}; ${how}`,
          );
        }
      }
    }
  },
});

/** The mapping that stands on the thing itself, not the one that it takes over. */
function writtenMaps({ origin }: Outcome | Criterion): Mapped["maps"] {
  let value: unknown = origin.spec.data;
  for (const step of [...origin.path, "maps"])
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[String(step)];
  return (value ?? {}) as Mapped["maps"];
}
