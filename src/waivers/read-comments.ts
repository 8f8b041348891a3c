import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Specification } from "../model/types.ts";
import { waivableRules } from "../rules/index.ts";
import { dateFormat } from "../schema/date-format.ts";
import { type Comment, findComments } from "../source/find-comments.ts";
import type { SpecFile, Stretch } from "../source/spec-file.ts";
import { code, excerpt } from "../text/words.ts";
import { commentMark } from "./comment-mark.ts";
import { waiverFinding } from "./finding.ts";
import type { Waiver } from "./waiver.ts";

const rightForm = (rule: string) => `# qualspec: waive ${rule} until 2027-03-31: the reason`;
const addressed = /^#[ \t]*qualspec(?::|[ \t]+waive\b)/iu;
const aWaiver =
  /^#[ \t]*qualspec:[ \t]*waive[ \t]+([a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9-]+)*)(?:[ \t]+until[ \t]+([^\s:]+))?[ \t]*(?::[ \t]*(.*))?$/iu;

interface Read {
  readonly waivers: readonly Waiver[];
  readonly findings: readonly Diagnostic[];
}

/**
 * The waivers in comments of a file: at the end of the line that they speak of, or above it. Of a text over several lines
 * they cover all.
 */
export function readComments(holder: Specification): Read {
  const { spec } = holder.origin;
  const { text } = spec.source;
  if (!commentMark.test(text)) return { waivers: [], findings: [] };
  const found = findComments(text);
  const read = found.comments
    .filter((one) => addressed.test(one.text))
    .map((one) => readComment(one, holder, linesOf(one, spec, found)));
  return { waivers: read.flatMap(({ waivers }) => waivers), findings: read.flatMap(({ findings }) => findings) };
}

function readComment(comment: Comment, holder: Specification, lines: Stretch): Read {
  const file = holder.origin.spec.source;
  const written = comment.text.trimEnd();
  const place = (start: number, end: number): Place => ({ file, start, end, pointer: "" });
  const refuse = (why: string) => {
    const whole = place(comment.start, comment.start + written.length);
    if (!/^#[ \t]*qualspec:/iu.test(written)) return { waivers: [], findings: [withoutColon(written, whole)] };
    const message = `Unexpected comment ${excerpt(written)}, ${why}; write ${code(rightForm(ruleIn(written)))}, or another word than ${code("qualspec:")} where nothing is waived`;
    return { waivers: [], findings: [waiverFinding("waiver-unreadable", message, whole)] };
  };
  const match = aWaiver.exec(written);
  if (match === null) return refuse("which cannot be read as a waiver");
  const [, rules = "", until = null, reason = ""] = match;
  if (until !== null && !dateFormat.test(until)) return refuse(`whose day ${code(until)} is none`);
  const untilStart = until === null ? null : comment.start + written.search(/[ \t]until[ \t]/iu) + 1;
  const untilPlace = untilStart === null || until === null ? null : dayPlace(place, file.text, untilStart, until);
  const rulesStart = comment.start + written.indexOf(rules, written.search(/waive[ \t]/iu) + "waive".length);
  const waivers = [...rules.matchAll(/[a-z0-9-]+/giu)].map(({ 0: word, index }): Waiver => {
    const start = rulesStart + index;
    return {
      rule: word.toLowerCase(),
      at: null,
      content: null,
      reason: reason.trim() === "" ? null : reason.trim(),
      until,
      place: place(start, start + word.length),
      untilPlace,
      holder,
      lines,
    };
  });
  return { waivers, findings: [] };
}

/** Without it nothing would be waived, and nobody would know. */
function withoutColon(written: string, place: Place): Diagnostic {
  const meant = written.replace(/qualspec/iu, "qualspec:");
  const how = code(aWaiver.test(meant) ? meant : rightForm(ruleIn(written)));
  const message = `Unexpected comment ${excerpt(written)} without a colon after ${code("qualspec")}; write ${how}`;
  return waiverFinding("waiver-unreadable", message, place);
}

/** The rule that a comment names, in whatever words it says so; else one as an example. */
function ruleIn(written: string): string {
  const words = written.toLowerCase().match(/[a-z]+(?:-[a-z]+)+/gu) ?? [];
  return words.find((word) => waivableRules.includes(word)) ?? "unit-used";
}

function dayPlace(place: (start: number, end: number) => Place, text: string, from: number, day: string): Place {
  const start = text.indexOf(day, from);
  return place(start, start + day.length);
}

/** The line of a comment, or the next that is not a comment alone; and the rest of a text that begins on it. */
function linesOf({ start: at }: Comment, spec: SpecFile, { texts }: { texts: readonly Stretch[] }): Stretch {
  const { text } = spec.source;
  let start = text.lastIndexOf("\n", at) + 1;
  while (/^[ \t]*#/u.test(text.slice(start, endOfLine(text, start))) && start < text.length) {
    start = endOfLine(text, start) + 1;
  }
  const end = endOfLine(text, start);
  const begun = [...texts, ...spec.blockTexts].filter(([from]) => from >= start && from < end);
  return [start, Math.max(end, ...begun.map(([, to]) => to))];
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
