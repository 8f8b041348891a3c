import type { Diagnostic, Fix, Related } from "../diagnostics/diagnostic.ts";
import { withFix } from "../diagnostics/fix.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { sourceExplanations } from "./explanations.ts";

export type SourceRule = (typeof sourceExplanations)[number]["id"];

/** A finding of the reader itself, with the severity that its explanation gives. */
export function finding(
  file: SourceFile,
  rule: SourceRule,
  message: string,
  start: number,
  end: number,
  related: readonly Related[] = [],
  fix: Fix | null = null,
): Diagnostic {
  const severity = sourceExplanations.find((one) => one.id === rule)?.severity ?? "error";
  return { rule, severity, message, place: { file, start, end, pointer: "" }, related, ...withFix(fix) };
}
