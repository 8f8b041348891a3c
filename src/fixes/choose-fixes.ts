import type { Diagnostic, Edit, Fix } from "../diagnostics/diagnostic.ts";

export interface Fixable extends Diagnostic {
  readonly fix: Fix;
}

/** An edit with the file that it is in, by its printed path. */
export interface PlacedEdit extends Edit {
  readonly path: string;
}

/** Those that can be mended by edits of files that were asked for. */
export function fixable(findings: readonly Diagnostic[], isAsked: (path: string) => boolean): readonly Fixable[] {
  return findings.filter(hasFix).filter((one) => editsOf(one).every(({ path }) => isAsked(path)));
}

/** As many as can be made at once: of two that touch, the first. */
export function chooseFixes(candidates: readonly Fixable[]): readonly Fixable[] {
  const chosen: Fixable[] = [];
  const taken = new Map<string, PlacedEdit[]>();
  for (const one of candidates) {
    const edits = editsOf(one);
    if (edits.some((edit) => taken.get(edit.path)?.some((other) => touches(edit, other)))) continue;
    chosen.push(one);
    for (const edit of edits) taken.set(edit.path, [...(taken.get(edit.path) ?? []), edit]);
  }
  return chosen;
}

export function editsOf({ place, fix }: Fixable): readonly PlacedEdit[] {
  return fix.edits.map((edit) => ({ ...edit, path: (edit.file ?? place.file).path }));
}

function hasFix(one: Diagnostic): one is Fixable {
  return one.fix !== undefined;
}

function touches(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
