import { resolve } from "node:path";
import type { DiagnosticRelatedInformation, DiagnosticSeverity, Diagnostic as Shown } from "vscode-languageserver";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import type { PlacedText } from "./placed-text.ts";

/** How a file is told to the editor. */
export interface Placing {
  readonly uri: (path: string) => string;
  readonly text: (path: string, file: SourceFile) => PlacedText;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, advice: 3 };

/** What another server says too, where it knows the schemas: how YAML is written, and the shape of a file. */
const saidByOthers: ReadonlySet<string> = new Set([
  ...["yaml-syntax", "tab-indent", "duplicate-key", "unquoted-colon", "missing-colon", "unclosed-quote"],
  ...["unclosed-bracket", "missing-kind", "unknown-kind", "unknown-key", "missing-key", "wrong-type"],
  ...["unquoted-number", "unknown-word", "wrong-form", "out-of-range", "repeated-item", "comma-in-braces"],
]);

/** Without what another server reports. */
export function withoutShape(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return findings.filter(({ rule }) => !saidByOthers.has(rule));
}

/** A finding as editors show it. */
export function shownFinding(finding: Diagnostic, root: string, placing: Placing): Shown {
  const { rule, severity, ground, message, place, related, fix } = finding;
  const range = ({ file, start, end }: Diagnostic["place"]) =>
    placing.text(resolve(root, file.path), file).range(start, end);
  return {
    range: range(place),
    severity: severities[severity],
    code: rule,
    source: "qualspec",
    message: ground === undefined ? message : `${message} (${ground})`,
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map(
            (other): DiagnosticRelatedInformation => ({
              location: { uri: placing.uri(resolve(root, other.place.file.path)), range: range(other.place) },
              message: other.message,
            }),
          ),
        }),
    data: { rule, pointer: place.pointer, fix: fix?.title ?? null },
  };
}
