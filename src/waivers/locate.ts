import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Criterion, Outcome, Specification } from "../model/types.ts";
import { toPointer } from "../source/spec-file.ts";

/** What a place belongs to. */
export interface Located {
  /** null for the workspace file, and for a file that is broken. */
  readonly owner: Specification | null;
  readonly outcome: Outcome | null;
  readonly criterion: Criterion | null;
  /** From the innermost of these down. */
  readonly pointer: string;
}

export interface LocatedFinding {
  readonly finding: Diagnostic;
  readonly located: Located;
}

/** Finds the specification, and in a unit the outcome and criterion, that a place belongs to. */
export function locator(corpus: Corpus): (place: Place) => Located {
  const byFile = new Map<object, Specification[]>();
  for (const one of specificationsOf(corpus)) {
    const { source } = one.origin.spec;
    byFile.set(source, [...(byFile.get(source) ?? []), one]);
  }
  return ({ file, pointer }) => {
    const owners = (byFile.get(file) ?? []).filter((one) => isAt(pointer, one));
    const owner = owners.find(({ origin }) => origin.path.length > 0) ?? owners[0] ?? null;
    const outcome = owner?.type === "unit" ? (owner.outcomes.find((one) => isAt(pointer, one)) ?? null) : null;
    const criterion = outcome?.criteria.find((one) => isAt(pointer, one)) ?? null;
    const innermost = criterion ?? outcome ?? owner;
    const above = innermost === null ? "" : toPointer(innermost.origin.path);
    return { owner, outcome, criterion, pointer: pointer.slice(above.length) };
  };
}

export function specificationsOf({ qualifications, units, frameworks }: Corpus): readonly Specification[] {
  return [...qualifications, ...units, ...frameworks];
}

function isAt(pointer: string, { origin }: Specification | Outcome | Criterion): boolean {
  return `${pointer}/`.startsWith(`${toPointer(origin.path)}/`);
}
