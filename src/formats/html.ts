import { styles } from "../generated/templates.js";
import { type Field, type Page, type PageElement, type PageNode, readField } from "../page/page.ts";
import { inlineElements } from "../page/vocabulary.ts";
import { defineFormat } from "./define-format.ts";

/** One self-contained file: nothing is fetched, nothing runs. */
export const html = defineFormat({
  id: "html",
  isUsual: true,
  encode: (page) => new TextEncoder().encode(document(page)),
});

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function document(page: Page): string {
  return [
    "<!DOCTYPE html>",
    `<html lang="${escapeHtml(page.language)}" dir="${page.direction}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="generator" content="qualspec">',
    `<title>${escapeHtml(page.title)}</title>`,
    `<style>\n${styles}${pageStyles(page)}</style>`,
    "</head>",
    `<body class="${page.orientation}">`,
    `<main>${encodeAll(page.content)}</main>`,
    `<footer><p>${escapeHtml(page.footer)}</p></footer>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** The size of the paper, and what stands at the foot of each sheet. */
function pageStyles({ orientation, footer, notices }: Page): string {
  const left = notices.length === 0 ? footer : `${footer}\n${notices.join(" ")}`;
  return `@page { size: A4 ${orientation}; @bottom-left { content: ${cssString(left)}; } @bottom-right { content: counter(page) " / " counter(pages); } }\n`;
}

function encodeAll(nodes: readonly PageNode[]): string {
  return nodes
    .map((node, position) => {
      if (typeof node === "string") return escapeHtml(node);
      const before = nodes[position - 1];
      const written = encode(node);
      return isBlock(before) && isBlock(node) ? written.slice(1) : written;
    })
    .join("");
}

/** What stands on lines of its own. */
function isBlock(node: PageNode | undefined): boolean {
  return node !== undefined && typeof node !== "string" && !inlineElements.has(node.name);
}

function encode(element: PageElement): string {
  const { name, children } = element;
  if (name === "field") return encodeField(readField(element));
  const newline = inlineElements.has(name) ? "" : "\n";
  if (name === "br" || name === "hr") return `${newline}<${name}>${newline}`;
  // Every unit repeats the notices: as notes they are told apart from the landmarks that readers jump between.
  const [tag, role] = name === "aside" ? ["div", ' role="note"'] : [name, ""];
  return `${newline}<${tag}${role}${attributes(element)}>${encodeAll(children)}</${tag}>${newline}`;
}

function attributes({ name, attributes: given }: PageElement): string {
  const written = Object.entries(given).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  // Where a narrow screen turns a table into blocks, readers of the page must still be told that it is one.
  const role =
    tableRoles[name] === undefined ? "" : ` role="${given["scope"] === "row" ? "rowheader" : tableRoles[name]}"`;
  const target = name === "a" && /^https?:/u.test(given["href"] ?? "") ? ' rel="noreferrer"' : "";
  return `${written.join("")}${role}${target}`;
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
  const id = `f-${field.name.replace(/[^A-Za-z0-9-]/gu, "_")}`;
  const named = `id="${id}" name="${escapeHtml(field.name)}" data-field="${escapeHtml(field.name)}"`;
  const hidden = field.hidesLabel ? ' class="hidden"' : "";
  const label = `<label for="${id}"${hidden}>${escapeHtml(field.label)}</label>`;
  switch (field.kind) {
    case "lines":
      return `\n<div class="field">${label}<textarea ${named} autocomplete="off" rows="${Math.min(field.lines, 8)}" style="--lines:${field.lines}"></textarea></div>\n`;
    case "tick":
      return `\n<div class="field tick"><input type="checkbox" ${named}>${label}</div>\n`;
    case "choice":
      return encodeChoice(field, id);
    case "date":
    case "line":
      return `\n<div class="field">${label}<input type="text" ${named} autocomplete="off"></div>\n`;
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
  return `\n<fieldset class="field choice"><legend${hidden}>${escapeHtml(field.label)}</legend>${options.join("")}</fieldset>\n`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}

/** A text as a CSS string: everything but plain letters is written as its code point. */
function cssString(text: string): string {
  const escaped = text.replace(
    /[^A-Za-z0-9 .,:;()·-]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
