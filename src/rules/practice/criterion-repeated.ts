import type { Qualification, Unit } from "../../model/types.ts";
import { code, countOf } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { isEnglish } from "./learner-texts.ts";
import { british, type Reading, readCriteria } from "./read-criteria.ts";

const unit = (id: string, criteria: string) =>
  `# ${id}.yaml\nkind: unit\nid: ${id}\ntitle: Unit ${id}\nlearningOutcomes:\n  - { outcome: Know food hygiene, assessmentCriteria: [${criteria}] }\n`;

export const criterionRepeated = defineRule({
  id: "criterion-repeated",
  severity: "advice",
  summary: "A criterion is not written twice",
  why: "Learners prove the same thing twice, and when one of the two is improved the other is forgotten.",
  basis: "practice",
  checks: ["U031"],
  source: "Practice: research on the burden of assessment against criteria",
  good: unit("a", "Describe how raw meat is stored, Describe how cooked meat is stored"),
  bad: unit("a", "Describe how raw meat is stored, «Describe how the raw meat is stored»"),
  corpus: ({ qualifications, units }, report) => {
    const users = usersOf(qualifications);
    const apart = keptApart(qualifications);
    const first = new Map<string, Map<string, Met>>();
    const metIn = (where: string) => {
      const met = first.get(where) ?? new Map<string, Met>();
      first.set(where, met);
      return met;
    };
    for (const one of units) {
      if (!isEnglish(one)) continue;
      const places = [one.origin.spec.source.path + one.id, ...(users.get(one) ?? ["alone"])].map(metIn);
      const repeats = new Map<Unit, { readonly reading: Reading; readonly met: Met }[]>();
      for (const reading of readCriteria(one)) {
        const met = lookUp(one, reading, places);
        if (met === null || !isRepeat(one, reading, met, apart)) continue;
        repeats.set(met.unit, [...(repeats.get(met.unit) ?? []), { reading, met }]);
      }
      for (const [other, found] of repeats) reportRepeats(one, other, found, report);
    }
  },
});

/** A criterion that was met, without its words: there may be many thousand. */
interface Met extends Pick<Reading, "criterion" | "outcome" | "path" | "text"> {
  readonly unit: Unit;
}

/** Shorter ones, such as "Prepare the work area", ask for something else in every unit. */
const fewestWords = 6;

/** Words that change nothing. */
const passedOver = new Set(["a", "an", "the", "own", "their", "your", "his", "her", "its", "any", "of"]);
const oneWordForAnother = new Map([
  ["two", "2"],
  ["three", "3"],
  ["four", "4"],
  ["five", "5"],
  ["six", "6"],
]);

/** The qualifications that use each unit, as numbers. */
function usersOf(qualifications: readonly Qualification[]): ReadonlyMap<Unit, readonly string[]> {
  const users = new Map<Unit, string[]>();
  for (const [at, { units }] of qualifications.entries()) {
    for (const unit of units) users.set(unit, [...(users.get(unit) ?? []), String(at)]);
  }
  return users;
}

/** Pairs of units that no learner takes together. */
function keptApart(qualifications: readonly Qualification[]): ReadonlySet<string> {
  const sets = qualifications.flatMap(({ source }) => [
    ...(source.rulesOfCombination?.barred ?? []),
    ...(source.rulesOfCombination?.equivalent ?? []),
  ]);
  return new Set(sets.flatMap((set) => set.flatMap((one) => set.map((other) => `${one} ${other}`))));
}

/** The first criterion that says the same in this unit, or in a unit of the same qualification. */
function lookUp(unit: Unit, reading: Reading, places: readonly Map<string, Met>[]): Met | null {
  const said = signature(reading);
  const { criterion, outcome, path, text } = reading;
  let found: Met | null = null;
  for (const place of places) {
    const met = place.get(said);
    if (met === undefined) place.set(said, { unit, criterion, outcome, path, text });
    else found ??= met;
  }
  return found;
}

const signatures = new WeakMap<Reading, string>();

/** What a criterion says, whatever its articles, its plurals and its spelling; order counts. */
function signature(reading: Reading): string {
  const known = signatures.get(reading);
  if (known !== undefined) return known;
  const words = reading.tokens.map(({ word }) => word).filter((word) => !passedOver.has(word));
  const made = words.map((word) => oneWordForAnother.get(word) ?? stem(word)).join(" ");
  signatures.set(reading, made);
  return made;
}

const stems = new Map<string, string>();

function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const single = british(word).replace(/'s?$/u, "");
  const made = single.length > 3 ? single.replace(/(?<=[^s])s$/u, "") : single;
  stems.set(word, made);
  return made;
}

function isRepeat(unit: Unit, reading: Reading, met: Met, apart: ReadonlySet<string>): boolean {
  if (JSON.stringify(rangeOf(reading)) !== JSON.stringify(rangeOf(met))) return false;
  if (met.unit === unit) return true;
  // One title at several levels, the next version of a unit, and alternatives may say the same.
  const isAlternative = apart.has(`${unit.id} ${met.unit.id}`) || unit.title === met.unit.title;
  return !isAlternative && unit.level === met.unit.level && reading.tokens.length >= fewestWords;
}

function rangeOf({ criterion, outcome }: Pick<Reading, "criterion" | "outcome">): readonly string[] {
  return (criterion.range ?? outcome.range)?.items ?? [];
}

/** A unit that was copied makes one finding. */
function reportRepeats(
  unit: Unit,
  other: Unit,
  found: readonly { readonly reading: Reading; readonly met: Met }[],
  report: Report,
): void {
  const shown = unit === other ? found : found.slice(0, 1);
  const more =
    found.length > shown.length ? `, and ${countOf(found.length - 1, "more criterion", "more criteria")}` : "";
  for (const { reading, met } of shown) {
    const where =
      unit === other
        ? `criterion ${met.criterion.number}`
        : `criterion ${met.criterion.number} of ${code(other.id)}${more}`;
    const how =
      unit === other
        ? "remove one of the two, or say how they differ"
        : "say how they differ, or move what both need into a unit that is shared";
    const message = `Unexpected repeat of ${where}, expected each demand once; ${how}`;
    report(wholeOf(unit, reading), message, [{ message: "the first", place: wholeOf(met.unit, met) }]);
  }
}

function wholeOf(unit: Unit, { path, text }: Pick<Reading, "path" | "text">) {
  return unit.origin.spec.stretchAt(path, 0, text.length);
}
