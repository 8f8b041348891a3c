import type { NumberingShape } from "../schema/shapes.ts";

const byPosition = { outcome: "{n}", criterion: "{outcome}.{n}" };

/** The printed number of the outcome at a zero-based position. */
export function outcomeNumber(numbering: NumberingShape | undefined, position: number): string {
  return fill(numbering?.outcome ?? byPosition.outcome, position, "");
}

/** The printed number of the criterion at a zero-based position under an outcome. */
export function criterionNumber(numbering: NumberingShape | undefined, position: number, outcome: string): string {
  return fill(numbering?.criterion ?? byPosition.criterion, position, outcome);
}

function fill(pattern: string, position: number, outcome: string): string {
  return pattern.replace(/\{(n|a|outcome)\}/gu, (_, name: string) => {
    if (name === "n") return String(position + 1);
    return name === "a" ? letters(position) : outcome;
  });
}

/** a to z, then aa, ab and on. */
function letters(position: number): string {
  const last = String.fromCharCode(97 + (position % 26));
  return position < 26 ? last : letters(Math.floor(position / 26) - 1) + last;
}
