import { type Diagnostic, severities } from "../diagnostics/diagnostic.ts";
import { printable } from "../text/printable.ts";
import { defineReporter } from "./define-reporter.ts";
import { onOneLine } from "./one-line.ts";
import type { CommandError, Report } from "./report.ts";
import { repositoryPath } from "./repository-path.ts";

/**
 * Test results, as build servers show them: a suite for each file, a case for each finding. What makes the check fail, as
 * errors do, is a failed test; the rest passed and has something to say. A file without findings is a test that passed.
 */
export const junit = defineReporter({
  id: "junit",
  tellsError: "both",
  print: (report) => {
    const byPath = new Map<string, Diagnostic[]>(report.paths.map((path) => [path, []]));
    for (const finding of report.findings) {
      const { path } = finding.place.file;
      byPath.set(path, [...(byPath.get(path) ?? []), finding]);
    }
    const failure = report.error === null ? [] : [failedSuite(report.error)];
    const suites = [
      ...failure,
      ...[...byPath].map(([path, own]) => suiteOf(repositoryPath(report, path), own, report)),
    ];
    const failures = report.findings.filter((one) => isFailure(one, report)).length;
    const tests = failure.length + [...byPath.values()].reduce((sum, own) => sum + Math.max(1, own.length), 0);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites${attributes({ name: "qualspec", tests, failures, errors: failure.length, time: 0 })}>`,
      ...suites,
      "</testsuites>",
      "",
    ].join("\n");
  },
});

function suiteOf(path: string, findings: readonly Diagnostic[], report: Report): string {
  const failures = findings.filter((one) => isFailure(one, report)).length;
  const counts = { tests: Math.max(1, findings.length), failures, errors: 0, skipped: 0, time: 0 };
  const clean = `    <testcase${attributes({ classname: "qualspec", name: path, file: path, time: 0 })}/>`;
  const names = namesOf(findings, path);
  const cases = findings.map((finding, at) => caseOf(finding, names[at] ?? "", path, report));
  return [
    `  <testsuite${attributes({ name: path, ...counts })}>`,
    ...(cases.length === 0 ? [clean] : cases),
    "  </testsuite>",
  ].join("\n");
}

function isFailure({ severity }: Diagnostic, { failsFrom = "error" }: Report): boolean {
  return severities.indexOf(severity) <= severities.indexOf(failsFrom);
}

/** GitLab keeps one of several cases with the same class and name, whatever their file: so each name has its own. */
function namesOf(findings: readonly Diagnostic[], path: string): readonly string[] {
  const met = new Map<string, number>();
  return findings.map(({ rule, message }) => {
    const name = `${path}: ${onOneLine(message)}`;
    const nth = (met.get(`${rule} ${name}`) ?? 0) + 1;
    met.set(`${rule} ${name}`, nth);
    return nth === 1 ? name : `${name} (${nth})`;
  });
}

function caseOf(finding: Diagnostic, name: string, path: string, report: Report): string {
  const { rule, severity, message, place, related } = finding;
  const { line, column } = place.file.positionAt(place.start);
  const said = [
    `${path}:${line}:${column}: ${severity} ${rule} ${message}`,
    ...related.map((one) => {
      const other = one.place.file.positionAt(one.place.start);
      return `${one.message}: ${repositoryPath(report, one.place.file.path)}:${other.line}:${other.column}`;
    }),
  ].join("\n");
  const body = isFailure(finding, report)
    ? `      <failure${attributes({ message, type: rule })}>${escapeXml(said)}</failure>`
    : `      <system-out>${escapeXml(said)}</system-out>`;
  const own = attributes({ classname: rule, name, file: path, line, time: 0 });
  return [`    <testcase${own}>`, body, "    </testcase>"].join("\n");
}

function failedSuite({ message, exitCode }: CommandError): string {
  const counts = { tests: 1, failures: 0, errors: 1, skipped: 0, time: 0 };
  return [
    `  <testsuite${attributes({ name: "qualspec", ...counts })}>`,
    `    <testcase${attributes({ classname: "qualspec", name: "qualspec check", time: 0 })}>`,
    `      <error${attributes({ message, type: `exit-code-${exitCode}` })}>${escapeXml(message)}</error>`,
    "    </testcase>",
    "  </testsuite>",
  ].join("\n");
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replace(/\n/gu, "&#10;").replace(/\t/gu, "&#9;")}"`)
    .join("");
}

/** XML knows no way to write control characters and halves of characters: they are shown as what they are, or as a mark. */
function escapeXml(text: string): string {
  return printable(text)
    .replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;");
}
