import type { Explanation } from "../diagnostics/explanation.ts";
import { wholeSourceOf } from "../rules/ground.ts";
import { joinWords } from "../text/words.ts";
import { indent, wrap } from "../text/wrap.ts";
import { type Colours, severityColour } from "./colours.ts";

const widest = 100;

/** One rule, whole. */
export function prettyExplanation(one: Explanation, columns: number, chalk: Colours): string {
  const width = Math.min(columns, widest);
  const paint = severityColour(chalk, one.severity);
  return [
    `${chalk.bold(one.id)}  ${paint(one.severity)}`,
    "",
    ...wrap(`${one.summary}.`, width),
    "",
    chalk.bold("Why"),
    ...wrap(one.why, width),
    "",
    chalk.bold("Source"),
    ...wrap(`${wholeSourceOf(one)}${checksOf(one)}`, width),
    "",
    chalk.bold("Good"),
    indent(one.good.trimEnd(), "  "),
    "",
    `${chalk.bold("Bad")}${one.bad.includes("«»") ? "" : `, where ${chalk.bold("«»")} stand around what is wrong`}`,
    indent(one.bad.replace("«»", "").trimEnd(), "  "),
    "",
  ].join("\n");
}

function checksOf({ checks = [] }: Explanation): string {
  return checks.length === 0 ? "" : ` (reviewer's ${checks.length === 1 ? "check" : "checks"} ${joinWords(checks)})`;
}

/** Every rule in a line or two. */
export function prettyExplanations(
  groups: readonly { readonly title: string; readonly explanations: readonly Explanation[] }[],
  columns: number,
  chalk: Colours,
): string {
  const width = Math.min(columns, widest);
  const longest = Math.max(...groups.flatMap(({ explanations }) => explanations.map(({ id }) => id.length)));
  const blocks = groups.map(({ title, explanations }) => {
    const rows = explanations.map((one) => {
      const [first = "", ...rest] = wrap(one.summary, Math.max(30, width - longest - 13));
      const paint = severityColour(chalk, one.severity);
      const head = `  ${one.id.padEnd(longest)}  ${paint(one.severity.padEnd(7))}  ${first}`;
      return [head, ...rest.map((line) => " ".repeat(longest + 13) + line)].join("\n");
    });
    return `${chalk.bold(title)}\n${rows.join("\n")}\n`;
  });
  return `${blocks.join("\n")}\n${chalk.dim("`qualspec explain <rule>` says more about one of them.")}\n`;
}
