import type { ExitCode } from "../cli/exit-code.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** How many findings of each severity, in how many files looked at. */
export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly advice: number;
}

export interface CommandError {
  readonly message: string;
  readonly exitCode: ExitCode;
}

export function summarise(findings: readonly Diagnostic[], files: number): Summary {
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  return { files, errors: count("error"), warnings: count("warning"), advice: count("advice") };
}
