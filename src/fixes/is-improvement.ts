import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { packs } from "../rules/index.ts";
import { shapeExplanations } from "../schema/explanations.ts";
import { sourceExplanations } from "../source/explanations.ts";
import type { Stretch } from "./apply-edits.ts";

/** A file that fixes have changed. */
export interface ChangedFile {
  readonly path: string;
  /** Where in the new text the changes are. */
  readonly stretches: readonly Stretch[];
}

interface Change {
  readonly before: readonly Diagnostic[];
  readonly after: readonly Diagnostic[];
  readonly fixed: readonly Diagnostic[];
  readonly files: readonly ChangedFile[];
}

/** How far a file comes through the gates. */
const stages = { unreadable: 0, unknown: 1, misshapen: 2, sound: 3 } as const;
type Stage = (typeof stages)[keyof typeof stages];

const sourceRules = new Set<string>(sourceExplanations.map(({ id }) => id));
const shapeRules = new Set<string>(shapeExplanations.map(({ id }) => id));
/** Shape findings that stand alone: nothing else of the shape is looked at while they are there. */
const firstOfShape = new Set(["missing-kind", "unknown-kind", "key-in-text"]);

/**
 * Whether fixes did what they are for: each finding that they answer is gone, and no other has come. What could not be
 * seen before, because a file that could not be read hid it, does not count as come, unless it stands where the fix was made.
 */
export function isImprovement(change: Change): boolean {
  const { before, after, fixed, files } = change;
  const stage = (path: string) => [stageOf(path, before), stageOf(path, after)] as const;
  if (files.some(({ path }) => stage(path)[1] < stage(path)[0])) return false;
  const groups = new Map(after.map((one) => [groupOf(one), one]));
  return [...groups].every(([group, one]) => {
    const countIn = (findings: readonly Diagnostic[]) => findings.filter((other) => groupOf(other) === group);
    const expected = countIn(before).length - countIn(fixed).length;
    const now = countIn(after);
    if (now.length <= expected) return true;
    return (canReveal(one, change) && now.every((other) => isRevealed(other, change))) || isNext(now, change);
  });
}

/** Whether the shape's findings can be answered in their turn: a key had the wrong name, and now its value is looked at. */
function isNext(now: readonly Diagnostic[], { fixed }: Change): boolean {
  return (
    now.every((one) => shapeRules.has(one.rule) && (one.fix !== undefined || isBelow(one, fixed))) &&
    fixed.some(({ rule }) => rule === "unknown-key")
  );
}

/** Whether something stands below a key that had the wrong name, so that nobody looked at it. */
function isBelow({ place }: Diagnostic, fixed: readonly Diagnostic[]): boolean {
  return fixed.some(
    (one) =>
      one.rule === "unknown-key" &&
      one.fix?.edits.some(({ text }) =>
        place.pointer.startsWith(`${one.place.pointer.replace(/[^/]*$/u, "")}${text}/`),
      ) === true,
  );
}

/** Whether a finding of this rule, in this file, may have been hidden. */
function canReveal({ rule, place }: Diagnostic, { before, after, fixed, files }: Change): boolean {
  const isOpened = files.some(({ path }) => stageOf(path, after) > stageOf(path, before));
  const isOwn = files.some(({ path }) => path === place.file.path);
  if (isGate(rule)) return isOwn ? stageOf(place.file.path, before) < stages.misshapen : isOpened;
  const yieldsTo = packs.flatMap(({ rules }) => rules).find(({ id }) => id === rule)?.yieldsTo ?? [];
  return isOpened || fixed.some((one) => one.rule === "unknown-regulator" || yieldsTo.includes(one.rule));
}

/** A gate's finding is new where it stands on a line that was changed, or where reading stops before the change. */
function isRevealed({ rule, place }: Diagnostic, { after, files }: Change): boolean {
  const own = files.find(({ path }) => path === place.file.path);
  if (own === undefined || !isGate(rule)) return true;
  const { file } = place;
  const line = (at: number) => file.positionAt(at).line;
  const isIndent = ([start, end]: Stretch) =>
    file.positionAt(start).column === 1 && file.text.slice(start, end).trim() === "";
  const isOnChange = own.stretches
    .filter((stretch) => !isIndent(stretch))
    .some(([start, end]) => line(place.start) <= line(end) && line(start) <= line(place.end));
  const first = Math.min(...own.stretches.map(([start]) => start));
  return !isOnChange && (stageOf(place.file.path, after) > stages.unreadable || place.start > first);
}

function stageOf(path: string, findings: readonly Diagnostic[]): Stage {
  const own = findings.filter(({ place, severity }) => place.file.path === path && severity === "error");
  // The reader's findings have no pointer; the shape's, of the same rules, do.
  if (own.some(({ rule, place: { pointer } }) => sourceRules.has(rule) && pointer === "")) return stages.unreadable;
  if (own.some(({ rule, place }) => firstOfShape.has(rule) || /^\/kind$/iu.test(place.pointer))) return stages.unknown;
  return own.some(({ rule }) => isGate(rule)) ? stages.misshapen : stages.sound;
}

function isGate(rule: string): boolean {
  return sourceRules.has(rule) || shapeRules.has(rule);
}

function groupOf({ rule, place }: Diagnostic): string {
  return `${rule} ${place.file.path}`;
}
