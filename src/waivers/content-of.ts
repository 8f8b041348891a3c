import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { contentMark } from "../model/content-hash.ts";
import { fromPointer } from "../source/spec-file.ts";
import type { Located } from "./locate.ts";

/**
 * A mark of what a finding is about: whose it is, which keys lead to it, and its text. It stays when the text moves or is
 * laid out in another way, and changes with any word of it, so that what was accepted does not cover what comes later.
 */
export function contentOf({ place }: Diagnostic, { owner, outcome, criterion, pointer }: Located): string {
  const steps = fromPointer(pointer)
    .map(String)
    .filter((step) => !/^\d+$/u.test(step));
  const text = criterion?.text ?? outcome?.text ?? null;
  // A criterion may be a text alone, or a map: what it says is the same.
  const isText =
    text !== null && (steps.length === 0 || steps.join("/") === (criterion === null ? "outcome" : "criterion"));
  const own = isText ? [] : [...steps, writtenText(place, owner?.origin.spec.data)];
  return contentMark([owner?.id ?? "", plain(text ?? ""), ...own]);
}

/** The value, where it is one word, number or text; else what is shown of it. Nothing where it is not written at all. */
function writtenText({ file, start, end, pointer }: Place, data: unknown): string {
  let value = data;
  for (const step of fromPointer(pointer)) {
    if (typeof value !== "object" || value === null) return "";
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  if (value === undefined) return "";
  return plain(typeof value === "object" ? file.text.slice(start, end) : String(value));
}

function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
