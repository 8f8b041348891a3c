import { describeRouteRule } from "../model/route-rule-words.ts";
import { structureOf } from "../model/route-structure.ts";
import type { Qualification } from "../model/types.ts";
import { judgeChoice } from "../routes/choice.ts";
import { TooManyEdges } from "../routes/graph.ts";
import { findLostRoutes, type LostRoutes } from "../routes/lost-route.ts";
import type { Structure } from "../routes/structure.ts";
import { countOf, joinWords } from "../text/words.ts";
import type { Change, Where } from "./change.ts";
import type { NameNow } from "./compare-combination.ts";
import { atQualification } from "./compare-qualification.ts";
import { recordChange } from "./record.ts";

interface ComparedRoutes {
  readonly changes: readonly Change[];
  /** Whether it is proved that every choice that was valid still is. */
  readonly areKept: boolean;
}

/** Routes that were valid and no longer are, and those that are new: proved, each with an example. */
export function compareRoutes(before: Qualification, after: Qualification, nameNow: NameNow): ComparedRoutes {
  const [then, now] = [renamed(structureOf(before), nameNow), structureOf(after)];
  if (then.units.length === 0 || now.units.length === 0) return { changes: [], areKept: false };
  if (rulesIn(then) === rulesIn(now)) return { changes: [], areKept: true };
  const where: Where = { ...atQualification(after), of: "route", name: null };
  const [lost, won] = [findLostRoutes(then, now), findLostRoutes(now, then)];
  const changes = [
    ...(lost.example === null
      ? unlessProved(lost).map((note) => recordChange(where, { change: "changed", aspect: "itself", note }))
      : [
          recordChange(where, {
            change: "removed",
            aspect: "itself",
            before: lost.example.join(", "),
            note: [
              howMany(lost, "that was valid no longer is", "that were valid no longer are"),
              ...why(now, lost.example),
            ].join("; "),
          }),
        ]),
    ...(won.example === null
      ? []
      : [
          recordChange(where, {
            change: "added",
            aspect: "itself",
            after: won.example.join(", "),
            note: howMany(won, "is valid that was not", "are valid that were not"),
          }),
        ]),
  ];
  return { changes, areKept: lost.isProved && lost.example === null };
}

/** All that a route's being valid depends on: hours are asked for by no rule. */
function rulesIn({ units, ...rules }: Structure): string {
  return JSON.stringify({ ...rules, units: units.map(({ id, credit, level }) => [id, credit, level]) });
}

/** Silence would be taken for a proof. */
function unlessProved({ isProved }: LostRoutes): readonly string[] {
  return isProved
    ? []
    : ["It takes too long to find out; those with the least and the most credit and hours still are"];
}

function howMany({ count }: LostRoutes, one: string, many: string): string {
  if (count === null) return `Choices ${many}, such as this one`;
  return count === 1n ? `One choice ${one}` : `${count} choices ${many}, such as this one`;
}

/** What the example now lacks, or which rules it breaks, in words. */
function why(structure: Structure, example: readonly string[]): readonly string[] {
  const offered = new Set(structure.groups.flatMap(({ members }) => members));
  const missing = example.filter((id) => !offered.has(id));
  if (missing.length > 0) return [`${joinWords(missing)} ${missing.length === 1 ? "is" : "are"} no longer offered`];
  try {
    const choice = judgeChoice(structure, example);
    if (choice.missing !== null) {
      return [`${countOf(choice.missing.length, "unit")} would complete it: ${choice.missing.join(", ")}`];
    }
    const rules = choice.conflict?.rules.map((rule) => describeRouteRule(rule, structure).replace(/`/gu, "")) ?? [];
    return rules.length === 0 ? [] : [`nothing completes it, for ${joinWords(rules)}`];
  } catch (error) {
    if (error instanceof TooManyEdges) return [];
    throw error;
  }
}

function renamed(structure: Structure, nameNow: NameNow): Structure {
  const all = (ids: readonly string[]) => ids.map(nameNow);
  return {
    ...structure,
    units: structure.units.map((unit) => ({ ...unit, id: nameNow(unit.id) })),
    groups: structure.groups.map((group) => ({ ...group, members: all(group.members) })),
    constraints: structure.constraints.map((rule) => ({ ...rule, from: rule.from === null ? null : all(rule.from) })),
    barred: structure.barred.map(all),
    equivalent: structure.equivalent.map(all),
    prerequisites: Object.fromEntries(
      Object.entries(structure.prerequisites).map(([unit, needed]) => [nameNow(unit), all(needed)]),
    ),
    corequisites: structure.corequisites.map(all),
  };
}
