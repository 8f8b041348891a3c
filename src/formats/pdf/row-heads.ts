import type { Blocks, TableBlock } from "./sheet.ts";

interface Element {
  readonly type: string;
  readonly start: number;
  readonly text: string;
  /** The numbers of the objects in it, in reading order. */
  readonly children: readonly number[];
}

/**
 * Marks the cells that rows are about as their headings. The engine knows headings of columns only, though PDF/UA asks
 * for both. What is written is as long as what it takes the place of, so that all else stays where the file says it is.
 */
export function markRowHeads(file: Uint8Array, content: Blocks): Uint8Array {
  const tables = tablesIn(content);
  if (!tables.some(hasHeads)) return file;
  const bytes = Buffer.from(file);
  const elements = readElements(bytes.toString("latin1"));
  const root = [...elements.keys()].find((at) => elements.get(at)?.type === "Document");
  const found = root === undefined ? [] : descendants(root, "Table", elements);
  // Anything else than what was asked for is left as the engine made it.
  if (found.length !== tables.length) throw new Error(`${found.length} tables in a PDF, expected ${tables.length}`);
  for (const [at, table] of tables.entries()) {
    if (!hasHeads(table)) continue;
    const rows = rowsOf(found[at]?.children ?? [], elements);
    if (rows.length !== table.rows.length) throw new Error("A table in a PDF has other rows than it was given");
    for (const [line, row] of rows.entries()) {
      for (const [column, number] of (elements.get(row)?.children ?? []).entries()) {
        const cell = elements.get(number);
        const isHead = table.rows[line]?.cells[column]?.isRowHead === true;
        if (cell?.type === "TD") bytes.write(rewrite(cell.text, isHead), cell.start, "latin1");
      }
    }
  }
  return bytes;
}

function hasHeads({ rows }: TableBlock): boolean {
  return rows.some(({ cells }) => cells.some(({ isRowHead }) => isRowHead));
}

function tablesIn(blocks: Blocks): readonly TableBlock[] {
  return blocks.flatMap((block): readonly TableBlock[] => {
    switch (block.k) {
      case "table":
        return [block];
      case "box":
      case "in":
        return tablesIn(block.b);
      case "list":
        return block.items.flatMap(tablesIn);
      case "terms":
        return block.items.flatMap(({ meaning }) => tablesIn(meaning));
      default:
        return [];
    }
  });
}

const anElement = /(\d+) 0 obj\n<<\n {2}\/Type \/StructElem\n {2}\/S \/(\w+)\n[\s\S]*?\nendobj/gu;

function readElements(text: string): ReadonlyMap<number, Element> {
  const elements = new Map<number, Element>();
  for (const match of text.matchAll(anElement)) {
    const [whole, number = "", type = ""] = match;
    const inner = /\n {2}\/K \[([^\]]*)\]/u.exec(whole)?.[1] ?? "";
    const children = [...inner.matchAll(/(\d+) 0 R/gu)].map(([, child = ""]) => Number(child));
    elements.set(Number(number), { type, start: match.index, text: whole, children });
  }
  return elements;
}

function descendants(at: number, type: string, elements: ReadonlyMap<number, Element>): readonly Element[] {
  const element = elements.get(at);
  if (element === undefined) return [];
  if (element.type === type) return [element];
  return element.children.flatMap((child) => descendants(child, type, elements));
}

/** The rows of a table's body: of one without heads, they stand in the table itself. */
function rowsOf(parts: readonly number[], elements: ReadonlyMap<number, Element>): readonly number[] {
  return parts.flatMap((part) => {
    const element = elements.get(part);
    return element?.type === "TR" ? [part] : element?.type === "TBody" ? element.children : [];
  });
}

/** A heading says of what; the other cells no longer name the headings of columns alone, so that readers look for both. */
function rewrite(cell: string, isHead: boolean): string {
  if (!isHead) return cell.replace(/\/Headers \[[^\]]*\]/u, (names) => " ".repeat(names.length));
  return cell
    .replace("/S /TD", "/S /TH")
    .replace(
      /\/A \[[\s\S]*?>>\](?=\n {2}\/)/u,
      (old) => `/A [<< /O /Table /Scope /Row >>${" ".repeat(old.length - 32)}]`,
    );
}
