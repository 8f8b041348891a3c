import type { Unit } from "../model/types.ts";
import type { Change, Touched } from "./change.ts";
import { compareRules } from "./compare-inherited.ts";
import { atCriterion, atOutcome, compareCriterion, compareOutcome } from "./compare-parts.ts";
import { compareRetired } from "./compare-retired.ts";
import { atUnit, compareUnit } from "./compare-unit.ts";
import { groupBy } from "./group-by.ts";
import type { Matching } from "./match-all.ts";
import { recordChange } from "./record.ts";
import { textOrNull } from "./values.ts";

/** The qualifications that a unit of then, or of now, is in. */
export interface UsedBy {
  readonly before: (unit: Unit) => readonly string[];
  readonly after: (unit: Unit) => readonly string[];
  /** Whether a unit of now has to be taken for a qualification that was there before. */
  readonly isDemanded: (unit: Unit) => boolean;
  /** Whether there are qualifications at all: of units alone nobody knows who uses them. */
  readonly isKnown: boolean;
}

/** Everything that is not what it was in units: in the order of the units of now, then of those that are gone. */
export function compareUnits(matching: Matching, after: readonly Unit[], usedBy: UsedBy): readonly Change[] {
  const before = new Map(matching.units.pairs.map((pair) => [pair.after, pair.before]));
  const within = partsByUnit(matching);
  return [
    ...after.flatMap((unit) => {
      if (matching.unchanged.has(unit)) return [];
      const former = before.get(unit);
      const used = usedBy.after(unit);
      const own =
        former === undefined
          ? [
              recordChange(
                atUnit(unit, used),
                { change: "added", aspect: "itself", after: unit.title },
                touchedByNew(unit, usedBy),
              ),
            ]
          : [...compareUnit(former, unit, used), ...compareRetired(former, unit, used)];
      return [...own, ...changesWithin(unit, former, within(unit, former ?? null), matching, used)];
    }),
    ...matching.units.gone.map((unit) => {
      const used = usedBy.before(unit);
      const said = { change: "removed", aspect: "itself", before: unit.title } as const;
      return recordChange(atUnit(unit, used), said, used.length === 0 && usedBy.isKnown ? "editorial" : "learners");
    }),
  ];
}

/** One more to choose is news for the register; one that nobody uses is for nobody. */
function touchedByNew(unit: Unit, { after, isDemanded }: UsedBy): Touched {
  if (after(unit).length === 0) return "editorial";
  return isDemanded(unit) ? "learners" : "certification";
}

type Within = ReturnType<ReturnType<typeof partsByUnit>>;

/** What is in each unit of now; what is gone, by the unit that it was in. */
function partsByUnit({ outcomes, criteria }: Matching) {
  const pairsOfOutcomes = groupBy(outcomes.pairs, (pair) => pair.after.unit);
  const pairsOfCriteria = groupBy(criteria.pairs, (pair) => pair.after.unit);
  const newOutcomes = groupBy(outcomes.added, (one) => one.unit);
  const newCriteria = groupBy(criteria.added, (one) => one.unit);
  const goneOutcomes = groupBy(outcomes.gone, (one) => one.unit);
  const goneCriteria = groupBy(criteria.gone, (one) => one.unit);
  return (unit: Unit, former: Unit | null) => ({
    outcomes: pairsOfOutcomes.get(unit) ?? [],
    criteria: pairsOfCriteria.get(unit) ?? [],
    // A unit that is new says nothing but new things.
    newOutcomes: former === null ? [] : (newOutcomes.get(unit) ?? []),
    newCriteria: former === null ? [] : (newCriteria.get(unit) ?? []),
    goneOutcomes: former === null ? [] : (goneOutcomes.get(former) ?? []),
    goneCriteria: former === null ? [] : (goneCriteria.get(former) ?? []),
  });
}

/** In the order in which the unit is read; what is gone stands where it was. */
function changesWithin(
  unit: Unit,
  former: Unit | undefined,
  parts: Within,
  matching: Matching,
  used: readonly string[],
): readonly Change[] {
  const added = (what: string) => ({ change: "added", aspect: "itself", after: textOrNull(what) }) as const;
  const removed = (what: string) => ({ change: "removed", aspect: "itself", before: textOrNull(what) }) as const;
  const isOwn = former !== undefined;
  const rules = compareRules(
    parts.criteria.filter((pair) => matching.isSameUnit(pair.before.unit, pair.after.unit)),
    used,
  );
  const ofUnit = rules.filter(({ of }) => of === "unit");
  const changes: readonly Change[] = [
    ...parts.outcomes.flatMap((pair) => compareOutcome(pair, matching, used)),
    ...parts.newOutcomes.map((one) => recordChange(atOutcome(one, used), added(one.outcome.text))),
    ...(isOwn
      ? parts.goneOutcomes.map((one) =>
          recordChange({ ...atOutcome(one, used), unit: unit.id }, removed(one.outcome.text)),
        )
      : []),
    ...parts.criteria.flatMap((pair) => compareCriterion(pair, matching, used)),
    ...parts.newCriteria.map((one) => recordChange(atCriterion(one, used), added(one.criterion.text))),
    ...parts.goneCriteria.map((one) =>
      recordChange({ ...atCriterion(one, used), unit: unit.id }, removed(one.criterion.text)),
    ),
    ...rules.filter(({ of }) => of !== "unit"),
  ];
  return [...ofUnit, ...inReadingOrder(changes)];
}

const collator = new Intl.Collator("en", { numeric: true });

/** By number, as people count: 1.2 before 1.10; an outcome before its criteria. */
function inReadingOrder(changes: readonly Change[]): readonly Change[] {
  const rank = ({ change }: Change) => (change === "removed" ? 0 : 1);
  return changes
    .map((change, at) => ({ change, at }))
    .sort(
      (a, b) =>
        collator.compare(a.change.number ?? "", b.change.number ?? "") ||
        rank(a.change) - rank(b.change) ||
        a.at - b.at,
    )
    .map(({ change }) => change);
}
