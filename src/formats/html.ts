import { createHash } from "node:crypto";
import { programs } from "../generated/programs.js";
import { programStyles, styles } from "../generated/templates.js";
import type { Brand } from "../page/brand.ts";
import {
  type Field,
  footerLines,
  isElement,
  type Page,
  type PageElement,
  type PageNode,
  readField,
} from "../page/page.ts";
import { inlineElements } from "../page/vocabulary.ts";
import { defineFormat } from "./define-format.ts";
import { brandStyles, logoMarkup, picturePolicy } from "./html/brand.ts";
import { cssString, escapeHtml } from "./html/escape.ts";
import { fieldId } from "./html/field-id.ts";

/** One self-contained file: nothing is fetched, and nothing runs but the program of a paper that is one. */
export const html = defineFormat({
  id: "html",
  isUsual: true,
  encode: (page) => {
    const { before, script, after } = document(page);
    return joined([encoder.encode(before), ...(script === null ? [] : [bytesOf(script)]), encoder.encode(after)]);
  },
});

const encoder = new TextEncoder();
const scripts = new Map<string, Uint8Array>();

/** Half of a paper may be its script, which is the same in thousands. */
function bytesOf(script: string): Uint8Array {
  const bytes = scripts.get(script) ?? encoder.encode(script);
  scripts.set(script, bytes);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The text of a paper, before and behind its script. */
function document(page: Page): { readonly before: string; readonly script: string | null; readonly after: string } {
  const script = page.program === null ? null : (programs[page.program.id] ?? null);
  const style = `\n${stylesOf(page, script !== null)}`;
  const before = [
    "<!DOCTYPE html>",
    `<html lang="${escapeHtml(page.language)}" dir="${page.direction}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(script, style, page.brand)}">`,
    '<meta name="generator" content="qualspec">',
    `<title>${escapeHtml(page.title)}</title>`,
    `<style>${style}</style>`,
    "</head>",
    `<body class="${page.orientation}">`,
    `<main>${logoMarkup(page.brand)}${encodeAll(page.content)}</main>`,
    `<footer>${footerLines(page)
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join("")}</footer>`,
    ...(script === null ? [] : [`${island(page)}\n<script>`]),
  ].join("\n");
  return { before, script, after: `${script === null ? "" : "</script>"}\n</body>\n</html>\n` };
}

/** Nothing is fetched, and no script and no styles count but ours, which are known by their hashes. */
function policy(script: string | null, style: string, brand: Brand | undefined): string {
  const scripts = script === null ? "" : ` script-src '${hashOfScript(script)}';`;
  return `default-src 'none';${scripts} style-src '${sha256(style)}';${picturePolicy(brand)} base-uri 'none'; form-action 'none'`;
}

const scriptHashes = new Map<string, string>();

/** There are but a few scripts, and they are large. */
function hashOfScript(script: string): string {
  const known = scriptHashes.get(script) ?? sha256(script);
  scriptHashes.set(script, known);
  return known;
}

function sha256(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** What the script knows of the paper: data that never runs, in which nothing can end the element. */
function island({ paper, program }: Page): string {
  const data = { map: paper, phrases: program?.phrases, structure: program?.structure, rules: program?.rules };
  return `<script type="application/json" id="paper">${JSON.stringify(data, inOrder).replace(/</gu, "\\u003c")}</script>`;
}

/** As a browser reads them, which knows one way only to end a line: the hash is of that. */
function stylesOf(page: Page, isProgram: boolean): string {
  const parts = [
    styles,
    isProgram ? programStyles : "",
    brandStyles(page.brand),
    roomStyles(page.content),
    pageStyles(page),
  ];
  return parts.join("").replace(/\r\n?/gu, "\n").replace(/\0/gu, "\ufffd");
}

/** The room that fields leave on paper, a rule for each number of lines: styles at the fields themselves would not be allowed. */
function roomStyles(content: readonly PageNode[]): string {
  const counts = new Set<number>();
  countLines(content, counts);
  return [...counts]
    .sort((a, b) => a - b)
    .map((count) => `.lines-${count} { --lines: ${count}; }\n`)
    .join("");
}

function countLines(nodes: readonly PageNode[], counts: Set<number>): void {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.name !== "field") countLines(node.children, counts);
    else if (node.attributes["kind"] === "lines") counts.add(readField(node).lines);
  }
}

/** Objects with their keys in one order, whichever the author wrote them in. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The size of the paper, and what stands at the foot of each sheet. */
function pageStyles(page: Page): string {
  const { orientation, notices } = page;
  const left = [...footerLines(page), notices.join(" ")].filter((line) => line !== "").join("\n");
  return `@page { size: A4 ${orientation}; @bottom-left { content: ${cssString(left)}; } @bottom-right { content: counter(page) " / " counter(pages); } }\n`;
}

function encodeAll(nodes: readonly PageNode[]): string {
  const written: string[] = [];
  writeAll(nodes, written);
  return written.join("");
}

function writeAll(nodes: readonly PageNode[], written: string[]): void {
  let endsLine = false;
  for (const node of nodes) {
    const isBlock = isElement(node) && !inlineElements.has(node.name);
    if (isBlock && !endsLine) written.push("\n");
    if (isElement(node)) write(node, written);
    else written.push(escapeHtml(node));
    endsLine = isBlock;
  }
}

/** With the end of its line, where it stands on lines of its own. */
function write(element: PageElement, written: string[]): void {
  const { name, children } = element;
  const newline = inlineElements.has(name) ? "" : "\n";
  if (name === "field") written.push(encodeField(readField(element)));
  else if (name === "br" || name === "hr") written.push(`<${name}>${newline}`);
  else {
    // Every unit repeats the notices: as notes they are told apart from the landmarks that readers jump between.
    const [tag, role] = name === "aside" ? ["div", ' role="note"'] : [name, ""];
    written.push(`<${tag}${role}${attributes(element)}>`);
    writeAll(children, written);
    written.push(`</${tag}>${newline}`);
  }
}

function attributes({ name, attributes: given }: PageElement): string {
  let written = "";
  for (const [key, value] of Object.entries(given)) written += ` ${key}="${escapeHtml(value)}"`;
  // Where a narrow screen turns a table into blocks, readers of the page must still be told that it is one.
  const role =
    tableRoles[name] === undefined ? "" : ` role="${given["scope"] === "row" ? "rowheader" : tableRoles[name]}"`;
  const target = name === "a" && /^https?:/u.test(given["href"] ?? "") ? ' rel="noreferrer"' : "";
  return `${written}${role}${target}`;
}

const tableRoles: Readonly<Record<string, string>> = {
  table: "table",
  thead: "rowgroup",
  tbody: "rowgroup",
  tr: "row",
  th: "columnheader",
  td: "cell",
};

function encodeField(field: Field): string {
  const id = fieldId(field.name);
  const named = `id="${id}" name="${escapeHtml(field.name)}" data-field="${escapeHtml(field.name)}"`;
  const hidden = field.hidesLabel ? ' class="hidden"' : "";
  const label = `<label for="${id}"${hidden}>${escapeHtml(field.label)}</label>`;
  switch (field.kind) {
    case "lines":
      return `<div class="field">${label}<textarea ${named} autocomplete="off" rows="${Math.min(field.lines, 8)}" class="lines-${field.lines}"></textarea></div>\n`;
    case "tick":
      return `<div class="field tick"><input type="checkbox" ${named}>${label}</div>\n`;
    case "choice":
      return encodeChoice(field, id);
    case "date":
    case "line":
      return `<div class="field">${label}<input type="text" ${named} autocomplete="off"></div>\n`;
  }
}

/** Boxes rather than a list that drops down: on paper one is ticked. */
function encodeChoice(field: Field, id: string): string {
  const name = escapeHtml(field.name);
  const options = field.options.map((option, position) => {
    const own = `${id}-${position + 1}`;
    return `<span class="option"><input type="radio" id="${own}" name="${name}" value="${escapeHtml(option)}" data-field="${name}"><label for="${own}">${escapeHtml(option)}</label></span>`;
  });
  const hidden = field.hidesLabel ? ' class="hidden"' : "";
  return `<fieldset class="field choice"><legend${hidden}>${escapeHtml(field.label)}</legend>${options.join("")}</fieldset>\n`;
}
