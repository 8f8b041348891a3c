import type { CriterionKind } from "./types.ts";

/** The stems that outcomes begin with in practice, after "The learner will", and what their criteria then ask for. */
const stems: readonly (readonly [RegExp, CriterionKind])[] = [
  [/^(?:know|knows|understand|understands|understanding|have knowledge|gain knowledge)\b/iu, "knowledge"],
  [/^(?:be able to|can|is able to)\b/iu, "skill"],
];

/** What the stem of an outcome says of its criteria, or null where it begins in another way. */
export function kindOfStem(outcome: string): CriterionKind | null {
  const text = outcome.replace(/^[*_\s]+/u, "");
  return stems.find(([stem]) => stem.test(text))?.[1] ?? null;
}
