import { expect, test } from "vitest";
import { textsOf } from "./findings-of.ts";

type UnitRow = readonly [id: string, level: number | string, credit: number];

interface Row {
  readonly about: string;
  readonly level?: string;
  readonly credit: number;
  readonly units: readonly UnitRow[];
  readonly rules?: string;
  readonly found?: readonly string[];
}

const optional = (rules: string) =>
  `  groups:\n    - { id: M, require: all, units: [m] }\n    - { id: B, require: any, units: [a, b, c] }\n  constraints: [${rules}]\n`;
/** In the shape of care diplomas: mandatory units, and a choice over three levels. */
const choice: readonly UnitRow[] = [
  ["m", 3, 28],
  ["a", 2, 15],
  ["b", 3, 15],
  ["c", 4, 15],
];

const rows: readonly Row[] = [
  {
    about: "one level throughout",
    credit: 8,
    units: [
      ["a", 3, 4],
      ["b", 3, 4],
    ],
  },
  {
    about: "a third of it below",
    credit: 9,
    units: [
      ["a", 3, 6],
      ["b", 2, 3],
    ],
  },
  {
    about: "half of it below",
    credit: 8,
    units: [
      ["a", 3, 4],
      ["b", 2, 4],
    ],
    found: ["Level 3"],
  },
  {
    about: "more below, but none at most",
    credit: 8,
    units: [
      ["a", 3, 5],
      ["b", 2, 3],
    ],
  },
  {
    about: "units above",
    credit: 8,
    units: [
      ["a", 3, 4],
      ["b", 4, 4],
    ],
  },
  {
    about: "all above",
    credit: 8,
    units: [
      ["a", 4, 4],
      ["b", 4, 4],
    ],
    found: ["Level 3"],
  },
  {
    about: "two levels off",
    credit: 8,
    units: [
      ["a", 3, 6],
      ["b", 1, 2],
    ],
    found: ["b"],
  },
  {
    about: "two levels above",
    credit: 8,
    units: [
      ["a", 3, 6],
      ["b", 5, 2],
    ],
    found: ["b"],
  },
  {
    about: "entry level below Level 1",
    level: "1",
    credit: 8,
    units: [
      ["a", 1, 6],
      ["b", "entry-3", 2],
    ],
  },
  {
    about: "entry level below Level 2",
    level: "2",
    credit: 8,
    units: [
      ["a", 2, 6],
      ["b", "entry-3", 2],
    ],
    found: ["b"],
  },
  {
    about: "two levels, each with units",
    level: "[2, 3]",
    credit: 8,
    units: [
      ["a", 2, 6],
      ["b", 3, 2],
    ],
  },
  {
    about: "two levels, one without",
    level: "[2, 3]",
    credit: 8,
    units: [
      ["a", 2, 6],
      ["b", 2, 2],
    ],
    found: ["[2, 3]"],
  },
  {
    about: "a unit near the other of two levels",
    level: "[2, 3]",
    credit: 8,
    units: [
      ["a", 2, 3],
      ["b", 3, 3],
      ["c", 4, 2],
    ],
  },
  {
    about: "a diploma with a level floor",
    credit: 58,
    units: choice,
    rules: optional("{ credit: { min: 58 } }, { credit: { min: 43 }, atLevel: { min: 3 } }"),
  },
  {
    about: "a diploma whose mandatory units are enough",
    credit: 43,
    units: choice,
    rules: optional("{ credit: { min: 43 } }"),
  },
  {
    about: "an escape to lower units",
    credit: 60,
    units: [
      ["m", 3, 20],
      ["a", 2, 40],
      ["b", 3, 40],
      ["c", 3, 40],
    ],
    rules: optional("{ credit: { min: 60 } }"),
    found: ["Level 3"],
  },
  {
    about: "a floor that shuts the escape",
    credit: 60,
    units: [
      ["m", 3, 20],
      ["a", 2, 40],
      ["b", 3, 40],
      ["c", 3, 40],
    ],
    rules: optional("{ credit: { min: 60 } }, { credit: { min: 40 }, atLevel: { min: 3 } }"),
  },
];

test.each(rows)("$about", async ({ level = "3", credit, units, rules, found = [] }) => {
  const several = level.startsWith("[");
  const title = several ? "Levels 2 and 3" : `Level ${level}`;
  const levels = several ? `levels: ${level}\nlevelsRationale: It spans two.\n` : `level: ${level}\n`;
  const text = `kind: qualification\nid: q\ntitle: ${title} Award in A\n${levels}credit: ${credit}\n${rules === undefined ? "" : `rulesOfCombination:\n${rules}`}units:\n${units
    .map(
      ([id, unitLevel, size]) =>
        `  - { id: ${id}, title: A, level: ${unitLevel}, credit: ${size}, learningOutcomes: [] }\n`,
    )
    .join("")}`;
  const texts = await textsOf("level-spread", { "q.yaml": text });
  const wanted = found.map((one) => {
    if (one.startsWith("Level ")) return one.slice("Level ".length);
    const unit = units.find(([id]) => id === one);
    return unit === undefined ? one : String(unit[1]);
  });
  expect(texts).toEqual(wanted);
});
