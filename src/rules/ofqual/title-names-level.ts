import { levelName } from "../../model/level.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const titleNamesLevel = defineRule({
  id: "title-names-level",
  severity: "error",
  summary: "The title names the level that is declared",
  why: "The title is what learners, employers and the Register see: a wrong level in it misleads all of them.",
  source: "Condition E2.1(b), E2.5",
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
    const named = [...title.matchAll(/\bLevels? (\d)(?:(?:\s*(?:\/|and|to|&|-)\s*)(?:Level )?(\d))?/gu)].flatMap(
      (match) =>
        [match[1], match[2]].flatMap((digit) =>
          digit === undefined ? [] : [{ level: Number(digit), text: match[0] }],
        ),
    );
    const isEntry = levels.some((level) => typeof level === "string");
    if (isEntry ? /\bEntry\b/iu.test(title) : named.length > 0) {
      const wrong = named.find(({ level }) => !levels.includes(level));
      const sub = /\bEntry(?: Level)? ?\(?([123])\)?|\(Entry ([123])\)/iu.exec(title);
      const subLevel = `entry-${sub?.[1] ?? sub?.[2]}`;
      const isWrongEntry = sub !== null && isEntry && !levels.some((level) => level === subLevel);
      const text = wrong?.text ?? (isWrongEntry ? sub?.[0] : undefined);
      if (text === undefined) return;
      const at = place.file.text.slice(place.start, place.end).indexOf(text);
      const start = Math.max(0, at) + place.start;
      const end = at === -1 ? place.end : start + text.length;
      report(
        { ...place, start, end },
        `Unexpected ${code(text)} in the title, expected ${expected}; correct one of the two`,
        [declared],
      );
      return;
    }
    report(
      place,
      `Missing level in the title, expected ${expected}; add it after the name of the awarding organisation`,
      [declared],
    );
  },
});
