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
  if (isTooDeep(data))
    return fault({ kind: "broken", at: "/records", message: "must not hold records so deep in records" });
  if (validate(data)) return { record: data as unknown as LearnerRecord, fault: null };
  const [error] = validate.errors ?? [];
  return fault({ kind: "broken", at: error?.instancePath ?? "", message: error?.message ?? "" });
}

/** A plan holds records of learners, and those hold none: nobody needs more, and a hostile file would fill the stack. */
const deepest = 8;

function isTooDeep(data: Readonly<Record<string, unknown>>): boolean {
  let level: readonly unknown[] = [data];
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap((one) => (isObject(one) && Array.isArray(one["records"]) ? one["records"] : []));
    if (level.length === 0) return false;
  }
  return true;
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
