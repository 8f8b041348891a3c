import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeInto } from "../check-folder.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";
import { qualification, unit } from "./specs.ts";

const bare =
  "kind: unit\nid: a\ntitle: Bare\nlearningOutcomes:\n  - { outcome: Know A, assessmentCriteria: [State A] }\n";
const many = Array.from({ length: 60 }, (_, at) => `u${at + 1}`);
const pathways =
  "kind: qualification\nid: q\ntitle: Q\nregulators: none\nlevel: 3\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a] }\n    - { id: O, require: any, units: [b] }\n  pathways: [{ id: p, groups: [M, O] }, { id: r }]\n";
const graded = unit("a").replace("key: state-a }", "key: state-a, grade: Merit }");

test.each([
  ["a unit without level or credit", { "a.yaml": bare }, ["a.yaml"], /^# Bare$/mu],
  ["one unit", { "q.yaml": qualification("a"), "a.yaml": unit("a") }, [], /The unit in “Group M” must be achieved/u],
  [
    "pathways",
    { "q.yaml": pathways, "a.yaml": unit("a"), "b.yaml": unit("b") },
    [],
    /pathway “p” uses “Group M” and “Group O”/u,
  ],
  ["grades", { "q.yaml": qualification("a"), "a.yaml": graded }, [], /Counts towards the grade Merit/u],
  [
    "an entry level",
    { "q.yaml": qualification("a").replace("level: 3", "level: entry-3"), "a.yaml": unit("a") },
    [],
    /Entry Level 3/u,
  ],
  [
    "60 units",
    { "q.yaml": qualification(many.join()), ...Object.fromEntries(many.map((id) => [`${id}.yaml`, unit(id)])) },
    [],
    /Unit 60: Unit u60/u,
  ],
  ["no outcomes", { "a.yaml": "kind: unit\nid: a\ntitle: Bare\nlearningOutcomes: []\n" }, ["a.yaml"], /^# Bare$/mu],
] as const)("papers of %s", (_, files, paths, says) => {
  const cwd = emptyFolder();
  writeInto(cwd, files);
  const { code, stderr } = runQualspec(["build", ...paths, "--force"], { cwd });
  expect(code, stderr).toBe(0);
  const [folder = ""] = readdirSync(join(cwd, "out")).filter((name) => !name.startsWith("."));
  const papers = readdirSync(join(cwd, "out", folder)).map((name) =>
    // What a program knows is for the program.
    readFileSync(join(cwd, "out", folder, name), "utf8").replace(/<script[\s\S]*?<\/script>/gu, ""),
  );
  expect(papers).toHaveLength(4);
  expect(papers.join("\n")).toMatch(says);
  expect(papers.join("\n")).not.toMatch(/undefined|\[object|\bnull\b|uses \.| {2}\.$/u);
});

test.each([
  ["cy", "ltr"],
  ["ar", "rtl"],
])("the language %s runs %s", (language, direction) => {
  const cwd = emptyFolder();
  writeInto(cwd, { "q.yaml": qualification("a", `language: ${language}\n`), "a.yaml": unit("a") });
  expect(runQualspec(["build", "--to", "html", "--force"], { cwd }).code).toBe(0);
  const page = readFileSync(join(cwd, "out", "q", "learner-workbook.html"), "utf8");
  const [tag = ""] = /<html[^>]*>/u.exec(page) ?? [];
  expect(tag).toContain(`lang="${language}"`);
  expect(tag.includes('dir="rtl"')).toBe(direction === "rtl");
});
