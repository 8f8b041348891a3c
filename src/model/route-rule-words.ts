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
  }
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
