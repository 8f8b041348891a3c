import { escapeMarkdown } from "../text/escape-markdown.ts";
import { onOneLine } from "./one-line.ts";

/** Words as words: a word joiner after it keeps an @ or a # from calling somebody, or from being a link to an issue. */
export function plain(text: string): string {
  return escapeMarkdown(onOneLine(text)).replace(/\\?[@#](?=[\p{L}\p{N}_-])/gu, "$&\u2060");
}

/**
 * What people copy: nothing is put into it. Between more backticks than stand in it; code that is empty or only spaces cannot
 * be written.
 */
export function codeSpan(text: string): string {
  const shown = onOneLine(text).replace(/\s+/gu, " ").trim();
  if (shown === "") return "\\`\\`";
  const longest = Math.max(0, ...[...shown.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/u.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}
