import { footerLines, isElement, type Page, type PageElement, type PageNode, readField, textOf } from "../page/page.ts";
import { inlineElements } from "../page/vocabulary.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { defineFormat } from "./define-format.ts";

/** CommonMark with tables, for repositories, wikis and other tools. */
export const markdown = defineFormat({
  id: "md",
  isUsual: true,
  encode: (page) => new TextEncoder().encode(encodePage(page)),
});

function encodePage(page: Page): string {
  const blocks = [
    ...titleFirst(encodeBlocks(page.content)),
    "---",
    ...footerLines(page).map((line) => escapeLineStart(escapeMarkdown(line))),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The title is the first line, by which other tools know a file; the name of the organisation, above it on paper, comes next. */
function titleFirst(blocks: readonly string[]): readonly string[] {
  const at = blocks.findIndex((block) => block.startsWith("# "));
  return at < 1 ? blocks : [...blocks.slice(at, at + 1), ...blocks.slice(0, at), ...blocks.slice(at + 1)];
}

/** The blocks that nodes make, each without an empty line at its end. */
function encodeBlocks(nodes: readonly PageNode[]): string[] {
  const blocks: string[] = [];
  let words: PageNode[] = [];
  const flush = () => {
    const text = encodeInline(words).trim();
    if (text !== "") blocks.push(escapeLineStart(text));
    words = [];
  };
  for (const node of nodes) {
    if (typeof node === "string" || inlineElements.has(node.name)) {
      words.push(node);
    } else {
      flush();
      blocks.push(...encodeBlock(node));
    }
  }
  flush();
  return blocks;
}

function encodeBlock(element: PageElement): string[] {
  const { name, children } = element;
  switch (name) {
    case "h1":
    case "h2":
    case "h3":
    case "h4":
      return [`${"#".repeat(Number(name.slice(1)))} ${encodeHeading(children)}`];
    case "ul":
    case "ol":
      return [encodeList(element)];
    case "dl":
      return children.flatMap((child) => encodeDefinition(child));
    case "table":
      return encodeTable(element);
    case "field":
      return encodeField(element);
    case "aside":
    case "blockquote":
      return [quote(encodeBlocks(children).join("\n\n"))];
    case "pre":
      return [fence(element)];
    case "hr":
      return ["---"];
    case "div":
      return encodePart(element);
    default:
      return encodeBlocks(children);
  }
}

/** A part of a page that begins with what it is called. */
function encodePart({ children }: PageElement): string[] {
  const [first, ...rest] = children;
  const name =
    first !== undefined && isElement(first, "p") && first.children.length === 1 ? first.children[0] : undefined;
  return name !== undefined && isElement(name, "strong")
    ? [boldLine(encodeInline(name.children).trim()), ...encodeBlocks(rest)]
    : encodeBlocks(children);
}

/** A heading is one line, and number signs at its end would be taken for marks. */
function encodeHeading(children: readonly PageNode[]): string {
  return encodeInline(children)
    .replace(/\s*\\\n\s*/gu, " ")
    .trim()
    .replace(/#+$/u, (signs) => signs.replace(/#/gu, "\\#"));
}

function encodeList({ name, children, attributes }: PageElement): string {
  const items = children.filter((child) => isElement(child, "li"));
  const first = Number(attributes["start"] ?? 1);
  const isLoose = items.some((item) => encodeBlocks(item.children).length > 1);
  const written = items.map((item, position) => {
    const mark = name === "ol" ? `${first + position}. ` : "- ";
    const text = encodeBlocks(item.children).join("\n\n");
    return mark + indentAfterFirst(text, " ".repeat(mark.length));
  });
  return written.join(isLoose ? "\n\n" : "\n");
}

function encodeDefinition(node: PageNode): string[] {
  if (!isElement(node)) return [];
  const text = encodeInline(node.children).trim();
  return node.name === "dt" ? [boldLine(text)] : [escapeLineStart(text)];
}

/** Words in bold letters over what they name end as such words do, or would be taken for a heading without its mark. */
function boldLine(text: string): string {
  return /[.,;:!?]$/u.test(text) ? `**${text}**` : `**${text}:**`;
}

function encodeTable({ children }: PageElement): string[] {
  const caption = children.find((child) => isElement(child, "caption"));
  const rows = (part: "thead" | "tbody") =>
    children
      .filter((child) => isElement(child, part))
      .flatMap((child) => (child as PageElement).children.filter((row) => isElement(row, "tr")));
  const cells = (row: PageNode) =>
    isElement(row) ? row.children.filter((cell) => isElement(cell)).map((cell) => encodeCell(cell as PageElement)) : [];
  const body = rows("tbody").map(cells);
  const width = Math.max(0, ...body.map((row) => row.length));
  const head = rows("thead").map(cells)[0] ?? Array.from({ length: width }, () => "");
  const line = (row: readonly string[]) => `|${row.map((cell) => (cell === "" ? " |" : ` ${cell} |`)).join("")}`;
  const table = [line(head), line(head.map(() => "---")), ...body.map(line)].join("\n");
  const title = caption === undefined || !isElement(caption) ? [] : [boldLine(encodeInline(caption.children).trim())];
  return [...title, table];
}

/** A table row is one line: what would be several blocks is set apart by dots. */
function encodeCell({ children }: PageElement): string {
  const parts: string[] = [];
  let words: PageNode[] = [];
  const flush = () => {
    parts.push(onOneLine(encodeInline(words)));
    words = [];
  };
  for (const child of children) {
    if (!isElement(child) || inlineElements.has(child.name)) {
      words.push(child);
      continue;
    }
    flush();
    parts.push(...(isElement(child, "field") ? choicesOf(child) : encodeBlocks([child]).map(flatten)));
  }
  flush();
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" · ")
    .replace(/(?<!\\)\|/gu, "\\|");
}

/** The words to choose from; all else that is filled in is the cell itself. */
function choicesOf(field: PageElement): string[] {
  const { kind, options } = readField(field);
  return kind === "choice" ? [options.map((option) => `☐ ${escapeMarkdown(option)}`).join(" ")] : [];
}

function flatten(block: string): string {
  return onOneLine(block.replace(/^(?:- |\d+\. |> ?)/gmu, ""));
}

/** A backslash before the end of a line breaks it; two are a backslash that is printed. */
function onOneLine(text: string): string {
  return text
    .trim()
    .replace(/(?<!\\)((?:\\\\)*)\\\n/gu, "$1\n")
    .replace(/\s*\n\s*/gu, "; ");
}

function encodeField(element: PageElement): string[] {
  const { kind, label, options } = readField(element);
  const name = escapeMarkdown(label);
  switch (kind) {
    case "tick":
      return [`☐ ${name}`];
    case "choice":
      return [`**${name}:** ${options.map((option) => `☐ ${escapeMarkdown(option)}`).join(" ")}`];
    case "lines":
      return [`**${name}:**`, `> ${blank}`];
    default:
      return [`**${name}:** ${blank}`];
  }
}

/** Room to write. */
const blank = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_";

function encodeInline(nodes: readonly PageNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? escapeMarkdown(node) : encodeInlineElement(node))).join("");
}

function encodeInlineElement(element: PageElement): string {
  const inner = () => encodeInline(element.children);
  switch (element.name) {
    case "strong":
      return wrapInner(inner(), "**");
    case "em":
      return wrapInner(inner(), "*");
    case "del":
      return wrapInner(inner(), "~~");
    // Markdown has nothing for words that are new.
    case "ins":
      return wrapInner(inner(), "**");
    case "code":
      return codeSpan(textOf(element));
    case "br":
      return "\\\n";
    case "a":
      return encodeLink(element, inner());
    default:
      return inner();
  }
}

/** Links inside the page are links of the HTML only: their targets are not in Markdown. */
function encodeLink({ attributes }: PageElement, text: string): string {
  const href = attributes["href"] ?? "";
  if (href.startsWith("#")) return text;
  const target = href.replace(/[<>\\\s]/gu, (character) => encodeURIComponent(character)).replace(/&/gu, "&amp;");
  return `[${text}](<${target}>)`;
}

/** Emphasis marks must touch the words that they emphasise. */
function wrapInner(text: string, mark: string): string {
  const inner = text.trim();
  if (inner === "") return text;
  return text.replace(inner, () => `${mark}${inner}${mark}`);
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map((match) => match[0].length));
  const ticks = "`".repeat(longest + 1);
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

function fence(element: PageElement): string {
  const text = textOf(element).replace(/\n$/u, "");
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map((match) => match[0].length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}text\n${text}\n${ticks}`;
}

function quote(text: string): string {
  return text.replace(/^.*$/gmu, (line) => (line === "" ? ">" : `> ${line}`));
}

function indentAfterFirst(text: string, margin: string): string {
  return text.replace(/\n(?=.)/gu, `\n${margin}`);
}

/** Words that would begin a list, a heading or a quotation at the start of a line. */
function escapeLineStart(text: string): string {
  return text.replace(/^(\s*)([-+>#=])/gmu, "$1\\$2").replace(/^(\s*\d+)([.)])/gmu, "$1\\$2");
}
