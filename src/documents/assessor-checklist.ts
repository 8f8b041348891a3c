import type { Criterion, Outcome, Unit } from "../model/types.ts";
import { writeOptions } from "../page/page.ts";
import type { Words } from "../words/words.ts";
import { cover } from "./cover.ts";
import { defineDocument, type Subject } from "./define-document.ts";
import { criterionRules, exceptionWords, methodsOfUnit, rangeView } from "./evidence-rules.ts";
import { unitFacts } from "./facts.ts";
import { criterionField, unitField } from "./field-name.ts";
import { methodCodes } from "./method-codes.ts";
import { peopleRules } from "./people-rules.ts";
import { signatureRows } from "./signatures.ts";
import { summaryOf } from "./summary.ts";
import { unitHeading } from "./unit-heading.ts";

const steps = [1, 2, 3, 4, 5];

/** What an assessor records decisions in: every criterion with the rules for its evidence, and room for the audit trail. */
export const assessorChecklist = defineDocument({
  id: "assessor-checklist",
  audience: "assessor",
  orientation: "landscape",
  isUsual: true,
  program: "checklist",
  view: (subject, words) => ({
    cover: cover("assessor-checklist", subject, words),
    person: ["name", "number", "centre", "assessor", "countersigner", "iqa"].map((what) => ({
      name: `people.${what}`,
      label: words(`person.${what}`),
    })),
    steps: steps.map((step) => words(`check.how.step-${step}`)),
    codes: methodCodes(subject.units, words),
    people: peopleRules(subject.qualification, words),
    units: subject.units.map((unit, position) => unitView(unit, position, subject, words)),
    summary: summaryView(subject, words),
  }),
});

function unitView(unit: Unit, position: number, subject: Subject, words: Words) {
  const { source } = unit;
  return {
    id: `unit-${unit.id}`,
    heading: unitHeading(unit, position, subject, words),
    language: unit.language,
    facts: subject.qualification === null ? [] : unitFacts(unit, words),
    requirements: source.assessment?.requirements === "none" ? null : (source.assessment?.requirements ?? null),
    methods: methodsOfUnit(unit, words),
    minimum: source.assessment?.evidence?.minimum ?? null,
    range: rangeView(source.assessment?.range, words),
    outcomes: unit.outcomes.map((outcome) => outcomeView(unit, outcome, words)),
    feedback: { name: unitField(unit, "feedback"), label: words("check.feedback", { unit: unit.title }) },
    actions: { name: unitField(unit, "actions"), label: words("check.actions", { unit: unit.title }) },
    decision: {
      name: unitField(unit, "decision"),
      label: words("check.decision", { unit: unit.title }),
      options: writeOptions([words("check.achieved"), words("check.further-work")]),
    },
    comment: { name: unitField(unit, "iqa-comment"), label: words("check.iqa-comment", { unit: unit.title }) },
    signatures: signatureRows(unitField(unit, "sign-off"), ["assessor", "countersigner", "learner", "iqa"], words),
  };
}

function outcomeView(unit: Unit, outcome: Outcome, words: Words) {
  return {
    number: outcome.number,
    text: outcome.text,
    range: rangeView(outcome.range, words),
    minimum: outcome.evidenceMinimum,
    criteria: outcome.criteria.map((criterion) => criterionView(unit, criterion, words)),
  };
}

function criterionView(unit: Unit, criterion: Criterion, words: Words) {
  const { number } = criterion;
  const cell = (what: "l" | "m" | "d" | "r" | "i" | "q", key: string) => ({
    name: criterionField(unit, criterion, what),
    label: words("check.table.cell", { what: words(`check.table.${key}`), number }),
  });
  return {
    number,
    text: criterion.text,
    range: rangeView(criterion.range, words),
    minimum: criterion.evidence.minimum,
    guidance: criterion.guidance,
    rules: criterionRules(unit, criterion, words),
    exception: exceptionWords(criterion, "-assessor", words),
    location: cell("l", "location"),
    method: cell("m", "method"),
    date: cell("d", "date"),
    decision: { ...cell("r", "decision"), options: writeOptions([words("check.met"), words("check.not-yet")]) },
    initials: cell("i", "initials"),
    iqa: cell("q", "iqa"),
  };
}

function summaryView({ qualification, units, isPart }: Subject, words: Words) {
  return qualification === null || isPart ? null : summaryOf(qualification, units, words);
}
