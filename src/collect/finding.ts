import type { Diagnostic, Related } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { type CollectRule, collectExplanations } from "./explanations.ts";

/** A finding about a whole file: what came back has no lines that could be named. */
export function finding(
  rule: CollectRule,
  file: SourceFile,
  message: string,
  related: readonly Related[] = [],
): Diagnostic {
  const severity = collectExplanations.find(({ id }) => id === rule)?.severity ?? "error";
  return { rule, severity, message, place: placeOf(file), related };
}

export function placeOf(file: SourceFile) {
  return { file, start: 0, end: 0, pointer: "" };
}
