import { isElement, type PageElement, type PageNode, readField, textOf } from "../../page/page.ts";
import { inlineElements } from "../../page/vocabulary.ts";
import { beginsSheet } from "../begins-sheet.ts";
import { hasClass } from "../classes.ts";
import { type Context, enter, languageOf } from "./context.ts";
import { encodeField } from "./fields.ts";
import { encodeInline, encodeText } from "./inline.ts";
import type { Block, Blocks, Term } from "./sheet.ts";
import { encodeTable } from "./tables.ts";

/** The paragraphs, lists, tables and boxes that nodes make. */
export function encodeBlocks(nodes: readonly PageNode[], context: Context): Blocks {
  const blocks: Block[] = [];
  let words: PageNode[] = [];
  const flush = () => {
    if (words.some((node) => textOf(node).trim() !== "")) blocks.push(text(words, context));
    words = [];
  };
  let before: PageElement | undefined;
  for (const node of nodes) {
    if (typeof node === "string" || inlineElements.has(node.name)) {
      words.push(node);
      continue;
    }
    flush();
    if (beginsSheet(node, before)) blocks.push({ k: "sheet" });
    blocks.push(...encodeElement(node, context));
    before = node;
  }
  flush();
  return blocks;
}

function text(words: readonly PageNode[], context: Context): Block {
  return { k: "text", look: context.look, b: encodeInline(words, context) };
}

/** An element, with a place for links where it has an id: its heading, or a mark before it. */
function encodeElement(node: PageElement, outer: Context): Blocks {
  // What warns that a web page forgets what is typed on it.
  if (hasClass(node, "saving")) return [];
  const context = enter(node, outer);
  const place = node.name === "field" ? undefined : context.places.get(node.attributes["id"] ?? "");
  const blocks = encodeKind(node, context);
  const placed = place === undefined ? blocks : atPlace(place, blocks);
  if (context.language === outer.language || placed.length === 0) return placed;
  return [{ k: "in", language: languageOf(context.language), b: placed }];
}

/** The same blocks where a link can lead to them: to their heading, where they begin with one. */
function atPlace(place: string, blocks: Blocks): Blocks {
  const [first, ...rest] = blocks;
  if (first?.k === "heading" && first.place === null) return [{ ...first, place }, ...rest];
  if (first?.k === "box" || first?.k === "in") return [{ ...first, b: atPlace(place, first.b) }, ...rest];
  return [{ k: "place", place }, ...blocks];
}

function encodeKind(node: PageElement, context: Context): Blocks {
  const { name, children } = node;
  switch (name) {
    case "h1":
    case "h2":
    case "h3":
    case "h4":
      return [heading(node, context)];
    case "nav":
      return encodeContents(node, context);
    case "ul":
    case "ol":
      return encodeList(node, context);
    case "dl":
      return [{ k: "terms", items: termsOf(children, context) }];
    case "table":
      return encodeTable(node, context, encodeBlocks);
    case "field":
      return [encodeField(readField(node), context)];
    case "blockquote":
      return [{ k: "box", look: "quote", isWhole: false, b: encodeBlocks(children, context) }];
    case "pre":
      return [{ k: "code", text: encodePre(textOf(node), context) }];
    case "hr":
      return [{ k: "rule" }];
    default:
      return encodeBox(node, context);
  }
}

function heading({ name, children }: PageElement, context: Context): Block {
  const look = context.look === "" ? "" : context.look;
  return { k: "heading", level: Number(name.slice(1)), look, place: null, b: encodeInline(children, context) };
}

function encodePre(written: string, { letters, room }: Context): string {
  return written
    .replace(/\n$/u, "")
    .split("\n")
    .map((line) => letters.print(line.replace(/\t/gu, "    "), room * 0.8))
    .join("\n");
}

/** The parts of a page that have a frame or a background, or are kept together. */
const boxes = ["banner", "notice", "task", "guidance", "criterion", "people", "pairs", "step", "cover"];
const wholeBoxes: ReadonlySet<string> = new Set(["notice", "task", "criterion", "people", "pairs"]);

function encodeBox(node: PageElement, context: Context): Blocks {
  const look = boxes.find((name) => hasClass(node, name));
  const inner = encodeBlocks(node.children, context);
  if (look === undefined || (context.isInTable && look !== "guidance")) return inner;
  if (look === "cover") return inner;
  if (look !== "banner") return [{ k: "box", look, isWhole: wholeBoxes.has(look), b: inner }];
  return [{ k: "box", look: context.isBrief ? "brief" : "banner", isWhole: true, b: inner }];
}

/** A list of links within the page gets the numbers of their sheets. */
function encodeContents(nav: PageElement, context: Context): Blocks {
  const title = nav.children.filter((child) => isElement(child, "h2"));
  const links = linksOf(nav.children);
  const places = links.flatMap((link) => context.places.get((link.attributes["href"] ?? "").slice(1)) ?? []);
  if (places.length === 0 || places.length < links.length) return encodeBlocks(nav.children, context);
  return [...encodeBlocks(title, context), { k: "contents", places }];
}

function linksOf(nodes: readonly PageNode[]): readonly PageElement[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [];
    return node.name === "a" ? [node] : linksOf(node.children);
  });
}

function encodeList(list: PageElement, context: Context): Blocks {
  const items = list.children.filter((child): child is PageElement => isElement(child, "li"));
  if (items.length === 0) return [];
  const look = ["outcomes", "hints"].find((name) => hasClass(list, name)) ?? context.look;
  const start = list.name === "ol" ? Number(list.attributes["start"] ?? 1) : null;
  const encoded = items.map((item) => {
    const inner = enter(item, context);
    const blocks = encodeBlocks(item.children, inner);
    return blocks.length === 0 ? [{ k: "text", look: inner.look, b: encodeText(" ", inner) } as const] : blocks;
  });
  return [{ k: "list", look, start, items: encoded }];
}

/** Each term with all that is said of it. */
function termsOf(children: readonly PageNode[], context: Context): readonly Term[] {
  const terms: Term[] = [];
  for (const child of children) {
    if (!isElement(child)) continue;
    const last = terms.at(-1);
    if (child.name === "dt") terms.push({ term: encodeInline(child.children, context), meaning: [] });
    else if (last !== undefined) {
      terms[terms.length - 1] = { ...last, meaning: [...last.meaning, ...encodeBlocks(child.children, context)] };
    }
  }
  return terms;
}
