import type { RequiredItem } from "../required-item.ts";

/** What Condition E3.2 asks a published specification to set out, item by item. */
export const specificationItems: readonly RequiredItem[] = [
  {
    clause: "E3.2(a)",
    what: "The objective of the qualification",
    parts: [{ path: ["objective", "kinds"] }, { path: ["objective", "statement"] }],
  },
  {
    clause: "E3.2(b)",
    what: "Any other qualification that a learner has to hold first",
    parts: [{ path: ["entry", "qualifications"] }],
  },
  {
    clause: "E3.2(c)",
    what: "Any knowledge, skills or understanding that a learner has to bring",
    parts: [{ path: ["entry", "knowledge"] }],
  },
  {
    clause: "E3.2(d)",
    what: "The units to be completed, and any optional routes",
    parts: [{ summary: "combination" }],
  },
  {
    clause: "E3.2(e)",
    what: "Anything else that is required before assessment or before the award",
    parts: [{ path: ["requirementsBeforeAward"] }],
  },
  {
    clause: "E3.2(f)",
    what: "The knowledge, skills and understanding assessed, with their coverage and depth",
    parts: [{ summary: "coverage" }],
  },
  {
    clause: "E3.2(g)",
    what: "The methods of assessment, and what goes with them",
    parts: [{ path: ["assessment", "methods"] }, { summary: "unit-methods" }],
  },
  { clause: "E3.2(h)", what: "The criteria that attainment is measured against", parts: [{ summary: "criteria" }] },
  {
    clause: "E3.2(i)",
    what: "Any specimen assessment materials",
    parts: [{ path: ["assessment", "specimenMaterials"] }],
  },
  {
    clause: "E3.2(j)",
    what: "Any levels of attainment: the grading",
    parts: [{ path: ["grading", "type"] }, { path: ["grading", "scale"], isOptional: true }],
  },
  {
    clause: "E3.2(k)",
    what: "The total qualification time and the guided learning hours",
    parts: [{ path: ["totalQualificationTime"] }, { path: ["guidedLearningHours"] }],
  },
  {
    clause: "E3.2(l)",
    what: "Any credit of the qualification and of its components",
    parts: [{ path: ["credit"] }, { summary: "unit-credit" }],
  },
  {
    clause: "E3.2(m)",
    what: "The level or levels of the qualification and of its components",
    parts: [{ summary: "level" }, { summary: "unit-level" }],
  },
];
