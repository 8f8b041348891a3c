import type { ListLayout, Piece, Taken } from "../source/pieces/take-items.ts";

/** How the units of a qualification stand in its file. */
export interface UnitsLayout extends Omit<ListLayout, "empty"> {
  /** Their ids; those that are left out come last, as the rules of combination name them. */
  readonly order: readonly string[];
  readonly emptyAboveFirst: number;
  /** The empty lines above the second, the third and so on; the last number holds for all that follow, and nothing is none. */
  readonly emptyBetween: readonly number[];
  /** The comment on the line of the key, with its #; empty where there is none. */
  readonly beside: string;
}

/** How they stand where nothing is said of it. */
export const usualLayout: UnitsLayout = {
  order: [],
  emptyAboveFirst: 0,
  emptyBetween: [],
  beforeDash: 2,
  afterDash: 1,
  beside: "",
};

/** How they stand in a file; `order` is empty where it is that of the rules of combination. */
export function layoutOf({ layout, pieces, beside }: Taken, order: readonly string[]): UnitsLayout {
  const own = { order, beside: beside.join(" ") };
  if (layout === null) return { ...usualLayout, ...own };
  const { beforeDash, afterDash, empty } = layout;
  const [emptyAboveFirst = 0, ...between] = empty;
  return { ...own, beforeDash, afterDash, emptyAboveFirst, emptyBetween: shortest(between, pieces) };
}

/** One number where one is enough: below a text that keeps its end none is asked for. */
function shortest(between: readonly number[], pieces: readonly Piece[]): readonly number[] {
  const asked = between.filter((_, at) => pieces[at]?.keepsEnd !== true);
  return asked.every((one) => one === asked[0]) ? asked.slice(0, 1) : between;
}

/** Pieces as the key `units`, each line without its line end. */
export function unitsLines(pieces: readonly Piece[], layout: UnitsLayout, margin: number): readonly string[] {
  const beside = layout.beside === "" ? "" : ` ${layout.beside}`;
  return [`${" ".repeat(margin)}units:${beside}`, ...itemLines(pieces, layout, margin)];
}

/** Pieces as items of a list, below others that stand there already. */
export function itemLines(
  pieces: readonly Piece[],
  { emptyAboveFirst, emptyBetween, beforeDash, afterDash }: UnitsLayout,
  margin: number,
  others: readonly Piece[] = [],
): readonly string[] {
  const [dash, text] = [" ".repeat(margin + beforeDash), " ".repeat(margin + beforeDash + 1 + afterDash)];
  const emptyAbove = (at: number) => (at === 0 ? emptyAboveFirst : (emptyBetween[at - 1] ?? emptyBetween.at(-1) ?? 0));
  return pieces.flatMap(({ above, lines: [first = "", ...more] }, at) => [
    ...emptyLines((pieces[at - 1] ?? others.at(-1))?.keepsEnd === true ? 0 : emptyAbove(others.length + at)),
    ...above.map((line) => indented(line, dash)),
    `${dash}-${" ".repeat(afterDash)}${first}`,
    ...more.map((line) => indented(line, text)),
  ]);
}

function emptyLines(count: number): readonly string[] {
  return Array.from({ length: count }, () => "");
}

/** Only an empty line stays where it is: spaces alone may be a part of a text. */
function indented(line: string, by: string): string {
  return line === "" ? "" : by + line;
}
