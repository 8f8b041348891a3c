import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { countOf } from "../text/words.ts";

/** What stands in backticks is code. */
export interface WordsView {
  readonly parts: readonly { readonly text: string; readonly isCode: boolean }[];
}

export interface FindingsView {
  readonly findings: readonly FileView[];
  /** How many are left out, in words; empty where none is. */
  readonly more: string;
}

interface FileView {
  readonly path: string;
  readonly findings: readonly object[];
}

/** More than this nobody reads on a page. */
const mostShown = 200;
/** Of a line, as much as can be taken in. */
const longestExcerpt = 200;

/** Findings file by file; `linkTo` leads to the place of one in a paper. */
export function findingsView(
  findings: readonly Diagnostic[],
  linkTo: (finding: Diagnostic) => { readonly id: string; readonly href: string } | null = () => null,
): FindingsView {
  const shown = findings.slice(0, mostShown);
  const paths = [...new Set(shown.map(({ place }) => place.file.path))];
  const left = findings.length - shown.length;
  return {
    findings: paths.map((path) => ({
      path,
      findings: shown
        .filter(({ place }) => place.file.path === path)
        .map((one) => ({ ...findingView(one), anchor: linkTo(one) })),
    })),
    more: left === 0 ? "" : `And ${countOf(left, "finding")} more: mend some of these first.`,
  };
}

function findingView(finding: Diagnostic) {
  const { severity, rule, message, place, related } = finding;
  return {
    severity,
    rule,
    line: place.file.positionAt(place.start).line,
    message: wordsView(`${message}.`),
    excerpt: excerptOf(finding),
    related: related.map(({ message: what, place: { file, start } }) => ({
      text: `${what}: ${file.path}, line ${file.positionAt(start).line}`,
    })),
  };
}

/** The line of the file, and what is meant in it. */
function excerptOf({ place: { file, start, end } }: Diagnostic) {
  const { line, column } = file.positionAt(start);
  const text = file.line(line);
  if (text.trim() === "" || text.length > longestExcerpt) return null;
  const last = Math.min(text.length, column - 1 + Math.max(end - start, 0));
  return {
    before: text.slice(0, column - 1).trimStart(),
    marked: text.slice(column - 1, last),
    after: text.slice(last),
  };
}

export function wordsView(text: string): WordsView {
  const parts = text.split("`").map((part, at) => ({ text: part, isCode: at % 2 === 1 }));
  return { parts: parts.filter((part) => part.text !== "") };
}
