import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { defineReporter } from "./define-reporter.ts";
import { onOneLine } from "./one-line.ts";

/**
 * One line for each finding, for editors and scripts: `path:line:column: severity rule message`.
 * Vim's errorformat for it is `%f:%l:%c: %t%*[a-z] %m`; a problem matcher's pattern
 * `^(.+?):(\d+):(\d+): (error|warning|advice) (\S+) (.+)$`.
 */
export const compact = defineReporter({
  id: "compact",
  tellsError: "beside",
  print: ({ findings }) => findings.map((one) => `${oneLineOf(one)}\n`).join(""),
});

export function oneLineOf({ rule, severity, message, place }: Diagnostic): string {
  const { line, column } = place.file.positionAt(place.start);
  return onOneLine(`${place.file.path}:${line}:${column}: ${severity} ${rule} ${message}`);
}
