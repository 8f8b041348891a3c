import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LanguageClient, type Position } from "./language-client.ts";

/** What an author sees in an editor that has the YAML language server, as VS Code with its YAML extension does. */

const client = new LanguageClient();
beforeAll(() => client.start());
afterAll(() => client.stop());

interface Completions {
  readonly items: readonly { readonly label: string }[];
}

describe.each([
  { file: "specs/units/asc01.yaml", indent: "" },
  { file: "specs/qualifications/l5-digital-leadership.yaml", indent: "    " },
])("a unit in $file", ({ file, indent }) => {
  const uri = pathToFileURL(file).href;
  const original = readFileSync(file, "utf8");
  let version = 0;

  beforeAll(() => {
    client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version, text: original } });
  });

  function edit(text: string): void {
    version += 1;
    client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  test("has no problems as it is shipped", async () => {
    expect(await client.problems(uri, () => true)).toEqual([]);
  });

  test("says what a key is for when the mouse rests on it", async () => {
    const position = positionOf(original, `\n${indent}totalUnitTime:`, indent.length + 3);
    const hover = await client.request<{ contents: { value: string } }>("textDocument/hover", {
      textDocument: { uri },
      position,
    });
    expect(hover.contents.value).toContain("All the hours that a learner is expected to spend on this unit");
  });

  test("offers the keys that are not there yet", async () => {
    const text = original.replace(`\n${indent}learningOutcomes:`, `\n${indent}\n${indent}learningOutcomes:`);
    edit(text);
    const labels = await complete(positionOf(text, `\n${indent}\n${indent}learningOutcomes:`, 1 + indent.length));
    expect(labels).toContain("language");
    expect(labels).not.toContain("totalUnitTime");
  });

  test("offers the words of an open list", async () => {
    const text = original.replace(/(outcome:[\s\S]*?methods: \[)[^\]]*\]/u, "$1  ]");
    edit(text);
    const labels = await complete(positionOf(text, "methods: [  ]", "methods: [ ".length));
    expect(labels).toEqual(expect.arrayContaining(["observation", "professional-discussion"]));
  });

  test("shows a mistake in the shape where it is", async () => {
    const text = original.replace(/totalUnitTime: \d+/u, "totalUnitTime: long");
    edit(text);
    const problems = await client.problems(uri, ({ length }) => length > 0);
    expect(problems.map(({ range }) => range.start.line)).toEqual([positionOf(text, "totalUnitTime: long", 0).line]);
    edit(original);
    expect(await client.problems(uri, ({ length }) => length === 0)).toEqual([]);
  });

  async function complete(position: Position): Promise<readonly string[]> {
    const { items } = await client.request<Completions>("textDocument/completion", { textDocument: { uri }, position });
    return items.map(({ label }) => label);
  }
});

/** Where `found` stands in the text, and so many characters on. */
function positionOf(text: string, found: string, offset: number): Position {
  const at = text.indexOf(found);
  if (at === -1) throw new Error(`The file no longer has ${JSON.stringify(found)}`);
  const before = text.slice(0, at + offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
