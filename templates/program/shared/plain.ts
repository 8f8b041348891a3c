import { plainText as wordsOf } from "../../../src/record/plain-text.ts";

/** The words of a criterion's text, which is inline CommonMark, as the page prints them, for where they stand as plain text. */
export function plainText(markdown: string): string {
  return wordsOf(markdown, characterNamed);
}

/** The browser knows the names of all characters; in such a box nothing else than words is ever read. */
function characterNamed(name: string): string | null {
  const box = document.createElement("textarea");
  const written = `&${name};`;
  box.innerHTML = written;
  // It also reads names that are not ended, such as "&not" in "&notit;".
  return box.value === written || (box.value.endsWith(";") && name !== "semi") ? null : box.value;
}
