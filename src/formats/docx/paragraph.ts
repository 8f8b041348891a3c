import { type ParagraphStyle, ruleAbove } from "./styles.ts";
import { element, value, type Xml } from "./xml.ts";

/** A paragraph before it is written: what stands around it may still have a say in how it is set. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly style: ParagraphStyle;
  readonly content: Xml;
  /** How many characters stand in it. */
  readonly length: number;
  readonly isKeptWithNext?: true;
  readonly beginsSheet?: true;
  readonly hasRuleAbove?: true;
  /** A table has no room above it that it could bring along. */
  readonly isBeforeBox?: true;
  readonly list?: { readonly id: number; readonly level: number };
  /** From the edge of the page, in twentieths of a point. */
  readonly indent?: number;
}

export interface Table {
  readonly kind: "table";
  readonly write: (isKeptWithNext: boolean) => Xml;
}

export type Block = Paragraph | Table;

export function encodeBlock(block: Block): Xml {
  return block.kind === "table" ? block.write(false) : encodeParagraph(block);
}

/** The order of the properties is the schema's. */
function encodeParagraph(paragraph: Paragraph): Xml {
  const { style, content, list, indent } = paragraph;
  const properties = [
    style === "Normal" ? "" : value("w:pStyle", style),
    paragraph.isKeptWithNext ? element("w:keepNext") : "",
    paragraph.beginsSheet ? element("w:pageBreakBefore") : "",
    list === undefined ? "" : element("w:numPr", {}, value("w:ilvl", list.level), value("w:numId", list.id)),
    paragraph.hasRuleAbove ? ruleAbove : "",
    paragraph.isBeforeBox ? element("w:spacing", { "w:after": 140 }) : "",
    indent === undefined ? "" : element("w:ind", { "w:left": indent }),
  ].join("");
  return element("w:p", {}, properties === "" ? "" : element("w:pPr", {}, properties), content);
}

/** The same blocks, none parted from the next by the end of a sheet. */
export function keepTogether(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, position) => (position < blocks.length - 1 ? keepWithNext(block) : block));
}

export function keepWithNext(block: Block): Block {
  return block.kind === "table" ? { ...block, write: () => block.write(true) } : { ...block, isKeptWithNext: true };
}

/** The same blocks with a change to the paragraph that stands first. */
export function changeFirst(blocks: readonly Block[], change: (first: Paragraph) => Paragraph): readonly Block[] {
  const [first, ...rest] = blocks;
  return first?.kind === "paragraph" ? [change(first), ...rest] : blocks;
}

export function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === "table" ? 0 : block.length), 0);
}
