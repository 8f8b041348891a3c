import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type {
  DocumentSymbol,
  Hover,
  Location,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { sample } from "./sample.ts";
import { changed, restore, sampleEditor } from "./sample-editor.ts";

const editor = sampleEditor();

describe("hover", () => {
  beforeAll(() => restore(editor, ...Object.keys(sample)));

  test.each<readonly [what: string, path: string, from: string, to: string, says: readonly string[] | null]>([
    [
      "a unit",
      "q.yaml",
      "[ua, ub]",
      "[u|a, ub]",
      ["**Making tea**", "level 2", "3 credits", "2 outcomes and 4 criteria", "Learners make tea", "`ua.yaml`"],
    ],
    ["a unit in the same file", "q.yaml", "- own", "- ow|n", ["**Written inside**", "`q.yaml`"]],
    [
      "a criterion",
      "ua.yaml",
      "why tea",
      "why t|ea",
      [
        "**1.1** Explain why tea is *hot*",
        "Criterion `1.1` of `ua`",
        "key `explain-tea`",
        "`questioning`",
        "`f2`: `new-one`",
      ],
    ],
    ["a criterion with a number of its own", "ua.yaml", "Pour tea", "Pour| tea", ["**2.5** Pour tea"]],
    ["an outcome", "ua.yaml", "Understand tea", "Under|stand tea", ["**1** Understand tea", "2 criteria"]],
    [
      "a criterion that a waiver names",
      "q.yaml",
      "at: ua#explain-tea",
      "at: ua#expl|ain-tea",
      ["**1.1** Explain why tea"],
    ],
    [
      "a rule in a waiver",
      "q.yaml",
      "rule: vague-criterion",
      "rule: vague-|criterion",
      ["`vague-criterion`", "Source:"],
    ],
    ["a rule in the workspace", "qualspec.yaml", "unit-used", "unit|-used", ["`unit-used` · warning"]],
    ["a framework", "ua.yaml", "{ f2: [theme", "{ f|2: [theme", ["**Second framework**", "version 2", "2 entries"]],
    [
      "an entry of a framework",
      "ua.yaml",
      "[theme, new-one]",
      "[theme, n|ew-one]",
      ["**New entry**", "behaviour `new-one` of Second framework › A theme", "Says what it is."],
    ],
    [
      "an entry of the next version",
      "f1.yaml",
      "replacedBy: [new-one]",
      "replacedBy: [new|-one]",
      ["**New entry**", "Second framework"],
    ],
    ["a key", "ua.yaml", "aim: ", "ai|m: ", ["**Aim of the unit**", "in a sentence or two", "For example"]],
    ["a key with a list of words", "ua.yaml", "level: 2", "lev|el: 2", ["`entry-1`"]],
    ["what there is nothing to say of", "ua.yaml", "Making tea", "Making| tea", null],
  ])("tells of %s", async (_what, path, from, to, says) => {
    const text = changed(path, from, to);
    const found = await editor.ask<Hover | null>("textDocument/hover", path, text);
    if (says === null) expect(found).toBeNull();
    const said = JSON.stringify(found?.contents);
    for (const one of says ?? []) expect(said).toContain(one);
  });
});

/** "ua.yaml:2 ua": the line, and what stands there. */
function placed({ uri, range: { start, end } }: Location): string {
  const path = basename(fileURLToPath(uri));
  const line = String(sample[path]).split("\n")[start.line] ?? "";
  return `${path}:${start.line + 1} ${line.slice(start.character, end.character)}`;
}

describe("where things are", () => {
  test.each<
    readonly [
      what: string,
      path: string,
      from: string,
      to: string,
      definition: readonly string[],
      uses: readonly string[],
    ]
  >([
    ["a unit", "q.yaml", "[ua, ub]", "[u|a, ub]", ["ua.yaml:2 ua"], ["q.yaml:7 ua", "q.yaml:16 ua", "q.yaml:26 ua"]],
    ["a unit, as a key", "q.yaml", "{ ub: [ua] }", "{ u|b: [ua] }", ["ub.yaml:2 ub"], ["q.yaml:7 ub", "q.yaml:16 ub"]],
    ["a unit in the same file", "q.yaml", "- own", "- ow|n", ["q.yaml:20 own"], ["q.yaml:13 own"]],
    ["a group", "q.yaml", "groups: [M] }", "groups: [M|] }", ["q.yaml:7 M"], ["q.yaml:15 M", "q.yaml:18 M"]],
    ["a criterion", "q.yaml", "#explain-tea", "#expl|ain-tea", ["ua.yaml:13 explain-tea"], ["q.yaml:26 explain-tea"]],
    [
      "an entry of a framework",
      "ua.yaml",
      "{ f2: [new-one]",
      "{ f2: [n|ew-one]",
      ["f2.yaml:11 new-one"],
      ["f1.yaml:5 new-one", "ua.yaml:14 new-one", "ua.yaml:18 new-one"],
    ],
    ["a framework", "f2.yaml", "replaces: f1", "replaces: f|1", ["f1.yaml:2 f1"], ["f2.yaml:5 f1"]],
    ["no name", "ua.yaml", "Making tea", "Making| tea", [], []],
  ])("finds %s", async (_what, path, from, to, definition, uses) => {
    const text = changed(path, from, to);
    const found = await editor.ask<Location[]>("textDocument/definition", path, text);
    expect(found.map(placed)).toEqual(definition);
    const all = await editor.ask<Location[]>("textDocument/references", path, text, {
      context: { includeDeclaration: true },
    });
    expect(new Set(all.map(placed))).toEqual(new Set([...definition, ...uses]));
  });

  test("marks a name in its own file", async () => {
    const text = changed("q.yaml", "[ua, ub]", "[u|a, ub]");
    const found = await editor.ask<{ range: { start: { line: number } } }[]>(
      "textDocument/documentHighlight",
      "q.yaml",
      text,
    );
    expect(found.map(({ range }) => range.start.line + 1)).toEqual([7, 16, 26]);
  });
});

describe("rename", () => {
  test.each<readonly [what: string, path: string, from: string, to: string, changes: readonly string[]]>([
    [
      "a unit, and its file with it",
      "q.yaml",
      "[ua, ub]",
      "[u|a, ub]",
      ["q.yaml:7 ua", "q.yaml:16 ua", "q.yaml:26 ua#explain-tea", "ua.yaml:2 ua", "ua.yaml becomes new.yaml"],
    ],
    ["a unit in the same file", "q.yaml", "- own", "- o|wn", ["q.yaml:13 own", "q.yaml:20 own"]],
    ["a group", "q.yaml", "id: M", "id: |M", ["q.yaml:7 M", "q.yaml:15 M", "q.yaml:18 M"]],
    [
      "a criterion",
      "ua.yaml",
      "key: explain-tea",
      "key: explain-|tea",
      ["q.yaml:26 ua#explain-tea", "ua.yaml:13 explain-tea"],
    ],
    [
      "an entry of a framework",
      "f2.yaml",
      "id: new-one",
      "id: new|-one",
      ["f1.yaml:5 new-one", "f2.yaml:11 new-one", "ua.yaml:14 new-one", "ua.yaml:18 new-one"],
    ],
  ])("gives %s another name", async (_what, path, from, to, changes) => {
    await restore(editor, ...Object.keys(sample));
    const text = changed(path, from, to);
    expect(await editor.ask<Range | null>("textDocument/prepareRename", path, text)).not.toBeNull();
    const edit = await editor.ask<WorkspaceEdit>("textDocument/rename", path, text, { newName: "new" });
    expect(edit.documentChanges?.flatMap(changesIn).sort()).toEqual([...changes].sort());
  });

  test.each([
    ["text", "ua.yaml", "Making tea", "Making| tea"],
    ["a rule", "q.yaml", "vague-criterion", "vague|-criterion"],
    ["a key", "ua.yaml", "level: 2", "lev|el: 2"],
    ["an id that nothing has", "q.yaml", "[ua, ub]", "[ua, no|ne-such]"],
  ])("leaves %s alone", async (_what, path, from, to) => {
    expect(await editor.ask("textDocument/prepareRename", path, changed(path, from, to))).toBeNull();
    await restore(editor, path);
  });

  test("refuses a name that is taken, or that no file could have, and a workspace that cannot be read", async () => {
    const ask = (newName: string) =>
      editor.ask("textDocument/rename", "ua.yaml", changed("ua.yaml", "id: ua", "id: u|a"), { newName });
    await expect(ask("ub")).rejects.toThrow("is called already");
    await expect(ask("Not this")).rejects.toThrow("Unexpected name `Not this`");
    await editor.write("q.yaml", changed("q.yaml", "[ua, ub]", "[ua, ub"));
    await expect(ask("other")).rejects.toThrow("Nothing was renamed: `q.yaml` may use `ua`");
    await editor.write("q.yaml", changed("q.yaml", "[ua, ub]", "[ua, later]"));
    await expect(ask("later")).rejects.toThrow(
      /^Nothing was renamed: with the name `later` this would be wrong; .*\nq\.yaml:7:\d+ Unexpected second `later` in one list/u,
    );
    await restore(editor, "q.yaml");
    await editor.write("ub.yaml", changed("ub.yaml", "level: 2", "levl: 2"));
    await expect(ask("ub")).rejects.toThrow("`ub.yaml` may have the name `ub` already");
    await editor.write("qualspec.yaml", "formt: 1\n");
    await expect(ask("other")).rejects.toThrow("The workspace file qualspec.yaml is not in order");
    await restore(editor, "ub.yaml", "qualspec.yaml");
  });

  function changesIn(change: NonNullable<WorkspaceEdit["documentChanges"]>[number]): readonly string[] {
    if ("edits" in change) return editsIn(change);
    if (change.kind !== "rename") return [change.kind];
    return [`${basename(fileURLToPath(change.oldUri))} becomes ${basename(fileURLToPath(change.newUri))}`];
  }

  function editsIn({ textDocument, edits }: TextDocumentEdit): readonly string[] {
    return edits.map(({ range }) => placed({ uri: textDocument.uri, range }));
  }
});

describe("outline", () => {
  test.each([
    [
      "q.yaml",
      [
        "M Mandatory",
        "  ua Making tea",
        "  ub Serving tea",
        "O Optional",
        "  uc Growing tea",
        "  own Written inside",
        "P Way",
        "  M ",
        "own Written inside",
        "  1 Know one's own work ",
        "    1.1 Explain one's own work ",
      ],
    ],
    [
      "ua.yaml",
      [
        "1 Understand tea ",
        "  1.1 Explain why tea is *hot* ",
        "  1.2 Describe a cup ",
        "2 Be able to make tea ",
        "  2.1 Make a pot of tea ",
        "  2.5 Pour tea ",
      ],
    ],
    ["f2.yaml", ["theme A theme", "  new-one New entry"]],
    ["qualspec.yaml", ["format ", "vocabulary ", "rules "]],
  ])("of %s", async (path, lines) => {
    await editor.write(path, String(sample[path]));
    const tree = await editor.request<DocumentSymbol[]>("textDocument/documentSymbol", path);
    const told = (symbols: readonly DocumentSymbol[], margin: string): string[] =>
      symbols.flatMap(({ name, detail, children = [] }) => [
        `${margin}${name} ${detail}`,
        ...told(children, `${margin}  `),
      ]);
    expect(told(tree, "")).toEqual(lines);
  });

  test("of a file that does not parse to its end", async () => {
    await editor.write("ua.yaml", changed("ua.yaml", "Make a pot of tea, {", "Make a pot of tea, ["));
    const tree = await editor.request<DocumentSymbol[]>("textDocument/documentSymbol", "ua.yaml");
    expect(tree.map(({ name }) => name)).toEqual(["1 Understand tea", "2 Be able to make tea"]);
  });
});
