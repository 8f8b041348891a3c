export interface Piece {
  readonly text: string;
  readonly isRightToLeft: boolean;
}

const rightScripts = "\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}";
const right = `[${rightScripts}]`;
const left = `(?:(?!${right})\\p{L})`;
const anyRight = new RegExp(right, "u");
/** From the first letter of a direction to its last before one of the other: marks and digits between them belong to it. */
const rightPieces = new RegExp(`${right}(?:[${rightScripts}\\P{L}]*${right})?`, "gu");
const leftPieces = new RegExp(`${left}(?:[^${rightScripts}]*${left})?`, "gu");

/** Word has to be told which words run from right to left; what is neither goes with the paragraph. */
export function splitByDirection(text: string, base: "ltr" | "rtl"): readonly Piece[] {
  const isRightToLeft = base === "rtl";
  if (!isRightToLeft && !anyRight.test(text)) return [{ text, isRightToLeft }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(isRightToLeft ? leftPieces : rightPieces)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isRightToLeft });
    pieces.push({ text: match[0], isRightToLeft: !isRightToLeft });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isRightToLeft });
  return pieces;
}
