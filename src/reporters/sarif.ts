import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { orderFindings } from "../diagnostics/order.ts";
import { printable } from "../text/printable.ts";
import { countOf } from "../text/words.ts";
import type { Waiver } from "../waivers/waiver.ts";
import { defineReporter } from "./define-reporter.ts";
import { fingerprints } from "./fingerprint.ts";
import { type Report, worstFirst } from "./report.ts";
import { isWhole, repositoryPath } from "./repository-path.ts";
import { levels, sarifRules } from "./sarif-rules.ts";

/** GitHub refuses a run with more. */
const mostResults = 25_000;

/** The root of the repository: what it is called in the file, for where it lies is nobody's business. */
const root = "%SRCROOT%";

/** SARIF 2.1.0, as GitHub's code scanning and editors read it. */
export const sarif = defineReporter({
  id: "sarif",
  tellsError: "both",
  print: (report) => {
    const waivers = new Map(report.waived?.map(({ finding, waiver }) => [finding, waiver]));
    const all = orderFindings([...report.findings, ...waivers.keys()]);
    const rules = sarifRules(all.map(({ rule }) => rule));
    const names = fingerprints(all, ({ place }) => repositoryPath(report, place.file.path));
    const nameOf = new Map(all.map((finding, at) => [finding, names[at] ?? ""]));
    const indexOf = new Map(rules.map(({ id }, at) => [id, at]));
    const kept = all.length > mostResults ? worstFirst(all).slice(0, mostResults) : all;
    const run = {
      tool: {
        driver: { name: "qualspec", version: report.version, semanticVersion: report.version, rules },
      },
      columnKind: "utf16CodeUnits",
      originalUriBaseIds: { [root]: { description: { text: "The root of the repository" } } },
      invocations: [invocation(report, all.length - kept.length)],
      results: kept.map((finding) => ({
        ruleIndex: indexOf.get(finding.rule) ?? -1,
        ...resultOf(finding, report),
        partialFingerprints: { "qualspec/v1": nameOf.get(finding) ?? "" },
        ...suppressionOf(waivers.get(finding)),
      })),
    };
    const log = {
      $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      version: "2.1.0",
      runs: [run],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
});

/** A run that found errors has done what it should; one that could not begin or end has not. */
function invocation({ error }: Report, left: number) {
  const cut = `${countOf(left, "finding")} left out, for services take ${mostResults} at most`;
  const own = {
    executionSuccessful: error === null,
    ...(left > 0 ? { toolExecutionNotifications: [{ level: "warning", message: { text: cut } }] } : {}),
  };
  if (error === null) return own;
  const said = [{ level: "error", message: { text: plainMessage(error.message) } }];
  return error.exitCode === 2
    ? { ...own, exitCode: error.exitCode, toolConfigurationNotifications: said }
    : { ...own, exitCode: error.exitCode, toolExecutionNotifications: said };
}

function resultOf({ rule, severity, message, place, related }: Diagnostic, report: Report) {
  const others = related.map((one, at) => ({
    id: at + 1,
    message: { text: plainMessage(one.message) },
    physicalLocation: location(one.place, report),
  }));
  // GitHub shows only those related places that the message links to.
  const links = related.map((one, at) => `[${linkText(one.message)}](${at + 1})`).join(", ");
  const text = plainMessage(message) || rule;
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: links === "" ? text : `${text} (see ${links})` },
    locations: [{ physicalLocation: location(place, report) }],
    ...(others.length === 0 ? {} : { relatedLocations: others }),
  };
}

/** A waiver, which stands in the specification itself. */
function suppressionOf(waiver: Waiver | undefined) {
  if (waiver === undefined) return {};
  const until = waiver.until === null ? "" : ` (until ${waiver.until})`;
  const justification = printable(`${waiver.reason ?? "Waived"}${until}`);
  return { suppressions: [{ kind: "inSource", status: "accepted", justification }] };
}

function location({ file, start, end }: Place, report: Report) {
  const from = file.positionAt(start);
  const to = file.positionAt(end);
  const path = repositoryPath(report, file.path);
  return {
    artifactLocation: isWhole(path) ? { uri: `file://${uriOf(path, "/")}` } : { uri: uriOf(path), uriBaseId: root },
    region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
  };
}

/** A path as a reference: each part percent-encoded, but for the colon of a drive. */
function uriOf(path: string, before: "" | "/" = ""): string {
  const parts = path
    .replace(/^\//u, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .split("/")
    .map((part, at) => (before === "/" && at === 0 && /^[a-z]:$/iu.test(part) ? part : encodeURIComponent(part)));
  return before + parts.join("/");
}

/** Brackets that would be read as a link are escaped, as the standard asks. */
function plainMessage(text: string): string {
  return printable(text).replace(/\[(?=[^\]]*\]\()/gu, "\\[");
}

function linkText(text: string): string {
  return printable(text).replace(/[\\[\]]/gu, "\\$&") || "place";
}
