import { levelRank } from "../model/level.ts";
import type { Criterion, Outcome, Unit } from "../model/types.ts";
import { writeOptions } from "../page/page.ts";
import type { Words } from "../words/words.ts";
import { combinationSentences, structureTables } from "./combination.ts";
import { cover } from "./cover.ts";
import { defineDocument, type Subject } from "./define-document.ts";
import {
  exceptionWords,
  hasOwnMethods,
  methodNames,
  methodsOfUnit,
  observationWords,
  rangeView,
} from "./evidence-rules.ts";
import { unitFacts } from "./facts.ts";
import { criterionField, unitField } from "./field-name.ts";
import { given } from "./given.ts";
import { signatureRows } from "./signatures.ts";
import { unitHeading } from "./unit-heading.ts";

const evidenceRows = 12;
const linesOfAccount = 5;
const steps = [1, 2, 3, 4, 5, 6, 7];

/** What a learner works through: nothing in it may come from `guidance`, which is for assessors only (Condition G4.1). */
export const learnerWorkbook = defineDocument({
  id: "learner-workbook",
  audience: "learner",
  orientation: "portrait",
  isUsual: true,
  program: "workbook",
  view: (subject, words) => ({
    cover: cover("learner-workbook", subject, words),
    person: ["name", "number", "centre", "assessor", "iqa"].map((what) => ({
      name: `me.${what}`,
      label: words(`person.${what}`),
    })),
    about: aboutView(subject, words),
    steps: steps.map((step) => words(`how.step-${step}`)),
    self: selfView(subject, words),
    units: subject.units.map((unit, position) => unitView(unit, position, subject, words)),
    log: Array.from({ length: evidenceRows }, (_, row) => logRow(row + 1, words)),
    declaration: {
      statements: ["own-work-all", "ai", "group", "identity"].map((what) => ({
        name: `declaration.${what}`,
        label: words(`declaration.${what}`),
      })),
      signatures: signatureRows("declaration", ["learner", "assessor", "iqa"], words),
    },
  }),
});

function aboutView({ qualification, isPart }: Subject, words: Words) {
  if (qualification === null || isPart) return null;
  const { source } = qualification;
  return {
    objective: given(source.objective?.statement),
    entry: [source.entry?.qualifications, source.entry?.knowledge, source.entry?.other].flatMap(
      (text) => given(text) ?? [],
    ),
    requirements: given(source.requirementsBeforeAward),
    progression: given(source.progression),
    sentences: combinationSentences(qualification, words),
    groups: structureTables(qualification, words),
  };
}

function selfView({ qualification, isPart }: Subject, words: Words) {
  const self = qualification?.source.selfAssessment;
  if (self === undefined || isPart) return null;
  return {
    title: self.title ?? words("self.heading"),
    introduction: self.introduction ?? null,
    options: writeOptions(self.scale),
    statements: self.statements.map(({ statement }, position) => ({ name: `self.${position + 1}`, statement })),
  };
}

function unitView(unit: Unit, position: number, subject: Subject, words: Words) {
  const { source } = unit;
  return {
    id: `unit-${unit.id}`,
    heading: unitHeading(unit, position, subject, words),
    language: unit.language,
    facts: subject.qualification === null ? [] : unitFacts(unit, words),
    aim: source.aim ?? null,
    requirements: source.assessment?.requirements === "none" ? null : (source.assessment?.requirements ?? null),
    methods: methodsOfUnit(unit, words),
    minimum: source.assessment?.evidence?.minimum ?? null,
    range: rangeView(source.assessment?.range, words),
    outcomes: unit.outcomes.map((outcome) => outcomeView(unit, outcome, words)),
    glossary: source.glossary ?? [],
    resources: (source.resources ?? []).map(({ title, url }) => ({ title, url: url ?? null })),
    declaration: {
      heading: words("declaration.unit", { unit: unit.title }),
      statements: [
        { name: unitField(unit, "own-work"), label: words("declaration.own-work") },
        { name: unitField(unit, "ai"), label: words("declaration.ai") },
      ],
      statement: { name: unitField(unit, "ai-use"), label: words("declaration.statement") },
      signatures: signatureRows(`${unit.id}.`, ["learner", "assessor", "iqa"], words),
    },
  };
}

function outcomeView(unit: Unit, outcome: Outcome, words: Words) {
  return {
    id: `unit-${unit.id}_${(outcome.key ?? outcome.number).replace(/[^A-Za-z0-9-]/gu, "-")}`,
    number: outcome.number,
    text: outcome.text,
    range: rangeView(outcome.range, words),
    minimum: outcome.evidenceMinimum,
    criteria: outcome.criteria.map((criterion) => criterionView(unit, criterion, words)),
  };
}

function criterionView(unit: Unit, criterion: Criterion, words: Words) {
  const { number, observation, kind } = criterion;
  const isPerformed = observation !== null || kind === "skill";
  return {
    number,
    text: criterion.text,
    range: rangeView(criterion.range, words),
    content: criterion.content,
    task: criterion.task,
    minimum: criterion.evidence.minimum,
    hints: [
      hasOwnMethods(unit, criterion)
        ? words("criterion.methods", { methods: methodNames(criterion.evidence.methods, words) })
        : "",
      observation === null ? "" : words("outcome.observed", { how: observationWords(observation, words) }),
      isPerformed && criterion.simulation !== null ? words(`outcome.simulation-${criterion.simulation}`) : "",
      exceptionWords(criterion, "", words) ?? "",
      criterion.grade === null ? "" : words("criterion.grade", { grade: criterion.grade }),
    ].filter((hint) => hint !== ""),
    answer: {
      name: criterionField(unit, criterion, "a"),
      label: words(isPerformed ? "criterion.account" : "criterion.answer", { number }),
      lines: isPerformed ? linesOfAccount : linesOfAnswer(unit),
    },
    evidence: { name: criterionField(unit, criterion, "e"), label: words("criterion.evidence", { number }) },
  };
}

/** Room for an answer on paper: the higher the level, the more there is to argue. */
function linesOfAnswer({ level }: Unit): number {
  const rank = level === null ? 3 : levelRank(level);
  if (rank >= 5) return 12;
  return rank >= 3 ? 11 : 6;
}

function logRow(row: number, words: Words) {
  const cell = (what: "reference" | "description" | "criteria" | "date") => ({
    name: `log.${row}.${what}`,
    label: `${words(`log.${what}`)}, ${words("log.row", { number: row })}`,
  });
  return {
    reference: cell("reference"),
    description: cell("description"),
    criteria: cell("criteria"),
    date: cell("date"),
  };
}
