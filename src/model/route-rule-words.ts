import type { RouteRule } from "../routes/rules.ts";
import type { Structure } from "../routes/structure.ts";
import { code, countOf, joinWords } from "../text/words.ts";

/** A rule of combination in a few words, for messages: "group B asks for at least 6 credits". */
export function describeRouteRule(rule: RouteRule, structure: Structure): string {
  switch (rule.kind) {
    case "all":
      return `group ${code(structure.groups[rule.group]?.id ?? "")} asks for all its units`;
    case "bound":
      return `${whose(rule, structure)} ${rule.side === "min" ? "asks for at least" : "allows at most"} ${countOf(rule.limit, rule.measure === "units" ? "unit" : "credit")}${where(rule, structure)}`;
    case "barred":
      return `${joinWords(rule.set.map(code))} may not be taken together`;
    case "equivalent":
      return `${joinWords(rule.set.map(code))} count as one unit`;
    case "corequisite":
      return `${joinWords(rule.set.map(code))} go together`;
    case "prerequisite":
      return `${code(rule.unit)} needs ${code(rule.needs)}`;
    case "taken":
      return `${code(rule.unit)} is chosen`;
    case "left":
      return `${code(rule.unit)} is left out`;
  }
}

/** A rule that nothing can meet by itself, with what there is: "asks for at least 30 credits, but all 4 units come to 24". */
export function describeUnmetRule(rule: RouteRule, structure: Structure): string {
  const words = describeRouteRule(rule, structure);
  const offered = rule.kind === "bound" && rule.side === "min" ? offeredFor(rule, structure) : null;
  if (rule.kind !== "bound" || offered === null || offered.total >= rule.limit) return words;
  const units = `${offered.isAll ? "all " : ""}${countOf(offered.count, "unit")}`;
  return `${words}, but ${rule.measure === "units" ? `there ${offered.count === 1 ? "is" : "are"} ${countOf(offered.count, "unit")}` : `${offered.isAll ? units : `the ${units}`} come to ${offered.total}`}`;
}

/** What the units that a bound speaks of come to, whatever else stands against them; null where that depends on a pathway. */
function offeredFor(rule: Bound, { groups, constraints, units }: Structure) {
  const constraint = rule.of === "constraint" ? constraints[rule.index] : undefined;
  if (constraint !== undefined && constraint.pathway !== null) return null;
  const named = constraint === undefined ? [groups[rule.index]?.id ?? ""] : constraint.groups;
  const members =
    named === null ? null : new Set(groups.filter(({ id }) => named.includes(id)).flatMap((one) => one.members));
  const counted = units.filter(
    ({ id, level }) =>
      members?.has(id) !== false &&
      constraint?.from?.includes(id) !== false &&
      (!constraint?.atLevel ||
        (level !== null && level >= (constraint.atLevel.min ?? level) && level <= (constraint.atLevel.max ?? level))),
  );
  const credit = counted.reduce((sum, one) => sum + (one.credit ?? 0), 0);
  return {
    count: counted.length,
    total: rule.measure === "units" ? counted.length : credit,
    isAll: counted.length === units.length,
  };
}

type Bound = Extract<RouteRule, { readonly kind: "bound" }>;

function whose(rule: Bound, structure: Structure): string {
  return rule.of === "group" ? `group ${code(structure.groups[rule.index]?.id ?? "")}` : "a constraint";
}

function where(rule: Bound, structure: Structure): string {
  const constraint = rule.of === "constraint" ? structure.constraints[rule.index] : undefined;
  if (constraint === undefined) return "";
  const parts = [
    constraint.groups === null ? "" : ` from ${joinWords(constraint.groups.map((id) => `group ${code(id)}`))}`,
    constraint.from === null ? "" : ` from ${joinWords(constraint.from.map(code), "or")}`,
    constraint.atLevel === null ? "" : " at certain levels",
    constraint.pathway === null ? "" : ` on pathway ${code(constraint.pathway)}`,
  ];
  return parts.join("");
}
