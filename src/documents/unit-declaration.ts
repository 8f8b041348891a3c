import type { Unit } from "../model/types.ts";
import { writeOptions } from "../page/page.ts";
import type { Words } from "../words/words.ts";
import { briefCover } from "./cover.ts";
import { defineDocument, type Subject } from "./define-document.ts";
import { unitField } from "./field-name.ts";
import { signatureRows } from "./signatures.ts";
import { unitHeading } from "./unit-heading.ts";

/** A sheet for each unit: learner, assessor and internal quality assurer say by their names that it is achieved. */
export const unitDeclaration = defineDocument({
  id: "unit-declaration",
  audience: "assessor",
  orientation: "portrait",
  view: (subject, words) => ({
    cover: briefCover("unit-declaration", subject, words),
    // The sheet of one unit is found without.
    contents:
      subject.units.length < 2
        ? []
        : subject.units.map((unit, position) => ({
            id: `unit-${unit.id}`,
            heading: unitHeading(unit, position, subject, words),
          })),
    people: ["name", "number", "centre", "assessor"].map((what) => ({
      name: `people.${what}`,
      label: words(`person.${what}`),
      kind: "line",
      lines: 1,
      options: "[]",
    })),
    units: subject.units.map((unit, position) => unitView(unit, position, subject, words)),
  }),
});

function unitView(unit: Unit, position: number, subject: Subject, words: Words) {
  return {
    id: `unit-${unit.id}`,
    heading: unitHeading(unit, position, subject, words),
    language: unit.language,
    statements: [
      { name: unitField(unit, "own-work"), label: words("declaration.own-work") },
      { name: unitField(unit, "ai"), label: words("declaration.ai") },
    ],
    feedback: { name: unitField(unit, "feedback"), label: words("check.feedback", { unit: unit.title }) },
    actions: { name: unitField(unit, "actions"), label: words("check.actions", { unit: unit.title }) },
    decision: {
      name: unitField(unit, "decision"),
      label: words("check.decision", { unit: unit.title }),
      options: writeOptions([words("check.achieved"), words("check.further-work")]),
    },
    sampled: { name: unitField(unit, "sampled"), label: words("declaration.sampled") },
    signatures: signatureRows(unitField(unit, "sign-off"), ["learner", "assessor", "countersigner", "iqa"], words),
  };
}
