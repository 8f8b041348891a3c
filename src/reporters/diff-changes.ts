import type { Change } from "../diff/change.ts";
import type { ComparedQualification, Comparison } from "../diff/compare.ts";
import type { Described } from "../diff/describe.ts";
import { sectionsOf } from "../diff/overview.ts";
import { printable } from "../text/printable.ts";
import { capitalise } from "../text/words.ts";
import { indent, wrap } from "../text/wrap.ts";
import type { Words } from "../words/words.ts";

/** Entries for the key `changes` of each qualification, as YAML to be pasted: its version, the day, and what is different. */
export function changeEntries({ qualifications, changes, names }: Comparison, words: Words, today: string): string {
  if (qualifications.length === 0) return "# No qualification has changed.\n";
  return qualifications
    .map((compared) => {
      const own = changes.filter((change) => change.qualifications.includes(compared.after.id));
      return entryOf(compared, summaryOf(own, names, words), today);
    })
    .join("\n");
}

function entryOf({ after, version }: ComparedQualification, summary: string, today: string): string {
  const isIssued = version.state === "enough";
  const stated = isIssued ? version.after : (version.recommended ?? version.after);
  const date = isIssued ? (after.source.issued ?? today) : today;
  // A block of text needs no quotes, whatever stands in it.
  const lines = wrap(summary, 100).join("\n");
  return [
    `# ${printable(after.id)}`,
    "changes:",
    `  - version: ${JSON.stringify(stated ?? "1.0")}`,
    `    date: ${date}`,
    "    summary: >-",
    `${indent(lines, "      ")}\n`,
  ].join("\n");
}

/** "Title reworded. Unit B1: credit changed from 3 credits to 4 credits; criterion 1.2 reworded." */
function summaryOf(changes: readonly Change[], names: Comparison["names"], words: Words): string {
  return sectionsOf({ changes, names }, words)
    .map(({ changes: own }) => {
      const said = own.map((one) => uncapitalise(one.title) + figures(one)).join("; ");
      const unit = own[0]?.change.unit ?? null;
      return unit === null
        ? `${capitalise(said)}.`
        : `${words("diff.of.unit")} ${names.codes.get(unit) ?? unit}: ${said}.`;
    })
    .map((sentence) => printable(sentence))
    .join(" ")
    .replace(/\s+/gu, " ");
}

function uncapitalise(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Short values are told, and which rules of combination came or went. */
function figures({ change: { change, of, isText }, before, after }: Described): string {
  const [then, now] = [before, after].map((marks) => marks?.map(({ text }) => text).join("") ?? null);
  if (((then ?? "") + (now ?? "")).length > 80 || isText) return "";
  if (change === "changed") return then === null || now === null ? "" : ` from ${then} to ${now}`;
  const isRule = ["constraint", "barred", "equivalent", "prerequisite", "corequisite", "pathway"].includes(of);
  return isRule ? `: ${now ?? then}` : "";
}
