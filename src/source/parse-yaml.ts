import { type Document, parseDocument } from "yaml";

/** The one way in which we read YAML: version 1.2, and errors as plain data. */
export function parseYaml(text: string): Document.Parsed {
  // "silent" would drop the error for a second document.
  return parseDocument(text, { prettyErrors: false, version: "1.2", logLevel: "error" });
}
