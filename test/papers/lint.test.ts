import { HtmlValidate } from "html-validate";
import { lint } from "markdownlint/sync";
import { afterAll, describe, expect, test } from "vitest";
import { buildShipped, sharedFolder } from "./build-papers.ts";

const folder = sharedFolder();
afterAll(folder.remove);
const papers = buildShipped(folder.path);

describe("html-validate finds nothing in", () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: {
      // Where a narrow screen turns tables into blocks, browsers forget that they are tables: the roles say so again.
      "no-redundant-role": "off",
      "prefer-native-element": "off",
      // Room to write differs from field to field: its lines are handed to the style sheet as a custom property.
      "no-inline-style": ["error", { allowedProperties: ["--lines"] }],
    },
  });

  test.each(papers.filter(({ format }) => format === "html"))("$name", async ({ text }) => {
    const report = await validator.validateString(text);
    const messages = report.results.flatMap((result) => result.messages);
    expect(messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`)).toEqual([]);
  });
});

describe("markdownlint finds nothing in", () => {
  const config = {
    default: true,
    // A paragraph is one line: who reads the file in an editor lets it wrap.
    MD013: false,
  };

  test.each(papers.filter(({ format }) => format === "md"))("$name", ({ name, text }) => {
    const found = lint({ strings: { [name]: text }, config })[name] ?? [];
    expect(
      found.map(({ lineNumber, ruleNames, errorDetail }) => `${lineNumber} ${ruleNames[0]} ${errorDetail}`),
    ).toEqual([]);
  });
});
