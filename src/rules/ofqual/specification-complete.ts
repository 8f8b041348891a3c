import type { QualificationShape } from "../../schema/shapes.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { keyOf, placeOf } from "../place.ts";

interface Item {
  /** As the condition numbers it. */
  readonly item: string;
  readonly what: string;
  readonly path: readonly [string, string?];
  readonly value: (source: QualificationShape) => unknown;
  /** Whether there may be none, which has to be said then. */
  readonly mayBeNone: boolean;
}

/** What the specification must set out, item by item of the condition; the objective, (a), has a rule of its own. */
const items: readonly Item[] = [
  optional("(b)", "qualifications that come first", ["entry", "qualifications"], ({ entry }) => entry?.qualifications),
  optional("(c)", "knowledge that comes first", ["entry", "knowledge"], ({ entry }) => entry?.knowledge),
  required("(d)", "the units", ["rulesOfCombination"], (source) => source.rulesOfCombination ?? source.units),
  optional("(e)", "requirements before the award", ["requirementsBeforeAward"], (one) => one.requirementsBeforeAward),
  required("(g)", "the methods of assessment", ["assessment", "methods"], ({ assessment }) => assessment?.methods),
  optional(
    "(i)",
    "specimen materials",
    ["assessment", "specimenMaterials"],
    (one) => one.assessment?.specimenMaterials,
  ),
  required("(j)", "the grading", ["grading", "type"], ({ grading }) => grading?.type),
  optional("(l)", "the credit", ["credit"], ({ credit }) => credit),
];

function required(item: string, what: string, path: Item["path"], value: Item["value"]): Item {
  return { item, what, path, value, mayBeNone: false };
}

function optional(item: string, what: string, path: Item["path"], value: Item["value"]): Item {
  return { item, what, path, value, mayBeNone: true };
}

export const specificationComplete = defineRule({
  id: "specification-complete",
  severity: "error",
  summary: "A specification sets out every item that the regulator asks for, or says none",
  why: "What is left out looks like an oversight: the regulator asks for a statement even where the answer is that there is nothing.",
  basis: "condition",
  checks: ["Q002"],
  source: "Ofqual Condition E3.2",
  good: "kind: qualification\nid: q\ntitle: Q\nentry: { qualifications: none, knowledge: none }\nunits: []\nrequirementsBeforeAward: none\nassessment: { methods: [Portfolio of Evidence], specimenMaterials: none }\ngrading: { type: pass-fail }\ncredit: none\n",
  bad: "kind: qualification\nid: q\ntitle: «Q»\nentry: { qualifications: none, knowledge: none }\nunits: []\nassessment: { methods: [Portfolio of Evidence], specimenMaterials: none }\ngrading: { type: pass-fail }\ncredit: none\n",
  qualification: (qualification, report) => {
    const { source } = qualification;
    const missing = items.filter(({ path, value }) => isMissing(value(source), path));
    // Where the key above is missing, that is one gap, whatever belongs under it.
    const keyOfGap = ({ path: [parent, child] }: Item) =>
      child === undefined || source[parent as keyof QualificationShape] === undefined ? parent : `${parent}.${child}`;
    for (const key of new Set(missing.map(keyOfGap))) {
      const gap = missing.filter((one) => keyOfGap(one) === key);
      const what = joinWords(gap.map((one) => one.what));
      const conditions = joinWords([...new Set(gap.map(({ item }) => `E3.2${item}`))]);
      const how = gap.every(({ mayBeNone }) => mayBeNone) ? `say what it is, or ${code("none")}` : "add it";
      const place = key.includes(".") ? keyOf(qualification, ...key.split(".")) : placeOf(qualification, "title");
      const message = `Missing ${what} (${conditions}), expected the key ${code(key)}; ${how}`;
      report({ ...place, pointer: `/${key.replace(".", "/")}` }, message);
    }
  },
});

function isMissing(value: unknown, path: Item["path"]): boolean {
  return value === undefined || (path.length > 1 && Array.isArray(value) && value.length === 0);
}
