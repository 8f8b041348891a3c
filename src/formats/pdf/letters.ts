import type { Covers } from "./cmap.ts";

/** What stands in the place of what no font has a letter for. */
const sign = "\ufffd";
const breakHere = "\u200b";

/** A letter with its marks, or letters that are joined into one sign. */
const clusters = /\P{M}(?:\p{M}|[\u{1f3fb}-\u{1f3ff}]|\u200d\P{M})*|\p{M}+/gu;
/** What the standard forbids in a file, or what only tells programs how a text was stored. */
const forbidden = /[\u{feff}\u{fffe}\u{ffff}]/gu;
const ignorable = /^\p{Default_Ignorable_Code_Point}$/u;
/** All our fonts have these. */
const isPlain = /^[\u{20}-\u{7e}]*$/u;

/** Makes texts printable, and keeps what could not be printed. */
export class Letters {
  readonly #fonts: readonly Covers[];
  readonly #missing = new Set<string>();

  constructor(fonts: readonly Covers[]) {
    this.#fonts = fonts;
  }

  /** A text without what no font can show: PDF/UA forbids letters that nobody can see. */
  print(text: string, room: number): string {
    return breakWords(isPlain.test(text) ? text : this.#replace(text), room);
  }

  /** Every sign that was replaced, in the order in which it came. */
  get missing(): readonly string[] {
    return [...this.#missing];
  }

  #replace(text: string): string {
    return text.replace(forbidden, "").replace(clusters, (cluster) => {
      if (/^\s$/u.test(cluster)) return cluster === "\u00a0" || cluster === "\n" ? cluster : " ";
      const codePoints = [...cluster].filter((one) => !ignorable.test(one)).map((one) => one.codePointAt(0) ?? 0);
      if (codePoints.length === 0) return cluster;
      if (this.#fonts.some((covers) => codePoints.every(covers))) return cluster;
      this.#missing.add(cluster);
      return sign;
    });
  }
}

/** A word that is longer than a line may be broken, best behind a sign: a space without width says where. */
function breakWords(text: string, room: number): string {
  const most = Math.max(4, Math.floor(room));
  if (text.length <= most) return text;
  return text.replace(/\S+/gu, (word) => {
    if (word.length <= most) return word;
    return word
      .split(/(?<=[/\\\-_.,:;?&=@])(?=\S)/u)
      .map((part) => (part.length <= most ? part : (part.match(clusters) ?? []).join(breakHere)))
      .join(breakHere);
  });
}
