import { type Diagnostic, type Severity, severities } from "../diagnostics/diagnostic.ts";
import { countOf } from "../text/words.ts";
import { defineReporter } from "./define-reporter.ts";
import { codeSpan, plain } from "./markdown-text.ts";
import { onOneLine } from "./one-line.ts";
import { type CommandError, outcomeOf, type Report, worstFirst } from "./report.ts";
import { repositoryPath } from "./repository-path.ts";

/** GitHub takes a comment of 65,536 characters. */
const longestComment = 60_000;

const headings: Readonly<Record<Severity, string>> = { error: "Errors", warning: "Warnings", advice: "Advice" };

/** For a comment on a pull request: worst first, and nothing that stands in a file is markup. */
export const markdown = defineReporter({
  id: "markdown",
  tellsError: "inside",
  print: (report) => markdownWithin(longestComment, report),
});

/** The report in Markdown, of at most about `longest` characters: the worst findings, and how many there are besides. */
export function markdownWithin(longest: number, report: Report): string {
  const { error, findings } = report;
  const head = ["## qualspec", ...(error === null ? [inline(outcomeOf(report))] : failure(error))].join("\n\n");
  const { lists, left } = listsWithin(longest - head.length, findings, report);
  const more = left === 0 ? [] : [`And ${countOf(left, "more finding")}; \`qualspec check\` lists all.`];
  return `${[head, ...lists, ...more].join("\n\n")}\n`;
}

function failure({ message }: CommandError): readonly string[] {
  const [first = "", ...trace] = message.split("\n");
  const lines = trace.map((line) => onOneLine(line).trim()).filter((line) => line !== "");
  const rest = lines.map((line) => `    ${line}`).join("\n");
  return [`The check could not be finished. ${inline(first)}`, ...(rest === "" ? [] : [rest])];
}

function listsWithin(room: number, findings: readonly Diagnostic[], report: Report) {
  const items = worstFirst(findings).map((finding) => ({ severity: finding.severity, text: item(finding, report) }));
  let length = 0;
  const kept = items.filter(({ text }) => {
    length += text.length + 1;
    return length <= room;
  });
  const lists = severities.flatMap((severity) => {
    const own = kept.filter((one) => one.severity === severity);
    return own.length === 0 ? [] : [`### ${headings[severity]}`, own.map(({ text }) => text).join("\n")];
  });
  return { lists, left: items.length - kept.length };
}

function item({ rule, message, place, related }: Diagnostic, report: Report): string {
  const others = related.map((one) => `${inline(one.message)}: ${where(one.place, report)}`);
  const about = others.length === 0 ? "" : ` (${others.join("; ")})`;
  return `- ${where(place, report)} ${codeSpan(rule)}: ${inline(message)}${about}`;
}

function where({ file, start }: Diagnostic["place"], report: Report): string {
  const { line, column } = file.positionAt(start);
  return codeSpan(`${repositoryPath(report, file.path)}:${line}:${column}`);
}

/** Our own words, escaped to be safe, with what messages put between backticks as code. */
function inline(message: string): string {
  const parts = onOneLine(message).split("`");
  return parts
    .map((part, at) => {
      const isCode = at % 2 === 1 && at < parts.length - 1;
      if (isCode) return codeSpan(part);
      return `${at > 0 && at === parts.length - 1 && parts.length % 2 === 0 ? "\\`" : ""}${plain(part)}`;
    })
    .join("");
}
