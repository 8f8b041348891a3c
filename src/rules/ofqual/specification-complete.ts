import type { QualificationShape } from "../../schema/shapes.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { keyOf, placeOf } from "../place.ts";

/** What the specification must set out, item by item of the condition, and the key that says it. */
const items: readonly (readonly [
  item: string,
  what: string,
  path: readonly string[],
  value: (source: QualificationShape) => unknown,
])[] = [
  ["(a)", "the kinds of objective", ["objective", "kinds"], ({ objective }) => objective?.kinds],
  ["(a)", "the objective", ["objective", "statement"], ({ objective }) => objective?.statement],
  ["(b)", "qualifications that are needed first", ["entry", "qualifications"], ({ entry }) => entry?.qualifications],
  ["(c)", "knowledge and skills that are needed first", ["entry", "knowledge"], ({ entry }) => entry?.knowledge],
  ["(d)", "the units", ["rulesOfCombination"], ({ rulesOfCombination, units }) => rulesOfCombination ?? units],
  ["(e)", "requirements before the award", ["requirementsBeforeAward"], (source) => source.requirementsBeforeAward],
  ["(g)", "the methods of assessment", ["assessment", "methods"], ({ assessment }) => assessment?.methods],
  ["(i)", "specimen materials", ["assessment", "specimenMaterials"], ({ assessment }) => assessment?.specimenMaterials],
  ["(j)", "the grading", ["grading", "type"], ({ grading }) => grading?.type],
  ["(l)", "the credit", ["credit"], ({ credit }) => credit],
];

export const specificationComplete = defineRule({
  id: "specification-complete",
  severity: "error",
  summary: "A specification sets out every item that the regulator asks for, or says none",
  why: "What is left out looks like an oversight: the regulator asks for a statement even where the answer is that there is nothing.",
  source: "Condition E3.2, E1.2",
  good: "kind: qualification\nid: q\ntitle: Q\nobjective: { kinds: [support-a-role], statement: Supports the role. }\nentry: { qualifications: none, knowledge: none }\nunits: []\nrequirementsBeforeAward: none\nassessment: { methods: [Portfolio of Evidence], specimenMaterials: none }\ngrading: { type: pass-fail }\ncredit: none\n",
  bad: "kind: qualification\nid: q\ntitle: «Q»\nobjective: { kinds: [support-a-role], statement: Supports the role. }\nentry: { qualifications: none, knowledge: none }\nunits: []\nassessment: { methods: [Portfolio of Evidence], specimenMaterials: none }\ngrading: { type: pass-fail }\ncredit: none\n",
  qualification: (qualification, report) => {
    const { source } = qualification;
    const reported = new Set<string>();
    for (const [item, what, path, value] of items) {
      const found = value(source);
      if (found !== undefined && !(Array.isArray(found) && found.length === 0 && path.length > 1)) continue;
      const [parent = ""] = path;
      const isParentMissing = path.length > 1 && source[parent as keyof QualificationShape] === undefined;
      const key = isParentMissing ? parent : path.join(".");
      if (reported.has(key)) continue;
      reported.add(key);
      const place =
        path.length > 1 && !isParentMissing ? keyOf(qualification, parent) : placeOf(qualification, "title");
      const message = `Missing ${what} (E3.2${item}), expected the key ${code(key)}; say what it is, or ${code("none")}`;
      report({ ...place, pointer: `/${path.join("/")}` }, message);
    }
  },
});
