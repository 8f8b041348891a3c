import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderFindings } from "../diagnostics/order.ts";
import { houseFinding } from "../house/finding.ts";
import type { Page } from "../page/page.ts";
import { TemplateError } from "../render/template-error.ts";

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

/** The page that `make` makes. @throws PaperFinding where a template of the house makes none */
export function filled(make: () => Page): Page {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new PaperFinding(houseFinding("template-element", error.message, error.place));
  }
}
