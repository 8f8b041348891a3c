import type { Place } from "../diagnostics/diagnostic.ts";

/** What an export of a regulator's public register says of a qualification, and is compared with the specification. */
export const registerColumns = [
  "title",
  "organisationName",
  "organisationAcronym",
  "recognitionNumber",
  "level",
  "subLevel",
  "type",
  "credit",
  "sector",
  "regulationStart",
  "operationalStart",
  "operationalEnd",
  "certificationEnd",
  "review",
  "totalQualificationTime",
  "guidedLearningHours",
  "gradingType",
  "gradingScale",
  "methods",
] as const;

export type RegisterColumn = (typeof registerColumns)[number];

export interface RegisterCell {
  /** Without the spaces around it; empty where the register says nothing. */
  readonly text: string;
  /**
   * The days, as year-month-day, that a date can mean: several where nothing in the export tells the day from the month,
   * none where the cell holds no date.
   */
  readonly days: readonly string[];
  readonly place: Place;
}

/** One row: a column that the export does not have is left out. */
export type RegisterRow = Readonly<Partial<Record<RegisterColumn, RegisterCell>>>;

/** An export of a regulator's public register. */
export interface Register {
  /** As printed. */
  readonly path: string;
  /** The rows of a qualification, by its number with or without its slashes. */
  readonly rowsOf: (number: string) => readonly RegisterRow[];
}
