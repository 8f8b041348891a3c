import type { Severity } from "../diagnostics/diagnostic.ts";
import type { Explanation } from "../diagnostics/explanation.ts";
import { wholeSourceOf } from "../rules/ground.ts";
import { explanations, packs } from "../rules/index.ts";
import { joinWords } from "../text/words.ts";

export const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", advice: "note" };

/** GitHub's words for the same. */
const problems: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", advice: "recommendation" };

/** GitHub takes so many tags of a rule. */
const mostTags = 20;

/** Every rule that could have found something, and after them those of `met` that nobody has explained. */
export function sarifRules(met: readonly string[]) {
  const known = new Set(explanations.map(({ id }) => id));
  const unexplained = [...new Set(met)].filter((id) => !known.has(id));
  return [...explanations.map(describe), ...unexplained.map(nameOnly)];
}

function describe(one: Explanation) {
  const { id, severity, summary, why, basis } = one;
  const regulators = packs
    .filter(({ rules }) => rules.some((rule) => rule.id === id))
    .flatMap((pack) => pack.regulator ?? []);
  return {
    id,
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: `${summary}. ${why}` },
    help: { text: helpText(one), markdown: helpMarkdown(one) },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [basis, ...regulators].slice(0, mostTags),
      precision: "very-high",
      "problem.severity": problems[severity],
    },
  };
}

function nameOnly(id: string) {
  const text = { text: id };
  return { id, shortDescription: text, fullDescription: text, help: text };
}

function helpText(one: Explanation): string {
  return `${one.why}\n\nSource: ${sourceOf(one)}\n\nGood:\n\n${one.good}\nBad:\n\n${unmarked(one.bad)}`;
}

function helpMarkdown(one: Explanation): string {
  const marks = unmarked(one.bad).includes("«") ? " («» stand around what is wrong)" : "";
  return [
    one.why,
    `**Source**: ${sourceOf(one)}`,
    "**Good**",
    fenced(one.good),
    `**Bad**${marks}`,
    fenced(unmarked(one.bad)),
  ].join("\n\n");
}

function sourceOf(one: Explanation): string {
  const source = wholeSourceOf(one);
  const { checks = [] } = one;
  if (checks.length === 0) return source;
  return `${source} (reviewer's ${checks.length === 1 ? "check" : "checks"} ${joinWords(checks)})`;
}

/** Where nothing is there to stand between, marks only puzzle. */
function unmarked(bad: string): string {
  return bad.replace("«»", "");
}

function fenced(text: string): string {
  return `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
}
