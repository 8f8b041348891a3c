import { code } from "../text/words.ts";
import { expectedForms } from "./expected.ts";
import { type Found, schemasAt } from "./schema-at.ts";

/** The forms that names have: of specifications and entries, of outcomes and criteria, of groups and pathways. */
export type NameForm = "id" | "key" | "label";

/** Why a text cannot be such a name, and what to write instead: "expected …; write `first-aid`". null where it can. */
export function whyMalformed(form: NameForm, value: string): string | null {
  const found = schemaOf(form);
  const { pattern = "", maxLength = Number.POSITIVE_INFINITY } = found[0]?.schema ?? {};
  if (!new RegExp(pattern, "u").test(value)) {
    const { words, mend } = expectedForms(found, value);
    return `expected ${words}; ${mend}`;
  }
  return value.length <= maxLength
    ? null
    : `expected at most ${maxLength} letters, where ${code(value)} has ${value.length}; choose a shorter one`;
}

function schemaOf(form: NameForm): readonly Found[] {
  switch (form) {
    case "id":
      return schemasAt("unit", ["id"]);
    case "key":
      return schemasAt("unit", ["learningOutcomes", 0, "key"]);
    case "label":
      return schemasAt("qualification", ["rulesOfCombination", "groups", 0, "id"]);
  }
}
