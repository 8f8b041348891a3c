import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeInto } from "../check-folder.ts";
import { chooser } from "../fuzz/random.ts";
import { emptyFolder } from "../run-qualspec.ts";
import { commentsIn, filesIn, hashAt, run } from "./run-command.ts";
import { oneFile, severalFiles } from "./written-files.ts";

const well = { code: 0, err: "" };

describe("split and bundle give back every byte", () => {
  test.each(Array.from({ length: 30 }, (_, at) => at + 1))("of one file, the %ith", async (seed) => {
    const folder = emptyFolder();
    const text = oneFile(chooser(seed));
    writeInto(folder, { "q.yaml": text });
    expect(await run(folder, "split", "q.yaml"), text).toMatchObject(well);
    expect(await run(folder, "bundle", "q"), text).toMatchObject(well);
    expect(readFileSync(join(folder, "out/q.yaml"), "utf8")).toBe(text);
  });

  test.each(Array.from({ length: 30 }, (_, at) => at + 1))("of several files, the %ith", async (seed) => {
    const folder = emptyFolder();
    const files = severalFiles(chooser(seed));
    writeInto(folder, files);
    expect(await run(folder, "bundle", "q", { out: "q.yaml", force: true })).toMatchObject(well);
    const whole = readFileSync(join(folder, "q.yaml"), "utf8");
    for (const path of Object.keys(files)) if (/^units\/.*yaml$/u.test(path)) rmSync(join(folder, path));
    expect(await run(folder, "split", "q.yaml"), whole).toMatchObject(well);
    expect(filesIn(folder), whole).toEqual(Object.fromEntries(Object.entries(files).sort()));
  });

  test("of the one qualification of this repository that holds its units", async () => {
    const folder = emptyFolder();
    cpSync("specs", folder, { recursive: true });
    const path = "qualifications/l5-digital-leadership.yaml";
    const text = readFileSync(join(folder, path), "utf8");
    expect(await run(folder, "split", path)).toMatchObject(well);
    expect(readFileSync(join(folder, path), "utf8")).not.toContain("qualspec bundle");
    const out = "bundled.yaml";
    expect(await run(folder, "bundle", "l5-digital-leadership", { out, force: true })).toMatchObject(well);
    expect(readFileSync(join(folder, out), "utf8")).toBe(text);
  });

  test("of a file that is bundled in its place, beside files that say the same as before", async () => {
    const folder = emptyFolder();
    const unit = "kind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n";
    const rules = "rulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a] }\n";
    const files = { "q.yaml": `kind: qualification\nid: q\ntitle: Q\n${rules}`, "qualspec.yaml": "format: 1\n" };
    writeInto(folder, { ...files, "units/a.yaml": unit });
    expect(await run(folder, "bundle", "q", { out: "q.yaml", force: true })).toMatchObject(well);
    expect(await run(folder, "split", "q")).toMatchObject(well);
    expect(filesIn(folder)).toEqual({ ...files, "units/a.yaml": unit });
    await run(folder, "bundle", "q", { out: "q.yaml", force: true });
    writeInto(folder, { "units/a.yaml": unit.replace("title: A", "title: B") });
    expect(await run(folder, "split", "q")).toMatchObject({
      code: 1,
      out: expect.stringContaining("`units/a.yaml` has already"),
    });
  });
});

test("the marks at the beginning and the end of a document stay where they are", async () => {
  const folder = emptyFolder();
  writeInto(folder, {
    "qualspec.yaml": "format: 1\n",
    "q.yaml":
      "---\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination: { groups: [{ id: M, require: all, units: [a, b] }] }\n...\n# after\n",
    "units/a.yaml": "%YAML 1.2\n--- # start\nid: a\nkind: unit # kind\n\ntitle: A\nlearningOutcomes: []\n...\n",
    "units/b.yaml": "--- { kind: unit, id: b, title: B, learningOutcomes: [] } # braces\n",
  });
  expect(await run(folder, "bundle", "q")).toMatchObject(well);
  expect(readFileSync(join(folder, "out/q.yaml"), "utf8")).toMatch(
    /^---\nkind[^.]*\nunits:\n {2}# start\n {2}# kind\n {2}- id: a\n\n {4}title: A\n[^.]*# braces\n\.\.\.\n# after\n$/u,
  );
});

test.each(Array.from({ length: 20 }, (_, at) => at + 1))(
  "comments in strange places are not lost, the %ith",
  async (seed) => {
    const choose = chooser(seed);
    const lines = oneFile(choose).split("\n");
    for (const at of [1, 2, 3, 4]) {
      const comment = `# strange ${at}`;
      const where = 1 + choose(lines.length - 1);
      if (at === 4) lines[where] = `${lines[where]?.trimEnd()}  ${comment}`;
      else lines.splice(where, 0, " ".repeat(choose(8)) + comment);
    }
    const text = lines.join("\n");
    const folder = emptyFolder();
    writeInto(folder, { "q.yaml": text });
    const { code } = await run(folder, "split", "q.yaml");
    // In the middle of a text a comment is a fault, or a part of the text.
    if (code !== 0) return expect(filesIn(folder)).toEqual({ "q.yaml": text });
    expect(await run(folder, "bundle", "q"), text).toMatchObject(well);
    expect(commentsIn([readFileSync(join(folder, "out/q.yaml"), "utf8")]), text).toEqual(commentsIn([text]));
    expect(await hashAt(folder, "out/q.yaml")).toBe(await hashAt(folder, "q.yaml"));
  },
);
