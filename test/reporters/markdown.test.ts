import MarkdownIt from "markdown-it";
import { lint } from "markdownlint/sync";
import { describe, expect, test } from "vitest";
import { markdownWithin } from "../../src/reporters/markdown.ts";
import { printable } from "../../src/text/printable.ts";
import { finding, hostilePaths, hostileTexts, print, report, samples } from "./sample-reports.ts";

/** As a service would that lets HTML through and makes links of addresses. */
const renderer = new MarkdownIt({ html: true, linkify: true });

describe.each(samples)("$name", ({ report: one }) => {
  test("is clean under markdownlint", async () => {
    const text = await print("markdown", one);
    // A paragraph is one line; a comment begins below the heading of its page.
    const found = lint({ strings: { text }, config: { default: true, MD013: false, MD041: false } })["text"] ?? [];
    expect(
      found.map(({ lineNumber, ruleNames, errorDetail }) => `${lineNumber} ${ruleNames[0]} ${errorDetail}`),
    ).toEqual([]);
  });

  test("holds no markup but ours", async () => {
    const html = renderer.render(await print("markdown", one));
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gu)].map(([, name]) => name));
    expect([...tags].filter((name) => !["h2", "h3", "p", "ul", "li", "code", "pre"].includes(name ?? ""))).toEqual([]);
  });
});

test.each(Object.entries(hostileTexts))("%s calls nobody, and is read as it was", async (_, message) => {
  for (const said of [message, `Unexpected \`${message}\``]) {
    const html = renderer.render(await print("markdown", report([finding({ message: said })])));
    expect(html).not.toMatch(/<(?:a|img|script|b|h1|em|del|hr|table)\b/u);
    expect(html.replace(/<code>.*?<\/code>/gsu, "")).not.toMatch(/[@#][a-z\d]/u);
    const words = (text: string) => (text.match(/[\p{L}\d]+/gu) ?? []).join(" ");
    const shown = decode(html.replace(/<[^>]*>/gu, ""));
    expect(words(shown)).toContain(words(printable(said.replace(/\r\n/gu, " "))));
  }
});

test.each(hostilePaths)("the path %s is code", async (path) => {
  const html = renderer.render(await print("markdown", report([finding({ path })])));
  const shown = /<li><code>(.*?)<\/code>/u.exec(html)?.[1] ?? "";
  expect(decode(shown)).toBe(`${path}:2:1`);
});

test("values between backticks are code", async () => {
  const text = await print("markdown", report([finding({ message: "Unexpected `a|b*c`, expected `d`; change it" })]));
  expect(text).toContain("Unexpected `a|b*c`, expected `d`; change it\n");
});

test("the worst are kept where there is no room for all", () => {
  const advice = Array.from({ length: 5000 }, () => finding({ severity: "advice", path: "a.yaml" }));
  const text = markdownWithin(60_000, report([...advice, finding({ path: "z.yaml" })]));
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/### Errors\n\n- `z\.yaml:2:1`/u);
  const left = Number(/^And (\d+) more findings;/mu.exec(text)?.[1]);
  expect(left).toBe(5001 - [...text.matchAll(/^- /gmu)].length);
});

function decode(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
