import type { RegisterColumn } from "../model/register.ts";

/** The names that a column goes by: in the download of the Register, then in what its programming interface answers. */
const names: Readonly<Record<"number" | RegisterColumn, readonly string[]>> = {
  number: ["Qualification Number", "qualificationNumber", "qualificationNumberNoObliques"],
  title: ["Qualification Title", "title"],
  organisationName: ["Owner Organisation Name", "organisationName"],
  organisationAcronym: ["Owner Organisation Acronym", "organisationAcronym"],
  recognitionNumber: ["Owner Organisation Recognition Number", "organisationRecognitionNumber"],
  level: ["Qualification Level", "level"],
  subLevel: ["Qualification Sub Level", "subLevel"],
  type: ["Qualification Type", "type"],
  credit: ["Total Credits", "totalCredits"],
  sector: ["Qualification SSA", "ssa"],
  regulationStart: ["Regulation Start Date", "regulationStartDate"],
  operationalStart: ["Operational Start Date", "operationalStartDate"],
  operationalEnd: ["Operational End Date", "operationalEndDate"],
  certificationEnd: ["Certification End Date", "certificationEndDate"],
  review: ["Review Date", "reviewDate"],
  totalQualificationTime: ["Total Qualification Time", "tqt"],
  guidedLearningHours: ["Guided Learning Hours", "glh"],
  gradingType: ["Overall Grading Type", "gradingType"],
  gradingScale: ["Grading Scale", "gradingScale"],
  methods: ["Assessment Methods", "assessmentMethods"],
};

/** The download of the whole Register has none of these: nobody misses them. */
const optional: readonly RegisterColumn[] = ["review"];

/** In which position of a row each column stands, whatever the order, case and spaces of the header; null where it is missing. */
export function findColumns(header: readonly string[]): ReadonlyMap<"number" | RegisterColumn, number> {
  const folded = header.map(fold);
  const found = new Map<"number" | RegisterColumn, number>();
  for (const column of Object.keys(names) as ("number" | RegisterColumn)[]) {
    const positions = names[column].map((name) => folded.indexOf(fold(name))).filter((position) => position !== -1);
    if (positions[0] !== undefined) found.set(column, positions[0]);
  }
  return found;
}

/** The name of a column in the download. */
export function columnName(column: "number" | RegisterColumn): string {
  return names[column][0] ?? column;
}

/** The columns of the download that an export does not have. */
export function missingColumns(found: ReadonlyMap<"number" | RegisterColumn, number>): readonly string[] {
  const columns = Object.keys(names) as ("number" | RegisterColumn)[];
  return columns.filter((one) => !found.has(one) && !optional.some((other) => other === one)).map(columnName);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/gu, "");
}
