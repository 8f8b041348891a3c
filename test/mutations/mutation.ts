/** One edit of a file in specs/, or in another workspace that is right, and everything that has to be found then: nothing else may be. */
export interface Mutation {
  readonly about: string;
  /** Below the workspace. */
  readonly file: string;
  /** The text that is replaced, which stands once in the file; null for the whole of it. */
  readonly replace: string | null;
  /** Which of several, from 1. */
  readonly nth?: number;
  /** What stands there instead: « » around the text of each finding. */
  readonly by: string;
  /** The rule of each finding, in the order of the marks. */
  readonly rules: readonly string[];
  /** Where the findings are, when not in what was written: a text that stands once in a file, with marks in it. */
  readonly at?: Spot;
  /** Where the first finding points besides. */
  readonly related?: Spot;
  /** Words that the message of the first finding holds. */
  readonly says?: string;
  /** Files beside those of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
  readonly encoding?: "latin1" | "utf16le";
  /** Whether everything is checked, where it would do to check the file and what uses it. */
  readonly isWhole?: boolean;
}

export type Spot = string | { readonly file: string; readonly text: string };

type Extra = Partial<Pick<Mutation, "nth" | "at" | "related" | "says" | "files" | "encoding" | "isWhole">>;

/** A row of a table of mutations. */
export function mutation(
  about: string,
  file: string,
  replace: string | null,
  by: string,
  rules: string,
  extra: Extra = {},
): Mutation {
  return { about, file, replace, by, rules: rules.split(" ").filter((rule) => rule !== ""), ...extra };
}

export const certificate = "qualifications/l2-adult-social-care-cert.yaml";
export const horticulture = "qualifications/l3-community-horticulture.yaml";
export const award = "qualifications/l5-digital-leadership.yaml";
export const role = "units/asc01.yaml";
export const safety = "units/hort-safety.yaml";
