import { describe, expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-protocol";
import { changed, restore, sampleEditor } from "./sample-editor.ts";

const editor = sampleEditor();
const unit = "kind: unit\nid: ua\n";

type Offer = readonly [what: string, path: string, text: string, has: readonly string[], hasNot?: readonly string[]];

describe("completion", () => {
  const offers: readonly Offer[] = [
    [
      "keys of a unit that are not there yet",
      "ua.yaml",
      `${unit}|`,
      ["title: ", "learningOutcomes:", "aim: "],
      ["id: ", "kind: "],
    ],
    [
      "keys behind what does not parse",
      "ua.yaml",
      `${unit}title: "never closed\nassessment:\n  |`,
      ["methods: ", "simulation: "],
      ["title: "],
    ],
    [
      "keys of a criterion",
      "ua.yaml",
      changed("ua.yaml", "        key: explain-tea", "        |"),
      ["key: ", "evidence:"],
      ["criterion: ", "maps: "],
    ],
    [
      "keys in braces that are still open",
      "q.yaml",
      changed("q.yaml", "groups: [M, O], from: [uc] }", "|"),
      ["atLevel:", "from: "],
      ["credit: "],
    ],
    ["the first line of a new file", "new.yaml", "|", ["kind: unit", "kind: framework"]],
    [
      "units in a list in brackets, but for those there",
      "q.yaml",
      changed("q.yaml", "[ua, ub]", "[ua, |"),
      ["ub", "uc", "own"],
      ["ua", "q", "f1"],
    ],
    ["units in a list of lines", "q.yaml", changed("q.yaml", "- uc", "- |"), ["ua", "ub", "uc", "own"], ["q"]],
    [
      "a list that has not begun",
      "q.yaml",
      changed("q.yaml", "        - uc\n        - own", "        |"),
      ["- ua", "- own"],
    ],
    ["units that need others", "q.yaml", changed("q.yaml", "{ ub: [ua] }", "{ | }"), ["ua: ", "ub: "]],
    ["groups of the qualification", "q.yaml", changed("q.yaml", "groups: [M] }", "groups: [|] }"), ["M", "O"], ["P"]],
    [
      "frameworks",
      "ua.yaml",
      changed("ua.yaml", "maps: { f2: [theme, new-one] }", "maps: { | }"),
      ["f1: ", "f2: "],
      ["ua: "],
    ],
    [
      "entries of that framework",
      "ua.yaml",
      changed("ua.yaml", "[theme, new-one]", "[|"),
      ["theme", "new-one"],
      ["old-one"],
    ],
    ["entries of the next version", "f1.yaml", changed("f1.yaml", "[new-one]", "[|]"), ["new-one", "theme", "old-one"]],
    [
      "the framework that is replaced",
      "f2.yaml",
      changed("f2.yaml", "replaces: f1", "replaces: |"),
      ["f1", "none"],
      ["f2"],
    ],
    [
      "open lists, with the house's own words",
      "ua.yaml",
      changed("ua.yaml", "[questioning]", "[|]"),
      ["observation", "poster"],
      ["supported-living"],
    ],
    [
      "settings",
      "ua.yaml",
      `${unit}assessment:\n  observation:\n    setting: |`,
      ["workplace", "supported-living"],
      ["poster"],
    ],
    ["words in quotes where YAML would read a number", "q.yaml", "kind: qualification\nid: q\nsector: |", ['"1.3"']],
    ["words inside quotes", "q.yaml", 'kind: qualification\nid: q\nsector: "1.|"', ["1.3"], ['"1.3"']],
    ["levels", "ua.yaml", `${unit}level: |`, ["entry-3", "1", "8"], ["9"]],
    ["rules to waive", "ua.yaml", `${unit}waivers:\n  - rule: |`, ["vague-criterion", "unit-used"], ["yaml-syntax"]],
    [
      "rules to waive in a comment",
      "ua.yaml",
      `${unit}title: A  # qualspec: waive vag|`,
      ["vague-criterion"],
      ["yaml-syntax"],
    ],
    [
      "rules to set",
      "qualspec.yaml",
      "rules:\n  unit-used: off\n  |",
      ["vague-criterion: "],
      ["unit-used: ", "yaml-syntax: "],
    ],
    ["how strict", "qualspec.yaml", "rules:\n  unit-used: |", ["off", "advice", "error"]],
    ["house terms", "qualspec.yaml", "house:\n  terms:\n    |", ["learner.one: "]],
    ["units to waive in", "q.yaml", changed("q.yaml", "at: ua#explain-tea", "at: |"), ["q", "ua", "own"]],
    [
      "parts of a unit to waive in",
      "q.yaml",
      changed("q.yaml", "at: ua#explain-tea", "at: ua#|"),
      ["ua#tea", "ua#explain-tea"],
      ["ub"],
    ],
    ["nothing in a text", "ua.yaml", `${unit}aim: Learners |`, []],
    ["nothing in a text over several lines", "ua.yaml", `${unit}aim: >-\n  Learners\n  |`, []],
  ];
  test.each(offers.map((offer) => ({ what: offer[0], offer })))("offers $what", async ({ offer }) => {
    const [, path, text, has, hasNot = []] = offer;
    if (path !== "q.yaml") await restore(editor, "q.yaml");
    await restore(editor, "ua.yaml");
    const items = (await editor.ask<CompletionItem[] | null>("textDocument/completion", path, text)) ?? [];
    const written = items.map(({ textEdit }) => textEdit?.newText);
    expect(written).toEqual(expect.arrayContaining([...has]));
    for (const one of hasNot) expect(written).not.toContain(one);
    if (has.length === 0) expect(written).toEqual([]);
  });

  test("says what a key is for, and what an id names", async () => {
    const keys = (await editor.ask<CompletionItem[]>("textDocument/completion", "ua.yaml", `${unit}|`)) ?? [];
    expect(keys.find(({ label }) => label === "aim")).toMatchObject({
      detail: "Aim of the unit",
      documentation: { value: "What the unit is for, in a sentence or two." },
    });
    const ids = await editor.ask<CompletionItem[]>(
      "textDocument/completion",
      "q.yaml",
      changed("q.yaml", "[ua, ub]", "[|"),
    );
    expect(ids.find(({ label }) => label === "uc")).toMatchObject({ detail: "Growing tea" });
  });

  test("takes the place of the word that stands there, a hyphen in it or not", async () => {
    const text = changed("ua.yaml", "[theme, new-one]", "[theme, new-o|ld]");
    const [item] = await editor.ask<CompletionItem[]>("textDocument/completion", "ua.yaml", text);
    expect(item?.textEdit).toMatchObject({ range: { start: { character: 58 }, end: { character: 65 } } });
  });
});
