import { expect, test } from "vitest";
import { plainText } from "../../src/record/plain-text.ts";
import { renderInline } from "../../src/render/markdown.ts";
import { chooser } from "../fuzz/random.ts";

const known: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', eacute: "é", hellip: "…" };
const plain = (text: string) => plainText(text, (name) => known[name] ?? null);

/** What a reader of the page sees. */
function printed(text: string): string {
  const words = renderInline(text).replace(/<[^>]*>/gu, "");
  const decoded = words.replace(/&(amp|lt|gt|quot);/gu, (_, name: string) => known[name] ?? "");
  return decoded.replace(/\s+/gu, " ").trim();
}

test.each([
  ["Salt &amp; pepper", "Salt & pepper"],
  ["caf&eacute; &#233; &#xE9; &unknown; &amp", "café é é &unknown; &amp"],
  ["&#0; &#x110000;", "\ufffd \ufffd"],
  ["a *b* **c** ***d*** _e_ __f__ snake_case_name 2 * 3 * 4", "a b c d e f snake_case_name 2 * 3 * 4"],
  ["**a *b* c** and **open", "a b c and **open"],
  ["`*code*` and `` ` `` and `open", "*code* and ` and `open"],
  ['[the *page*](https://example.org/a_(b) "Title") here', "the page here"],
  ["[bad](javascript:alert) and [a]()", "[bad](javascript:alert) and a"],
  ["[a [b](https://c.org) d](https://e.org)", "[a b d](https://e.org)"],
  ["![picture](https://example.org/a.png)", "picture"],
  [
    "![](https://example.org/a.png) ![a [b](https://c.org)](https://d.org) [![e](https://f.org)](https://g.org)",
    "https://example.org/a.png a b e",
  ],
  ["<https://example.org/a?b&c> <me@example.org> <b>bold</b>", "https://example.org/a?b&c me@example.org <b>bold</b>"],
  ["\\*not\\* \\&amp; \\[a\\](b)", "*not* &amp; [a](b)"],
  ["line\\\none  \ntwo\nthree", "line one two three"],
])("%s", (markdown, words) => {
  expect(plain(markdown)).toBe(words);
  expect(printed(markdown)).toBe(words);
});

test("whatever is written stands as the page prints it", () => {
  const parts = [
    "*",
    "**",
    "_",
    "`",
    "``",
    "[",
    "](https://a.org)",
    "](b)",
    "\\",
    "&amp;",
    "<",
    ">",
    "a",
    "b c",
    " ",
    ".",
    "\n",
    "(",
    ")",
    "!",
  ];
  for (let seed = 0; seed < 2000; seed += 1) {
    const choose = chooser(seed);
    const text = Array.from({ length: 2 + choose(12) }, () => parts[choose(parts.length)] ?? "").join("");
    expect(plain(text), JSON.stringify(text)).toBe(printed(text));
  }
});

test("brackets without end are read at once", () => {
  expect(plain("[".repeat(5000))).toBe("[".repeat(5000));
  expect(plain("![a](b".repeat(2000))).toBe("![a](b".repeat(2000));
});
