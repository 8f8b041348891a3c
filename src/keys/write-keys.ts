import type { Edit } from "../diagnostics/diagnostic.ts";
import type { Criterion, Outcome, Unit } from "../model/types.ts";
import { addKey } from "../source/edits/add-key.ts";
import { makeKey } from "./make-key.ts";

/** The outcomes and criteria of a unit that have no key, in file order. */
export function withoutKey(unit: Unit): readonly (Outcome | Criterion)[] {
  return everything(unit).filter(({ key }) => key === null);
}

export interface WrittenKeys {
  readonly edits: readonly Edit[];
  /** What is left to its author: YAML references repeat it, or it is written in a rare way. */
  readonly left: readonly (Outcome | Criterion)[];
}

/** The edits that write a key for each outcome and criterion of a unit that has none. */
export function writeKeys(unit: Unit): WrittenKeys {
  const { spec } = unit.origin;
  const taken = new Set([...everything(unit).flatMap(({ key }) => key ?? []), ...(unit.source.retired ?? [])]);
  const left: (Outcome | Criterion)[] = [];
  const edits = withoutKey(unit).flatMap((one) => {
    const first = "criteria" in one ? "outcome" : "criterion";
    const value = makeKey(one.text, taken, first === "criterion");
    const added = addKey(spec, one.origin.path, first, { name: "key", value });
    if (added === null) {
      left.push(one);
      return [];
    }
    taken.add(value);
    return added.map((edit) => ({ ...edit, file: spec.source }));
  });
  return { edits, left };
}

function everything({ outcomes }: Unit): readonly (Outcome | Criterion)[] {
  return outcomes.flatMap((outcome) => [outcome, ...outcome.criteria]);
}
