import { type Choice, judgeChoice } from "./choice.ts";
import { findContradiction } from "./contradiction.ts";
import { findIdleBounds } from "./idle-bounds.ts";
import { type RouteRule, rulesOf } from "./rules.ts";
import { type Answer, isFeasible, solve, solvePathway } from "./solve.ts";
import type { Structure } from "./structure.ts";

/** Everything that is proved of a structure. */
export interface Proof extends Answer {
  readonly idleBounds: readonly RouteRule[];
  /** The smallest set of rules that cannot be met together; empty where a route exists. */
  readonly contradiction: readonly RouteRule[];
  readonly pathways: readonly (Answer & { readonly id: string })[];
  readonly choice: Choice | null;
}

/** Proves a structure, and judges a choice of units where one is given. @throws TooManyEdges where it passes the budget */
export function prove(structure: Structure, chosen: readonly string[] | null): Proof {
  const answer = solve(structure);
  return {
    ...answer,
    idleBounds: findIdleBounds(structure, answer),
    contradiction: contradictionIn(structure, answer),
    pathways: structure.pathways.map(({ id }) => ({ ...solvePathway(structure, id), id })),
    choice: chosen === null ? null : judgeChoice(structure, chosen),
  };
}

/** Why nobody can be awarded the qualification; empty where somebody can. */
export function contradictionIn(structure: Structure, answer: Answer): readonly RouteRule[] {
  if (answer.isFeasible) return [];
  return findContradiction(rulesOf(structure), (some) => isFeasible(structure, some));
}
