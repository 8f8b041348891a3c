import type { Diagnostic, Fix, Place, Related } from "../diagnostics/diagnostic.ts";
import { withFix } from "../diagnostics/fix.ts";
import type { Path, SpecFile } from "../source/spec-file.ts";
import type { shapeExplanations } from "./explanations.ts";
import type { FileKind } from "./kinds.ts";

/** What the explainers know of the file that they speak about. */
export interface ShapeCase {
  readonly spec: SpecFile;
  readonly kind: FileKind;
}

export type ShapeRule = (typeof shapeExplanations)[number]["id"] | "unquoted-colon" | "missing-colon" | "indentation";

export function shapeFinding(
  rule: ShapeRule,
  message: string,
  place: Place,
  related: readonly Related[] = [],
  fix: Fix | null = null,
): Diagnostic {
  return { rule, severity: "error", message, place, related, ...withFix(fix) };
}

export function valueAtPath(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) value = (value as Readonly<Record<string, unknown>> | null)?.[String(step)];
  return value;
}
