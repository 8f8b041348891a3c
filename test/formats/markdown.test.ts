import { expect, test } from "vitest";
import { markdown } from "../../src/formats/markdown.ts";
import type { PageNode } from "../../src/page/page.ts";
import type { ElementName } from "../../src/page/vocabulary.ts";
import { samplePage } from "./sample-page.ts";

function element(name: ElementName, ...children: readonly PageNode[]): PageNode {
  return { name, attributes: {}, children };
}

/** What stands in the one cell of a table. */
function cellOf(...children: readonly PageNode[]): string {
  const table = element(
    "table",
    element("thead", element("tr", element("th", "Head"))),
    element("tbody", element("tr", element("td", ...children))),
  );
  const bytes = markdown.encode(samplePage("", { content: [table] }));
  const row = new TextDecoder().decode(bytes as Uint8Array).split("\n")[2] ?? "";
  return row.replace(/^\| | \|$/gu, "");
}

const strong = element("strong", "two");
const paragraph = element("p", "a paragraph");

test.each<[about: string, children: readonly PageNode[], cell: string]>([
  ["words and marks are one run of words", ["one ", strong, ", three"], "one **two**, three"],
  ["with a link in it", [strong, " and ", element("code", "x")], "**two** and `x`"],
  ["blocks are set apart", ["one ", strong, paragraph, "last ", strong], "one **two** · a paragraph · last **two**"],
  ["a break is no new row", ["one", element("br"), strong], "one; **two**"],
  ["nor are several, in a paragraph", [element("p", "one", element("br"), element("br"), "two")], "one; two"],
  ["a backslash at the end of a line is printed", [element("p", "one\\\ntwo")], "one\\\\; two"],
  ["what looks like a list is none", ["1. one ", strong], "1. one **two**"],
  [
    "a list is set apart by semicolons",
    [element("ul", element("li", "a"), element("li", strong, " b"))],
    "a; **two** b",
  ],
  ["a bar is no border", ["one | ", strong], "one \\| **two**"],
])("in the cell of a table %s", (_, children, cell) => {
  expect(cellOf(...children)).toBe(cell);
});

test("linters find the title first, bold lines that end as words over a table do, and one blank in empty cells", () => {
  const text = new TextDecoder().decode(
    markdown.encode(
      samplePage(`<header><p>Example Awards</p><h1>A paper</h1></header>
        <table><caption>Facts</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td></td><td></td></tr></tbody></table>
        <div class="task"><p><strong>What to do</strong></p><p>Bake.</p></div>
        <dl><dt>Why?</dt><dd>So.</dd></dl>`),
    ) as Uint8Array,
  );
  const blocks = [
    "# A paper",
    "Example Awards",
    "**Facts:**",
    "| A | B |\n| --- | --- |\n| | |",
    "**What to do:**",
    "Bake.",
    "**Why?**",
    "So.",
  ];
  expect(text.split("\n\n").slice(0, blocks.length)).toEqual(blocks);
});
