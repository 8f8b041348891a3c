import type { LearnerRecord } from "./learner-record.ts";
import type { PaperMap } from "./paper-map.ts";
import { learnersOf, type SampledLearner, type SampledUnit, sampleField } from "./sampling.ts";

/** Something that a sample should reach in time, and whether it has. */
export interface Covered {
  readonly name: string;
  /** `done`: looked at. `planned`: only chosen. `none`: neither. */
  readonly state: "done" | "planned" | "none";
}

/** Whom and what the samples of a plan reach: of what has been decided, since nothing else can be looked at. */
export interface Cover {
  readonly assessors: readonly Covered[];
  readonly units: readonly Covered[];
  readonly methods: readonly Covered[];
}

/** No share is right for everybody, and none is asked for: this says only what has not been looked at. */
export function coverOf(map: PaperMap, plan: LearnerRecord): Cover {
  const pairs = learnersOf(map, plan).flatMap((learner) =>
    learner.units
      .filter(({ state }) => state !== "not-started")
      .map((unit) => ({ learner, unit, state: stateOf(plan, learner, unit) })),
  );
  const over = (
    names: (pair: { readonly learner: SampledLearner; readonly unit: SampledUnit }) => readonly string[],
  ) => {
    const found = new Map<string, Covered["state"]>();
    for (const pair of pairs) for (const name of names(pair)) found.set(name, furthest(found.get(name), pair.state));
    return [...found].map(([name, state]) => ({ name, state }));
  };
  return {
    assessors: over(({ learner: { assessor } }) => [assessor]),
    units: over(({ unit }) => [unit.title]),
    methods: over(({ unit }) => unit.methods),
  };
}

function stateOf({ fields }: LearnerRecord, { slot }: SampledLearner, { id }: SampledUnit): Covered["state"] {
  if (fields[sampleField(slot, id, "chosen")] === undefined) return "none";
  return fields[sampleField(slot, id, "done")] === undefined ? "planned" : "done";
}

function furthest(before: Covered["state"] | undefined, now: Covered["state"]): Covered["state"] {
  const order = ["none", "planned", "done"] as const;
  return order.indexOf(now) > order.indexOf(before ?? "none") ? now : (before ?? "none");
}
