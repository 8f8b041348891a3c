import type { Document } from "yaml";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { parseYaml } from "./parse-yaml.ts";

/** What YAML makes of a text takes ten times the room of the text: of thousands of files, it is kept of so many only. */
const mostKept = 500;

const kept = new Map<SourceFile, Document.Parsed>();

/** Where in a text everything stands, read once more where that was long ago: of most files nobody ever asks. */
export function documentOf(source: SourceFile): Document.Parsed {
  return kept.get(source) ?? keepDocument(source, parseYaml(source.text));
}

/** Keeps a document while it is among the last ones. */
export function keepDocument(source: SourceFile, document: Document.Parsed): Document.Parsed {
  kept.set(source, document);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return document;
}
