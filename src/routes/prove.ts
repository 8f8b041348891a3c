import { type Choice, judgeChoice } from "./choice.ts";
import { type Contradiction, findContradiction } from "./contradiction.ts";
import { type Bound, findIdleBounds, type IdleBounds } from "./idle-bounds.ts";
import { keptRules } from "./kept-rules.ts";
import { usualLimits } from "./limits.ts";
import { rulesOf } from "./rules.ts";
import { type Answer, isFeasible, pathwaysOf, solve, solvePathway } from "./solve.ts";
import type { Structure } from "./structure.ts";
import { isBoundInUse } from "./sums.ts";

/** Everything that is proved of a structure. */
export interface Proof extends Answer {
  readonly idleBounds: IdleBounds;
  /** Why no route exists; without rules where one does. */
  readonly contradiction: Contradiction;
  readonly pathways: readonly PathwayProof[];
  readonly choice: Choice | null;
}

/** The same of one pathway by itself. */
export interface PathwayProof extends Answer {
  readonly id: string;
  readonly idleBounds: IdleBounds;
  readonly contradiction: Contradiction;
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

const idle = new WeakMap<Answer, IdleBounds>();

/** The bounds that change nothing, worked out once for each answer. */
export function idleBoundsOf(structure: Structure, answer: Answer): IdleBounds {
  const known = idle.get(answer) ?? findIdleBounds(structure, answer);
  idle.set(answer, known);
  return known;
}

function provePathway(structure: Structure, id: string): PathwayProof {
  const answer = solvePathway(structure, id);
  const { idle: idleAlone, undecided } = findIdleBounds(structure, answer, [id]);
  const inUse = (bound: Bound) => isBoundInUse(structure, id, bound);
  return {
    ...answer,
    id,
    idleBounds: { idle: idleAlone.filter(inUse), undecided: undecided.filter(inUse) },
    contradiction: contradictionIn(structure, answer, [id]),
  };
}

/** Why nobody can be awarded the qualification; without rules where somebody can. */
export function contradictionIn(
  structure: Structure,
  answer: Answer,
  pathways: readonly (string | null)[] = pathwaysOf(structure),
): Contradiction {
  if (answer.isFeasible) return { rules: [], isSmallest: true };
  const rules = rulesOf(structure);
  return findContradiction(
    rules,
    (some) => isFeasible(structure, some, pathways),
    (some) => keptRules(structure, rules, some, pathways, usualLimits),
  );
}
