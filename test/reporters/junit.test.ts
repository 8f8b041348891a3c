import { parseDocument } from "htmlparser2";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeInBrowser, launchBrowser } from "../papers/browser.ts";
import { finding, hostileTexts, print, report, samples } from "./sample-reports.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

type Nodes = ReturnType<typeof parseDocument>["children"];

/** The elements of a report, read as a program would. */
function parse(xml: string): Element {
  const [root] = elementsIn(parseDocument(xml, { xmlMode: true }).children);
  if (root === undefined) throw new Error("no element");
  return root;
}

function elementsIn(nodes: Nodes): readonly Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== "tag" || !("attribs" in node)) return [];
    const children = node.children as Nodes;
    const text = children.map((one) => ("data" in one ? one.data : "")).join("");
    return [{ name: node.name, attributes: node.attribs, children: elementsIn(children), text }];
  });
}

const casesOf = (suite: Element) => suite.children.filter(({ name }) => name === "testcase");

describe.each(samples)("$name", ({ report: one }) => {
  test("is well formed", async () => {
    expect(malformed(await print("junit", one))).toEqual([]);
  });

  test("counts what it holds, and is never empty", async () => {
    const root = parse(await print("junit", one));
    expect(root.name).toBe("testsuites");
    const suites = root.children;
    for (const suite of suites) {
      const cases = casesOf(suite);
      const having = (name: string) => cases.filter(({ children }) => children.some((child) => child.name === name));
      expect(suite.attributes).toMatchObject({
        tests: String(cases.length),
        failures: String(having("failure").length),
        errors: String(having("error").length),
      });
      expect(cases.length).toBeGreaterThan(0);
    }
    const sum = (name: string) => suites.reduce((total, suite) => total + Number(suite.attributes[name]), 0);
    for (const name of ["tests", "failures", "errors"]) expect(root.attributes[name], name).toBe(String(sum(name)));
    expect(sum("tests")).toBeGreaterThan(0);
    expect(sum("failures")).toBe(one.summary.errors);
    expect(sum("errors")).toBe(one.error === null ? 0 : 1);
  });

  test("gives each case a name of its own", async () => {
    const cases = parse(await print("junit", one)).children.flatMap(casesOf);
    const names = cases.map(({ attributes }) => `${attributes["classname"]} ${attributes["name"]}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

test("a file without findings passes; a warning passes and has something to say; an error fails", async () => {
  const one = report([finding({}), finding({ path: "units/b.yaml", severity: "warning" })]);
  const suites = parse(await print("junit", one)).children;
  expect(
    suites.map((suite) => [suite.attributes["name"], casesOf(suite)[0]?.children.map(({ name }) => name)]),
  ).toEqual([
    ["units/a.yaml", ["failure"]],
    ["units/b.yaml", ["system-out"]],
    ["units/clean.yaml", []],
  ]);
});

test.each([
  ["error", 1],
  ["warning", 2],
  ["advice", 3],
] as const)("what makes the check fail is a failed test: from %s on", async (failsFrom, failures) => {
  const findings = (["error", "warning", "advice"] as const).map((severity) => finding({ severity }));
  const root = parse(await print("junit", report(findings, { failsFrom })));
  expect(root.attributes["failures"]).toBe(String(failures));
  const [suite] = root.children;
  expect(casesOf(suite as Element).filter(({ children }) => children[0]?.name === "failure")).toHaveLength(failures);
});

test("files are named from the root of the repository", async () => {
  const one = report([finding({})], { below: "courses/" });
  const names = parse(await print("junit", one)).children.map(({ attributes }) => attributes["name"]);
  expect(names).toEqual(["courses/units/a.yaml", "courses/units/clean.yaml"]);
});

test.each(["percent", "pipe", "script", "cdata", "quotes", "emoji", "link", "command", "markup", "long"])(
  "%s arrives as it was",
  async (name) => {
    const message = hostileTexts[name] ?? "";
    const [suite] = parse(await print("junit", report([finding({ message })]))).children;
    const [failure] = casesOf(suite as Element)[0]?.children ?? [];
    expect(failure?.attributes["message"]).toBe(message);
    expect(failure?.text).toContain(message);
  },
);

test("lines arrive as lines", async () => {
  const [suite] = parse(await print("junit", report([finding({ message: "one\ntwo\tthree" })]))).children;
  expect(casesOf(suite as Element)[0]?.children[0]?.attributes["message"]).toBe("one\ntwo\tthree");
});

describeInBrowser("a browser's XML parser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test("reads every report, and refuses one that is cut", async () => {
    const page = await browser.newPage();
    const errorsOf = async (xml: string): Promise<unknown> =>
      page.evaluate(
        `[...new DOMParser().parseFromString(${JSON.stringify(xml)}, "application/xml").querySelectorAll("parsererror")]
          .map((one) => one.textContent)`,
      );
    for (const { name, report: one } of samples) expect(await errorsOf(await print("junit", one)), name).toEqual([]);
    expect(await errorsOf((await print("junit", report([]))).slice(0, -10))).not.toEqual([]);
  });
});

/** What an XML parser refuses, as far as a report may hold it. */
function malformed(xml: string): readonly string[] {
  const wrong: string[] = [];
  if (!xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<')) wrong.push("no declaration");
  for (const [character] of xml.matchAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu)) {
    wrong.push(`character ${character.codePointAt(0)?.toString(16)}`);
  }
  const open: string[] = [];
  const body = xml.replace(/^<\?.*\?>\n/u, "");
  const token =
    /<(\/?)([a-z-]+)((?: [a-z]+="[^"<&\n\t]*(?:&(?:amp|lt|gt|quot|#\d+);[^"<&\n\t]*)*")*)(\/?)>|([^<]+)|</gu;
  for (const [all, closing, name = "", , empty, text] of body.matchAll(token)) {
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|#\d+);)|\]\]>/u.test(text)) wrong.push(`text ${text.slice(0, 80)}`);
    } else if (name === "") wrong.push(`stray <: ${all}`);
    else if (closing === "/") {
      if (open.pop() !== name) wrong.push(`closes ${name}`);
    } else if (empty !== "/") open.push(name);
  }
  return [...wrong, ...open.map((name) => `${name} is left open`)];
}
