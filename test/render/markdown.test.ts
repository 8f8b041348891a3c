import { expect, test } from "vitest";
import { renderBlock, renderInline } from "../../src/render/markdown.ts";

const loaf = "https://example.org/loaf.png";

test.each([
  [`Shape it, ![a round loaf](${loaf}).`, `Shape it, <a href="${loaf}">a round loaf</a>.`],
  [`![](${loaf})`, `<a href="${loaf}">${loaf}</a>`],
  [`![a *round* "loaf" <b>](${loaf})`, `<a href="${loaf}">a round &quot;loaf&quot; &lt;b&gt;</a>`],
  ["![x](javascript:alert)", "![x](javascript:alert)"],
  ["Wow! [A loaf](https://example.org/)", 'Wow! <a href="https://example.org/">A loaf</a>'],
])("of a picture stand its words: %s", (written, printed) => {
  expect(renderInline(written)).toBe(printed);
  expect(renderBlock(written)).toBe(`<p>${printed}</p>\n`);
});
