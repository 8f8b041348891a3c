/** A number of an outcome or a criterion among the words that were typed, and those words without it. */
export interface NumberAsked {
  readonly number: string;
  readonly others: string;
}

/** What looks like one: `9.4b`, `1.2`, `4b`, and `AC1.2` by its figures. */
const numberLike = /(?<=^|\s)\p{L}{0,3}(\d+(?:\.\d+)+\p{L}?|(?<!\p{L})\d+\p{L})[.,;:)]*(?=\s|$)/u;

/** null where none was typed. A whole figure alone is none: most texts have some. */
export function numberIn(typed: string): NumberAsked | null {
  const [all, number] = numberLike.exec(typed) ?? [];
  if (all === undefined || number === undefined) return null;
  return { number: number.toLowerCase(), others: typed.replace(all, " ").trim() };
}

/** 2 for the very number, 1 for one below it (`9.4b` is below `9.4`), 0 for another. */
export function nearness(printed: string, number: string): 0 | 1 | 2 {
  if (printed === number) return 2;
  return printed.startsWith(number) && isBelow(printed.slice(number.length)) ? 1 : 0;
}

/** The same of all the numbers of a unit, which stand between spaces. */
export function nearest(printed: string, number: string): 0 | 1 | 2 {
  if (printed.includes(` ${number} `)) return 2;
  for (let at = printed.indexOf(` ${number}`); at !== -1; at = printed.indexOf(` ${number}`, at + 1))
    if (isBelow(printed.slice(at + number.length + 1))) return 1;
  return 0;
}

function isBelow(rest: string): boolean {
  return /^[\p{L}.]/u.test(rest);
}
