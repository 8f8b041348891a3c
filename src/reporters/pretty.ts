import type { Diagnostic, Place, Severity } from "../diagnostics/diagnostic.ts";
import { printable } from "../text/printable.ts";
import { countOf, joinWords } from "../text/words.ts";
import { wrap } from "../text/wrap.ts";
import { type Colours, severityColour } from "./colours.ts";
import { defineReporter } from "./define-reporter.ts";
import { prettyDiff, prettyMended } from "./mending.ts";
import type { Report } from "./report.ts";
import { prettyWaivers, prettyWritten } from "./waivers.ts";

const widest = 100;
const margin = "  ";

/** For people at a terminal. */
export const pretty = defineReporter({
  id: "pretty",
  tellsError: "beside",
  isPainted: true,
  print: (report, { columns, colours }) => {
    const { error, findings, mending, waivers, written, verdict = null } = report;
    // Nothing beside a diff, so that it can be applied.
    if (mending !== undefined && mending.diff !== null) return prettyDiff(mending.diff, colours);
    const mended = mending === undefined ? "" : prettyMended(mending, colours);
    const found = prettyFindings(findings, columns, colours);
    const accepted =
      (written === undefined ? "" : prettyWritten(written, colours)) +
      (waivers === undefined ? "" : prettyWaivers(waivers, columns, colours));
    const end = error === null ? prettySummary(report, colours) : "";
    return mended + accepted + found + end + (error === null && verdict !== null ? `${verdict}\n` : "");
  },
});

/** Findings for people: file by file, each with the line that it is about, and what to do. */
export function prettyFindings(findings: readonly Diagnostic[], columns: number, chalk: Colours): string {
  const width = Math.max(40, Math.min(columns, widest));
  const files = new Set(findings.map((one) => one.place.file.path));
  const blocks = [...files].map((path) => {
    const own = findings.filter((one) => one.place.file.path === path);
    return `${chalk.underline(printable(path))}\n${own.map((one) => prettyFinding(one, width, chalk)).join("\n")}`;
  });
  return blocks.length === 0 ? "" : `${blocks.join("\n")}\n`;
}

type SummaryParts = Pick<Report, "summary" | "mending" | "mendable" | "unread" | "waived">;

/** "Checked 21 files: 1 error and 2 warnings." */
export function prettySummary(
  { summary, mending, mendable = 0, unread = 0, waived = [] }: SummaryParts,
  chalk: Colours,
): string {
  const { files, errors, warnings, advice } = summary;
  const checked = `Checked ${countOf(files, "file")}`;
  const counts = [
    errors > 0 ? chalk.red(countOf(errors, "error")) : "",
    warnings > 0 ? chalk.yellow(countOf(warnings, "warning")) : "",
    advice > 0 ? chalk.cyan(countOf(advice, "piece of advice", "pieces of advice")) : "",
  ].filter((one) => one !== "");
  const besides = waived.length === 0 ? "" : `, ${waived.length} waived`;
  if (counts.length === 0) return `${checked}: ${chalk.green("nothing wrong found")}${besides}.\n`;
  const isOne = errors + warnings + advice === 1;
  const what = isOne ? "It" : `${mendable} of them`;
  const can =
    mending !== undefined
      ? `${countOf(mendable, "fix was", "fixes were")} left out, since another fault would have come with it. `
      : `${what} can be mended by \`qualspec check --fix\`. `;
  const mends = mendable === 0 ? "" : can;
  const more = unread === 0 ? "" : `More may be found in ${countOf(unread, "file")} when this is mended. `;
  const hint = chalk.dim(`${mends}${more}\`qualspec explain <rule>\` says more about a rule.`);
  return `${checked}: ${joinWords(counts)}${besides}. ${hint}\n`;
}

function prettyFinding(finding: Diagnostic, width: number, chalk: Colours): string {
  const { line, column } = finding.place.file.positionAt(finding.place.start);
  const paint = severityColour(chalk, finding.severity);
  const head = `${margin}${line}:${column}  ${paint(finding.severity)}  ${chalk.dim([finding.rule, ...(finding.ground === undefined ? [] : [`(${finding.ground})`])].join("  "))}`;
  const message = wrap(printable(finding.message), width - 4).map((text) => `${margin}${margin}${text}`);
  const related = finding.related.map(
    (one) => `${margin}${margin}${chalk.dim(relatedLine(one.message, one.place, finding.place))}`,
  );
  return [head, ...message, ...frame(finding.place, finding.severity, width, chalk), ...related, ""].join("\n");
}

/** The line of the file, with what is meant underlined. */
function frame(place: Place, severity: Severity, width: number, chalk: Colours): string[] {
  const { line, column } = place.file.positionAt(place.start);
  const written = place.file.line(line);
  if (written.trim() === "") return [];
  const gutter = `${margin}${margin}${String(line).padStart(4)} | `;
  const room = width - gutter.length;
  const from = column - 1 + 8 < room ? 0 : Math.max(0, column - 1 - Math.floor(room / 3));
  const shown = printable(written.slice(from, from + room).replace(/\t/gu, " "));
  const to = place.file.positionAt(place.end);
  const last = to.line === line ? to.column - 1 : written.length;
  const length = Math.max(1, Math.min(last, from + room) - (column - 1));
  const pad = " ".repeat(gutter.length - 2);
  const carets = `${" ".repeat(column - 1 - from)}${severityColour(chalk, severity)("^".repeat(length))}`;
  return [chalk.dim(gutter) + shown.trimEnd(), `${chalk.dim(`${pad}| `)}${carets}`];
}

function relatedLine(message: string, place: Place, main: Place): string {
  const { line, column } = place.file.positionAt(place.start);
  const where = place.file === main.file ? `line ${line}, column ${column}` : `${place.file.path}:${line}:${column}`;
  return printable(`${message}: ${where}`);
}
