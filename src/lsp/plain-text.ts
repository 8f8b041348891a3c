import type { MarkupContent } from "vscode-languageserver";

/** Our Markdown for an editor that shows letters as they are: without the signs that make it bold, and those that escape others. */
export function asPlainText({ value }: MarkupContent): MarkupContent {
  const text = value.replace(/(?<!\\)\*\*/gu, "").replace(/\\([!-/:-@[-`{-~])/gu, "$1");
  return { kind: "plaintext", value: text };
}
