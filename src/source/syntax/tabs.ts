import { type Document, visit } from "yaml";
import type { Edit, Fix } from "../../diagnostics/diagnostic.ts";
import { fixOf } from "../../diagnostics/fix.ts";
import { parseYaml } from "../parse-yaml.ts";
import type { Line } from "./case.ts";
import { certainRepair } from "./repair.ts";

/** As many spaces as editors show for a tab; the first is what this format is written with. */
const widths = [2, 4, 8];
/** Longer texts are not read again and again. */
const longestText = 200_000;

/** Spaces for the tabs at the starts of all lines, where every width of a tab that can be read says the same. */
export function spacesForTabs(text: string): Fix | null {
  if (text.length > longestText) return null;
  const readings = widths.flatMap((width) => {
    const edits = expanded(text, width);
    const document = parseYaml(applied(text, edits));
    const isReadable = document.errors.length === 0 && !hasAlias(document);
    return isReadable ? [{ edits, data: JSON.stringify(document.toJS()) }] : [];
  });
  const [first] = readings;
  if (first === undefined || readings.some(({ data }) => data !== first.data)) return null;
  return fixOf("Indent with spaces", first.edits);
}

/** A space for each other blank: it is as wide, so that the columns stay as they are shown. */
export function spacesForBlanks(text: string, line: Line, margin: string): Fix | null {
  const repair = { start: line.start, end: line.start + margin.length, text: " ".repeat(margin.length) };
  return certainRepair(text, "Indent with plain spaces", repair);
}

function expanded(text: string, width: number): readonly Edit[] {
  return [...text.matchAll(/^[ \t]*\t[ \t]*/gmu)].map(({ index, 0: margin }) => {
    const columns = [...margin].reduce((sofar, blank) => sofar + (blank === "\t" ? width - (sofar % width) : 1), 0);
    return { start: index, end: index + margin.length, text: " ".repeat(columns) };
  });
}

function hasAlias(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight((sofar, { start, end, text: by }) => sofar.slice(0, start) + by + sofar.slice(end), text);
}
