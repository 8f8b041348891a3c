import { criterionNumber } from "../../model/numbering.ts";
import type { Criterion, Outcome } from "../../model/types.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { keyOf, placeOf } from "../place.ts";

export const numbersRunOn = defineRule({
  id: "numbers-run-on",
  severity: "error",
  summary: "Printed numbers run on, without a gap or a step back",
  why: "A reader who meets 1.2 and then 1.4 looks for a criterion that is not there, and evidence is filed under it.",
  basis: "practice",
  checks: ["U026"],
  source: "Practice",
  serves: { ofqual: "Condition E3.2(h)" },
  yieldsTo: ["numbers-unique"],
  good: '# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know A\n    assessmentCriteria:\n      - State A\n      - { criterion: List A, number: "1.2" }\n',
  bad: '# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know A\n    assessmentCriteria:\n      - State A\n      - { criterion: List A, number: «"1.3"» }\n',
  unit: (unit, report) => {
    const written = unit.source.learningOutcomes;
    // Numbers that come from position run on by themselves.
    if (written.some(({ number }) => number !== undefined)) checkRun(unit.outcomes, null, report);
    for (const [row, outcome] of unit.outcomes.entries()) {
      const criteria = written[row]?.assessmentCriteria ?? [];
      if (!criteria.some((one) => typeof one === "object" && one.number !== undefined)) continue;
      checkRun(outcome.criteria, criterionNumber(unit.source.numbering, 0, outcome.number), report);
    }
  },
});

/** Goes through siblings: each number is the next of the one before it. */
function checkRun(all: readonly (Outcome | Criterion)[], first: string | null, report: Report): void {
  let allowed: readonly string[] = first === null ? [] : [first];
  for (const [at, one] of all.entries()) {
    const before = all[at - 1];
    const isRight = allowed.length === 0 || allowed.includes(one.number);
    const wrong = [one, ...(before === undefined ? [] : [before])].find(isWritten);
    if (!isRight && wrong !== undefined) {
      const expected = joinWords(allowed.slice(0, 2).map(code), "or");
      const after = before === undefined ? "" : ` after ${code(before.number)}`;
      const message = `Unexpected number ${code(one.number)}${after}, expected ${expected}; correct it, or leave numbers out to count by position`;
      report(isWritten(one) ? placeOf(one, "number") : keyOf(one), message);
    }
    // After a slip the run may go on from what is written, or as if nothing had happened.
    allowed = isRight ? nextOf(one.number) : [...nextOf(one.number), ...allowed.flatMap(nextOf)];
    if (nextOf(one.number).length === 0) allowed = [];
  }
}

/** "1.3" after "1.2", "1.2b" after "1.2a"; "1.2a" may stand after "1.2", and "1.3" after "1.2a". Empty where it does not count. */
function nextOf(number: string): readonly string[] {
  const [, start = "", digits, letter] = /^(.*?)(?:(\d+)|(?<=\d)([a-y]))$/u.exec(number) ?? [];
  if (digits !== undefined) return [`${start}${Number(digits) + 1}`, `${number}a`];
  if (letter === undefined) return [];
  const [, parent = "", last = ""] = /^(.*?)(\d+)$/u.exec(start) ?? [];
  return [`${start}${String.fromCharCode(letter.charCodeAt(0) + 1)}`, `${parent}${Number(last) + 1}`];
}

function isWritten({ origin }: Outcome | Criterion): boolean {
  return origin.spec.writtenAt([...origin.path, "number"]) !== null;
}
