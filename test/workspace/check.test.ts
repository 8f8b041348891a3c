import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { brief, checkFolder, type Files, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const unit = (id: string, more = "") =>
  `kind: unit\nid: ${id}\ntitle: A\nreference: none\nlevel: 3\ncredit: none\nguidedLearningHours: 2\naim: A\nlearningOutcomes:\n  - { outcome: Know A, evidence: { methods: [questioning] }, assessmentCriteria: [State A] }\n${more}`;
const qualification = (units: string, more = "") =>
  `kind: qualification\nid: q\ntitle: Q\nregulators: none\nlevel: 3\n${more}rulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [${units}] }\n`;
const broken = (text: string) => text.replace("level: 3", "level: 9");
const foreign = "services:\n  web: { image: nginx }\n";

interface Row {
  readonly about: string;
  readonly files: Files;
  readonly paths?: readonly string[];
  readonly finds?: readonly string[];
  /** How many files were looked at. */
  readonly looksAt?: number;
}

const rows: readonly Row[] = [
  { about: "a folder in order", files: { "q.yaml": qualification("a"), "a.yaml": unit("a") }, looksAt: 2 },
  {
    about: "a unit alone",
    files: { "q.yaml": qualification("a, b"), "a.yaml": unit("a") },
    paths: ["a.yaml"],
    looksAt: 1,
  },
  {
    about: "a qualification and what it uses",
    files: { "q.yaml": qualification("a"), "units/a.yaml": unit("a"), "units/b.yaml": broken(unit("b")) },
    paths: ["q.yaml"],
    looksAt: 2,
  },
  { about: "another extension", files: { "q.yaml": qualification("a"), "a.yml": unit("a") }, looksAt: 2 },
  {
    about: "a file named twice",
    files: { "a.yaml": broken(unit("a")) },
    paths: [".", "a.yaml", "./a.yaml"],
    finds: ['a.yaml:5:8-5:9 out-of-range "9"'],
  },
  { about: "a text file that is named", files: { "a.txt": unit("a") }, paths: ["a.txt"], looksAt: 1 },
  {
    about: "a pattern",
    files: { "units/a.yaml": broken(unit("a")), "units/b.yaml": unit("b") },
    paths: ["units/*.yaml"],
    finds: ['units/a.yaml:5:8-5:9 out-of-range "9"'],
    looksAt: 2,
  },

  // Units that are broken, elsewhere or shared
  {
    about: "a broken unit of a qualification that is checked alone",
    files: { "q.yaml": qualification("a"), "a.yaml": broken(unit("a")) },
    paths: ["q.yaml"],
    finds: ['a.yaml:5:8-5:9 out-of-range "9"'],
  },
  {
    about: "a unit that is not YAML",
    files: { "q.yaml": qualification("a"), "a.yaml": unit("a").replace("title: A", "title: @A") },
    paths: ["q.yaml"],
    finds: ['a.yaml:3:8-3:10 yaml-syntax "@A"'],
  },
  {
    about: "a unit that is not YAML, under another name",
    files: { "q.yaml": qualification("a"), "z.yaml": unit("a").replace("title: A", "title: @A") },
    paths: ["q.yaml"],
    finds: ['z.yaml:3:8-3:10 yaml-syntax "@A"'],
  },
  {
    about: "a unit under another name",
    files: { "q.yaml": qualification("a"), "z.yaml": unit("a") },
    paths: ["q.yaml"],
    finds: ['z.yaml:2:5-2:6 file-named-by-id "a"'],
  },
  {
    about: "a file of the name with another id",
    files: { "q.yaml": qualification("a"), "a.yaml": unit("b") },
    paths: ["q.yaml"],
    finds: ['a.yaml:2:5-2:6 file-named-by-id "b"'],
  },
  {
    about: "a file of the name that is somebody else's",
    files: { "q.yaml": qualification("a"), "a.yaml": foreign },
    finds: ['a.yaml:1:1-1:9 missing-kind "services"'],
  },
  {
    about: "two files with one id",
    files: { "q.yaml": qualification("a"), "a.yaml": unit("a"), "b/a.yaml": unit("a") },
    paths: ["q.yaml"],
    finds: ['b/a.yaml:2:5-2:6 id-unique "a"'],
  },
  {
    about: "two files with one id, one of them broken",
    files: { "q.yaml": qualification("a"), "a.yaml": unit("a"), "b/a.yaml": broken(unit("a")) },
    paths: ["q.yaml"],
    finds: ['b/a.yaml:5:8-5:9 out-of-range "9"'],
  },
  {
    about: "a unit that two qualifications use",
    files: {
      "q.yaml": qualification("a"),
      "r.yaml": qualification("a").replace("id: q", "id: r"),
      "a.yaml": unit("a").replace("aim: A\n", ""),
    },
    finds: ['a.yaml:2:5-2:6 unit-facts-stated "a"'],
    looksAt: 3,
  },

  // Files of other programs
  { about: "a file of another program", files: { "a.yaml": unit("a"), "docker-compose.yaml": foreign }, looksAt: 1 },
  {
    about: "files of other programs that have a kind or a type",
    files: { "a.yaml": unit("a"), "k.yaml": "kind: Deployment\nmetadata: x\n", "t.yaml": "type: unit\nname: x\n" },
    looksAt: 1,
  },
  {
    about: "files that were begun with a slip",
    files: {
      "a.yaml": "knid: unit\n",
      "b.yaml": "kind unit\n",
      "c.yaml": "title: C\nlevel: 2\n",
      "d.yaml": "- kind: unit\n",
    },
    finds: [
      'a.yaml:1:1-1:5 unknown-key "knid"',
      'b.yaml:1:1-1:10 wrong-type "kind unit"',
      'c.yaml:1:1-1:6 missing-kind "title"',
      'd.yaml:1:1-1:13 wrong-type "- kind: unit"',
    ],
  },
  {
    about: "a file of another program that is named",
    files: { "docker-compose.yaml": foreign },
    paths: ["docker-compose.yaml"],
    finds: ['docker-compose.yaml:1:1-1:9 missing-kind "services"'],
  },
  {
    about: "kinds of another program",
    files: { "a.yaml": unit("a"), "x.yaml": "apiVersion: v1\nkind: Deployment\n" },
    looksAt: 1,
  },
  {
    about: "kinds of another program, named",
    files: { "x.yaml": "apiVersion: v1\nkind: Deployment\n" },
    paths: ["x.yaml"],
    finds: ['x.yaml:2:7-2:17 unknown-kind "Deployment"'],
  },
  {
    about: "several documents of another program",
    files: { "a.yaml": unit("a"), "x.yaml": "kind: A\n---\nkind: B\n" },
    looksAt: 1,
  },
  {
    about: "tags of another program",
    files: { "a.yaml": unit("a"), "x.yaml": "Resources:\n  A: !Ref B\n" },
    looksAt: 1,
  },
  {
    about: "a template that is no YAML",
    files: { "a.yaml": unit("a"), "x.yaml": "{{- if .Values.x }}\na: b\n{{- end }}\n" },
    looksAt: 1,
  },
  { about: "a list of another program", files: { "a.yaml": unit("a"), "x.yaml": "- a\n- b\n" }, looksAt: 1 },
  {
    about: "our keys without a kind",
    files: { "x.yaml": unit("x").replace("kind: unit\n", "") },
    finds: ['x.yaml:1:1-1:3 missing-kind "id"'],
  },
  {
    about: "our keys with another kind",
    files: { "x.yaml": unit("x").replace("kind: unit", "kind: unti") },
    finds: ['x.yaml:1:7-1:11 unknown-kind "unti"'],
  },
  {
    about: "our keys that are no YAML",
    files: { "x.yaml": unit("x").replace("kind: unit", "kind unit") },
    finds: ['x.yaml:1:1-1:10 missing-colon "kind unit"'],
  },
  {
    about: "our schema on the first line",
    files: { "x.yaml": "# yaml-language-server: $schema=../schemas/unit.schema.json\na: b\n" },
    finds: ['x.yaml:2:1-2:2 missing-kind "a"'],
  },
  { about: "an empty file", files: { "a.yaml": unit("a"), "x.yaml": "" }, finds: ['x.yaml:1:1-1:1 empty-file ""'] },
  {
    about: "folders that are left out",
    files: {
      "a.yaml": unit("a"),
      ".git/b.yaml": broken(unit("b")),
      "node_modules/c.yaml": broken(unit("c")),
      "out/d.yaml": broken(unit("d")),
    },
    looksAt: 1,
  },
  {
    about: "the output folder when it is named",
    files: { "out/d.yaml": broken(unit("d")) },
    paths: ["out"],
    finds: ['out/d.yaml:5:8-5:9 out-of-range "9"'],
  },

  // Places
  {
    about: "an alias in its place",
    files: { "a.yaml": unit("a", "assessment:\n  methods: &m [observation]\n  evidence: { methods: *m }\n") },
  },
  {
    about: "an alias of a wrong value",
    files: { "a.yaml": unit("a", "assessment:\n  methods: &m [observation]\n  simulation: *m\n") },
    finds: ['a.yaml:13:15-13:17 wrong-type "*m"'],
  },
  {
    about: "a number for a key",
    files: {
      "q.yaml": qualification("a", "").replace("  groups", "  prerequisites: { 101: [a] }\n  groups"),
      "a.yaml": unit("a"),
    },
    finds: ['q.yaml:7:20-7:23 unit-exists "101"'],
  },
  {
    about: "a number for a unit",
    files: { "q.yaml": qualification("a, 101"), "a.yaml": unit("a") },
    finds: ['q.yaml:8:41-8:44 unquoted-number "101"'],
  },
  {
    about: "a key without a value at the end",
    files: { "a.yaml": unit("a", "owner:") },
    finds: ['a.yaml:11:1-11:6 wrong-type "owner"'],
  },
  {
    about: "a key without a value on the last line",
    files: { "a.yaml": unit("a", "owner:\n") },
    finds: ['a.yaml:11:1-11:6 wrong-type "owner"'],
  },
  {
    about: "letters outside the first plane",
    files: { "a.yaml": unit("a", "owner: { 😀: x }\n") },
    finds: ['a.yaml:11:10-11:12 unquoted-colon "😀"'],
  },

  // Workspaces
  {
    about: "two workspaces in one call",
    files: {
      "one/qualspec.yaml": "rules: { unit-facts-stated: off }\n",
      "one/a.yaml": unit("a").replace("aim: A\n", ""),
      "two/qualspec.yaml": "",
      "two/a.yaml": unit("a").replace("aim: A\n", ""),
    },
    paths: ["one", "two"],
    finds: ['two/a.yaml:2:5-2:6 unit-facts-stated "a"'],
    looksAt: 2,
  },
  {
    about: "two workspaces from the folder above",
    files: { "one/qualspec.yaml": "", "one/a.yaml": unit("a"), "two/qualspec.yaml": "", "two/a.yaml": unit("a") },
    looksAt: 2,
  },
  {
    about: "two workspaces, one without specifications",
    files: { "one/qualspec.yaml": "", "one/a.yaml": unit("a"), "two/qualspec.yaml": "", "two/x.yaml": foreign },
    looksAt: 1,
  },
  { about: "a workspace file that is empty", files: { "qualspec.yaml": "", "a.yaml": unit("a") }, looksAt: 1 },
  { about: "a workspace file of comments", files: { "qualspec.yaml": "# later\n", "a.yaml": unit("a") }, looksAt: 1 },
  {
    about: "a workspace file that is named",
    files: { "qualspec.yaml": "out: x\n" },
    paths: ["qualspec.yaml"],
    looksAt: 0,
  },
  {
    about: "a folder of specifications",
    files: { "qualspec.yaml": "specs: [units]\n", "units/a.yaml": unit("a"), "b.yaml": broken(unit("b")) },
    paths: [],
    looksAt: 1,
  },
  {
    about: "a file of specifications",
    files: {
      "qualspec.yaml": "specs: [q.yaml, a.yaml]\n",
      "q.yaml": qualification("a, b"),
      "a.yaml": unit("a"),
      "b.yaml": unit("b"),
    },
    paths: [],
    finds: ['q.yaml:8:41-8:42 unit-exists "b"'],
  },
  {
    about: "a rule that is off",
    files: { "qualspec.yaml": "rules: { unit-facts-stated: off }\n", "a.yaml": unit("a").replace("aim: A\n", "") },
  },
  {
    about: "a word of the house",
    files: {
      "qualspec.yaml": "vocabulary: { methods: [poster] }\n",
      "a.yaml": unit("a", "assessment: { methods: [poster] }\n"),
    },
  },
];

describe("check", () => {
  test.each(rows.map((row) => [row.about, row] as const))(
    "%s",
    async (_, { files, paths = ["."], finds = [], looksAt }) => {
      const folder = emptyFolder();
      writeInto(folder, files);
      const checked = await checkFolder(folder, paths);
      expect(checked.findings.map(brief)).toEqual(finds);
      if (looksAt !== undefined) expect(checked.files).toBe(looksAt);
      expect(checked.isWorkspaceBroken).toBe(false);
    },
  );
});

describe("what cannot be checked", () => {
  const refused: readonly (readonly [about: string, files: Files, paths: readonly string[], names: string])[] = [
    ["a path that does not exist", {}, ["units/a.yaml"], "units/a.yaml"],
    ["a folder that does not exist", {}, ["units/"], "units/"],
    ["a pattern without a match", { "a.yaml": unit("a") }, ["units/*.yaml"], "units/*.yaml"],
    ["an empty folder", { "units/readme.txt": "" }, ["units"], "units"],
    ["a folder with files of other programs", { "units/x.yaml": foreign }, ["units"], "units"],
    ["a folder with a workspace file alone", { "units/qualspec.yaml": "" }, ["units"], "units"],
    ["one of two folders", { "a/a.yaml": unit("a"), "b/x.yaml": foreign }, ["a", "b"], "b"],
    [
      "a folder that the workspace names and that is not there",
      { "qualspec.yaml": "# where\nspecs: [., units]\n" },
      [],
      "`units`, which `specs` names in qualspec.yaml, line 2, column 12; ",
    ],
  ];
  test.each(refused)("%s", async (_, files, paths, names) => {
    const folder = emptyFolder();
    writeInto(folder, files);
    await expect(checkFolder(folder, paths)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(names),
    });
  });

  test.skipIf(process.getuid?.() === 0)("a file that may not be read", async () => {
    const folder = emptyFolder();
    writeInto(folder, { "a.yaml": unit("a") });
    chmodSync(join(folder, "a.yaml"), 0o000);
    await expect(checkFolder(folder)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining("a.yaml"),
    });
  });
});

describe("a workspace file that is wrong ends the check", () => {
  test.each([
    ["specs: 5\n", { "a.yaml": unit("a") }, "write a list such as `[qualifications, units]`"],
    ["specs: 5\n", {}, "write a list such as `[qualifications, units]`"],
    ["build: { to: true }\n", {}, "write a list such as `[html, docx, pdf]`"],
  ])("%j beside %j", async (text, files, says) => {
    const folder = emptyFolder();
    writeInto(folder, { "qualspec.yaml": text, ...files });
    const { findings, isWorkspaceBroken } = await checkFolder(folder, []);
    expect(isWorkspaceBroken).toBe(true);
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining(says)]);
  });

  test.each([
    ["rulez: {}\n", 'qualspec.yaml:1:1-1:6 unknown-key "rulez"'],
    ["rules: {\n", 'qualspec.yaml:1:8-1:9 unclosed-bracket "{"'],
    ["rules: { unit-used: of }\n", 'qualspec.yaml:1:21-1:23 unknown-word "of"'],
    ["rules: { unit-used: false }\n", 'qualspec.yaml:1:21-1:26 wrong-type "false"'],
    ["rules: { Unit Used: off }\n", 'qualspec.yaml:1:10-1:19 wrong-form "Unit Used"'],
    ["- a\n", 'qualspec.yaml:1:1-1:4 wrong-type "- a"'],
    ["hello\n", 'qualspec.yaml:1:1-1:6 wrong-type "hello"'],
    ["format: 2\n", 'qualspec.yaml:1:9-1:10 wrong-type "2"'],
    ["language: English\n", 'qualspec.yaml:1:11-1:18 wrong-form "English"'],
  ])("%j", async (text, found) => {
    const folder = emptyFolder();
    writeInto(folder, { "qualspec.yaml": text, "a.yaml": broken(unit("a")) });
    const checked = await checkFolder(folder);
    expect(checked.findings.map(brief)).toEqual([found]);
    expect(checked.isWorkspaceBroken).toBe(true);
  });
});

test("rules take the severity that the workspace gives them", async () => {
  const folder = emptyFolder();
  writeInto(folder, {
    "qualspec.yaml": "rules: { unit-facts-stated: advice, nothing: off }\n",
    "a.yaml": unit("a").replace("aim: A\n", ""),
  });
  const { findings } = await checkFolder(folder);
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
    "unit-facts-stated advice",
    "unknown-rule warning",
  ]);
});

describe("standard input", () => {
  test("goes by a name, and uses the workspace that the name stands in", async () => {
    const folder = emptyFolder();
    writeInto(folder, { "qualspec.yaml": "", "units/a.yaml": unit("a") });
    const checked = await checkFolder(folder, ["-"], {
      input: qualification("a, b"),
      stdinName: "qualifications/q.yaml",
    });
    expect(checked.findings.map(brief)).toEqual(['qualifications/q.yaml:8:41-8:42 unit-exists "b"']);
    expect(checked.files).toBe(2);
  });

  test("has no name that an id could differ from", async () => {
    const { findings } = await checkFolder(emptyFolder(), ["-"], { input: unit("a") });
    expect(findings).toEqual([]);
  });

  test("may be empty", async () => {
    const { findings } = await checkFolder(emptyFolder(), ["-"]);
    expect(findings.map(brief)).toEqual(['stdin.yaml:1:1-1:1 empty-file ""']);
  });
});

describe("links", () => {
  test("to a folder above are followed once", async () => {
    const folder = emptyFolder();
    writeInto(folder, { "units/a.yaml": unit("a") });
    symlinkSync("..", join(folder, "units", "loop"));
    symlinkSync("units", join(folder, "more"));
    expect((await checkFolder(folder)).files).toBe(1);
  });

  test("to a file elsewhere are read", async () => {
    const folder = emptyFolder();
    writeInto(folder, { "shared/a.yaml": unit("a"), "own/q.yaml": qualification("a") });
    symlinkSync("../shared/a.yaml", join(folder, "own", "a.yaml"));
    const checked = await checkFolder(folder, ["own"]);
    expect(checked.findings).toEqual([]);
    expect(checked.files).toBe(2);
  });

  test("to nothing are passed over", async () => {
    const folder = emptyFolder();
    writeInto(folder, { "a.yaml": unit("a") });
    symlinkSync("nowhere.yaml", join(folder, "b.yaml"));
    expect((await checkFolder(folder)).files).toBe(1);
  });
});
