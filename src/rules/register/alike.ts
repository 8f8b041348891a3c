import type { RegisterCell } from "../../model/register.ts";

/** Whether two words mean the same: case, spaces and punctuation do not count, and `none` is an empty cell. */
export function saysAlike(written: string | null, { text }: RegisterCell): boolean {
  return fold(written ?? "none") === fold(text);
}

/** Whether two lists hold the same, in whatever order. */
export function holdsAlike(written: readonly string[], { text }: RegisterCell, separator: RegExp): boolean {
  return listed(written) === listed(text.split(separator));
}

/** Whether two figures are the same: 1,200 and 1200.0, or none of both. */
export function countsAlike(written: number | null, { text }: RegisterCell): boolean {
  const cell = fold(text) === "" ? null : Number(text.replaceAll(",", ""));
  // Where there is no credit the Register may count none or leave it out.
  return cell === written || (written ?? 0) + (cell ?? 0) === 0;
}

/** "none", "N/A", "Not applicable" and "-" are ways to say nothing. */
function fold(text: string): string {
  const letters = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/&/gu, "and")
    .replace(/[^\p{L}\p{N}*+]+/gu, "");
  return ["none", "na", "notapplicable", "null"].includes(letters) ? "" : letters;
}

function listed(items: readonly string[]): string {
  return [...new Set(items.map(fold))]
    .filter((item) => item !== "")
    .sort()
    .join();
}
