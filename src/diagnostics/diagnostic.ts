import type { SourceFile } from "./source-file.ts";

export const severities = ["error", "warning", "advice"] as const;

/** error: the specification breaks a rule. warning: a reviewer would ask. advice: an editor would suggest. */
export type Severity = (typeof severities)[number];

/** A stretch of a file, in UTF-16 offsets, end exclusive; `pointer` is the JSON Pointer of the value concerned. */
export interface Place {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly pointer: string;
}

export interface Related {
  readonly message: string;
  readonly place: Place;
}

/** One stretch of a file and what takes its place. */
export interface Edit {
  /** Where it is not the file that the finding is in. */
  readonly file?: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The one right answer to a finding, as edits that do not overlap. */
export interface Fix {
  /** What is done, as an order: "Quote the number". */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** One thing that is wrong, where it is, and the other places that it disagrees with. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  /** Who asks for it of this specification, in a few words; left out where it is the format itself. */
  readonly ground?: string;
  /** "Unexpected X, expected Y; what to do": no final stop. */
  readonly message: string;
  readonly place: Place;
  readonly related: readonly Related[];
  /** Where there is only one right answer. */
  readonly fix?: Fix;
}
