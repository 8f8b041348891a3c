import type { Group, Qualification } from "../model/types.ts";
import type { ConstraintShape } from "../schema/shapes.ts";
import type { Change, Effect, Said, Where } from "./change.ts";
import { effectOnBounds, one } from "./compare-demands.ts";
import { atQualification } from "./compare-qualification.ts";
import { byName, type Pair } from "./match-parts.ts";
import { recordChange, valueChange } from "./record.ts";
import { boundsOf, levelOf, listOf, textOrNull } from "./values.ts";

/** What a unit of then is called now, so that another id alone is no change. */
export type NameNow = (id: string) => string;

/** What is not what it was of the rules of combination; whether routes are lost by it is proved elsewhere. */
export function compareCombination(before: Qualification, after: Qualification, nameNow: NameNow): readonly Change[] {
  const at = { ...atQualification(after), name: null };
  const [then, now] = [before.source.rulesOfCombination, after.source.rulesOfCombination];
  const sets = (of: Where["of"], read: (rules: typeof now) => readonly string[] | undefined) =>
    compareSets({ ...at, of }, read(then) ?? [], read(now) ?? []);
  const named = (all: readonly (readonly string[])[] | undefined) =>
    all?.map((set) => [...set].map(nameNow).sort().join(", "));
  return [
    ...compareGroups(before, after, nameNow, at),
    ...compareConstraints(before, after, nameNow, { ...at, of: "constraint" }),
    ...sets("barred", (rules) => named(rules?.barred)),
    ...sets("equivalent", (rules) => named(rules?.equivalent)),
    ...sets("prerequisite", (rules) =>
      Object.entries(rules?.prerequisites ?? {}).flatMap(([unit, needed]) =>
        needed.map((other) => `${nameNow(unit)} needs ${nameNow(other)}`),
      ),
    ),
    ...sets("corequisite", (rules) => named(rules?.corequisites)),
    ...comparePathways(before, after, at),
  ];
}

function compareSets(where: Where, before: readonly string[], after: readonly string[]): readonly Change[] {
  return [
    ...before
      .filter((set) => !after.includes(set))
      .map((set) => recordChange(where, { change: "removed", aspect: "itself", before: set })),
    ...after
      .filter((set) => !before.includes(set))
      .map((set) => recordChange(where, { change: "added", aspect: "itself", after: set })),
  ];
}

function compareGroups(before: Qualification, after: Qualification, nameNow: NameNow, at: Where): readonly Change[] {
  const byId = byName(before.groups, after.groups, ({ id }) => id);
  const byTitle = byName(byId.gone, byId.added, ({ title }) => title);
  const where = (group: Group): Where => ({ ...at, of: "group", key: group.id, name: group.title });
  return [
    ...[...byId.pairs, ...byTitle.pairs].flatMap((pair) =>
      groupChanges(pair, nameNow).map((said) => recordChange(where(pair.after), said)),
    ),
    ...byTitle.gone.map((group) =>
      recordChange(where(group), { change: "removed", aspect: "itself", before: describeGroup(group) }),
    ),
    ...byTitle.added.map((group) =>
      recordChange(where(group), { change: "added", aspect: "itself", after: describeGroup(group) }),
    ),
  ];
}

function groupChanges({ before, after }: Pair<Group>, nameNow: NameNow): readonly Said[] {
  const [then, now] = [before.units.map(({ id }) => nameNow(id)), after.units.map(({ id }) => id)];
  const [gone, added] = [then.filter((id) => !now.includes(id)), now.filter((id) => !then.includes(id))];
  const isNewDemand = gone.length > 0 || (after.require.all && added.length > 0);
  return [
    ...valueChange("title", textOrNull(before.title), textOrNull(after.title)),
    ...valueChange("require", requirementOf(before), requirementOf(after), {
      effect: effectOnRequirement(before, after),
    }),
    ...(gone.length + added.length === 0
      ? []
      : [
          {
            change: "changed" as const,
            aspect: "units",
            effect: isNewDemand ? ("tightened" as const) : ("loosened" as const),
            before: then.length === 0 ? null : then.join(", "),
            after: now.length === 0 ? null : now.join(", "),
            isText: true,
          },
        ]),
  ];
}

function effectOnRequirement(before: Group, after: Group): Effect | null {
  if (before.require.all !== after.require.all) return one(after.require.all, before.require.all);
  return effectOnBounds([
    [before.require.credit, after.require.credit],
    [before.require.units, after.require.units],
  ]);
}

function requirementOf({ require: { all, credit, units } }: Group): string {
  return all ? "every unit" : (boundsOf(credit, units) ?? "any units");
}

function describeGroup(group: Group): string {
  return `${requirementOf(group)} of ${group.units.map(({ id }) => id).join(", ")}`;
}

/** A constraint is known again by what it is about; then its bounds are compared. */
function compareConstraints(
  before: Qualification,
  after: Qualification,
  nameNow: NameNow,
  at: Where,
): readonly Change[] {
  const then = before.constraints.map((rule) =>
    rule.from === undefined ? rule : { ...rule, from: rule.from.map(nameNow) },
  );
  const about = (rule: ConstraintShape) => scopeOf(rule) || "all units";
  const same = byName(then, after.constraints, (rule) => describe(rule));
  const named = byName(same.gone, same.added, about);
  return [
    ...named.pairs.flatMap((pair) =>
      valueChange("bounds", describe(pair.before), describe(pair.after), {
        effect: effectOnBounds([
          [pair.before.credit, pair.after.credit],
          [pair.before.units, pair.after.units],
        ]),
      }).map((said) => recordChange(at, said)),
    ),
    ...named.gone.map((rule) => recordChange(at, { change: "removed", aspect: "itself", before: describe(rule) })),
    ...named.added.map((rule) => recordChange(at, { change: "added", aspect: "itself", after: describe(rule) })),
  ];
}

function describe(rule: ConstraintShape): string {
  return `${boundsOf(rule.credit, rule.units) ?? "no bound"}${scopeOf(rule)}`;
}

function scopeOf({ groups, from, atLevel, pathway }: ConstraintShape): string {
  const levels = [atLevel?.min, atLevel?.max].map((level) => levelOf(level));
  const [lowest = null, highest = null] = levels;
  return [
    groups === undefined ? "" : ` from groups ${groups.join(", ")}`,
    from === undefined ? "" : ` from ${[...from].sort().join(", ")}`,
    lowest === null ? "" : lowest === highest ? ` at ${lowest}` : ` at ${lowest} or above`,
    highest === null || lowest === highest ? "" : ` at ${highest} or below`,
    pathway === undefined ? "" : ` on pathway ${pathway}`,
  ].join("");
}

function comparePathways(before: Qualification, after: Qualification, at: Where): readonly Change[] {
  const [then, now] = [before, after].map(({ source }) => source.rulesOfCombination?.pathways ?? []);
  const matched = byName(then ?? [], now ?? [], ({ id }) => id);
  const where = ({ id, title }: { id: string; title?: string }): Where => ({
    ...at,
    of: "pathway",
    key: id,
    name: title ?? id,
  });
  return [
    ...matched.pairs.flatMap((pair) =>
      [
        ...valueChange("title", textOrNull(pair.before.title), textOrNull(pair.after.title)),
        ...valueChange("groups", listOf(pair.before.groups), listOf(pair.after.groups)),
      ].map((said) => recordChange(where(pair.after), said)),
    ),
    ...matched.gone.map((one) =>
      recordChange(where(one), { change: "removed", aspect: "itself", before: one.title ?? one.id }),
    ),
    ...matched.added.map((one) =>
      recordChange(where(one), { change: "added", aspect: "itself", after: one.title ?? one.id }),
    ),
  ];
}
