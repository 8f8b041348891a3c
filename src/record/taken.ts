import type { LearnerRecord } from "./learner-record.ts";

/** Where a record remembers when the file was saved that it last took from the other side. */
function takenField(document: string): string {
  return `..taken.${document}`;
}

/** When the last file of the same paper was saved that this record took: "" where nobody knows, null where there was none. */
export function lastTaken(here: LearnerRecord, incoming: LearnerRecord): string | null {
  return here.fields[takenField(incoming.document)] ?? null;
}

/** Whether a file from the other side is older than the one that was taken before, or of unknown age. */
export function isStale(here: LearnerRecord, incoming: LearnerRecord): boolean {
  const known = lastTaken(here, incoming);
  if (known === null) return false;
  return incoming.saved === null || incoming.saved < known;
}

/** Remembers a file that the paper `document` has taken. */
export function withTaken(record: LearnerRecord, incoming: LearnerRecord, document: string): LearnerRecord {
  if (incoming.document === document) return record;
  return { ...record, fields: { ...record.fields, [takenField(incoming.document)]: incoming.saved ?? "" } };
}
