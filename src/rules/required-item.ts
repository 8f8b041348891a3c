import type { Path } from "../source/spec-file.ts";

/** One thing that a regulator asks a specification to set out, and where the format has it. */
export interface RequiredItem {
  /** As the regulator numbers it: "E3.2(a)". */
  readonly clause: string;
  /** In our own words. */
  readonly what: string;
  readonly parts: readonly RequiredPart[];
}

/** A key whose value says it, or what has to be summed up from the whole. */
export type RequiredPart =
  | { readonly path: Path; readonly isOptional?: boolean }
  | {
      readonly summary:
        | "combination"
        | "coverage"
        | "unit-methods"
        | "criteria"
        | "unit-credit"
        | "level"
        | "unit-level";
    };
