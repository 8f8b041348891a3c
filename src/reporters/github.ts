import { type Diagnostic, type Severity, severities } from "../diagnostics/diagnostic.ts";
import { printable } from "../text/printable.ts";
import { defineReporter } from "./define-reporter.ts";
import { markdownWithin } from "./markdown.ts";
import { countsOf, outcomeOf, type Report, summarise } from "./report.ts";
import { repositoryPath } from "./repository-path.ts";

/** GitHub shows so many annotations of each kind that a step prints, and drops the rest without a word. */
const shownOfAKind = 10;
/** GitHub refuses a summary of a step that is longer than a mebibyte. */
const longestSummary = 900_000;

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", advice: "notice" };

/** Annotations beside the lines of a pull request, and the summary of the step. */
export const github = defineReporter({
  id: "github",
  tellsError: "inside",
  print: (report) => {
    const failure = report.error === null ? [] : [command("error", { title: "qualspec" }, report.error.message)];
    const shown = severities.flatMap((severity) => shownOf(severity, report));
    const left = report.findings.filter((one) => !shown.includes(one));
    const lines = [
      ...failure,
      ...shown.map((one) => annotation(one, report)),
      ...(left.length === 0 ? [] : [notShown(left)]),
      outcomeOf(report),
    ];
    return lines.map((line) => `${line}\n`).join("");
  },
  adds: { variable: "GITHUB_STEP_SUMMARY", print: (report) => `${markdownWithin(longestSummary, report)}\n` },
});

/** The first of a severity, with room for what is said besides. */
function shownOf(severity: Severity, { error, findings }: Report): readonly Diagnostic[] {
  const own = findings.filter((one) => one.severity === severity);
  if (severity === "error") return own.slice(0, error === null ? shownOfAKind : shownOfAKind - 1);
  if (severity === "warning") return own.slice(0, shownOfAKind);
  return own.slice(0, shownOfAKind - 1);
}

function annotation(finding: Diagnostic, report: Report): string {
  const { rule, severity, message, place, related } = finding;
  const from = place.file.positionAt(place.start);
  const to = place.file.positionAt(place.end);
  const properties = {
    file: repositoryPath(report, place.file.path),
    line: from.line,
    endLine: to.line,
    // GitHub refuses columns of an annotation over several lines.
    ...(from.line === to.line ? { col: from.column, endColumn: to.column } : {}),
    title: rule,
  };
  const others = related.map((one) => {
    const { line, column } = one.place.file.positionAt(one.place.start);
    return `${one.message}: ${repositoryPath(report, one.place.file.path)}:${line}:${column}`;
  });
  return command(commands[severity], properties, [message, ...others].join("\n"));
}

function notShown(left: readonly Diagnostic[]): string {
  const what = `${countsOf(summarise(left, 0))} more than GitHub shows as annotations`;
  return command("notice", { title: "qualspec" }, `${what}; the summary of the job lists all`);
}

/** A workflow command, escaped as the runner undoes it. */
function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(",")}::${escapeData(printable(message))}`;
}

function escapeData(text: string): string {
  return text.replace(/%/gu, "%25").replace(/\r/gu, "%0D").replace(/\n/gu, "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/gu, "%3A").replace(/,/gu, "%2C");
}
