import { type Choice, judgeChoice } from "./choice.ts";
import { findContradiction } from "./contradiction.ts";
import { findIdleBounds } from "./idle-bounds.ts";
import { keptRules } from "./kept-rules.ts";
import { usualLimits } from "./limits.ts";
import { type RouteRule, rulesOf } from "./rules.ts";
import { type Answer, isFeasible, pathwaysOf, solve, solvePathway } from "./solve.ts";
import type { Structure } from "./structure.ts";
import { isBoundInUse } from "./sums.ts";

/** Everything that is proved of a structure. */
export interface Proof extends Answer {
  readonly idleBounds: readonly RouteRule[];
  /** The smallest set of rules that cannot be met together, or where that takes too long one of which no rule can be spared; empty where a route exists. */
  readonly contradiction: readonly RouteRule[];
  readonly pathways: readonly PathwayProof[];
  readonly choice: Choice | null;
}

/** The same of one pathway by itself. */
export interface PathwayProof extends Answer {
  readonly id: string;
  readonly idleBounds: readonly RouteRule[];
  readonly contradiction: readonly RouteRule[];
}

/** Proves a structure, and judges a choice of units where one is given. @throws TooManyEdges where it passes the budget */
export function prove(
  structure: Structure,
  chosen: readonly string[] | null,
  answer: Answer = solve(structure),
): Proof {
  return {
    ...answer,
    idleBounds: idleBoundsOf(structure, answer),
    contradiction: contradictionIn(structure, answer),
    pathways: structure.pathways.map(({ id }) => provePathway(structure, id)),
    choice: chosen === null ? null : judgeChoice(structure, chosen),
  };
}

const idle = new WeakMap<Answer, ReturnType<typeof findIdleBounds>>();

/** The bounds that change nothing, worked out once for each answer. */
export function idleBoundsOf(structure: Structure, answer: Answer): ReturnType<typeof findIdleBounds> {
  const known = idle.get(answer) ?? findIdleBounds(structure, answer);
  idle.set(answer, known);
  return known;
}

function provePathway(structure: Structure, id: string): PathwayProof {
  const answer = solvePathway(structure, id);
  return {
    ...answer,
    id,
    idleBounds: findIdleBounds(structure, answer, [id]).filter(
      (rule) => rule.kind === "bound" && isBoundInUse(structure, id, rule),
    ),
    contradiction: contradictionIn(structure, answer, [id]),
  };
}

/** Why nobody can be awarded the qualification; empty where somebody can. */
export function contradictionIn(
  structure: Structure,
  answer: Answer,
  pathways: readonly (string | null)[] = pathwaysOf(structure),
): readonly RouteRule[] {
  if (answer.isFeasible) return [];
  const rules = rulesOf(structure);
  return findContradiction(
    rules,
    (some) => isFeasible(structure, some, pathways),
    (some) => keptRules(structure, rules, some, pathways, usualLimits),
  );
}
