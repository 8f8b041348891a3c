import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderFindings } from "../diagnostics/order.ts";

/** What is wrong with a template of the house, as it shows when a paper is filled. */
export class PaperFinding extends Error {
  readonly finding: Diagnostic;

  constructor(finding: Diagnostic) {
    super(finding.message);
    this.name = "PaperFinding";
    this.finding = finding;
  }

  /** With what was found before. */
  among(findings: readonly Diagnostic[]): readonly Diagnostic[] {
    return orderFindings([...findings, this.finding]);
  }
}
