import { quoted } from "../source/edits/quoted.ts";
import { needsQuotes } from "../source/needs-quotes.ts";
import type { Answers, Draft, Question } from "./define-draft.ts";

export interface Setting {
  /** The comment by which editors know the schema, or null. */
  readonly schemaLine: string | null;
  /** Year-month-day. */
  readonly today: string;
}

/** The text of a file out of the answers that are there. */
export function writeDraft(draft: Draft, answers: Answers, { schemaLine, today }: Setting): string {
  const values: Record<string, string> = { ...draft.derived?.(answers), today };
  if (schemaLine !== null) values["schemaLine"] = schemaLine;
  for (const question of draft.questions) {
    const answer = answers[question.name];
    if (answer !== undefined) values[question.name] = asYaml(answer, question);
  }
  const lines = draft.template.trimStart().split("\n");
  return lines
    .flatMap((line) => filled(line, values) ?? [])
    .filter((line, at, all) => !isEmptyKey(line, all.slice(at + 1)))
    .join("\n");
}

/** Whether of all that a key stood above nothing is left. */
function isEmptyKey(line: string, below: readonly string[]): boolean {
  if (!/^ *\w+:$/u.test(line)) return false;
  const next = below.find((one) => !/^ *(?:#|$)/u.test(one)) ?? "";
  return indentOf(next) <= indentOf(line);
}

function indentOf(line: string): number {
  return line.search(/[^ ]|$/u);
}

const mark = /\$(\w+)/gu;

function filled(line: string, values: Answers): string | null {
  const isAnswered = [...line.matchAll(mark)].every(([, name = ""]) => values[name] !== undefined);
  return isAnswered ? line.replace(mark, (_, name: string) => values[name] ?? "") : null;
}

function asYaml(answer: string, { takes }: Question): string {
  if (takes === "text") return needsQuotes(answer, false) ? quoted(answer) : answer;
  if (takes === "word" || answer === "none") return word(answer);
  return `[${answer
    .split(",")
    .map((one) => word(one.trim()))
    .join(", ")}]`;
}

/** A number stays one, and what is no word has to be seen as what it is. */
function word(answer: string): string {
  return /^[\w.-]+$/u.test(answer) ? answer : JSON.stringify(answer);
}
