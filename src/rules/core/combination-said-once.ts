import type { Qualification } from "../../model/types.ts";
import type { ConstraintShape } from "../../schema/shapes.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const example = (barred: string) =>
  `# q.yaml
kind: qualification
id: q
title: Q
rulesOfCombination:
  groups:
    - { id: O, require: { units: { min: 1 } }, units: [a, b, c] }
  barred: ${barred}
units:
  - { id: a, title: A, learningOutcomes: [] }
  - { id: b, title: B, learningOutcomes: [] }
  - { id: c, title: C, learningOutcomes: [] }
`;

export const combinationSaidOnce = defineRule({
  id: "combination-said-once",
  severity: "warning",
  summary: "Each rule of combination is written once, and is not part of another",
  why: "The second of two equal rules mostly stands where another was meant; and whoever changes the one later forgets the other.",
  basis: "practice",
  checks: ["R020"],
  source: "Practice",
  good: example("[[a, b], [b, c]]"),
  bad: example("[[a, b], «[b, a]»]"),
  qualification: (qualification, report) => {
    const { barred = [], equivalent = [], corequisites = [] } = qualification.source.rulesOfCombination ?? {};
    compareSets(qualification, "barred", barred, report);
    compareSets(qualification, "equivalent", equivalent, report);
    compareSets(qualification, "corequisites", corequisites, report);
    compareConstraints(qualification, report);
  },
});

const nouns = { barred: "bar on", equivalent: "set of equivalents", corequisites: "set of corequisites" } as const;

/** Which of the sets say nothing that another of the same kind does not say: of equal ones, all but the first. */
function compareSets(
  qualification: Qualification,
  key: keyof typeof nouns,
  sets: readonly (readonly string[])[],
  report: Report,
): void {
  for (const [row, set] of sets.entries()) {
    const other = sets.findIndex(
      (one, at) => at !== row && set.every((id) => one.includes(id)) && (one.length > set.length || at < row),
    );
    const larger = sets[other];
    if (larger === undefined) continue;
    const isEqual = larger.length === set.length;
    const words = `${nouns[key]} ${joinWords(set.map(code))}`;
    const message = `Unexpected ${isEqual ? "second " : ""}${words}, which ${isEqual ? "stands here already" : `${joinWords(larger.map(code))} hold already`}, expected each once; remove it, or name the units that were meant`;
    const related = [
      {
        message: isEqual ? "first here" : "the larger set",
        place: placeOf(qualification, "rulesOfCombination", key, other),
      },
    ];
    report(placeOf(qualification, "rulesOfCombination", key, row), message, related);
  }
}

function compareConstraints(qualification: Qualification, report: Report): void {
  const written = qualification.constraints.map(asWritten);
  for (const [row, one] of written.entries()) {
    const first = written.indexOf(one);
    if (first === row) continue;
    const place = (at: number) => placeOf(qualification, "rulesOfCombination", "constraints", at);
    const message = "Unexpected second constraint with the same words, expected each once; remove it, or correct it";
    report(place(row), message, [{ message: "first here", place: place(first) }]);
  }
}

/** The same for two constraints that ask for the same, in whatever order their keys and units stand. */
function asWritten(constraint: ConstraintShape): string {
  const order = (value: unknown): unknown => {
    if (Array.isArray(value)) return [...value].map(String).sort();
    if (typeof value !== "object" || value === null) return value;
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, below]) => [key, order(below)]);
  };
  return JSON.stringify(order(constraint));
}
