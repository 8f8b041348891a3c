import { levelName } from "../../model/level.ts";
import type { RegisterCell, RegisterRow } from "../../model/register.ts";
import type { Level } from "../../model/types.ts";
import { joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { countsAlike } from "./alike.ts";
import { type Comparison, compareWith, rowOf } from "./row-of.ts";

const figures = [
  ["totalQualificationTime", "total qualification time"],
  ["guidedLearningHours", "guided learning hours"],
  ["credit", "credit"],
] as const;

export const registerFigures = defineRule({
  id: "register-figures",
  severity: "error",
  summary: "Level, hours and credit are those of the Register",
  why: "Funding is worked out from the figures of the Register, and centres plan by those of the specification.",
  basis: "condition",
  checks: ["I025"],
  source: "Ofqual Condition E6.2",
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Baking\nnumber: 999/0000/2\nguidedLearningHours: 48\n# register.csv\nQualification Number,Qualification Title,Guided Learning Hours\n999/0000/2,Baking,48\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Baking\nnumber: 999/0000/2\nguidedLearningHours: «84»\n# register.csv\nQualification Number,Qualification Title,Guided Learning Hours\n999/0000/2,Baking,48\n",
  qualification: (qualification, report, corpus) => {
    const row = rowOf(qualification, corpus);
    const { source, levels } = qualification;
    compareWith(row, report, [
      {
        what: "level",
        written: levels.length === 0 ? undefined : joinWords(levels.map(levelName)),
        column: "level",
        agrees: (cell) => isLevel(levels, cell, row),
        place: placeOf(qualification, source.level === undefined ? "levels" : "level"),
      },
      ...figures.map(
        ([key, what]): Comparison => ({
          what,
          written: source[key] === undefined ? undefined : qualification[key],
          column: key,
          agrees: (cell) => countsAlike(qualification[key], cell),
          place: placeOf(qualification, key),
        }),
      ),
    ]);
  },
});

/** "Level 3", "Level 1/Level 2", "Level 1/2"; of the entry levels a column of its own says which: "Entry Level 1,2". */
function isLevel(levels: readonly Level[], { text }: RegisterCell, row: RegisterRow | null): boolean {
  const named = new Set(
    /^\s*entry/iu.test(text) ? entryLevels(`${text} ${row?.subLevel?.text ?? ""}`) : plainLevels(text),
  );
  if (named.size === 0) return /^\s*entry/iu.test(text) && levels.every((level) => typeof level === "string");
  return named.size === levels.length && levels.every((level) => named.has(level));
}

function entryLevels(text: string): readonly Level[] {
  return [...text.matchAll(/[123]/gu)].map(([digit]): Level => `entry-${digit}` as Level);
}

function plainLevels(text: string): readonly Level[] {
  return [...text.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
}
