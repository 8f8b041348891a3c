import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { defineReporter } from "./define-reporter.ts";
import { fingerprints } from "./fingerprint.ts";
import { onOneLine } from "./one-line.ts";
import type { CommandError, Report } from "./report.ts";
import { repositoryPath } from "./repository-path.ts";

const severities: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", advice: "info" };

/** What GitLab shows in a merge request as Code Quality. */
export const gitlab = defineReporter({
  id: "gitlab",
  tellsError: "both",
  print: (report) => {
    const pathOf = ({ place }: Diagnostic) => repositoryPath(report, place.file.path);
    const names = fingerprints(report.findings, pathOf);
    const issues = report.findings.map((finding, at) => ({
      type: "issue",
      check_name: finding.rule,
      description: onOneLine(finding.message),
      severity: severities[finding.severity],
      fingerprint: names[at] ?? "",
      location: { path: pathOf(finding), lines: { begin: finding.place.file.positionAt(finding.place.start).line } },
    }));
    return `${JSON.stringify([...(report.error === null ? [] : [issueOf(report.error, report)]), ...issues], null, 2)}\n`;
  },
});

/** The format has no word for a run that failed, and without an issue the request would look as if all was well. */
function issueOf({ message, exitCode }: CommandError, { below }: Report) {
  return {
    type: "issue",
    check_name: "qualspec",
    description: onOneLine(message),
    severity: "blocker",
    fingerprint: `qualspec-${exitCode}`,
    location: { path: below === "" ? "." : below.replace(/\/$/u, ""), lines: { begin: 1 } },
  };
}
