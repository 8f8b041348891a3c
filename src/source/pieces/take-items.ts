import { isMap, isSeq, type Node } from "yaml";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { code } from "../../text/words.ts";
import { keyText } from "../key-text.ts";
import type { SpecFile, Stretch } from "../spec-file.ts";
import { crossingAlias } from "./crossing-alias.ts";
import { fromBrackets } from "./from-brackets.ts";
import { fromDashes } from "./from-dashes.ts";
import { lineEnd } from "./lines.ts";

/** A map of a list, as the text of a file of its own. */
export interface Piece {
  /** The comments above it, and the empty lines between and below these. */
  readonly above: readonly string[];
  /** Its keys, at the start of the line, with all that stands beside and below them. */
  readonly lines: readonly string[];
  /** Whether an empty line below it would belong to its last text. */
  readonly keepsEnd: boolean;
}

/** How a list of maps stands in its file. */
export interface ListLayout {
  /** The spaces from the margin to a dash. */
  readonly beforeDash: number;
  /** The spaces from a dash to its text. */
  readonly afterDash: number;
  /** The empty lines above each item. */
  readonly empty: readonly number[];
}

export interface Taken {
  /** The file up to the line of the key. */
  readonly before: string;
  /** The lines of the list, without the last line end. */
  readonly list: string;
  /** From that line end on. */
  readonly after: string;
  readonly pieces: readonly Piece[];
  /** The comments that are about the list: those on the line of its key and, where it is in brackets, of no item. */
  readonly beside: readonly string[];
  /** null where it stands in brackets. */
  readonly layout: ListLayout | null;
}

/** Why a list cannot be taken out as it is written. */
export interface Refusal {
  readonly place: Place;
  /** "Unexpected X, expected Y; what to do". */
  readonly message: string;
}

/**
 * Takes a list of maps at the top of a file out of it; null where there is none. What describes an item goes with it:
 * comments above, beside and in it.
 */
export function takeItems(spec: SpecFile, name: string): Taken | Refusal | null {
  const { text } = spec.source;
  const root = spec.nodesTo([])?.[0];
  if (!isMap(root)) return null;
  if (root.flow === true) {
    const message = "Unexpected `{` around the whole file, expected each key on a line of its own; write it so";
    const [start] = stretchOf(root);
    return { place: { file: spec.source, start, end: start + 1, pointer: "" }, message };
  }
  const pair = root.items.find((one) => keyText(one) === name);
  if (pair === undefined) return null;
  const list = pair.value;
  const place = (node: Node): Place => {
    const [start, end] = stretchOf(node);
    return { file: spec.source, start, end: Math.min(end, lineEnd(text, start)), pointer: "" };
  };
  const rare = () => ({
    place: place(pair.key as Node),
    message: `Unexpected way of writing ${code(name)}, expected a list with a dash before each item; write it so`,
  });
  if (!isSeq(list) || list.anchor !== undefined) return rare();
  const items = list.items.flatMap((item) => (isMap(item) && item.anchor === undefined ? [item] : []));
  if (items.length !== list.items.length) return rare();
  const crossing = crossingAlias(root, items.map(stretchOf));
  if (crossing !== null) {
    const message = `Unexpected ${code(`*${crossing.source}`)}, which refers to a text that will stand in another file; write the text out`;
    return { place: place(crossing), message };
  }
  return list.flow === true ? fromBrackets(text, pair, list, items) : fromDashes(text, root, pair, items);
}

function stretchOf(node: Node): Stretch {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}
