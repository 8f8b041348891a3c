import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatFiles } from "../../src/fixes/format/format-files.ts";
import { type Files, ioIn, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const untidy = "title: A\nid: a\nkind: unit\nlearningOutcomes: []\n";
const tidy = "kind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n";

/** What each file would hold, and why one is left alone. */
async function formatIn(files: Files, paths: readonly string[] = [], withKeys = false, input = "") {
  const folder = emptyFolder();
  writeInto(folder, files);
  const made = await formatFiles(ioIn(folder, input), paths, { stdinName: "stdin.yaml", withKeys });
  return {
    texts: Object.fromEntries(made.files.map(({ printed, after }) => [printed, after])),
    left: made.files.flatMap(({ printed, left }) => (left === null ? [] : [`${printed}: ${left}`])),
    rules: made.findings.map(({ rule }) => rule),
  };
}

test("what is shipped is formatted", async () => {
  for (const folder of ["specs", "templates/starter"]) {
    const { files } = await formatFiles(ioIn(process.cwd()), [folder], { stdinName: "", withKeys: false });
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter(({ before, after }) => before !== after).map(({ printed }) => printed)).toEqual([]);
  }
});

test("specifications and settings of a workspace, and nothing of anybody else", async () => {
  const { texts } = await formatIn({
    "qualspec.yaml": "house: { brand: look }\nformat: 1\n",
    "look/brand.yaml": "colours: {}\nformat: 1\n",
    "units/a.yaml": untidy,
    "compose.yaml": "services: {a: 1}\n",
    "empty/qualspec.yaml": "# nothing set\n",
  });
  expect(texts).toEqual({
    "qualspec.yaml": "format: 1\nhouse: { brand: look }\n",
    "look/brand.yaml": "format: 1\ncolours: {}\n",
    "units/a.yaml": tidy,
  });
});

test("only what was named", async () => {
  const files = { "qualspec.yaml": "out:   x\n", "units/a.yaml": untidy, "b.yaml": untidy.replace("id: a", "id: b") };
  expect(Object.keys((await formatIn(files, ["units"])).texts)).toEqual(["units/a.yaml"]);
  expect(Object.keys((await formatIn(files, ["."])).texts)).toEqual(["b.yaml", "qualspec.yaml", "units/a.yaml"]);
  expect((await formatIn(files, ["qualspec.yaml"])).texts).toEqual({ "qualspec.yaml": "out: x\n" });
  await expect(formatIn({ "compose.yaml": "a: 1\n" }, ["."])).rejects.toThrow("No specifications in `.`");
});

test.each([
  ["a byte-order mark", `\ufeff${untidy}`, `\ufeff${tidy}`],
  ["line ends of Windows", untidy.replaceAll("\n", "\r\n"), tidy.replaceAll("\n", "\r\n")],
  ["an unknown key", `${untidy}credti: 1\n`, `${tidy}credti: 1\n`],
])("%s stays", async (_, before, after) => {
  expect((await formatIn({ "a.yaml": before })).texts["a.yaml"]).toBe(after);
});

test.each([
  ["a: b: c", "title: A: B\nkind: unit\nid: a\n", "unquoted-colon"],
  ["another kind", "title: A\nkind: unti\nid: a\n", "unknown-kind"],
  ["no UTF-8", Buffer.from([...Buffer.from("kind: unit\nid: a\ntitle: "), 0xff]), "not-utf-8"],
])("a file that cannot be read is left alone: %s", async (_, content, rule) => {
  const { texts, left, rules } = await formatIn({ "a.yaml": content, "b.yaml": untidy });
  expect(rules).toEqual([rule]);
  expect(left).toEqual(["a.yaml: it cannot be read"]);
  expect(texts["b.yaml"]).toBe(tidy);
});

test("what is written in a rare way, and links", async () => {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": untidy.replace("title: A", "title: !!str A"), "elsewhere/b.yaml": untidy });
  symlinkSync(join(folder, "elsewhere", "b.yaml"), join(folder, "c.yaml"));
  const { files } = await formatFiles(ioIn(folder), ["a.yaml", "c.yaml"], { stdinName: "", withKeys: false });
  expect(files.map(({ left }) => left)).toEqual([
    "it is written in a rare way",
    "it is a link; name the file that it leads to",
  ]);
  expect(files.every(({ before, after }) => before === after)).toBe(true);
});

test("keys for every outcome and criterion, in units of their own and in others", async () => {
  const outcomes = "[{ assessmentCriteria: [Mix a dough], outcome: Be able to bake }]";
  const { texts } = await formatIn(
    {
      "a.yaml": `kind: unit\nid: a\ntitle: A\nlearningOutcomes: ${outcomes}\n`,
      "q.yaml": `kind: qualification\nid: q\ntitle: Q\nunits:\n- { id: b, title: B, learningOutcomes: ${outcomes} }\n`,
    },
    [],
    true,
  );
  const keyed = (margin: string) =>
    `\n${margin}- { outcome: Be able to bake, key: bake, assessmentCriteria: [{ criterion: Mix a dough, key: mix-dough }] }\n`;
  expect(texts).toEqual({
    "a.yaml": `kind: unit\nid: a\ntitle: A\nlearningOutcomes:${keyed("  ")}`,
    "q.yaml": `kind: qualification\nid: q\ntitle: Q\nunits:\n  - id: b\n    title: B\n    learningOutcomes:${keyed("      ")}`,
  });
  expect((await formatIn({ "a.yaml": `${untidy}credti: 1\n` }, [], true)).rules).toEqual(["unknown-key"]);
});

test("standard input goes by its name", async () => {
  expect((await formatIn({}, ["-"], false, untidy)).texts).toEqual({ "stdin.yaml": tidy });
});
