import type { PaperPart } from "../../formats/docx/paper-part.ts";
import { fieldKinds } from "../../page/vocabulary.ts";

type Test = (value: unknown) => boolean;

const isString: Test = (value) => typeof value === "string";
const isStringOrNull: Test = (value) => value === null || isString(value);
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const oneOf =
  (words: readonly unknown[]): Test =>
  (value) =>
    words.includes(value);
const shape =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(tests).every(([key, test]) => test((value as Readonly<Record<string, unknown>>)[key]));

const isCriterion = shape({
  unit: isString,
  key: isStringOrNull,
  number: isString,
  text: isString,
  hash: isString,
  field: isString,
});
const isOutcome = shape({ number: isString, text: isString, criteria: listOf(isCriterion) });
const isPart = shape({
  version: oneOf([1]),
  map: shape({
    document: isString,
    specification: shape({
      id: isString,
      title: isString,
      version: isStringOrNull,
      hash: isString,
      unit: isStringOrNull,
    }),
    person: oneOf(["me", "people"]),
    units: listOf(shape({ id: isString, title: isString, outcomes: listOf(isOutcome) })),
    choices: shape({ met: isString, "not-yet": isString, achieved: isString, "further-work": isString }),
  }),
  prompts: shape({ write: isString, date: isString }),
  fields: listOf(shape({ name: isString, kind: oneOf(fieldKinds), options: listOf(isString) })),
});

/** Whether what a document carries is what we put there: anybody can write into it. */
export function isPaperPart(value: unknown): value is PaperPart {
  return isPart(value);
}
