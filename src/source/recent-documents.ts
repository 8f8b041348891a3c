import type { Document } from "yaml";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { Recent } from "../text/recent.ts";
import { parseYaml } from "./parse-yaml.ts";

/** What YAML makes of a text takes ten times the room of the text, and of most files nobody asks where anything stands. */
const documents = new Recent<SourceFile, Document.Parsed>(250);

/** Where in a text everything stands, read once more where that was long ago. */
export function documentOf(source: SourceFile): Document.Parsed {
  return documents.get(source, ({ text }) => parseYaml(text));
}

/** Keeps a document while it is among the last ones. */
export function keepDocument(source: SourceFile, document: Document.Parsed): void {
  documents.keep(source, document);
}
