import { structureOf } from "../model/route-structure.ts";
import type { Qualification } from "../model/types.ts";
import { TooManyEdges } from "../routes/graph.ts";
import { type Answer, solve } from "../routes/solve.ts";
import type { Structure } from "../routes/structure.ts";

const proofs = new WeakMap<Qualification, { readonly structure: Structure; readonly answer: Answer } | null>();

/** What the rules of combination of a qualification come to, worked out once; null where its units are not all known, or there is too much to work out. */
export function proofOf(
  qualification: Qualification,
): { readonly structure: Structure; readonly answer: Answer } | null {
  const known = proofs.get(qualification);
  if (known !== undefined) return known;
  const made = make(qualification);
  proofs.set(qualification, made);
  return made;
}

function make(qualification: Qualification) {
  if (!qualification.isComplete || qualification.units.length === 0) return null;
  const structure = structureOf(qualification);
  try {
    return { structure, answer: solve(structure) };
  } catch (error) {
    if (error instanceof TooManyEdges) return null;
    throw error;
  }
}
