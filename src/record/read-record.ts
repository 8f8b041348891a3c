import validate from "../generated/validate-learner-record.js";
import type { LearnerRecord } from "./learner-record.ts";

/** What is wrong with a file that should be a learner record. */
export type RecordFault =
  | { readonly kind: "not-json" }
  | { readonly kind: "not-a-record" }
  /** Written by a later version of qualspec. */
  | { readonly kind: "newer" }
  /** The place as a JSON pointer, and what is wrong there. */
  | { readonly kind: "broken"; readonly at: string; readonly message: string };

export type ReadRecord =
  | { readonly record: LearnerRecord; readonly fault: null }
  | { readonly record: null; readonly fault: RecordFault };

/** Reads a learner record, whoever wrote it. */
export function readRecord(text: string): ReadRecord {
  const fault = (one: RecordFault): ReadRecord => ({ record: null, fault: one });
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return fault({ kind: "not-json" });
  }
  if (!isObject(data) || data["format"] !== "qualspec-learner-record") return fault({ kind: "not-a-record" });
  if (typeof data["version"] === "number" && data["version"] > 1) return fault({ kind: "newer" });
  if (validate(data)) return { record: data as unknown as LearnerRecord, fault: null };
  const [error] = validate.errors ?? [];
  return fault({ kind: "broken", at: error?.instancePath ?? "", message: error?.message ?? "" });
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
