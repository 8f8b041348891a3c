import type { Criterion, Outcome, Qualification, Unit } from "../model/types.ts";
import { writeOptions } from "../page/page.ts";
import { hasWord, type Words, wordKeys } from "../words/words.ts";
import { combinationSentences } from "./combination.ts";
import { cover } from "./cover.ts";
import { defineDocument, type Subject } from "./define-document.ts";
import {
  exceptionWords,
  hasOwnMethods,
  methodName,
  methodNames,
  methodsOfUnit,
  observationWords,
  rangeView,
} from "./evidence-rules.ts";
import { unitFacts } from "./facts.ts";
import { criterionField, unitField } from "./field-name.ts";
import { signatureRows } from "./signatures.ts";

const steps = [1, 2, 3, 4, 5];

/** What an assessor records decisions in: every criterion with the rules for its evidence, and room for the audit trail. */
export const assessorChecklist = defineDocument({
  id: "assessor-checklist",
  audience: "assessor",
  orientation: "landscape",
  view: (subject, words) => ({
    cover: cover("assessor-checklist", subject, words),
    person: ["name", "number", "centre", "assessor", "countersigner", "iqa"].map((what) => ({
      name: `people.${what}`,
      label: words(`person.${what}`),
    })),
    steps: steps.map((step) => words(`check.how.step-${step}`)),
    codes: methodsIn(subject.units).map((method) => ({
      code: methodCode(method, words),
      name: methodName(method, words),
    })),
    people: peopleView(subject.qualification, words),
    units: subject.units.map((unit, position) => unitView(unit, position, subject, words)),
    summary: summaryView(subject, words),
  }),
});

/** In the order in which the format lists them, then those of the house. */
function methodsIn(units: readonly Unit[]): readonly string[] {
  const used = units.flatMap((unit) =>
    unit.outcomes.flatMap(({ criteria }) => criteria.flatMap(({ evidence }) => evidence.methods)),
  );
  const rank = (method: string) => (wordKeys.indexOf(`method.${method}`) + wordKeys.length) % wordKeys.length;
  return [...new Set(used)].sort((a, b) => rank(a) - rank(b));
}

function methodCode(method: string, words: Words): string {
  const key = `method-code.${method}`;
  if (hasWord(key)) return words(key);
  return method
    .split("-")
    .map((part) => part.charAt(0).toUpperCase())
    .join("");
}

function peopleView(qualification: Qualification | null, words: Words) {
  const people = qualification?.source.assessment?.people ?? {};
  const rows = [
    [words("check.people.assessor"), people.assessor],
    [words("check.people.iqa"), people.internalQualityAssurer],
    [words("check.people.countersigning"), people.countersigning],
  ] as const;
  return rows.flatMap(([role, text]) => (text === undefined || text === "none" ? [] : [{ role, text }]));
}

function unitView(unit: Unit, position: number, { qualification, isPart }: Subject, words: Words) {
  const { source } = unit;
  const isAlone = qualification === null || isPart;
  return {
    id: `unit-${unit.id}`,
    heading: isAlone
      ? words("unit.alone", { title: unit.title })
      : words("unit.heading", { position: position + 1, title: unit.title }),
    language: unit.language,
    facts: qualification === null ? [] : unitFacts(unit, words),
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
    signatures: signatureRows(`${unit.id}.`, ["assessor", "countersigner", "learner", "iqa"], words),
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
  const { number, observation } = criterion;
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
    rules: [
      criterion.kind === null ? "" : words(`check.${criterion.kind}`),
      hasOwnMethods(unit, criterion)
        ? words("check.methods", { methods: methodNames(criterion.evidence.methods, words) })
        : "",
      observation === null ? "" : words("criterion.observed", { how: observationWords(observation, words) }),
      criterion.simulation === null ? "" : words(`check.simulation-${criterion.simulation}`),
      criterion.grade === null ? "" : words("criterion.grade", { grade: criterion.grade }),
    ]
      .filter((rule) => rule !== "")
      .join(" · "),
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
  if (qualification === null || isPart) return null;
  return {
    sentences: combinationSentences(qualification, words),
    units: units.map((unit) => ({
      title: unit.title,
      code: unit.source.ownerReference ?? unit.id,
      credit: unit.credit === null ? words("facts.none") : String(unit.credit),
      date: { name: unitField(unit, "achieved"), label: `${words("summary.date")}: ${unit.title}` },
      assessor: { name: unitField(unit, "achieved-by"), label: `${words("check.table.initials")}: ${unit.title}` },
    })),
    decision: {
      name: "qualification.decision",
      label: words("summary.outcome"),
      options: writeOptions([words("check.achieved"), words("check.further-work")]),
    },
    signatures: signatureRows("qualification", ["assessor", "countersigner", "iqa"], words),
  };
}
