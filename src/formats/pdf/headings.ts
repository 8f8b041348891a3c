import type { Block, Blocks } from "./sheet.ts";

/** The same blocks, no heading more than one level below the one before: PDF/UA wants it so, whatever a template says. */
export function withHeadingsInOrder(content: Blocks): Blocks {
  let last = 0;
  const order = (blocks: Blocks): Blocks => blocks.map(orderOne);
  const orderOne = (block: Block): Block => {
    switch (block.k) {
      case "heading":
        last = Math.min(block.level, last + 1);
        return { ...block, level: last };
      case "box":
      case "in":
        return { ...block, b: order(block.b) };
      case "list":
        return { ...block, items: block.items.map(order) };
      case "terms":
        return { ...block, items: block.items.map((item) => ({ ...item, meaning: order(item.meaning) })) };
      case "table":
        return {
          ...block,
          head: block.head?.map((cell) => ({ ...cell, b: order(cell.b) })) ?? null,
          rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, b: order(cell.b) })) })),
        };
      default:
        return block;
    }
  };
  return order(content);
}
