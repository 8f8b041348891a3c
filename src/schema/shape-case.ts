import type { Diagnostic, Place, Related } from "../diagnostics/diagnostic.ts";
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
): Diagnostic {
  return { rule, severity: "error", message, place, related };
}

export function valueAtPath(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) value = (value as Readonly<Record<string, unknown>> | null)?.[String(step)];
  return value;
}
