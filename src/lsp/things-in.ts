import { resolve } from "node:path";
import type { Criterion, Outcome, Unit } from "../model/types.ts";
import type { KnownFile } from "./known-file.ts";
import type { Lookout } from "./lookout.ts";

/** An outcome or a criterion, and the unit that it is in. */
export type Thing = (Outcome | Criterion) & { readonly unit: Unit };

/** The outcomes and criteria that are written in a file, in its order, as they were when it was last sound. */
export function thingsIn(file: KnownFile, { models, root }: Lookout): readonly Thing[] {
  const units = [...models.values()].filter((one): one is Unit => one.type === "unit" && isIn(one, file, root));
  return units.flatMap((unit) =>
    unit.outcomes.flatMap((outcome) => [outcome, ...outcome.criteria]).map((one) => ({ ...one, unit })),
  );
}

function isIn({ origin }: Unit, { path }: KnownFile, root: string): boolean {
  return resolve(root, origin.spec.source.path) === path;
}
