import type { FrameworkNode, Unit } from "../model/types.ts";
import type { Words } from "../words/words.ts";

/** The frameworks that a unit is mapped to: each of their entries that it answers to, and where it does. */
export function mappedTo(unit: Unit, words: Words) {
  return unit.frameworks.flatMap(({ id, title, nodes, source: { version, notice = "none" } }) => {
    const rows = nodes.flatMap((node) => {
      const where = placesOf(unit, id, node.id, words);
      return where.length === 0 ? [] : [{ entry: [...node.within, node].map(nameOf), where: where.join(", ") }];
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

/** The numbers of the outcomes and criteria that answer to an entry; an outcome stands for all of its criteria. */
function placesOf({ outcomes }: Unit, frameworkId: string, nodeId: string, words: Words): readonly string[] {
  const places = outcomes.map(({ number, criteria }) => {
    const mapped = criteria.filter(({ maps }) => maps[frameworkId]?.includes(nodeId) === true);
    const isAll = mapped.length > 0 && mapped.length === criteria.length;
    return { isAll, numbers: isAll ? [number] : mapped.map((criterion) => criterion.number) };
  });
  const isWhole = places.length > 0 && places.every(({ isAll }) => isAll);
  return isWhole ? [words("mapped.all")] : places.flatMap(({ numbers }) => numbers);
}

/** Its title, or the first paragraph of its text, as inline CommonMark; plain text is escaped by the one who prints it. */
function nameOf({ id, title, text }: FrameworkNode) {
  const [paragraph = ""] = (text ?? "").trim().split(/\n\s*\n/u);
  return {
    title: title ?? (paragraph === "" ? id : null),
    text: title === null && paragraph !== "" ? paragraph : null,
  };
}
