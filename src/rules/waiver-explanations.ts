import type { Explanation } from "../diagnostics/explanation.ts";

const source = "The source format: a waiver names a rule, a reason and a last day";
const unit = (waivers: string, reference = "") =>
  `kind: unit\nid: a\ntitle: A\n${reference}level: 2\ncredit: none\nguidedLearningHours: 20\naim: Learners find out about A.\nlearningOutcomes: []\n${waivers}`;
const waiver = (rule: string, rest: string) => `waivers:\n  - { rule: ${rule}${rest} }\n`;
const inTime = ", reason: Agreed with the sector body, until: 9999-12-31";

/** What is said of waivers themselves. None of it can be waived. */
export const waiverExplanations = [
  {
    id: "waiver-unmatched",
    severity: "warning",
    summary: "A waiver covers a finding",
    why: "One that covers nothing is left over, or names the wrong place, and would hide the next finding that comes there.",
    basis: "format",
    source,
    good: unit(waiver("unit-facts-stated", inTime)),
    bad: unit(waiver("«unit-facts-stated»", inTime), "reference: none\n"),
  },
  {
    id: "waiver-expired",
    severity: "warning",
    summary: "A waiver holds up to its last day",
    why: "What was accepted for a time is due: it is found again, until it is mended or somebody decides anew.",
    basis: "format",
    source,
    good: unit(waiver("unit-facts-stated", inTime)),
    bad: unit(waiver("unit-facts-stated", ", reason: Agreed with the sector body, until: «2001-03-31»")),
  },
  {
    id: "waiver-incomplete",
    severity: "error",
    summary: "A waiver has a reason and a last day",
    why: "Without them nobody can say later why something was accepted, and it is accepted for good.",
    basis: "format",
    source,
    good: unit(waiver("unit-facts-stated", inTime)),
    bad: unit(waiver("«unit-facts-stated»", ", reason: Agreed with the sector body")),
  },
  {
    id: "waiver-without-rule",
    severity: "warning",
    summary: "A waiver names a rule that can be waived",
    why: "With a misspelt rule it covers nothing; and what makes a file unreadable has to be mended, for no rule sees the file.",
    basis: "format",
    source,
    good: unit(waiver("unit-facts-stated", inTime)),
    bad: unit(waiver("«unit-fact-stated»", inTime)),
  },
  {
    id: "waiver-unreadable",
    severity: "error",
    summary: "A comment that begins with qualspec: is a waiver",
    why: "A waiver with a slip in it looks as if it held.",
    basis: "format",
    source,
    good: unit("", "").replace("id: a\n", "id: a  # qualspec: waive unit-facts-stated until 9999-12-31: agreed\n"),
    bad: unit("", "").replace("id: a\n", "id: a  «# qualspec: waiv unit-facts-stated until 9999-12-31: agreed»\n"),
  },
] as const satisfies readonly Explanation[];
