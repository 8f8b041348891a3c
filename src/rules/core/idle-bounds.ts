import { describeRouteRule } from "../../model/route-rule-words.ts";
import type { Qualification } from "../../model/types.ts";
import { idleBoundsOf } from "../../routes/prove.ts";
import type { BoundRule } from "../../routes/rules.ts";
import { fromPointer } from "../../source/spec-file.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { proofOf } from "../proof-of.ts";

const example = (max: string) =>
  `# q.yaml
kind: qualification
id: q
title: Q
rulesOfCombination:
  groups:
    - { id: M, require: all, units: [a] }
    - { id: O, require: { units: { max: ${max} } }, units: [b, c] }
units:
  - { id: a, title: A, learningOutcomes: [] }
  - { id: b, title: B, learningOutcomes: [] }
  - { id: c, title: C, learningOutcomes: [] }
`;

export const idleBounds = defineRule({
  id: "idle-bounds",
  severity: "advice",
  summary: "Every minimum and maximum shuts out some combination of units",
  why: "A bound that changes nothing is read, learnt and explained in vain, and often stands where another was meant.",
  basis: "practice",
  checks: ["R019"],
  source: "Practice",
  yieldsTo: [
    "unit-exists",
    "unit-in-group",
    "group-exists",
    "group-bounds",
    "barred-units",
    "combination-said-once",
    "combination-possible",
    "pathway-possible",
    "unit-selectable",
    "hours-add-up",
    "credits-add-up",
    "credit-matches-hours",
  ],
  good: example("1"),
  bad: example("«2»"),
  qualification: (qualification, report) => {
    const proof = proofOf(qualification);
    if (proof === null) return;
    for (const bound of idleBoundsOf(proof.structure, proof.answer).idle) {
      // Credit that is left out counts 0 for now, and makes bounds look idle that are not.
      if (bound.measure === "credit" && proof.answer.notStated.credit.length > 0) continue;
      if (isAnyUnit(bound) || saysTheCredit(bound, qualification)) continue;
      const message = `Unexpected bound that changes nothing: ${describeRouteRule(bound, proof.structure)}, and every combination does that already; remove it, or correct the number`;
      report(placeOf(qualification, "rulesOfCombination", ...fromPointer(bound.at)), message);
    }
  },
});

/** That something has to be chosen at all is true of every qualification, and worth saying of a group. */
function isAnyUnit({ measure, side, limit }: BoundRule): boolean {
  return measure === "units" && side === "min" && limit === 1;
}

/** Readers look for the total of credits as a rule, also where the groups come to it by themselves. */
function saysTheCredit({ of, index, measure, side, limit }: BoundRule, qualification: Qualification): boolean {
  const { groups, from, atLevel, pathway } = qualification.constraints[index] ?? {};
  const isTotal = of === "constraint" && [groups, from, atLevel, pathway].every((part) => part === undefined);
  return isTotal && measure === "credit" && side === "min" && limit === qualification.credit;
}
