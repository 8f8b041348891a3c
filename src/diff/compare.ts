import type { Framework, Qualification, Unit } from "../model/types.ts";
import { writtenMaps } from "../model/written-maps.ts";
import { type Change, mostTouching, type Part } from "./change.ts";
import { compareCombination } from "./compare-combination.ts";
import { compareFrameworks } from "./compare-frameworks.ts";
import { atQualification, compareQualification } from "./compare-qualification.ts";
import { compareRoutes } from "./compare-routes.ts";
import { compareUnits } from "./compare-units.ts";
import { type Matching, matchAll } from "./match-all.ts";
import { byName, type Matched } from "./match-parts.ts";
import { recordChange } from "./record.ts";
import { namesToRetire } from "./retire.ts";
import { bagOf, plainLikeness } from "./similarity.ts";
import { type Task, tasksOf } from "./tasks.ts";
import { adviseVersion, type VersionAdvice } from "./version.ts";

/** Specifications as they were, or are. */
export interface Side {
  readonly qualifications: readonly Qualification[];
  /** Those of the qualifications, and others. */
  readonly units: readonly Unit[];
  readonly frameworks: readonly Framework[];
}

/** What is not what it was, and what follows from it. */
export interface Comparison {
  /** Qualifications first, then units, each in the order of the new side. */
  readonly changes: readonly Change[];
  /** One for each qualification that was there before and has changed. */
  readonly qualifications: readonly ComparedQualification[];
  /** Units that have changed, and that no qualification holds. */
  readonly unitsAlone: readonly Unit[];
  readonly tasks: readonly Task[];
  readonly names: Names;
}

/** What people call things: as they are now, or were where they are gone. */
export interface Names {
  /** By id. */
  readonly titles: ReadonlyMap<string, string>;
  /** The codes of units that have one, by id: centres know them, and not the ids. */
  readonly codes: ReadonlyMap<string, string>;
}

export interface ComparedQualification {
  readonly before: Qualification;
  readonly after: Qualification;
  readonly version: VersionAdvice;
}

/** Compares meaning: what is laid out, ordered or spread over files in another way is the same. */
export function compare(before: Side, after: Side): Comparison {
  const matching = matchAll(before.units, after.units);
  const ids = new Map(matching.units.pairs.map((pair) => [pair.before.id, pair.after.id]));
  const nameNow = (id: string) => ids.get(id) ?? id;
  const qualifications = matchQualifications(before.qualifications, after.qualifications, matching);
  const demanded = new Set(
    qualifications.pairs
      .flatMap((pair) => pair.after.groups)
      .flatMap((group) => (group.require.all ? group.units.flatMap(({ unit }) => unit ?? []) : [])),
  );
  const changes = [
    ...qualificationChanges(qualifications, after.qualifications, nameNow),
    ...compareUnits(matching, after.units, {
      isKnown: before.qualifications.length + after.qualifications.length > 0,
      before: usersOf(before),
      after: usersOf(after),
      isDemanded: (unit) => demanded.has(unit),
    }),
    ...compareFrameworks(before.frameworks, after.frameworks),
  ];
  const compared = qualifications.pairs.flatMap((pair): readonly ComparedQualification[] => {
    const own = changes.filter((change) => change.qualifications.includes(pair.after.id));
    if (own.length === 0) return [];
    const [then, now] = [pair.before.source.version ?? null, pair.after.source.version ?? null];
    return [{ ...pair, version: adviseVersion(then, now, mostTouching(own)) }];
  });
  const outdated = compared.flatMap(({ after: one, version: { recommended, state } }) =>
    recommended !== null && state !== "enough" ? [`${one.id} ${recommended}`] : [],
  );
  return {
    changes,
    qualifications: compared,
    unitsAlone: unitsAlone(after, changes),
    tasks: tasksOf(changes, {
      retire: namesToRetire(matching, qualifications, after),
      versions: outdated,
      mapped: new Set([...before.units, ...after.units].flatMap(idIfMapped)),
    }),
    names: namesOf([before, after]),
  };
}

function namesOf(sides: readonly Side[]): Names {
  const all = sides.flatMap((side) => [...side.units, ...side.qualifications, ...side.frameworks]);
  const units = sides.flatMap((side) => side.units);
  return {
    titles: new Map(all.map(({ id, title }) => [id, title])),
    codes: new Map(
      units.flatMap(({ id, source }) => (source.ownerReference === undefined ? [] : [[id, source.ownerReference]])),
    ),
  };
}

function idIfMapped({ id, source }: Unit): readonly string[] {
  return writtenMaps(source).some(({ maps }) => Object.values(maps).some((to) => to.length > 0)) ? [id] : [];
}

function unitsAlone({ units }: Side, changes: readonly Change[]): readonly Unit[] {
  const alone = changes.filter(({ qualifications, unit }) => unit !== null && qualifications.length === 0);
  const ids = new Set(alone.map(({ unit }) => unit));
  return units.filter(({ id }) => ids.has(id));
}

function qualificationChanges(
  matched: Matched<Qualification>,
  after: readonly Qualification[],
  nameNow: (id: string) => string,
): readonly Change[] {
  const former = new Map(matched.pairs.map((pair) => [pair.after, pair.before]));
  return [
    ...after.flatMap((one) => {
      const then = former.get(one);
      if (then === undefined)
        return [recordChange(atQualification(one), { change: "added", aspect: "itself", after: one.title })];
      const routes = compareRoutes(then, one, nameNow);
      const rules = compareCombination(then, one, nameNow);
      return [
        ...compareQualification(then, one),
        ...(routes.areKept ? rules.map(withProof) : rules),
        ...routes.changes,
      ];
    }),
    ...matched.gone.map((one) =>
      recordChange(atQualification(one), { change: "removed", aspect: "itself", before: one.title }),
    ),
  ];
}

/** Rules of which learners feel nothing but the choices that they close. Others say what comes first, or who is excused. */
const choosing: readonly Part[] = ["group", "constraint", "barred", "corequisite"];

/** A rule may ask for more and yet close no choice that was open. */
function withProof(change: Change): Change {
  if (change.class !== "learners" || !choosing.includes(change.of)) return change;
  const note = "Every choice that was valid still is";
  return { ...change, class: "certification", note: change.note ?? note };
}

/** By id; by the regulator's number; by title; and where there is one of each side, it is that, unless they have nothing in common. */
function matchQualifications(
  before: readonly Qualification[],
  after: readonly Qualification[],
  { isSameUnit }: Matching,
): Matched<Qualification> {
  const byId = byName(before, after, ({ id }) => id.toLowerCase());
  const byNumber = byName(byId.gone, byId.added, ({ source }) =>
    source.number === undefined || source.number === "none" ? null : source.number,
  );
  const byTitle = byName(byNumber.gone, byNumber.added, ({ title }) => title);
  const isAlike = (one: Qualification, other: Qualification) =>
    plainLikeness(bagOf(one.title), bagOf(other.title)) >= leastAlike ||
    one.units.some((unit) => other.units.some((now) => isSameUnit(unit, now)));
  const isOnly = before.length === 1 && after.length === 1;
  const only = byName(byTitle.gone, byTitle.added, () => (isOnly ? "the only one" : null), isAlike);
  return { ...only, pairs: [...byId.pairs, ...byNumber.pairs, ...byTitle.pairs, ...only.pairs] };
}

/** Less than this, and two titles are of two qualifications. */
const leastAlike = 0.5;

/** The ids of the qualifications that a unit is in. */
function usersOf({ qualifications }: Side): (unit: Unit) => readonly string[] {
  const users = new Map<Unit, string[]>();
  for (const { id, units } of qualifications)
    for (const unit of units) {
      const known = users.get(unit);
      if (known === undefined) users.set(unit, [id]);
      else known.push(id);
    }
  return (unit) => users.get(unit) ?? [];
}
