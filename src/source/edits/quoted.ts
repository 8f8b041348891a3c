import { insideCurlyQuotes } from "../../text/curly-quotes.ts";

/**
 * A text as YAML writes it in quotation marks: double ones, unless they would need a backslash. They take the place of
 * curly ones around it, as word processors make them.
 */
export function quoted(text: string): string {
  const plain = insideCurlyQuotes(text) ?? text;
  return /["\\]/u.test(plain) ? `'${plain.replaceAll("'", "''")}'` : `"${plain}"`;
}
