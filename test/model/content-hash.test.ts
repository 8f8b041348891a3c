import { describe, expect, test } from "vitest";
import { contentHash } from "../../src/model/content-hash.ts";
import { checkFolder, type Files, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const unit = `id: a
title: A
aim: >-
  Learners find out.
learningOutcomes:
  - outcome: Know A
    assessmentCriteria:
      - State A
`;
const specification = `kind: qualification
id: q
title: Q
level: 3
rulesOfCombination:
  groups:
    - { id: M, require: all, units: [a] }
`;
const inFiles: Files = { "q.yaml": specification, "a.yaml": `kind: unit\n${unit}` };

async function hashOf(files: Files): Promise<string> {
  const folder = emptyFolder();
  writeInto(folder, files);
  const { workspaces } = await checkFolder(folder);
  const [qualification] = workspaces[0]?.corpus.qualifications ?? [];
  return qualification === undefined ? "" : contentHash(qualification);
}

const change = (file: string, from: string | RegExp, to: string): Files => ({
  ...inFiles,
  [file]: String(inFiles[file]).replace(from, to),
});
const framework =
  "kind: framework\nid: f\ntitle: F\nnodes:\n  - { id: n, title: N, next: [m] }\n  - { id: m, title: M }\n";
const mapped: Files = {
  ...change("a.yaml", "- State A", "- { criterion: State A, maps: { f: [n] } }"),
  "f.yaml": framework,
};
const indented = unit.replace(/^/gmu, "    ").replace("    id", "  - id").trimEnd();

describe("the content hash", () => {
  test("is twelve hexadecimal digits", async () => {
    expect(await hashOf(inFiles)).toMatch(/^[0-9a-f]{12}$/u);
  });

  test.each<[about: string, files: Files]>([
    ["comments", change("q.yaml", "level: 3", "level: 3  # the level")],
    ["the order of keys", change("q.yaml", "title: Q\nlevel: 3", "level: 3\ntitle: Q")],
    ["the order of keys in a unit", change("a.yaml", "id: a\ntitle: A", "title: A\nid: a")],
    [
      "layout",
      change(
        "q.yaml",
        "- { id: M, require: all, units: [a] }",
        "- id: M\n      require: all\n      units:\n        - a",
      ),
    ],
    ["quotes", change("q.yaml", "title: Q", 'title: "Q"')],
    ["how a text is broken into lines", change("a.yaml", "aim: >-\n  Learners find out.", "aim: Learners find out.")],
    [
      "line ends",
      { "q.yaml": specification.replaceAll("\n", "\r\n"), "a.yaml": `kind: unit\n${unit}`.replaceAll("\n", "\r\n") },
    ],
    ["a byte-order mark", { ...inFiles, "q.yaml": `\ufeff${specification}` }],
    ["a criterion as a text or with keys", change("a.yaml", "- State A", "- criterion: State A")],
    ["a unit in the qualification's own file", { "q.yaml": `${specification}units:\n${indented}\n` }],
    [
      "the language of a qualification said again in its unit",
      change("a.yaml", "title: A", "title: A\nlanguage: en-GB"),
    ],
    ["waivers", change("q.yaml", "level: 3", "level: 3\nwaivers: [{ rule: unit-used }]")],
    ["waivers of a unit", change("a.yaml", "title: A", "title: A\nwaivers: [{ rule: unit-used }]")],
    ["waivers in comments", change("a.yaml", "title: A", "title: A  # qualspec: waive unit-used until 2027-01-01: so")],
  ])("does not change with %s", async (_, files) => {
    expect(await hashOf(files)).toBe(await hashOf(inFiles));
  });

  test.each<[about: string, files: Files]>([
    ["a word", change("q.yaml", "title: Q", "title: Q1")],
    ["a figure", change("q.yaml", "level: 3", "level: 4")],
    ["a word of a unit", change("a.yaml", "State A", "State B")],
    ["a key of a criterion", change("a.yaml", "- State A", "- { criterion: State A, key: state-a }")],
    ["the order of criteria", change("a.yaml", "- State A", "- State B\n      - State A")],
    ["the language of a unit", change("a.yaml", "title: A", "title: A\nlanguage: cy")],
    ["a space inside a text", change("a.yaml", "Learners find", "Learners  find")],
  ])("changes with %s", async (_, files) => {
    expect(await hashOf(files)).not.toBe(await hashOf(inFiles));
  });

  test("is the same where all units are mandatory because nothing else is said", async () => {
    const bare = specification.replace(/rulesOfCombination[\s\S]*/u, "");
    const said =
      "rulesOfCombination:\n  groups: [{ id: mandatory, title: Mandatory units, require: all, units: [a] }]\n";
    const alone = await hashOf({ "q.yaml": `${bare}units:\n${indented}\n` });
    expect(alone).toBe(await hashOf({ ...inFiles, "q.yaml": bare + said }));
  });

  test.each<[about: string, from: string, to: string, isChange: boolean]>([
    ["the name of what a unit is mapped to", "title: N", "title: N1", true],
    ["the version of its framework", "title: F", 'title: F\nversion: "2"', true],
    ["the notice of its framework", "title: F", "title: F\nnotice: Unverified.", true],
    ["another part of its framework", "title: M", "title: M1", false],
    ["the way through its framework", ", next: [m]", "", false],
  ])("and %s", async (_, from, to, isChange) => {
    const after = await hashOf({ ...mapped, "f.yaml": framework.replace(from, to) });
    expect(after !== (await hashOf(mapped))).toBe(isChange);
  });
});

test("it is computed once for all papers of a qualification", async () => {
  const folder = emptyFolder();
  writeInto(folder, inFiles);
  const { workspaces } = await checkFolder(folder);
  const [qualification] = workspaces[0]?.corpus.qualifications ?? [];
  if (qualification === undefined) throw new Error("no qualification");
  let looks = 0;
  const watched = new Proxy(qualification, {
    get: (target, key) => {
      looks += 1;
      return Reflect.get(target, key) as unknown;
    },
  });
  const first = contentHash(watched);
  const seen = looks;
  expect([contentHash(watched), looks]).toEqual([first, seen]);
});
