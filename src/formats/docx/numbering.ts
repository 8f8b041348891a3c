import type { ListStart } from "./ledger.ts";
import { bulletList, firstList } from "./ledger.ts";
import { element, part, value, wordNamespaces, type Xml } from "./xml.ts";

/** Word knows nine levels. */
export const deepestList = 8;
const levels = Array.from({ length: deepestList + 1 }, (_, level) => level);
const step = 360;

/** Where the words of a list's item begin. */
export function listIndent(level: number): number {
  return step * (level + 1);
}

/** The part that says how lists are marked: all those with bullets alike, and each numbered one from its own start. */
export function encodeNumbering(lists: readonly ListStart[]): Xml {
  const instance = (id: number, abstract: number, ...content: readonly Xml[]) =>
    element("w:num", { "w:numId": id }, value("w:abstractNumId", abstract), ...content);
  return part(
    element(
      "w:numbering",
      wordNamespaces,
      definition(0, "bullet", (level) => (level % 2 === 0 ? "•" : "–")),
      definition(1, "decimal", (level) => `%${level + 1}.`),
      instance(bulletList, 0),
      ...lists.map(({ level, start }, at) =>
        instance(firstList + at, 1, element("w:lvlOverride", { "w:ilvl": level }, value("w:startOverride", start))),
      ),
    ),
  );
}

function definition(id: number, format: "bullet" | "decimal", sign: (level: number) => string): Xml {
  return element(
    "w:abstractNum",
    { "w:abstractNumId": id },
    value("w:multiLevelType", "hybridMultilevel"),
    ...levels.map((level) =>
      element(
        "w:lvl",
        { "w:ilvl": level },
        value("w:start", 1),
        value("w:numFmt", format),
        value("w:lvlText", sign(level)),
        value("w:lvlJc", "left"),
        element("w:pPr", {}, element("w:ind", { "w:left": listIndent(level), "w:hanging": step })),
      ),
    ),
  );
}
