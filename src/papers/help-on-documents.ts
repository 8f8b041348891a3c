import type { Document } from "../documents/define-document.ts";
import { documents } from "../documents/index.ts";
import { wordsFor } from "../words/words.ts";

/** The names of all papers for the help of `build`, with what they are called. */
export function helpOnDocuments(): string {
  const words = wordsFor({});
  const width = Math.max(...documents.map(({ id }) => id.length));
  const lines = documents.map((document) =>
    `  ${document.id.padEnd(width)}  ${words(`document.${document.id}`)}${noteOn(document)}`.trimEnd(),
  );
  return `Papers for --document:\n${lines.join("\n")}`;
}

function noteOn({ isUsual, isAboutSpecification }: Document): string {
  if (isUsual === true) return " (made without a choice)";
  return isAboutSpecification === true ? " (not with --all)" : "";
}
