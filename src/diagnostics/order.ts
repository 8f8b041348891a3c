import { type Diagnostic, severities } from "./diagnostic.ts";

/** Findings in the one order that every report prints: file, place, severity, rule, message. */
export function orderFindings(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.place.file.path, b.place.file.path) ||
      a.place.start - b.place.start ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

/** By code unit: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
