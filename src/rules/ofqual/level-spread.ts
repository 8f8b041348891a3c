import { levelName, levelRank } from "../../model/level.ts";
import type { Qualification } from "../../model/types.ts";
import { rulesOf } from "../../routes/rules.ts";
import { isFeasible } from "../../routes/solve.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { proofOf } from "../proof-of.ts";

const example = (level: string) =>
  `kind: qualification\nid: q\ntitle: EXA Level 3 Award in Baking\nlevel: 3\ncredit: 8\nunits:\n  - { id: a, title: A, level: 3, credit: 5, learningOutcomes: [] }\n  - { id: b, title: B, level: ${level}, credit: 3, learningOutcomes: [] }\n`;

export const levelSpread = defineRule({
  id: "level-spread",
  severity: "warning",
  summary: "Most of the learning is at the level of the qualification, and none is far from it",
  why: "The level is read as that of the whole: easier units may lead up to it, but not be most of it.",
  basis: "condition",
  checks: ["Q017"],
  source: "Ofqual Condition E9.3 (best fit); practice",
  yieldsTo: [
    "level-stated",
    "title-names-level",
    "credit-has-level",

    "unit-exists",
    "credits-add-up",
    "credit-matches-hours",
  ],
  good: example("2"),
  bad: example("«1»"),
  qualification: (qualification, report) => {
    const { levels, units, isComplete } = qualification;
    const known = units.flatMap(({ level }) => level ?? []);
    if (levels.length === 0 || !isComplete || known.length < units.length || units.length === 0) return;
    const unmet = levels.find((level) => !known.includes(level));
    if (unmet !== undefined) {
      const message = `Unexpected ${code(levelName(unmet))} of a qualification none of whose units is at that level, expected at least one; correct the level of the qualification, or of its units`;
      report(placeOfLevel(qualification), message, unitLevels(qualification));
    } else if (isMostlyBelow(qualification)) {
      const message = `Unexpected amount of credit below ${code(levelName(lowest(qualification)))}: learners can be awarded the qualification with at most half of its credit at that level or above; ask for more in a constraint with ${code("atLevel")}, or correct a level`;
      report(placeOfLevel(qualification), message, unitLevels(qualification));
    } else {
      reportFar(qualification, report);
    }
  },
});

function lowest({ levels }: Qualification) {
  return levels.reduce((least, level) => (levelRank(level) < levelRank(least) ? level : least));
}

function placeOfLevel(qualification: Qualification) {
  return placeOf(qualification, qualification.source.level === undefined ? "levels" : "level");
}

function unitLevels({ units }: Qualification) {
  return units.map((unit) => ({
    message: `${unit.level === null ? "no level" : levelName(unit.level)} in ${unit.id}`,
    place: placeOf(unit, "level"),
  }));
}

/** Whether some route has at most half of the declared credit at the level or above: one more constraint, and it can still be met. */
function isMostlyBelow(qualification: Qualification): boolean {
  const structure = proofOf(qualification)?.structure;
  const { credit } = qualification;
  if (structure === undefined || credit === null || qualification.units.some((unit) => unit.credit === null))
    return false;
  const atMostHalf = {
    credit: { max: Math.floor(credit / 2) },
    units: null,
    atLevel: { min: levelRank(lowest(qualification)) },
    groups: null,
    from: null,
    pathway: null,
  };
  const stricter = { ...structure, constraints: [...structure.constraints, atMostHalf] };
  return isFeasible(stricter, rulesOf(stricter));
}

/** Units two or more levels from every level of the qualification. */
function reportFar(qualification: Qualification, report: Report): void {
  const ranks = qualification.levels.map(levelRank);
  const told = new Set<string>();
  for (const { unit, origin } of qualification.groups.flatMap(({ units }) => units)) {
    if (unit === null || unit.level === null || told.has(unit.id)) continue;
    told.add(unit.id);
    const rank = levelRank(unit.level);
    if (ranks.some((one) => Math.abs(one - rank) < 2)) continue;
    const declared = joinWords(qualification.levels.map((level) => code(levelName(level))));
    const message = `Unexpected ${code(levelName(unit.level))} of the unit ${code(unit.id)} in a qualification at ${declared}, expected no more than one level between them; correct the level, or choose another unit`;
    // A unit that stands in the list itself has no reference to point at.
    const isInline = origin === unit.origin;
    const place = isInline ? placeOf(unit, "level") : placeOf({ origin });
    report(place, message, isInline ? [] : [{ message: "its level", place: placeOf(unit, "level") }]);
  }
}
