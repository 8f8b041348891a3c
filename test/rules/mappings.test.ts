import { describe, expect, test } from "vitest";
import { checkFolder, type Files, writeInto } from "../check-folder.ts";
import { mendFolder } from "../mend-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const version = (id: string, replaces: string, nodes: string) =>
  `kind: framework\nid: ${id}\ntitle: ${id}\nversion: "${id}"\npublisher: P\nreplaces: ${replaces}\nnodes: [${nodes}]\n`;
const unit = (maps: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know A\n    key: know-a\n    maps: { ${maps} }\n`;

/** Three versions: `same` has kept its id, `one` was renamed twice, `two` became two, `gone` has gone, `late` goes later. */
const versions: Files = {
  "v1.yaml": version(
    "v1",
    "none",
    "{ id: same, title: S }, { id: one, title: O, replacedBy: [uno] }, { id: two, title: T, replacedBy: [two, three] }, { id: gone, title: G }, { id: late, title: L }",
  ),
  "v2.yaml": version(
    "v2",
    "v1",
    "{ id: same, title: S }, { id: uno, title: U, replacedBy: [eins] }, { id: two, title: T }, { id: three, title: D }, { id: late, title: L }",
  ),
  "v3.yaml": version(
    "v3",
    "v2",
    "{ id: same, title: S }, { id: eins, title: E }, { id: two, title: T }, { id: three, title: D }, { id: was, title: W, replacedBy: [is] }, { id: is, title: I }",
  ),
};

async function findingsIn(files: Files, paths?: readonly string[]) {
  const folder = emptyFolder();
  writeInto(folder, { "qualspec.yaml": "format: 1\n", ...files });
  const { findings, files: count } = await checkFolder(folder, paths);
  return { found: findings.filter(({ rule }) => rule.startsWith("mapping-")), count, folder };
}

/** What is written instead where there is one right answer, as `--fix` does it; else null. */
async function mended(maps: string): Promise<string | null> {
  const folder = emptyFolder();
  writeInto(folder, { ...versions, "a.yaml": unit(maps) });
  const { files } = await mendFolder(folder);
  const [file] = files.filter(({ printed }) => printed === "a.yaml");
  return file === undefined ? null : (/maps: \{ (.*) \}/u.exec(file.after)?.[1] ?? "");
}

describe("a mapping", () => {
  test.each([
    ["to an entry that has kept its id", "v1: [same]", "`v1`, which `v3` replaces; map to `same` there", "v3: [same]"],
    ["from the version between", "v2: [same]", "`v2`, which `v3` replaces; map to `same` there", "v3: [same]"],
    ["to one that was renamed twice", "v1: [one]", "map to `eins` there", "v3: [eins]"],
    ["to both", "v1: [one, same]", "map to `eins` and `same` there", "v3: [eins, same]"],
    ["to one that became two", "v1: [two]", "for `two` choose among `two` and `three`", null],
    ["to one that has gone", "v1: [gone]", "leave out `gone`, which has no successor", null],
    ["to one that goes later", "v1: [late]", "leave out `late`, which has no successor", null],
    [
      "to all of them",
      "v1: [same, two, gone]",
      "map to `same` there, and for `two` choose among `two` and `three`, and leave out `gone`, which has no successor",
      null,
    ],
    ["beside one to the later version", "v1: [same], v3: [eins]", "map to `same` there", null],
    ["to no entry at all", "v1: []", "which `v3` replaces; map to that", "v3: []"],
    [
      "to an entry replaced in its own version",
      "v3: [was]",
      "Unexpected mapping to `was`, which `is` replaces",
      "v3: [is]",
    ],
    ["to it and to what replaces it", "v3: [was, is]", "Unexpected mapping to `was`", null],
    [
      "to the older name of an entry",
      "v3: [one]",
      "Unknown `one` in the framework `v3`, where `eins` has taken",
      "v3: [eins]",
    ],
    ["to it and to what it became", "v3: [one, eins]", "Unknown `one` in the framework `v3`", null],
    ["to what has gone before", "v3: [gone]", "Unknown `gone` in the framework `v3`; change it, or remove it", null],
  ])("%s", async (_, maps, message, after) => {
    const { found } = await findingsIn({ ...versions, "a.yaml": unit(maps) });
    expect(found.map((one) => one.message)).toEqual([expect.stringContaining(message)]);
    expect(await mended(maps)).toBe(after);
  });

  test("to what the named version has under another name says so, whatever becomes of that later", async () => {
    const { found } = await findingsIn({ ...versions, "a.yaml": unit("v2: [one]") });
    expect(found.map(({ message }) => message)).toContain(
      "Unknown `one` in the framework `v2`, where `uno` has taken its place; map to that",
    );
  });

  test("to what holds today has no finding", async () => {
    const { found } = await findingsIn({ ...versions, "a.yaml": unit("v3: [same, eins, is]") });
    expect(found).toEqual([]);
  });

  test("to an entry that is retired says so", async () => {
    const framework = `${version("f", "none", "{ id: b, title: B }")}retired: [old]\n`;
    const { found } = await findingsIn({ "f.yaml": framework, "a.yaml": unit("f: [old]") });
    expect(found.map(({ message }) => message)).toEqual([
      "Unknown `old` in the framework `f`, where it is retired; remove it",
    ]);
    expect(found[0]?.related.map(({ message }) => message)).toEqual(["retired here"]);
  });

  test("two versions that replace the same one leave a choice", async () => {
    const files = {
      ...versions,
      "w3.yaml": version("w3", "v2", "{ id: same, title: S }"),
      "a.yaml": unit("v1: [same]"),
    };
    const { found } = await findingsIn(files);
    expect(found.map(({ message, fix }) => [message, fix])).toEqual([
      [expect.stringContaining("which `v3` and `w3` replace; for `same` choose among"), undefined],
    ]);
  });

  test("names the later version and where that says so", async () => {
    const { found } = await findingsIn({ ...versions, "a.yaml": unit("v1: [same]") });
    expect(found[0]?.related.map(({ message, place }) => [message, place.file.path])).toEqual([
      ["the later version", "v3.yaml"],
    ]);
  });
});

describe("one unit alone", () => {
  const others = Object.fromEntries(
    Array.from({ length: 5 }, (_, at) => [`units/u${at}.yaml`, unit("").replace("id: a", `id: u${at}`)]),
  );
  const beside = Object.fromEntries(Object.entries(versions).map(([name, text]) => [`frameworks/${name}`, text]));

  test("hears of later versions that stand beside what it is mapped to, and no other unit is read", async () => {
    const files = { ...others, ...beside, "units/a.yaml": unit("v1: [same]") };
    const { found, count } = await findingsIn(files, ["units/a.yaml"]);
    expect(found.map(({ rule }) => rule)).toEqual(["mapping-current"]);
    expect(count).toBe(4);
  });

  test("reads no framework where it is mapped to none", async () => {
    const { count } = await findingsIn({ ...beside, "units/a.yaml": unit("") }, ["units/a.yaml"]);
    expect(count).toBe(1);
  });
});
