import { TooManyEdges } from "./graph.ts";
import type { Limits } from "./limits.ts";
import { linearRules } from "./linear-rows.ts";
import { keeps, Programme } from "./programme.ts";
import type { RouteRule } from "./rules.ts";
import type { Structure } from "./structure.ts";

/** The rules that one of the sets keeps which keep some of them; null where no such set is found. */
export function keptRules(
  structure: Structure,
  all: readonly RouteRule[],
  some: readonly RouteRule[],
  pathways: readonly (string | null)[],
  limits: Limits,
): ReadonlySet<RouteRule> | null {
  for (const pathway of pathways) {
    const placed = placeUnder(structure, some, pathway, limits);
    if (placed === null) continue;
    const { places, rows, owners } = linearRules(structure, all, pathway);
    const broken = new Set<RouteRule>();
    const inCircles = new Set<string>();
    for (const [index, row] of rows.entries()) {
      if (keeps(row, placed)) continue;
      const owner = owners[index] ?? null;
      if (owner !== null) broken.add(owner);
      else for (const variable of row.factors.keys()) inCircles.add(places[variable]?.unit ?? "");
    }
    const isKept = (rule: RouteRule) =>
      !broken.has(rule) && !(rule.kind === "prerequisite" && inCircles.has(rule.unit));
    const asked = new Set(some);
    return new Set(all.filter((rule) => asked.has(rule) || isKept(rule)));
  }
  return null;
}

function placeUnder(structure: Structure, rules: readonly RouteRule[], pathway: string | null, limits: Limits) {
  try {
    return new Programme(structure, rules, pathway, limits.linearWork).place();
  } catch (error) {
    if (error instanceof TooManyEdges) return null;
    throw error;
  }
}
