import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkCommand } from "../../src/commands/check.ts";
import { reporters } from "../../src/reporters/index.ts";
import { finding, print, report, samples } from "./sample-reports.ts";

const ids = reporters.map(({ id }) => id);

test("every reporter is listed by its own name, and once", async () => {
  const loaded = await Promise.all(reporters.map(({ load }) => load()));
  expect(loaded.map(({ id }) => id)).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("`check` offers every reporter as its format", () => {
  const [format] = checkCommand.options.filter(({ flags }) => flags.startsWith("--format "));
  expect(format?.choices).toEqual(ids);
});

test("the README lists every reporter", () => {
  const [, table = ""] = /\| Report \| For \|\n.*\n([\s\S]*?)\n\n/u.exec(readFileSync("README.md", "utf8")) ?? [];
  expect(table.split("\n").map((row) => /^\| `(\w+)` \|/u.exec(row)?.[1])).toEqual(ids);
});

test("a reporter is loaded only when it is asked for", () => {
  const listing = readFileSync("src/reporters/index.ts", "utf8");
  expect(listing.match(/^import (?!type )/gmu)).toBeNull();
});

describe.each(ids)("%s", (id) => {
  test.each(samples)("is the same twice, and has nothing that a terminal obeys: $name", async ({ report: one }) => {
    const text = await print(id, one);
    expect(await print(id, one)).toBe(text);
    // JSON is for programs, which want the text itself.
    if (id !== "json") expect(text.replace(/[\n\t]/gu, "")).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    if (text !== "") expect(text.endsWith("\n")).toBe(true);
    expect(text.startsWith("\uFEFF")).toBe(false);
  });

  test("tells why a command failed, or leaves that to standard error", async () => {
    const { tellsError = null } = (await reporters.find((one) => one.id === id)?.load()) ?? {};
    const text = await print(id, report([], { error: { message: "Unexpected mishap", exitCode: 70 } }));
    expect(text.includes("Unexpected mishap")).toBe(tellsError !== "beside");
  });
});

describe("compact", () => {
  const pattern = /^(.+?):(\d+):(\d+): (error|warning|advice) (\S+) (.+)$/u;

  test.each(samples)("prints a line for each finding that a problem matcher reads: $name", async ({ report: one }) => {
    const lines = (await print("compact", one)).split("\n").slice(0, -1);
    expect(lines).toHaveLength(one.findings.length);
    for (const line of lines) expect(line).toMatch(pattern);
  });

  test("says where, which rule and what", async () => {
    const one = report([finding({ path: "a b/c.yaml", message: "Unexpected `x`\nand `y`", severity: "advice" })]);
    expect(await print("compact", one)).toBe("a b/c.yaml:2:1: advice file-named-by-id Unexpected `x` and `y`\n");
  });
});
