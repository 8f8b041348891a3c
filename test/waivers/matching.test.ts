import { describe, expect, test } from "vitest";
import { check } from "../../src/workspace/check.ts";
import { type Files, ioIn, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const today = "2026-04-01";
const agreed = "reason: Agreed, until: 2026-12-31";

const unit = (id: string, rest = "") => `kind: unit
id: ${id}
title: A
level: 2
credit: none
guidedLearningHours: 10
reference: none
aim: Learners find out.
assessment: { methods: [product] }
learningOutcomes:
  - outcome: Know A
    key: know-a
    assessmentCriteria:
      - criterion: State A
        key: state-a
        maps: { nowhere: [x] }
      - criterion: State B
        maps: { nowhere: [x] }
${rest}`;
const qualification = (rest = "") => `kind: qualification
id: q
title: Q
regulators: none
level: 2
rulesOfCombination:
  groups:
    - { id: M, require: all, units: [a, b] }
${rest}`;

/** Findings of the rule that the units break twice each, and of waivers. */
async function play(files: Files, options: { rules?: string; paths?: readonly string[] } = {}) {
  const folder = emptyFolder();
  const rules = options.rules === undefined ? {} : { "qualspec.yaml": `rules: { ${options.rules} }\n` };
  writeInto(folder, { ...rules, ...files });
  const checked = await check(ioIn(folder), options.paths ?? ["."], { today });
  const told = checked.findings.filter(({ rule }) => rule === "mapping-exists" || rule.startsWith("waiver-"));
  return {
    found: told.map(({ rule, place }) => `${place.file.path}:${place.file.positionAt(place.start).line} ${rule}`),
    messages: told.filter(({ rule }) => rule.startsWith("waiver-")).map(({ message }) => message),
    waived: checked.waived.length,
    states: checked.waivers.map(({ state }) => state),
    findings: checked.findings,
  };
}

const four = [
  "a.yaml:16 mapping-exists",
  "a.yaml:18 mapping-exists",
  "b.yaml:16 mapping-exists",
  "b.yaml:18 mapping-exists",
];
const inUnit = (waivers: string): Files => ({
  "q.yaml": qualification(),
  "a.yaml": unit("a", `waivers:\n${waivers}`),
  "b.yaml": unit("b"),
});
const inQualification = (waivers: string): Files => ({
  "q.yaml": qualification(`waivers:\n${waivers}`),
  "a.yaml": unit("a"),
  "b.yaml": unit("b"),
});

describe("a waiver covers", () => {
  test.each<[about: string, files: Files, found: readonly string[]]>([
    ["nothing where there is none", inUnit("  []"), four],
    ["the unit that holds it", inUnit(`  - { rule: mapping-exists, ${agreed} }`), four.slice(2)],
    ["the unit that holds it, by its name", inUnit(`  - { rule: mapping-exists, at: a, ${agreed} }`), four.slice(2)],
    ["a criterion by its key", inUnit(`  - { rule: mapping-exists, at: a#state-a, ${agreed} }`), four.slice(1)],
    [
      "an outcome by its key, and what is in it",
      inUnit(`  - { rule: mapping-exists, at: a#know-a, ${agreed} }`),
      four.slice(2),
    ],
    [
      "a criterion by its number",
      inUnit(`  - { rule: mapping-exists, at: a/1.2, ${agreed} }`),
      [four[0], ...four.slice(2)] as string[],
    ],
    ["an outcome by its number", inUnit(`  - { rule: mapping-exists, at: a/1, ${agreed} }`), four.slice(2)],
    ["all that a qualification uses", inQualification(`  - { rule: mapping-exists, ${agreed} }`), []],
    ["the same by the qualification's id", inQualification(`  - { rule: mapping-exists, at: q, ${agreed} }`), []],
    ["one of its units", inQualification(`  - { rule: mapping-exists, at: b, ${agreed} }`), four.slice(0, 2)],
    [
      "a criterion in one of them",
      inQualification(`  - { rule: mapping-exists, at: b#state-a, ${agreed} }`),
      [...four.slice(0, 2), four[3]] as string[],
    ],
    ["up to its last day", inUnit(`  - { rule: mapping-exists, reason: Agreed, until: ${today} }`), four.slice(2)],
  ])("%s", async (_, files, found) => {
    const result = await play(files);
    expect(result.found).toEqual(found);
    expect(result.waived).toBe(4 - found.length);
  });
});

describe("a waiver is itself found", () => {
  test.each<[about: string, files: Files, rule: string, says: string, left: number]>([
    [
      "with another rule's name",
      inUnit(`  - { rule: unit-selectable, ${agreed} }`),
      "waiver-unmatched",
      "Unused waiver of `unit-selectable`",
      4,
    ],
    [
      "with an unknown unit",
      inQualification(`  - { rule: mapping-exists, at: c1, ${agreed} }`),
      "waiver-unmatched",
      "Unknown place `c1`",
      4,
    ],
    [
      "with an unknown unit, and one of its criteria",
      inQualification(`  - { rule: mapping-exists, at: aa/1.1, ${agreed} }`),
      "waiver-unmatched",
      "did you mean `a/1.1`?",
      4,
    ],
    [
      "with an unknown key",
      inUnit(`  - { rule: mapping-exists, at: a#state-aa, ${agreed} }`),
      "waiver-unmatched",
      "did you mean `a#state-a`?",
      4,
    ],
    [
      "of a unit that it has nothing to do with",
      inUnit(`  - { rule: mapping-exists, at: b, ${agreed} }`),
      "waiver-unmatched",
      "Unknown place `b`",
      4,
    ],
    [
      "for other content",
      inUnit(`  - { rule: mapping-exists, content: "00000000", ${agreed} }`),
      "waiver-unmatched",
      "says something else now",
      4,
    ],
    [
      "once it has ended",
      inUnit("  - { rule: mapping-exists, reason: Agreed, until: 2026-03-31 }"),
      "waiver-expired",
      "`2026-03-31`",
      4,
    ],
    [
      "without a day, and covers all the same",
      inUnit("  - { rule: mapping-exists, reason: Agreed }"),
      "waiver-incomplete",
      "without a last day",
      2,
    ],
    [
      "without a reason",
      inUnit("  - { rule: mapping-exists, until: 2026-12-31 }"),
      "waiver-incomplete",
      "without a reason",
      2,
    ],
    [
      "without either",
      inUnit("  - { rule: mapping-exists }"),
      "waiver-incomplete",
      "without a reason and a last day",
      2,
    ],
    [
      "of a rule that is misspelt",
      inUnit(`  - { rule: maping-exists, ${agreed} }`),
      "waiver-without-rule",
      "did you mean `mapping-exists`?",
      4,
    ],
    [
      "of what makes a file unreadable",
      inUnit(`  - { rule: duplicate-key, ${agreed} }`),
      "waiver-without-rule",
      "before this is mended",
      4,
    ],
    [
      "of a finding about waivers",
      inUnit(`  - { rule: waiver-expired, ${agreed} }`),
      "waiver-without-rule",
      "cannot be waived",
      4,
    ],
    [
      "of the workspace file's rule",
      inUnit(`  - { rule: unknown-rule, ${agreed} }`),
      "waiver-without-rule",
      "remove it",
      4,
    ],
  ])("%s", async (_, files, rule, says, left) => {
    const { found, messages } = await play(files);
    expect(found.filter((one) => one.includes("waiver-")).map((one) => one.split(" ")[1])).toEqual([rule]);
    expect(messages[0]).toContain(says);
    expect(found).toHaveLength(left + 1);
  });

  test("and what it covered names it once it has ended", async () => {
    const { findings } = await play(inUnit("  - { rule: mapping-exists, reason: Agreed, until: 2026-03-31 }"));
    const related = findings.filter(({ rule }) => rule === "mapping-exists").map((one) => one.related);
    expect(related.map(([first]) => first?.message)).toEqual([
      "waived until 2026-03-31",
      "waived until 2026-03-31",
      undefined,
      undefined,
    ]);
  });

  test("with the severity that the workspace sets", async () => {
    const files = inUnit(`  - { rule: unit-selectable, ${agreed} }`);
    expect((await play(files, { rules: "waiver-unmatched: off" })).found).toEqual(four);
    const { findings } = await play(files, { rules: "waiver-unmatched: error" });
    expect(findings.find(({ rule }) => rule === "waiver-unmatched")?.severity).toBe("error");
  });
});

describe("nobody says that a waiver covers nothing", () => {
  test.each<[about: string, files: Files, paths: readonly string[]]>([
    [
      "while the unit that it is about is broken",
      {
        ...inQualification(`  - { rule: mapping-exists, at: a, ${agreed} }`),
        "a.yaml": "kind: unit\nid: a\ntitle: A: B\n",
        "b.yaml": unit("b").replace(/ {8}maps.*\n/gu, ""),
      },
      ["."],
    ],
    ["while others that could break its rule were not read", inUnit(`  - { rule: id-unique, ${agreed} }`), ["a.yaml"]],
    [
      "while its rule gives way to another that has found something",
      {
        "q.yaml": qualification(`waivers:\n  - { rule: unit-selectable, ${agreed} }\n`).replace("[a, b]", "[a, zzz]"),
        "a.yaml": unit("a"),
        "b.yaml": unit("b"),
      },
      ["."],
    ],
    [
      "without the export that its rule compares with",
      inQualification(`  - { rule: register-title, ${agreed} }`),
      ["."],
    ],
  ])("%s", async (_, files, paths) => {
    const { found } = await play(files, { paths });
    expect(found.filter((one) => one.includes("waiver-unmatched"))).toEqual([]);
  });
});

test.each([
  [
    "a rule that is off",
    inUnit(`  - { rule: mapping-exists, ${agreed} }`),
    "mapping-exists: off",
    "off in the workspace file",
  ],
  [
    "a rule of a regulator that is left out",
    inUnit(`  - { rule: credit-matches-hours, ${agreed} }`),
    "unit-used: off",
    "`regulators` leaves out",
  ],
])("it says so where a waiver is of %s", async (_, files, rules, says) => {
  const { messages } = await play(files, { rules });
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(says);
});

describe("with content", () => {
  const waived = async (text: string) => {
    const { found } = await play({ "q.yaml": qualification(), "a.yaml": text, "b.yaml": unit("b") });
    return found.filter((one) => one.startsWith("a.yaml")).map((one) => one.split(" ")[1]);
  };
  const content = async () => {
    const { contentOf } = await import("../../src/waivers/content-of.ts");
    const { locator } = await import("../../src/waivers/locate.ts");
    const folder = emptyFolder();
    writeInto(folder, { "a.yaml": unit("a") });
    const { findings, workspaces } = await check(ioIn(folder), ["."], { today });
    const corpus = workspaces[0]?.corpus;
    const finding = findings.filter(({ rule }) => rule === "mapping-exists")[1];
    if (corpus === undefined || finding === undefined) throw new Error("no second finding");
    return contentOf(finding, locator(corpus)(finding.place));
  };
  const list = (mark: string) => `waivers: [{ rule: mapping-exists, at: a/1.2, content: "${mark}", ${agreed} }]\n`;
  const second = "      - criterion: State B\n        maps: { nowhere: [x] }\n";

  test.each<[about: string, change: (text: string) => string, left: readonly string[]]>([
    ["it covers the finding that it was written for", (text) => text, ["mapping-exists"]],
    [
      "it goes with its criterion to another place",
      (text) => text.replace(second, "").replace("Criteria:\n", `Criteria:\n${second}`),
      ["mapping-exists"],
    ],
    [
      "layout changes nothing",
      (text) => text.replace("criterion: State B", "criterion: >-\n          State\n          B"),
      ["mapping-exists"],
    ],
    [
      "it does not cover another criterion that comes to its place",
      (text) => text.replace(second, `      - criterion: State C\n        maps: { nowhere: [x] }\n${second}`),
      ["mapping-exists", "mapping-exists"],
    ],
    [
      "it covers nothing once the text has changed",
      (text) => text.replace("State B", "State B and C"),
      ["mapping-exists", "mapping-exists", "waiver-unmatched"],
    ],
    [
      "it does not cover a second finding in its criterion",
      (text) => text.replace(second, second.replace("nowhere: [x]", "nowhere: [x], nothing: [y]")),
      ["mapping-exists", "mapping-exists"],
    ],
  ])("%s", async (_, change, left) => {
    const text = unit("a", list(await content()));
    expect(await waived(change(text))).toEqual(left);
  });
});

test("a waiver in a unit in its qualification's file covers that unit", async () => {
  const indented = unit("a", `waivers: [{ rule: mapping-exists, ${agreed} }]\n`)
    .replace("kind: unit\n", "")
    .trimEnd()
    .replace(/^/gmu, "    ")
    .replace("    id", "  - id");
  const { found, waived } = await play({ "q.yaml": `${qualification()}units:\n${indented}\n`, "b.yaml": unit("b") });
  expect(waived).toBe(2);
  expect(found).toEqual(four.slice(2));
});
