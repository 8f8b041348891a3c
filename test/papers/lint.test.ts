import { HtmlValidate } from "html-validate";
import { lint } from "markdownlint/sync";
import { describe, expect, test } from "vitest";
import { buildShipped } from "./build-papers.ts";

const papers = buildShipped();

describe("html-validate finds nothing in", () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: {
      // Where a narrow screen turns tables into blocks, browsers forget that they are tables: the roles say so again.
      "no-redundant-role": "off",
    },
  });

  test.each(papers.filter(({ format }) => format === "html"))("$name", async ({ text }) => {
    for (const page of pagesWithOneUnit(withoutScripts(text))) {
      const { results } = await validator.validateString(page);
      const messages = results.flatMap((result) => result.messages);
      expect(messages.map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`)).toEqual([]);
    }
  });
});

/** What a program holds is no markup; that it is there, and allowed, is told in html.test.ts. */
function withoutScripts(html: string): string {
  return html.replace(/<script[\s\S]*?<\/script>/gu, "");
}

/** Units of one paper are made alike: so many of a large one are looked at. */
const most = 2;

/** html-validate takes minutes for a page with all units of a large qualification, and seconds for one unit after another. */
function pagesWithOneUnit(html: string): readonly string[] {
  const [before = "", ...units] = html.split(/(?=<section class="unit")/u);
  if (units.length === 0) return [html];
  const last = units.at(-1) ?? "";
  const end = Math.max(0, last.search(/<section class="chapter|<\/main>/u));
  const after = last.slice(end);
  const pages = units.map(
    (unit, position) => `${before}${position === units.length - 1 ? last.slice(0, end) : unit}${after}`,
  );
  return pages.length <= most ? pages : [...pages.slice(0, most - 1), ...pages.slice(-1)];
}

describe("markdownlint finds nothing in", () => {
  const config = {
    default: true,
    // A paragraph is one line: who reads the file in an editor lets it wrap.
    MD013: false,
    // Each unit has the same parts, so their headings are the same.
    MD024: { siblings_only: true },
    // Cells that people fill in are empty: only this style allows for that.
    MD060: { style: "compact" as const },
  };

  test.each(papers.filter(({ format }) => format === "md"))("$name", ({ name, text }) => {
    const found = lint({ strings: { [name]: text }, config })[name] ?? [];
    expect(
      found.map(({ lineNumber, ruleNames, errorDetail }) => `${lineNumber} ${ruleNames[0]} ${errorDetail}`),
    ).toEqual([]);
  });
});
