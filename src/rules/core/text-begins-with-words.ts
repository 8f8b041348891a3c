import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { replacement } from "../../diagnostics/fix.ts";
import type { Criterion, Outcome, Unit } from "../../model/types.ts";
import type { Path, SpecFile } from "../../source/spec-file.ts";
import { isBullet, listMarkOf, shownMark } from "../../source/syntax/list-marks.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";

const unit = (outcome: string, criterion: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: ${outcome}\n    assessmentCriteria:\n      - ${criterion}\n`;

export const textBeginsWithWords = defineRule({
  id: "text-begins-with-words",
  severity: "warning",
  summary: "Outcomes and criteria begin with words, not with a number or bullet that was copied along",
  why: "Numbers come from the order and are printed by themselves: a copied one is printed as a second, and goes wrong with the next change.",
  basis: "practice",
  source: "Practice: texts that were copied from Word",
  good: unit("Understand bread", "Explain how dough rises"),
  bad: unit("Understand bread", "«1.1» Explain how dough rises"),
  unit: (one, report) => {
    for (const outcome of one.outcomes) {
      for (const text of [ofOutcome(outcome), ...outcome.criteria.map((each) => ofCriterion(each, one, outcome))]) {
        const found = find(text, one.origin.spec);
        if (found !== null) report(found.place, found.message, [], found.fix ?? null);
      }
    }
  },
});

interface Numbered {
  readonly text: string;
  readonly path: Path;
  /** What is printed before it. */
  readonly number: string;
}

function ofOutcome({ text, number, origin }: Outcome): Numbered {
  return { text, number, path: [...origin.path, "outcome"] };
}

function ofCriterion({ text, number, origin }: Criterion, { source }: Unit, outcome: Outcome): Numbered {
  const [row, at] = [Number(outcome.origin.path.at(-1)), Number(origin.path.at(-1))];
  const isBare = typeof source.learningOutcomes[row]?.assessmentCriteria?.[at] === "string";
  return { text, number, path: isBare ? origin.path : [...origin.path, "criterion"] };
}

type Found = Pick<Diagnostic, "place" | "message" | "fix">;

function find({ text, path, number }: Numbered, spec: SpecFile): Found | null {
  const label = labelOf(text);
  const mark = label === null ? bulletOf(text) : null;
  const written = label?.written ?? mark?.written ?? null;
  if (written === null) return null;
  const place = spec.stretchAt(path, 0, written.trimEnd().length);
  const rest = spec.stretchAt(path, written.length, written.length + 1);
  const isCertain = label === null ? mark?.isAlone === true : agrees(label.number, number);
  const isWritten =
    place.start < rest.start && place.file.text.slice(place.start, rest.start).trim() === written.trim();
  const fix: Fix | null =
    isCertain && isWritten
      ? replacement(`Remove the ${label === null ? "bullet" : "number"}`, { start: place.start, end: rest.start }, "")
      : null;
  return { place, message: messageOf(label, mark, number, isCertain), ...(fix === null ? {} : { fix }) };
}

interface Label {
  /** With what stands around it. */
  readonly written: string;
  readonly number: string;
}

/** `1.`, `1.1`, `LO1`, `AC 1.1:`, `(a)`: what a number needs so that it cannot be the first word of a sentence. */
const labels = [
  /^(?:LO|AC|L\.O\.|A\.C\.|(?:[Ll]earning )?[Oo]utcome|(?:[Aa]ssessment )?[Cc]riterion)[ \u00a0]?(\d{1,2}(?:\.\d{1,2})*)[.):]?(?:[ \t\u00a0]+[–—:-]?[ \t\u00a0]*)(?=\S)/u,
  /^\(?(\d{1,2}(?:\.\d{1,2})*)[.):][ \t\u00a0]+(?=\S)/u,
  /^(\d{1,2}(?:\.\d{1,2})+)[ \t\u00a0]+[–—-]?[ \t\u00a0]*(?=[A-Z\u00c0-\u00de])/u,
  /^\(?([a-z])\)[ \t\u00a0]+(?=\S)/u,
];

function labelOf(text: string): Label | null {
  for (const label of labels) {
    const [written, number = ""] = label.exec(text) ?? [];
    if (written !== undefined) return { written, number };
  }
  return null;
}

function bulletOf(text: string) {
  const mark = listMarkOf(text);
  if (mark === null || !(isBullet(mark) || mark.kind === "-")) return null;
  const written = text.slice(0, mark.length);
  return {
    written,
    shown: shownMark(mark),
    isAlone: /[-–—−*]/u.test(mark.mark) || !text.slice(mark.length).includes(mark.mark),
  };
}

/** A copied number is to be left out where it says what is printed: the whole of it, or its last part. */
function agrees(copied: string, printed: string): boolean {
  return copied === printed || copied === /[^.]+$/u.exec(printed)?.[0];
}

function messageOf(
  label: Label | null,
  mark: ReturnType<typeof bulletOf>,
  printed: string,
  isCertain: boolean,
): string {
  if (label !== null) {
    const how = isCertain
      ? "remove it"
      : `remove it, or write ${code(`number: "${label.number}"`)} beside the text if another number than ${code(printed)} is to be printed`;
    return `Unexpected number ${code(label.written.trim())} at the start of a text, expected the text alone, whose number is printed by itself; ${how}`;
  }
  const how = isCertain ? "remove it" : `begin each item, on a line of its own, with ${code("- ")}`;
  return `Unexpected ${code(mark?.shown ?? "")} at the start of a text, expected the text alone; ${how}`;
}
