import { levelName } from "../../model/level.ts";
import type { Level } from "../../model/types.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { placeInTitle } from "./title.ts";

export const titleNamesLevel = defineRule({
  id: "title-names-level",
  severity: "error",
  summary: "The title names the level that is declared",
  why: "The title is what learners, employers and the Register see: a wrong level in it misleads all of them.",
  basis: "condition",
  checks: ["Q005"],
  source: "Ofqual Condition E2.1(b), E2.5",
  good: "kind: qualification\nid: q\ntitle: EXA Level 3 Award in Baking\nlevel: 3\n",
  bad: "kind: qualification\nid: q\ntitle: EXA «Level 2» Award in Baking\nlevel: 3\n",
  qualification: (qualification, report) => {
    const { title, levels } = qualification;
    if (levels.length === 0) return;
    const place = placeOf(qualification, "title");
    const expected = joinWords(
      levels.map((level) => code(levelName(level))),
      "and",
    );
    const declared = {
      message: "the declared level",
      place: placeOf(qualification, qualification.source.level === undefined ? "levels" : "level"),
    };
    const named = levelsNamed(title);
    const wrong = named.find((one) => !levels.some((level) => isNamed(level, one)));
    if (wrong !== undefined) {
      const message = `Unexpected ${code(wrong.text)} in the title, expected ${expected}; correct one of the two`;
      report(placeInTitle(qualification, wrong.text), message, [declared]);
    }
    if (named.length > 0) return;
    report(
      place,
      `Missing level in the title, expected ${expected}; add it after the name of the awarding organisation`,
      [declared],
    );
  },
});

interface Named {
  readonly text: string;
  /** 1 to 8, or 1 to 3 of the entry levels; null for "Entry Level" alone. */
  readonly number: number | null;
  readonly isEntry: boolean;
}

/** "Level 3", "Levels 2 and 3", "Entry Level 1", "Entry Level ... (Entry 2)". */
function levelsNamed(title: string): readonly Named[] {
  // "Entry" alone may be content: a title such as "Level 3 Technical Occupational Entry in Baking" names no entry level.
  const entry = [...title.matchAll(/\bEntry(?: Level\b(?: ?\(?([123])\b\)?)?| ?([123])\b)/giu)].map(
    ([text, ...digits]): Named => ({ text, number: Number(digits.join("")) || null, isEntry: true }),
  );
  const others = [...title.matchAll(/(?<!\bEntry )\bLevels? (\d+)(?:\s*(?:\/|and|to|&|-)\s*(?:Level )?(\d+))?/giu)];
  const plain = others.flatMap(([text, ...digits]) =>
    digits.flatMap((digit): Named[] => (digit === undefined ? [] : [{ text, number: Number(digit), isEntry: false }])),
  );
  return [...entry, ...plain];
}

function isNamed(level: Level, { number, isEntry }: Named): boolean {
  if (typeof level === "number") return !isEntry && level === number;
  return isEntry && (number === null || level === `entry-${number}`);
}
