import type { Side } from "../../src/diff/compare.ts";
import { buildQualification } from "../../src/model/build-qualification.ts";
import { buildUnit } from "../../src/model/build-unit.ts";
import type { InlineUnitShape, QualificationShape } from "../../src/schema/shapes.ts";
import { nowhere } from "./edit-scripts.ts";

type Outcome = InlineUnitShape["learningOutcomes"][number];
export type Criterion = Exclude<NonNullable<Outcome["assessmentCriteria"]>[number], string>;

const criterion = (key: string, text: string, more: Partial<Criterion> = {}): Criterion => ({
  criterion: text,
  key,
  ...more,
});

/** A unit of which everything can be changed. */
export const bread: InlineUnitShape = {
  id: "bread",
  title: "Bread",
  reference: "K/100/2001",
  ownerReference: "B1",
  level: 2,
  credit: 4,
  guidedLearningHours: 20,
  totalUnitTime: 40,
  aim: "Learners bake bread.",
  assessment: {
    methods: ["observation", "product"],
    observation: { occasions: 1, setting: "workplace" },
    simulation: "allowed",
    requirements: "Evidence comes from two shifts.",
  },
  glossary: [{ term: "Proving", meaning: "Letting dough rise." }],
  learningOutcomes: [
    {
      outcome: "Know how dough behaves",
      key: "dough",
      assessmentCriteria: [
        criterion("gluten", "Explain what gluten does in strong flour", {
          range: { require: { atLeast: 2 }, items: ["wheat", "rye", "spelt"] },
          content: "Proteins in flour.",
          guidance: "Look for elasticity.",
          task: "Write a page on gluten.",
          evidence: { minimum: "One page." },
        }),
        criterion("yeast", "Describe two ways to keep fresh yeast alive"),
      ],
    },
    {
      outcome: "Be able to bake loaves",
      key: "bake",
      assessmentCriteria: [
        criterion("knead", "Knead dough until it is smooth"),
        criterion("oven", "Bake a loaf in a deck oven"),
      ],
    },
  ],
};

const small = (id: string, credit: number): InlineUnitShape => ({
  id,
  title: `Unit ${id}`,
  level: 2,
  credit,
  guidedLearningHours: 10,
  totalUnitTime: credit * 10,
  learningOutcomes: [
    {
      outcome: `Know about ${id}`,
      key: `know-${id}`,
      assessmentCriteria: [{ criterion: `State the use of ${id}`, key: `use-${id}` }],
    },
  ],
});

export const baking: QualificationShape = {
  kind: "qualification",
  id: "baking",
  title: "Example Awards Level 2 Certificate in Baking",
  version: "1.2",
  status: "published",
  level: 2,
  credit: 10,
  guidedLearningHours: 50,
  totalQualificationTime: 100,
  regulators: "none",
  entry: { minimumAge: 16, knowledge: "none" },
  assessment: { methods: ["Portfolio of Evidence"], people: { assessor: "Knows baking." } },
  grading: { type: "pass-fail" },
  progression: "On to Level 3.",
  rulesOfCombination: {
    groups: [
      { id: "M", title: "Mandatory", require: "all", units: ["bread"] },
      { id: "O", title: "Optional", require: { credit: { min: 6 } }, units: ["cakes", "pastry", "sugar"] },
    ],
    constraints: [{ units: { max: 3 } }],
    barred: [["cakes", "pastry"]],
  },
  units: [bread, small("cakes", 6), small("pastry", 6), small("sugar", 3)],
};

/** A workspace of one qualification with its units. */
export function sideOf(source: QualificationShape): Side {
  const qualification = buildQualification(nowhere, source, "en-GB", () => null);
  return { qualifications: [qualification], units: qualification.inlineUnits, frameworks: [] };
}

export function unitSide(...sources: readonly InlineUnitShape[]): Side {
  return {
    qualifications: [],
    units: sources.map((source) => buildUnit(nowhere, [], source, "en-GB")),
    frameworks: [],
  };
}

/** The unit with other criteria under one outcome. */
export function withCriteria(
  at: number,
  change: (criteria: readonly Criterion[]) => readonly Criterion[],
): InlineUnitShape {
  return {
    ...bread,
    learningOutcomes: bread.learningOutcomes.map((outcome, position) =>
      position === at
        ? { ...outcome, assessmentCriteria: change((outcome.assessmentCriteria ?? []) as readonly Criterion[]) }
        : outcome,
    ),
  };
}

/** The unit with its first criterion changed. */
export function withFirst(change: Partial<Criterion>): InlineUnitShape {
  return withCriteria(0, (criteria) => criteria.map((one, at) => (at === 0 ? { ...one, ...change } : one)));
}
