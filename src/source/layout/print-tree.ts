import { oneLine, severalLines } from "./print-leaf.ts";
import type { Tree } from "./read-tree.ts";
import { type Aside, type Branch, hasComments, type Item, type Leaf, type Remark, type Value } from "./tree.ts";

/** How wide a line may be before what stands between brackets is written in lines. */
const widest = 120;

/** The lines of a file. */
export function printTree({ head, isHeadApart, root }: Tree): readonly string[] {
  const above = remarkLines(head, "");
  const flow = flowOf(root);
  if (flow !== null && flow.length <= widest) return [...above, flow];
  return [...above, ...(above.length > 0 && isHeadApart ? [""] : []), ...branchLines(root, 0)];
}

function branchLines({ items, tail }: Branch, indent: number): readonly string[] {
  const [first, ...others] = items;
  const lines = first === undefined ? [] : itemLines({ ...first, isAfterBlank: false }, indent, true);
  return [
    ...lines,
    ...others.flatMap((one) => itemLines(one, indent, false)),
    ...remarkLines(tail, pad(indent), false),
  ];
}

/** Comments on lines of their own; above the first thing of a block no line is left empty. */
function remarkLines(remarks: readonly Remark[], margin: string, isFirst = true): readonly string[] {
  return remarks.flatMap(({ text, isAfterBlank }, at) => [
    ...(isAfterBlank && !(isFirst && at === 0) ? [""] : []),
    margin + text,
  ]);
}

function itemLines(item: Item, indent: number, isFirst: boolean): readonly string[] {
  const { value, key } = item;
  const flow = value === null || value.type === "leaf" ? null : fitting(item, value, indent);
  const isBlock = value !== null && value.type !== "leaf" && flow === null;
  if (isBlock && key === null && value.anchor === null) return compactLines(item, value, indent, isFirst);
  const above = [
    ...remarkLines(item.leading, pad(indent), isFirst),
    ...(item.isAfterBlank && !(isFirst && item.leading.length === 0) ? [""] : []),
  ];
  const mark = pad(indent) + (key === null ? "-" : `${keyOf(key, false)}:`);
  if (value === null) return [...above, mark + asideOf(item.aside)];
  if (value.type === "leaf") return [...above, ...leafLines(item, value, mark, indent)];
  if (flow !== null) return [...above, `${mark} ${flow}${asideOf(item.aside)}`];
  const anchor = value.anchor === null ? "" : ` &${value.anchor}`;
  return [...above, mark + anchor + asideOf(item.aside), ...branchLines(value, indent + 2)];
}

/** `- id: a`, where the comments of the first key stand above the dash. */
function compactLines(item: Item, value: Branch, indent: number, isFirst: boolean): readonly string[] {
  const [remarks, rest] = withoutFirstRemarks(value, indent + 2);
  const aside = item.aside === null ? [] : [{ text: item.aside.text, isAfterBlank: false }];
  const [upper, ...lower] = [...aside, ...remarks];
  const hoisted = upper === undefined ? [] : [{ ...upper, isAfterBlank: item.isAfterBlank }, ...lower];
  const above = remarkLines([...item.leading, ...hoisted], pad(indent), isFirst);
  const isApart = item.isAfterBlank && hoisted.length === 0 && !(isFirst && item.leading.length === 0);
  const [first = "", ...others] = branchLines(rest, indent + 2);
  return [...above, ...(isApart ? [""] : []), `${pad(indent)}- ${first.slice(indent + 2)}`, ...others];
}

/** The comments that would come before the first word of a block, and the block without them. */
function withoutFirstRemarks(branch: Branch, indent: number): readonly [readonly Remark[], Branch] {
  const [first, ...others] = branch.items;
  if (first === undefined) return [[], branch];
  const { value, aside } = first;
  const isCompact =
    first.key === null &&
    value !== null &&
    value.type !== "leaf" &&
    value.anchor === null &&
    fitting(first, value, indent) === null;
  if (!isCompact) return [first.leading, { ...branch, items: [{ ...first, leading: [] }, ...others] }];
  const [inner, rest] = withoutFirstRemarks(value, indent + 2);
  const own = aside === null ? [] : [{ text: aside.text, isAfterBlank: false }];
  const bare = { ...first, leading: [], aside: null, value: rest };
  return [[...first.leading, ...own, ...inner], { ...branch, items: [bare, ...others] }];
}

function leafLines({ key, aside }: Item, leaf: Leaf, mark: string, indent: number): readonly string[] {
  const margin = pad(indent + 2);
  const one = oneLine(leaf, false);
  if (one !== null) {
    const line = `${mark} ${one}`.trimEnd();
    // An author who began a wide text on a line of its own meant it.
    const end = asideOf(aside, /\s[^"']*$/u.test(one) ? 2 : 1);
    if (leaf.isBelow && key !== null && line.length > widest) return [mark, margin + one + end];
    return [line + end];
  }
  const [first, others] = severalLines(leaf, widest - margin.length);
  const body = others.map((line) => (line === "" ? "" : margin + line));
  if (leaf.style === "block") return [`${mark} ${first}${asideOf(aside)}`, ...body];
  const isBelow = leaf.isBelow && key !== null && mark.length + 1 + first.length > widest;
  const lines = isBelow ? [mark, margin + first, ...body] : [`${mark} ${first}`, ...body];
  return [...lines.slice(0, -1), `${lines.at(-1)}${asideOf(aside, 2)}`];
}

/** A map or list on the line of its key, or null where it is written in lines. */
function fitting({ key, aside, leading }: Item, value: Branch, indent: number): string | null {
  const flow = flowOf(value);
  if (flow === null) return null;
  const width = indent + (key === null ? 2 : keyOf(key, false).length + 2) + flow.length;
  // A comment that waives something speaks of one line: that of all that it was written for.
  const isBound = [...leading, ...(aside === null ? [] : [aside])].some(({ text }) => /qualspec:/iu.test(text));
  return width <= widest || isBound || value.items.length === 0 ? flow : null;
}

/** What stands between brackets, on one line; null where it does not, or cannot. */
function flowOf(value: Value): string | null {
  if (value.type === "leaf") return oneLine(value, true);
  if (!value.isFlow || hasComments(value)) return null;
  const parts = value.items.map(flowPart);
  if (parts.includes(null)) return null;
  const anchor = value.anchor === null ? "" : `&${value.anchor} `;
  const inside = parts.join(", ");
  if (value.type === "list") return `${anchor}[${inside}]`;
  return `${anchor}${parts.length === 0 ? "{}" : `{ ${inside} }`}`;
}

function flowPart({ key, value }: Item): string | null {
  if (key === null) return value === null ? null : flowOf(value);
  if (value === null) return keyOf(key, true);
  const written = flowOf(value);
  return written === null ? null : `${keyOf(key, true)}: ${written}`;
}

function keyOf(key: Leaf, inBrackets: boolean): string {
  return oneLine(key, inBrackets) ?? key.lines.join(" ");
}

/** A comment at the end of a line; behind words it stands two spaces off at least, for nearer it could belong to them. */
function asideOf(aside: Aside | null, least = 1): string {
  return aside === null ? "" : " ".repeat(Math.max(least, aside.gap)) + aside.text;
}

function pad(indent: number): string {
  return " ".repeat(indent);
}
