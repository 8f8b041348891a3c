import { SourceFile } from "../diagnostics/source-file.ts";
import { parse } from "../source/parse.ts";
import type { Piece } from "../source/pieces/take-items.ts";
import { isSameData } from "../source/same-data.ts";

/** A comment that waives a rule speaks of the line below it: it has to stay there. */
const isWaiver = (line: string) => /^#\s*qualspec:/iu.test(line);

/** A piece as a file of its own. */
export function unitFile({ above, lines }: Piece, schemaLine: string | null): string {
  const first = [...(schemaLine === null ? [] : [schemaLine])];
  const kind = "kind: unit";
  const head = above.some(isWaiver) ? [kind, ...above] : [...above, kind];
  return `${[...first, ...head, ...lines].join("\n")}\n`;
}

/** A text with its own line ends, as those of another text are. */
export function withLineEndsOf(other: string, text: string): string {
  return other.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text;
}

/** A text that ends with a line end, so that lines can follow. */
export function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}${text.includes("\r\n") ? "\r\n" : "\n"}`;
}

/** Whether a text says this and nothing else, whatever the order of keys. */
export function says(text: string, path: string, wanted: unknown): boolean {
  const made = parse(new SourceFile(path, text)).spec;
  return made !== null && isSameData(made.data, wanted);
}
