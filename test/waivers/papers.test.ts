import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { runCommandLine } from "../../src/commands/command-line.ts";
import { ioIn, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const unit = `kind: unit
id: a
title: A
level: 2
credit: none
guidedLearningHours: 10
aim: Learners find out.
assessment: { methods: [product] }
learningOutcomes:
  - outcome: Know A
    assessmentCriteria: [State A]
`;
const qualification = `kind: qualification
id: q
title: Q
regulators: none
level: 2
rulesOfCombination:
  groups:
    - { id: M, title: Units, require: all, units: [a] }
`;
const waivers = "waivers:\n  - { rule: unit-facts-stated, at: a, reason: ZAGREEDZ, until: 2026-12-31 }\n";

/** Makes the papers on a day. @returns how it ended, and what they say by their path */
async function build(text: string, today: string, ...more: readonly string[]) {
  const folder = emptyFolder();
  writeInto(folder, { "q.yaml": text, "a.yaml": unit });
  let printed = "";
  const output = { isTerminal: false, columns: 80, write: (one: string) => (printed += one) };
  const io: Io = { ...ioIn(folder), today: () => today, out: output, err: output };
  const code = await runCommandLine(["build", ...more], io, "0.0.0");
  const out = join(folder, "out");
  const names = code === 0 ? readdirSync(out, { recursive: true, encoding: "utf8" }) : [];
  const papers = names
    .filter((name) => /\.(?:md|html)$/u.test(name))
    .map((name) => [name, readFileSync(join(out, name), "utf8")] as const);
  return { code, printed, papers: Object.fromEntries(papers) };
}

test("a waived error does not stop a build, and stops it again after its last day", async () => {
  expect((await build(qualification, "2026-04-01")).code).toBe(1);
  expect((await build(qualification + waivers, "2026-12-31")).code).toBe(0);
  expect((await build(qualification + waivers, "2027-01-01")).code).toBe(1);
  expect((await build(qualification + waivers, "2027-01-01", "--today", "2026-12-31")).code).toBe(0);
});

test("papers are the same whatever day it is", async () => {
  for (const document of ["learner-workbook", "conformance-report"]) {
    const args = ["--document", document, "--to", "md", "--force"];
    const [before, after] = [
      await build(qualification + waivers, "2026-12-31", ...args),
      await build(qualification + waivers, "2027-01-01", ...args),
    ];
    expect(Object.keys(before.papers)).not.toEqual([]);
    expect(after.papers).toEqual(before.papers);
    expect(Object.values(before.papers).join("").includes("ZAGREEDZ")).toBe(document === "conformance-report");
  }
});
