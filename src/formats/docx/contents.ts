import { isElement, type PageElement, type PageNode, textOf } from "../../page/page.ts";
import { elementsOf } from "../../page/parse-page.ts";
import { type Context, enter } from "./context.ts";
import type { Block } from "./paragraph.ts";
import { encodeRuns } from "./runs.ts";
import { element, escapeXml, type Xml } from "./xml.ts";

interface Entry {
  readonly link: PageElement;
  readonly level: 1 | 2 | 3;
}

const mark = (type: "begin" | "separate" | "end") =>
  element("w:r", {}, element("w:fldChar", { "w:fldCharType": type }));

/**
 * The contents as the field that Word makes them with, filled in with what the page lists: it shows at once, each entry
 * leads to its place, and who updates it (F9, or before printing where Word is set to) gets the numbers of the sheets.
 *
 * The numbers themselves are left out, since only a program that lays the sheets out knows them. There are two ways to
 * have Word fill them in, `updateFields` in the settings and `dirty` at the field, and at both it asks everybody who opens
 * the paper whether fields "that may refer to other files" should be updated: no question for learners, and again each
 * time until they save. Numbers that another program has counted, such as the one that makes PDF, would be wrong in Word.
 * Who needs them on paper has the PDF.
 */
export function encodeContents(nav: PageElement, outer: Context): readonly Block[] {
  const context = enter(nav, outer);
  const heading = nav.children.find((child) => isElement(child, "h2"));
  const entries = entriesOf(nav.children);
  const deepest = Math.max(1, ...entries.map(({ level }) => level));
  const instruction = escapeXml(` TOC \\o "2-${deepest + 1}" \\h \\z `);
  const begin =
    mark("begin") +
    element("w:r", {}, element("w:instrText", { "xml:space": "preserve" }, instruction)) +
    mark("separate");
  const paragraph = (style: "TOCHeading" | "TOC1" | "TOC2" | "TOC3", content: Xml, text: string): Block => ({
    kind: "paragraph",
    style,
    content,
    length: text.length,
  });
  const title =
    heading === undefined || !isElement(heading)
      ? []
      : [paragraph("TOCHeading", encodeRuns(heading.children, context), textOf(heading))];
  const lines = entries.map(({ link, level }, position) =>
    paragraph(
      `TOC${level}`,
      (position === 0 ? begin : "") +
        encodeRuns([link], context) +
        (position === entries.length - 1 ? mark("end") : ""),
      textOf(link),
    ),
  );
  return [...title, ...lines];
}

/** Whether a list of links is all that there is. */
export function isContents(nav: PageElement): boolean {
  const links = elementsOf(nav.children).filter(({ name }) => name === "a");
  return links.length > 0 && links.every(({ attributes }) => attributes["href"]?.startsWith("#"));
}

function entriesOf(nodes: readonly PageNode[], depth = 0): readonly Entry[] {
  return nodes.flatMap((node): readonly Entry[] => {
    if (!isElement(node)) return [];
    if (node.name === "a") return [{ link: node, level: depth >= 3 ? 3 : depth === 2 ? 2 : 1 }];
    return entriesOf(node.children, node.name === "ul" || node.name === "ol" ? depth + 1 : depth);
  });
}
