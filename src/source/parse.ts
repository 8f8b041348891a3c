import type { Document } from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { excerpt } from "../text/words.ts";
import { convert } from "./convert.ts";
import { finding } from "./finding.ts";
import { deepestAllowed, findTooDeep } from "./nesting.ts";
import { parseYaml } from "./parse-yaml.ts";
import { keepDocument } from "./recent-documents.ts";
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
  const stray = findStray(file);
  if (stray !== null) return stop(stray);
  const document = parseYaml(file.text);
  const syntax = explainSyntaxErrors(file, document);
  if (syntax.length > 0) return { spec: null, findings: syntax };
  if (document.contents === null) return stop(emptyFile(file, "file with comments only"));
  return converted(file, document);
}

/** What YAML reads in a way that nobody means, wherever it stands. */
function findStray(file: SourceFile): Diagnostic | null {
  const carriageReturn = file.text.search(/\r(?!\n)/u);
  if (carriageReturn !== -1) {
    const message =
      "Unexpected carriage return alone, expected the line ends of Windows or Unix; save the file again with one of these";
    return finding(file, "yaml-syntax", message, carriageReturn, carriageReturn + 1);
  }
  const unmerged = /^<{7}[ \t].*$/mu.exec(file.text);
  if (unmerged !== null && /^>{7}[ \t]/mu.test(file.text)) {
    const why = "which marks two versions that were not merged; keep one of them and remove the marks";
    return strayLine(file, unmerged, why);
  }
  const directive = /^%(?!YAML 1\.2[ \t]*$)\w.*$/mu.exec(file.text);
  if (directive === null || /^[^%#\s]/mu.test(file.text.slice(0, directive.index))) return null;
  return strayLine(file, directive, "expected the specification alone; remove the line");
}

function strayLine(file: SourceFile, { 0: line, index }: RegExpExecArray, why: string): Diagnostic {
  const written = line.trimEnd();
  return finding(file, "yaml-syntax", `Unexpected ${excerpt(written, 40)}, ${why}`, index, index + written.length);
}

function converted(file: SourceFile, document: Document.Parsed): Parsed {
  const { data, blockTexts, findings } = convert(file, document);
  const stops = findings.some((one) => one.severity === "error");
  if (stops) return { spec: null, findings };
  keepDocument(file, document);
  return { spec: new SpecFile(file, data, blockTexts), findings };
}

function stop(one: Diagnostic): Parsed {
  return { spec: null, findings: [one] };
}

function emptyFile(file: SourceFile, what: string): Diagnostic {
  const message = `Unexpected ${what}, expected a specification that begins with \`kind:\`, \`id:\` and \`title:\`; restore the text or delete the file`;
  return finding(file, "empty-file", message, 0, 0);
}
