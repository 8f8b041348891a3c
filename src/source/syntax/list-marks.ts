/** What word processors put before the items of a list, beside the long dashes; symbol fonts use private letters. */
const bullets = "•‣▪●○◦∙·⁃►➢➤✓✔\ue000-\uf8ff";
const blanks = " \\t\\u00a0\\u2007\\u202f";

/**
 * A mark at the start of a text: a bullet, a long dash or asterisk with a blank, the `o` of a second level, a dash without
 * its space, or a number or letter with a bracket or full stop.
 */
const markPattern = new RegExp(
  [
    `^(?<bullet>[${bullets}])[${blanks}]*`,
    `(?<sign>[–—−*o])[${blanks}]+`,
    `(?<dash>-)(?:[${blanks}]*[\\t\\u00a0\\u2007\\u202f][${blanks}]*|(?=[A-Za-z\\u00c0-\\u024f]))`,
    `(?<number>\\(?(?:\\d{1,2}|[a-z])[.)]|\\d{1,2}(?:\\.\\d{1,2})+[.)]?)[${blanks}]+`,
  ].join("|^"),
  "u",
);

export interface ListMark {
  /** As it is written: `•`, `o`, `-`, `1)`. */
  readonly mark: string;
  /** Marks of one kind belong to one list. */
  readonly kind: string;
  /** With the blanks behind it. */
  readonly length: number;
}

/** The mark of another program's list with which a line begins; null where there is none, or the dash that YAML wants. */
export function listMarkOf(line: string): ListMark | null {
  const found = markPattern.exec(line);
  if (found === null || line.length === found[0].length) return null;
  const { bullet, sign, dash, number } = found.groups ?? {};
  const mark = bullet ?? sign ?? dash ?? number ?? "";
  const kind = number === undefined ? mark : number.replace(/\d+|[a-z]/gu, (one) => (/\d/u.test(one) ? "1" : "a"));
  return { mark, kind, length: found[0].length };
}

/** Whether a text, a sentence for instance, begins as an item of a list that was pasted: what nobody would begin a text with. */
export function isBullet({ kind }: ListMark): boolean {
  return new RegExp(`^[${bullets}–—−*]$`, "u").test(kind);
}

/** A mark for a message: symbol fonts' letters cannot be seen. */
export function shownMark({ mark }: ListMark): string {
  return /^[\ue000-\uf8ff]$/u.test(mark) ? "•" : mark;
}
