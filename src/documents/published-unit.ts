import type { Criterion, Outcome, Unit } from "../model/types.ts";
import type { Words } from "../words/words.ts";
import type { Subject } from "./define-document.ts";
import { criterionRules, exceptionWords, methodsOfUnit, rangeView } from "./evidence-rules.ts";
import { unitFacts } from "./facts.ts";
import { mappedTo } from "./mapped-to.ts";
import { unitHeading } from "./unit-heading.ts";

/** A unit in full, as a handbook prints it: nothing in it is for assessors only. */
export function publishedUnit(unit: Unit, position: number, subject: Subject, words: Words) {
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
    outcomes: unit.outcomes.map((outcome) => publishedOutcome(unit, outcome, words)),
    mapped: mappedTo(unit, words),
    glossary: source.glossary ?? [],
    resources: (source.resources ?? []).map(({ title, url }) => ({ title, url: url ?? null })),
  };
}

function publishedOutcome(unit: Unit, outcome: Outcome, words: Words) {
  return {
    number: outcome.number,
    text: outcome.text,
    range: rangeView(outcome.range, words),
    minimum: outcome.evidenceMinimum,
    criteria: outcome.criteria.map((criterion) => publishedCriterion(unit, criterion, words)),
  };
}

export function publishedCriterion(unit: Unit, criterion: Criterion, words: Words) {
  const { number, text, content, evidence } = criterion;
  return {
    number,
    text,
    range: rangeView(criterion.range, words),
    content,
    minimum: evidence.minimum,
    exception: exceptionWords(criterion, "-assessor", words),
    rules: criterionRules(unit, criterion, words),
  };
}
