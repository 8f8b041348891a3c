import type { Qualification } from "../model/types.ts";
import type { Words } from "../words/words.ts";

/** What is asked of those who assess, assure quality and countersign. */
export function peopleRules(qualification: Qualification | null, words: Words) {
  const people = qualification?.source.assessment?.people ?? {};
  const rows = [
    [words("check.people.assessor"), people.assessor],
    [words("check.people.iqa"), people.internalQualityAssurer],
    [words("check.people.countersigning"), people.countersigning],
  ] as const;
  return rows.flatMap(([role, text]) => (text === undefined || text === "none" ? [] : [{ role, text }]));
}
