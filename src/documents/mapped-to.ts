import { placesOf } from "../coverage/places.ts";
import { entryName } from "../model/entry-name.ts";
import type { Unit } from "../model/types.ts";
import type { Words } from "../words/words.ts";

/** The frameworks that a unit is mapped to: each of their entries that it answers to, and where it does. */
export function mappedTo(unit: Unit, words: Words) {
  const criteria = unit.outcomes.flatMap((outcome) => outcome.criteria);
  return unit.frameworks.flatMap(({ id, title, nodes, source: { version, notice = "none" } }) => {
    const mapped = new Set(criteria.flatMap(({ maps }) => maps[id] ?? []));
    const rows = nodes.flatMap((node) => {
      if (!mapped.has(node.id)) return [];
      const where = placesIn(unit, id, node.id, words);
      return where.length === 0 ? [] : [{ entry: [...node.within, node].map(entryName), where: where.join(", ") }];
    });
    if (rows.length === 0) return [];
    return [
      {
        title: version === undefined ? title : words("mapped.title", { title, version }),
        // What is illustrative or unverified says so wherever it is printed.
        notices: notice === "none" ? [] : [notice],
        rows,
      },
    ];
  });
}

function placesIn(unit: Unit, frameworkId: string, nodeId: string, words: Words): readonly string[] {
  const criteria = unit.outcomes.flatMap((outcome) => outcome.criteria);
  const mapped = criteria.filter(({ maps }) => maps[frameworkId]?.includes(nodeId) === true);
  const { isWhole, numbers } = placesOf(unit, mapped);
  return isWhole ? [words("mapped.all")] : numbers;
}
