import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../src/fixes/apply-edits.ts";
import { planRename } from "../../../src/fixes/rename/plan-rename.ts";
import type { Renamed, Retiring } from "../../../src/fixes/rename/rename-edits.ts";
import { addressOf, placeOfName, type SoundFile } from "../../../src/references/mention.ts";
import { mentionsIn } from "../../../src/references/mentions.ts";
import { definitionsAt, mentionAt, referencesOf } from "../../../src/references/references.ts";
import type { Files } from "../../check-folder.ts";
import { takeMarks } from "../../marks.ts";
import { soundFiles } from "./names.ts";

interface Row {
  readonly address: string;
  readonly to: string;
  /** Every place of the name stands between « and ». */
  readonly files: Files;
}

const unit = (id: string, rest = "") => `kind: unit\nid: ${id}\ntitle: A\n${rest}learningOutcomes: []\n`;

const rows: Readonly<Record<string, Row>> = {
  "a unit in all rules of combination": {
    address: "dl1",
    to: "tools",
    files: {
      "units/dl1.yaml": unit("«dl1»"),
      "units/dl11.yaml": unit("dl11"),
      "q.yaml": `kind: qualification
id: q
title: Q of dl1 # dl1
rulesOfCombination:
  groups:
    - { id: dl1, units: [«dl1», dl11] }
    - id: B
      units:
        - dl11
        - "«dl1»" # dl1, as before
  constraints:
    - { units: { min: 1 }, from: [dl11, '«dl1»'], groups: [dl1] }
  barred: [[«dl1», dl11]]
  equivalent: [[dl11, «dl1»]]
  prerequisites:
    «dl1»: [dl11]
    dl11: [«dl1»]
  corequisites: [[«dl1», dl11]]
  pathways: [{ id: dl1, groups: [dl1] }]
waivers:
  - { rule: unit-used, at: «dl1» }
  - { rule: unit-used, at: «dl1»#dl1 }
  - { rule: unit-used, at: "«dl1»/1.2" }
selfAssessment:
  scale: [dl1]
  statements: [{ statement: dl1, unit: «dl1» }]
`,
    },
  },
  "a unit in its qualification's own file, and a key in quotes": {
    address: "a",
    to: "b",
    files: {
      "q.yaml": `kind: qualification
id: q
title: A
rulesOfCombination:
  groups: [{ id: M, units: [«a»] }]
  prerequisites: { "«a»": [c], c: [«a»] }
units:
  - id: >-
      «a»
    title: a
    waivers: [{ rule: x, at: «a»#k }]
    learningOutcomes: [{ outcome: Know, key: k }]
`,
    },
  },
  "a qualification": {
    address: "q",
    to: "r",
    files: { "q.yaml": "kind: qualification\nid: «q»\ntitle: Q\nwaivers: [{ rule: x, at: «q» }]\n" },
  },
  "a key": {
    address: "dl1#k",
    to: "other",
    files: {
      "dl1.yaml": `kind: unit
id: dl1
title: k
learningOutcomes:
  - outcome: k
    key: «k»
    assessmentCriteria: [{ criterion: k, key: k2 }]
waivers:
  - { rule: x, at: dl1#«k» }
  - { rule: x, at: dl1/k }
`,
      "dl2.yaml": unit("dl2").replace("[]", "[{ outcome: k, key: k }]"),
      "q.yaml": "kind: qualification\nid: q\ntitle: Q\nwaivers: [{ rule: x, at: dl1#«k» }, { rule: x, at: dl2#k }]\n",
    },
  },
  "a framework": {
    address: "f",
    to: "g",
    files: {
      "f.yaml": "kind: framework\nid: «f»\ntitle: F\nnodes: [{ id: f }]\n",
      "f2.yaml": "kind: framework\nid: f2\ntitle: F\nreplaces: «f»\n",
      "a.yaml": `kind: unit
id: a
title: A
assessment: { maps: { «f»: [f] } }
learningOutcomes:
  - outcome: A
    maps: { f2: [f], "«f»": [f] }
    assessmentCriteria:
      - criterion: B
        maps:
          «f»:
            - f
`,
    },
  },
  "an entry, in the framework and in what is mapped to it": {
    address: "f#a",
    to: "first",
    files: {
      "f.yaml": `kind: framework
id: f
title: F
nodes:
  - { id: «a», next: [b] }
  - id: b
    includes: [«a»]
    nodes: [{ id: c, next: ["«a»"], replacedBy: [«a»] }]
`,
      "g.yaml": "kind: framework\nid: g\ntitle: G\nnodes: [{ id: a }]\n",
      "u.yaml": "kind: unit\nid: a\ntitle: A\nassessment: { maps: { f: [«a», b], g: [a] } }\nlearningOutcomes: []\n",
    },
  },
  "an entry that older versions lead to": {
    address: "f2#a",
    to: "x",
    files: {
      "f1.yaml": "kind: framework\nid: f1\ntitle: F\nnodes: [{ id: z, replacedBy: [«a», b] }, { id: b, next: [z] }]\n",
      "f2.yaml": "kind: framework\nid: f2\ntitle: F\nreplaces: f1\nnodes: [{ id: «a» }, { id: b, next: [«a»] }]\n",
    },
  },
  "a group": {
    address: "q#B",
    to: "Options",
    files: {
      "q.yaml": `kind: qualification
id: q
title: Q
rulesOfCombination:
  groups: [{ id: A }, { id: «B» }]
  constraints: [{ credit: { min: 1 }, groups: [A, «B»], pathway: P }]
  pathways: [{ id: P, groups: [«B»] }]
`,
      "r.yaml": "kind: qualification\nid: r\ntitle: R\nrulesOfCombination: { groups: [{ id: B }] }\n",
    },
  },
  "a pathway": {
    address: "q#p",
    to: "other",
    files: {
      "q.yaml": `kind: qualification
id: q
title: Q
rulesOfCombination:
  constraints: [{ units: { min: 1 }, pathway: «p» }]
  pathways:
    - id: "«p»"
`,
    },
  },
};

const unmarked = ({ files }: Row) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, takeMarks(String(text)).text]));

describe("every place of a name", () => {
  test.each(Object.entries(rows))("%s", (_, row) => {
    const files = soundFiles(unmarked(row));
    const mentions = mentionsIn(files);
    const [name] = definitionsAt(mentions, row.address);
    if (name === undefined) throw new Error("not defined");
    expect(addressOf(name)).toBe(row.address);
    const found = referencesOf(mentions, name).map(placeOfName);
    for (const { spec } of files) {
      const { path } = spec.source;
      const own = found.filter(({ file }) => file === spec.source).map(({ start, end }) => [start, end]);
      const { stretches } = takeMarks(String(row.files[path]));
      expect(
        own.sort(([a = 0], [b = 0]) => a - b),
        path,
      ).toEqual(stretches);
      for (const [start = 0] of own) expect(mentionAt(mentions, spec.source, start)?.id).toBe(name.id);
    }
  });

  test.each(Object.entries(rows))("%s is written anew, and nothing else", (_, row) => {
    const { texts, rename } = planned(unmarked(row), row.address, row.to);
    const meant = Object.entries(row.files).map(([path, text]) => [path, String(text).replace(/«[^»]*»/gu, row.to)]);
    expect(texts).toEqual(Object.fromEntries(meant));
    expect(rename.retiredIn).toEqual([]);
  });
});

test("what needs quotation marks gets them", () => {
  const files = { "a.yaml": unit("a"), "q.yaml": group("a, a-1", "draft") };
  const { texts } = planned(files, "a", "12");
  expect(texts).toEqual({ "a.yaml": unit('"12"'), "q.yaml": group('"12", a-1', "draft") });
  expect(planned(files, "a", "12").rename.move).toEqual({ from: "a.yaml", to: "12.yaml" });
});

test.each([
  ["units/dl1.yaml", "units/tools.yaml"],
  ["DL1.yml", "tools.yml"],
  ["other.yaml", null],
])("the file %s becomes %s", (from, to) => {
  const { rename } = planned({ [from]: unit("dl1") }, "dl1", "tools");
  expect(rename.move?.to ?? null).toBe(to);
});

function group(units: string, status: string, rest = ""): string {
  return `kind: qualification\nid: q\ntitle: Q\nstatus: ${status}\nrulesOfCombination: { groups: [{ id: M, units: [${units}] }] }\n${rest}`;
}

describe("what papers have been issued with is retired", () => {
  const keyed = (key: string, rest = "") =>
    `kind: unit\nid: a\ntitle: A\nlearningOutcomes: [{ outcome: A, key: ${key}, maps: { f: [e] } }]\n${rest}`;
  const framework = (id: string, node: string, rest = "") =>
    `kind: framework\nid: ${id}\ntitle: F\nnodes: [{ id: ${node} }]\n${rest}`;
  const workspace = (status: string, rest = "") => ({
    "q.yaml": group("a", status, rest),
    "a.yaml": keyed("k"),
    "f.yaml": framework("f", "e"),
  });
  type Expected = Readonly<Record<string, string>>;
  const table: readonly (readonly [string, Retiring, string, Expected])[] = [
    ["a", "published", "draft", {}],
    ["a", "published", "published", { "q.yaml": group("z", "published", "retired: [a]\n") }],
    ["a", "published", "withdrawn", { "q.yaml": group("z", "withdrawn", "retired: [a]\n") }],
    ["a", "never", "published", { "q.yaml": group("z", "published") }],
    ["a", "always", "draft", { "q.yaml": group("z", "draft", "retired: [a]\n") }],
    ["a#k", "published", "published", { "a.yaml": keyed("z", "retired: [k]\n") }],
    ["a#k", "published", "draft", { "a.yaml": keyed("z") }],
    ["f", "published", "published", { "q.yaml": group("a", "published", "retired: [f]\n") }],
    ["f#e", "published", "published", { "f.yaml": framework("f", "z", "retired: [e]\n") }],
    ["q#M", "published", "published", { "q.yaml": group("a", "published").replace("id: M", "id: z") }],
    ["q", "published", "published", { "q.yaml": group("a", "published", "retired: [q]\n").replace("id: q", "id: z") }],
  ];
  test.each(table)("%s, %s, %s", (address, retire, status, expected) => {
    expect(planned(workspace(status), address, "z", retire).texts).toMatchObject(expected);
  });

  test.each([
    ["retired: []\n", "retired: [a]\n"],
    ["retired: [b] # gone\n", "retired: [b, a] # gone\n"],
    ["retired:\n  - b\n# end\n", "retired:\n  - b\n  - a\n# end\n"],
    [
      "units: [{ id: i, title: I, learningOutcomes: [] }]\n",
      "retired: [a]\nunits: [{ id: i, title: I, learningOutcomes: [] }]\n",
    ],
  ])("%j becomes %j", (before, after) => {
    const { texts, rename } = planned(workspace("published", before), "a", "z");
    expect(texts["q.yaml"]).toBe(group("z", "published", after));
    expect(rename.retiredIn).toEqual(["q.yaml"]);
  });
});

test("versions of a framework that knew an entry by its id say from now on what has become of it", () => {
  const version = (id: string, nodes: string, rest = "") =>
    `kind: framework\nid: ${id}\ntitle: F\n${rest}nodes: [${nodes}]\n`;
  const files = {
    "f1.yaml": version("f1", "{ id: a }, { id: b }"),
    "f2.yaml": version("f2", "{ id: a }", "replaces: f1\n"),
    "f3.yaml": version("f3", "{ id: a }", "replaces: f2\n"),
  };
  expect(planned(files, "f2#a", "x").texts).toEqual({
    "f1.yaml": version("f1", "{ id: a, replacedBy: [x] }, { id: b }"),
    "f2.yaml": version("f2", "{ id: x, replacedBy: [a] }", "replaces: f1\n"),
    "f3.yaml": version("f3", "{ id: a }", "replaces: f2\n"),
  });
});

describe("refused", () => {
  const files = {
    "q.yaml": group("a", "draft", "retired: [gone]\n"),
    "a.yaml":
      "kind: unit\nid: a\ntitle: A\nlearningOutcomes: [{ outcome: A, key: k }, { outcome: B, key: m }]\nretired: [old]\n",
    "f.yaml": "kind: framework\nid: f\ntitle: F\nnodes: [{ id: n }, { id: p }]\nretired: [ended]\n",
  };
  test.each([
    ["aa", "z", "Unknown id `aa`; did you mean `a`?"],
    ["A", "z", "Unknown id `A`; did you mean `a`?"],
    ["units/a.yaml", "z", "Unexpected file `units/a.yaml`, expected an id; write `a`"],
    ["elsewhere", "z", "Unknown id `elsewhere`; `qualspec list` shows what there is"],
    ["k", "z", "Unknown id `k`, expected that of a specification; for the outcome or criterion write `a#k`"],
    ["a#kk", "z", "Unknown id `a#kk`; did you mean `a#k`?"],
    [
      "a",
      "A z",
      "Unexpected name `A z` for the unit, expected lower-case letters, digits and single hyphens between them; write `a-z`",
    ],
    [
      "a#k",
      "x".repeat(25),
      `Unexpected name \`${"x".repeat(25)}\` for the outcome or criterion, expected at most 24 letters`,
    ],
    ["a", "Q", "Unexpected name `Q` for the unit"],
    ["a", "q", "Unexpected `q`, which the qualification in `q.yaml:2` is called already; choose another name"],
    ["a", "f", "which the framework in `f.yaml:2` is called already"],
    ["a", "gone", "which is retired in `q.yaml` and may not come back; choose another name, or"],
    ["a#k", "m", "which the outcome or criterion in `a.yaml:4` is called already"],
    ["a#k", "old", "which is retired in `a.yaml`"],
    ["f#n", "p", "which the entry of a framework in `f.yaml:4` is called already"],
    ["f#n", "ended", "which is retired in `f.yaml`"],
    ["q#M", "m-", "expected letters, digits and single hyphens between them"],
    ["a", "a", "Unexpected `a` twice"],
  ])("%s to %s", (address, to, message) => {
    expect(refusalOf(files, address, to)).toContain(message);
  });

  test("a name that several things have", () => {
    const copies = { "a.yaml": unit("a"), "copy.yaml": unit("a") };
    expect(refusalOf(copies, "a", "b")).toBe(
      "Unexpected `a`, which names several things: unit in `a.yaml:2` and unit in `copy.yaml:2`; give each a name of its own in its file first",
    );
  });

  test("to retire where nothing can be", () => {
    expect(refusalOf({ "a.yaml": unit("a") }, "a", "b", "always")).toContain("which no qualification uses");
    expect(refusalOf(files, "q#M", "B", "always")).toContain("which has no list of retired names");
  });

  test("what only YAML references say", () => {
    const aliased = `kind: qualification\nid: q\ntitle: &t a\nrulesOfCombination: { groups: [{ id: M, units: [*t] }] }\n`;
    expect(refusalOf({ "q.yaml": aliased, "a.yaml": unit("a") }, "a", "b")).toContain("Cannot write `b` in `q.yaml`");
  });
});

test("what YAML references repeat is written once", () => {
  const aliased = (id: string) =>
    `kind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups: [{ id: M, units: &u [${id}] }]\n  constraints: [{ units: { min: 1 }, from: *u }]\n`;
  const { texts } = planned({ "q.yaml": aliased("a"), "a.yaml": unit("a") }, "a", "b");
  expect(texts["q.yaml"]).toBe(aliased("b"));
});

function planned(files: Files, address: string, to: string, retire: Retiring = "published") {
  const sound = soundFiles(files);
  const answer = planRename(sound, { address, to, retire });
  if ("refusal" in answer) throw new Error(answer.refusal);
  return { rename: answer.rename, texts: textsAfter(sound, answer.rename) };
}

function textsAfter(files: readonly SoundFile[], { edits }: Renamed): Readonly<Record<string, string>> {
  return Object.fromEntries(
    files.map(({ spec: { source } }) => [
      source.path,
      applyEdits(
        source.text,
        edits.filter(({ file }) => file === source),
      ).text,
    ]),
  );
}

function refusalOf(files: Files, address: string, to: string, retire: Retiring = "published"): string {
  const answer = planRename(soundFiles(files), { address, to, retire });
  return "refusal" in answer ? answer.refusal : "done";
}
