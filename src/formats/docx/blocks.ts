import { isElement, type PageElement, type PageNode, readField, textOf } from "../../page/page.ts";
import { inlineElements } from "../../page/vocabulary.ts";
import { beginsSheet } from "../begins-sheet.ts";
import { hasClass } from "../classes.ts";
import { encodeContents, isContents } from "./contents.ts";
import { type Context, enter } from "./context.ts";
import { encodeField } from "./fields.ts";
import { bulletList } from "./ledger.ts";
import { deepestList, listIndent } from "./numbering.ts";
import { type Block, changeFirst, keepTogether, keepWithNext, lengthOf, type Paragraph } from "./paragraph.ts";
import { encodeRuns } from "./runs.ts";
import { encodeTable } from "./tables.ts";
import { element, type Xml } from "./xml.ts";

/** More than this is not kept on one sheet: Word would leave half a sheet empty for it. */
const longestWhole = 2500;

/** The paragraphs and tables that nodes make. */
export function encodeBlocks(nodes: readonly PageNode[], context: Context): readonly Block[] {
  const blocks: Block[] = [];
  let words: PageNode[] = [];
  const flush = () => {
    if (words.some((node) => isElement(node, "br") || textOf(node).trim() !== "")) {
      blocks.push(paragraph(words, context));
    }
    words = [];
  };
  let before: PageElement | undefined;
  for (const node of nodes) {
    if (typeof node === "string" || inlineElements.has(node.name)) {
      words.push(node);
      continue;
    }
    flush();
    const own = encodeElement(node, context);
    const last = blocks.at(-1);
    if (isList(node) && last !== undefined) blocks[blocks.length - 1] = keepWithNext(last);
    if (last?.kind === "paragraph" && own[0]?.kind === "table")
      blocks[blocks.length - 1] = { ...last, isBeforeBox: true };
    // Two tables with nothing between them would become one.
    if (last?.kind === "table" && own[0]?.kind === "table") blocks.push(afterTable);
    blocks.push(...(beginsSheet(node, before) ? changeFirst(own, (first) => ({ ...first, beginsSheet: true })) : own));
    before = node;
  }
  flush();
  return blocks;
}

/** Word asks for a paragraph behind each table. */
export const afterTable: Paragraph = { kind: "paragraph", style: "AfterTable", content: "", length: 0 };

function encodeElement(node: PageElement, outer: Context): readonly Block[] {
  // What warns that a web page forgets what is typed on it: a document is saved by whoever types.
  if (hasClass(node, "saving")) return [];
  const context = enter(node, outer);
  const blocks = encodeKind(node, context);
  const place = context.ledger.placeOf(node.attributes["id"] ?? "");
  const placed =
    place === undefined
      ? blocks
      : changeFirst(blocks, (first) => ({ ...first, content: bookmark(place) + first.content }));
  const ruled = hasClass(node, "criterion")
    ? changeFirst(placed, (first) => ({ ...first, hasRuleAbove: true }))
    : placed;
  const isWhole = ["criterion", "notice", "people", "task"].some((name) => hasClass(node, name));
  return isWhole && lengthOf(ruled) <= longestWhole ? keepTogether(ruled) : ruled;
}

function encodeKind(node: PageElement, context: Context): readonly Block[] {
  const { name, children } = node;
  switch (name) {
    case "h1":
      return [paragraph(children, { ...context, style: "Heading1" })];
    case "h2":
      return [paragraph(children, { ...context, style: "Heading2" })];
    case "h3":
      return [paragraph(children, { ...context, style: "Heading3" })];
    case "h4":
      return [paragraph(children, { ...context, style: "Heading4" })];
    case "nav":
      return isContents(node) ? encodeContents(node, context) : encodeBlocks(children, context);
    case "ul":
    case "ol":
      return encodeList(node, context);
    case "dt":
      return encodeBlocks(children, { ...context, style: context.isInTable ? "TableHead" : "Term" });
    case "table":
      return encodeTable(node, context);
    case "field":
      return encodeField(readField(node), context);
    case "blockquote":
      return encodeBlocks(children, context.isInTable ? context : { ...context, style: "Quote" });
    case "pre":
      return [
        paragraph([textOf(node).replace(/\n$/u, "")], {
          ...context,
          style: context.isInTable ? "TableText" : "CodeBlock",
        }),
      ];
    case "hr":
      return [{ kind: "paragraph", style: "Rule", content: "", length: 0 }];
    default:
      return encodeBlocks(children, context);
  }
}

function paragraph(nodes: readonly PageNode[], context: Context): Paragraph {
  const text = nodes.map(textOf).join("");
  return { kind: "paragraph", style: context.style, content: encodeRuns(nodes, context), length: text.length };
}

function bookmark({ id, name }: { readonly id: number; readonly name: string }): Xml {
  return element("w:bookmarkStart", { "w:id": id, "w:name": name }) + element("w:bookmarkEnd", { "w:id": id });
}

function isList(node: PageElement): boolean {
  return node.name === "ul" || node.name === "ol";
}

/** Each item begins with its mark; what follows in it stands under its first words. */
function encodeList(list: PageElement, context: Context): readonly Block[] {
  const items = list.children.filter((child) => isElement(child, "li"));
  if (hasClass(list, "outcomes")) return items.flatMap((item) => encodeBlocks((item as PageElement).children, context));
  const level = Math.min(context.depth, deepestList);
  const start = Number(list.attributes["start"] ?? 1);
  const id = list.name === "ul" ? bulletList : context.ledger.startList(level, start);
  return items.flatMap((item) => {
    const inner = enter(item as PageElement, { ...context, depth: context.depth + 1 });
    const blocks = encodeBlocks((item as PageElement).children, inner);
    const [first] = blocks;
    const isMarked = first?.kind === "paragraph" && first.list === undefined;
    const opened: readonly Block[] = isMarked
      ? blocks
      : [{ kind: "paragraph", style: context.style, content: "", length: 0 }, ...blocks];
    return opened.map((block, position): Block => {
      if (block.kind === "table" || block.list !== undefined || block.indent !== undefined) return block;
      return position === 0 ? { ...block, list: { id, level } } : { ...block, indent: listIndent(level) };
    });
  });
}
