import { isElement, type PageElement, type PageNode, readField, textOf } from "../../page/page.ts";

/** How wide a cell has to be so that no word breaks, and how wide it would be without a break; in characters. */
interface Need {
  readonly least: number;
  readonly most: number;
}

/** Of the whole table, for columns of which the page says it. */
const shares: Readonly<Record<string, number>> = { wide: 0.42, medium: 0.18 };
const longestWord = 16;
const longestLine = 44;

/**
 * The widths of the columns of a table, in twentieths of a point: those that the page asks for, and for the others what
 * their words and fields need.
 *
 * @param width of all columns together
 * @param character how wide one is, on average
 */
export function columnWidths(rows: readonly (readonly PageElement[])[], width: number, character: number): number[] {
  const count = Math.max(1, ...rows.map((cells) => cells.length));
  const columns = Array.from({ length: count }, (_, at) => rows.flatMap((cells) => cells[at] ?? []));
  const needs = columns.map((cells) => needOf(cells));
  const asked = columns.map((cells) => cells.map((cell) => shares[cell.attributes["data-width"] ?? ""]).find(Boolean));
  const room = width / character;
  const free = needs.filter((_, at) => asked[at] === undefined);
  const inner = free.reduce((sum, { least }) => sum + least, 0);
  const wanted = asked.reduce<number>((sum, share) => sum + (share ?? 0) * room, 0);
  const scale =
    wanted === 0 ? 1 : free.length === 0 ? room / wanted : Math.min(1, (room - Math.min(inner, room / 2)) / wanted);
  const shared = share(free, room - wanted * scale);
  const sizes = asked.map((one) => (one === undefined ? (shared.shift() ?? 0) : one * room * scale));
  return rounded(sizes, width);
}

/** Room among columns: what their longest words need, and the rest by how much more they would like. */
function share(needs: readonly Need[], room: number): number[] {
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  const most = needs.reduce((sum, need) => sum + need.most, 0);
  if (room <= least) return needs.map((need) => (need.least / least) * room);
  if (room >= most) return needs.map((need) => (need.most / most) * room);
  const wish = most - least;
  return needs.map((need) => need.least + ((need.most - need.least) / wish) * (room - least));
}

/** Whole numbers that add up to the width. */
function rounded(sizes: readonly number[], width: number): number[] {
  const sum = sizes.reduce((total, size) => total + size, 0);
  const whole = sizes.map((size) => Math.floor((size / sum) * width));
  const rest = width - whole.reduce((total, size) => total + size, 0);
  return whole.map((size, at) => (at === whole.length - 1 ? size + rest : size));
}

function needOf(cells: readonly PageElement[]): Need {
  const needs = cells.map(needOfCell);
  return {
    least: Math.max(4, ...needs.map(({ least }) => least)),
    most: Math.max(5, ...needs.map(({ most }) => most)),
  };
}

function needOfCell(cell: PageElement): Need {
  const fields = cell.children.filter((child) => isElement(child, "field")).map(needOfField);
  const words = cell.children.map(textWithSpace).join("").trim();
  // The head of a column may stand on several lines, and its bold letters are wider.
  const isHead = cell.attributes["scope"] === "col";
  const longest = Math.max(0, ...words.split(/[\s-]+/u).map((word) => word.length));
  const least = Math.min(longestWord, Math.ceil(longest * (isHead ? 1.2 : 1)) + 2);
  const most = isHead ? least : Math.min(longestLine, words.length + 2);
  return {
    least: Math.max(least, ...fields.map((field) => field.least)),
    most: Math.max(most, ...fields.map((field) => field.most)),
  };
}

function textWithSpace(node: PageNode): string {
  return typeof node === "string" ? node : ` ${textOf(node)} `;
}

function needOfField(node: PageNode): Need {
  const { kind, options } = readField(node as PageElement);
  switch (kind) {
    case "date":
      return { least: 10, most: 12 };
    case "choice": {
      const lengths = options.map((option) => option.length + 4);
      const all = lengths.reduce((sum, length) => sum + length, 0);
      return { least: Math.min(longestWord, Math.max(0, ...lengths)), most: Math.min(longestLine, all) };
    }
    case "lines":
      return { least: 12, most: longestLine };
    default:
      return { least: 8, most: 20 };
  }
}
