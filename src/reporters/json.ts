import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { CommandError } from "./report.ts";

/** The version of the shape of all JSON reports; schemas/reports.schema.json describes it. */
const version = 1;

/** One JSON value: what every command answers, with what is its own after it. */
export function jsonReport(
  error: CommandError | null,
  findings: readonly Diagnostic[],
  own: Readonly<Record<string, unknown>>,
): string {
  return `${JSON.stringify({ version, error, ...own, findings: findings.map(jsonFinding) }, null, 2)}\n`;
}

function jsonFinding({ rule, severity, message, place, related }: Diagnostic) {
  return {
    rule,
    severity,
    message,
    ...jsonPlace(place),
    related: related.map((one) => ({ message: one.message, ...jsonPlace(one.place) })),
  };
}

function jsonPlace({ file, start, end, pointer }: Place) {
  const from = file.positionAt(start);
  const to = file.positionAt(end);
  return { file: file.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column, pointer };
}
