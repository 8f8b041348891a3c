import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { defineReporter } from "./define-reporter.ts";
import type { CommandError, Mending } from "./report.ts";
import { jsonWaivers } from "./waivers.ts";

/** The version of the shape of all JSON reports; schemas/reports.schema.json describes it. */
const version = 1;

/** For programs: what `check` answers. */
export const json = defineReporter({
  id: "json",
  tellsError: "inside",
  print: ({ error, findings, summary, mending, waivers, written }) =>
    jsonReport(error, findings, {
      summary,
      ...jsonMending(mending),
      ...(written === undefined ? {} : { written }),
      ...(waivers === undefined ? {} : { waivers: jsonWaivers(waivers, jsonFinding) }),
    }),
});

/** One JSON value: what every command answers, with what is its own after it. */
export function jsonReport(
  error: CommandError | null,
  findings: readonly Diagnostic[],
  own: Readonly<Record<string, unknown>>,
): string {
  return `${JSON.stringify({ version, error, ...own, findings: findings.map(jsonFinding) }, null, 2)}\n`;
}

/** Where it was asked for: what was mended, and for a dry run how. */
function jsonMending(mending: Mending | undefined) {
  if (mending === undefined) return {};
  const fixed = mending.fixed.map(({ rule, place, fix }) => {
    const { line, column } = place.file.positionAt(place.start);
    return { file: place.file.path, rule, title: fix?.title, line, column };
  });
  return mending.diff === null ? { fixed } : { fixed, diff: mending.diff };
}

function jsonFinding({ rule, severity, ground, message, place, related, fix }: Diagnostic) {
  return {
    rule,
    severity,
    ground: ground ?? null,
    message,
    ...jsonPlace(place),
    related: related.map((one) => ({ message: one.message, ...jsonPlace(one.place) })),
    ...(fix === undefined ? {} : { fix: { title: fix.title } }),
  };
}

function jsonPlace({ file, start, end, pointer }: Place) {
  const from = file.positionAt(start);
  const to = file.positionAt(end);
  return { file: file.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column, pointer };
}
