import type { Criterion, Unit } from "../model/types.ts";
import type { Words } from "../words/words.ts";
import { cover } from "./cover.ts";
import { defineDocument, type Subject } from "./define-document.ts";
import { criterionField, unitField } from "./field-name.ts";
import { methodCodes } from "./method-codes.ts";
import { signatureRows } from "./signatures.ts";
import { unitHeading } from "./unit-heading.ts";

/** The contents page of a portfolio: beside every criterion, which evidence meets it, by which method, and where it is. */
export const evidenceMatrix = defineDocument({
  id: "evidence-matrix",
  audience: "assessor",
  orientation: "portrait",
  view: (subject, words) => ({
    cover: cover("evidence-matrix", subject, words),
    person: ["name", "number", "centre", "assessor"].map((what) => ({
      name: `people.${what}`,
      label: words(`person.${what}`),
    })),
    codes: methodCodes(subject.units, words),
    units: subject.units.map((unit, position) => unitView(unit, position, subject, words)),
    signatures: signatureRows("matrix", ["learner", "assessor", "iqa"], words),
  }),
});

function unitView(unit: Unit, position: number, subject: Subject, words: Words) {
  return {
    id: `unit-${unit.id}`,
    heading: unitHeading(unit, position, subject, words),
    language: unit.language,
    outcomes: unit.outcomes.map(({ number, text, criteria }) => ({
      number,
      text,
      criteria: criteria.map((criterion) => criterionView(unit, criterion, words)),
    })),
    complete: { name: unitField(unit, "complete"), label: words("matrix.complete", { unit: unit.title }) },
  };
}

function criterionView(unit: Unit, criterion: Criterion, words: Words) {
  const { number, text } = criterion;
  const cell = (what: "e" | "m" | "l", key: string) => ({
    name: criterionField(unit, criterion, what),
    label: words("check.table.cell", { what: words(key), number }),
  });
  return {
    number,
    text,
    evidence: cell("e", "matrix.evidence"),
    method: cell("m", "check.table.method"),
    place: cell("l", "matrix.place"),
  };
}
