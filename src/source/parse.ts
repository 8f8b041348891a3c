import type { Document } from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { convert } from "./convert.ts";
import { finding } from "./finding.ts";
import { deepestAllowed, findTooDeep } from "./nesting.ts";
import { parseYaml } from "./parse-yaml.ts";
import { SpecFile } from "./spec-file.ts";
import { explainSyntaxErrors } from "./syntax/explain.ts";

export interface Parsed {
  /** null where the text is not YAML that can be relied on. */
  readonly spec: SpecFile | null;
  readonly findings: readonly Diagnostic[];
}

/** Reads the one YAML document of a file. Syntax errors stop the file; what YAML would lose in silence is a finding. */
export function parse(file: SourceFile): Parsed {
  if (file.text.trim() === "") return stop(emptyFile(file, "empty file"));
  const tooDeep = findTooDeep(file.text);
  if (tooDeep !== null) {
    const message = `Unexpected nesting of more than ${deepestAllowed} levels, expected a few; remove the brackets or dashes that open here`;
    return stop(finding(file, "nesting-too-deep", message, tooDeep, tooDeep + 1));
  }
  const document = parseYaml(file.text);
  const syntax = explainSyntaxErrors(file, document);
  if (syntax.length > 0) return { spec: null, findings: syntax };
  if (document.contents === null) return stop(emptyFile(file, "file with comments only"));
  return converted(file, document);
}

function converted(file: SourceFile, document: Document.Parsed): Parsed {
  const { data, findings } = convert(file, document);
  const stops = findings.some((one) => one.severity === "error");
  return { spec: stops ? null : new SpecFile(file, document, data), findings };
}

function stop(one: Diagnostic): Parsed {
  return { spec: null, findings: [one] };
}

function emptyFile(file: SourceFile, what: string): Diagnostic {
  const message = `Unexpected ${what}, expected a specification that begins with \`kind:\`, \`id:\` and \`title:\`; restore the text or delete the file`;
  return finding(file, "empty-file", message, 0, 0);
}
