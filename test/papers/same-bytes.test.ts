import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isCollection, isMap, isScalar, type Node, parseDocument } from "yaml";
import {
  type BuiltPaper,
  buildPapers,
  copyWorkspace,
  sharedFolder,
  specsFolder,
  starterFolder,
} from "./build-papers.ts";

const folder = sharedFolder();
afterAll(folder.remove);

/** The papers of both workspaces, after every specification in them was edited. */
function build(name: string, edit: (yaml: string) => string, env: Readonly<Record<string, string>> = {}) {
  return [specsFolder, starterFolder].flatMap((workspace, position) => {
    const own = join(folder.path, name, String(position));
    copyWorkspace(workspace, own);
    const files = readdirSync(own, { recursive: true, encoding: "utf8" });
    for (const file of files.filter((one) => one.endsWith(".yaml"))) {
      writeFileSync(join(own, file), edit(readFileSync(join(own, file), "utf8")));
    }
    return buildPapers(own, join(folder.path, name, `out-${position}`), env);
  });
}

const bytes = (papers: readonly BuiltPaper[]) => papers.map(({ name, text }) => [name, text] as const);

const papers = build("as-they-are", (yaml) => yaml);

/** Each mapping with its keys the other way round. */
function turnKeys(yaml: string): string {
  const document = parseDocument(yaml);
  turn(document.contents);
  return document.toString();
}

function turn(node: Node | null): void {
  if (!isCollection(node)) return;
  if (isMap(node)) {
    for (const { value } of node.items) turn(value as Node | null);
    node.items.reverse();
  } else {
    for (const item of node.items) turn(item as Node | null);
  }
  // An anchor has to stand before what refers to it; the specifications have none.
  if (!isScalar(node) && node.anchor !== undefined) throw new Error(`Unexpected anchor ${node.anchor}`);
}

describe("the papers are the same, byte for byte,", () => {
  test("with comments and with the keys in another order, but for the lines that a conformance report names", () => {
    const withComments = (yaml: string) => `# first\n${yaml.replace(/\n(?=[a-z])/gu, "\n# another\n")}# last\n`;
    const withoutLines = (all: readonly BuiltPaper[]) =>
      all.filter(({ document }) => document !== "conformance-report");
    const edited = build("edited", (yaml) => turnKeys(withComments(yaml)));
    expect(bytes(withoutLines(edited))).toEqual(bytes(withoutLines(papers)));
  });

  test("with the line ends of Windows, on another day, in another time zone and in another language", () => {
    const later =
      "const D = Date; globalThis.Date = class extends D { constructor(...a) { super(...(a.length ? a : [4e12])); } static now() { return 4e12; } };";
    const env = {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(later)}`,
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
    };
    const withReturns = (yaml: string) => yaml.replace(/\r?\n/gu, "\r\n");
    expect(bytes(build("elsewhere", withReturns, env))).toEqual(bytes(papers));
  });
});

test.each(papers)("$name names no folder of this machine and no time of day", ({ text }) => {
  expect(text).not.toContain(folder.path);
  expect(text).not.toContain(homedir());
  expect(text).not.toMatch(/file:\/\/|\b\d\d:\d\d:\d\d\b|\d\d\d\d-\d\d-\d\dT\d/u);
});
