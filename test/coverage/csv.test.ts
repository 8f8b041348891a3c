import { expect, test } from "vitest";
import { writeInto } from "../check-folder.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";

test("prints a row for each entry and criterion, and nothing that a spreadsheet would run", () => {
  const cwd = emptyFolder();
  writeInto(cwd, {
    "f.yaml":
      'kind: framework\nid: f\ntitle: F\nversion: "=1"\nnotice: "@Illustrative, for now"\nnodes:\n  - { id: t, type: theme, title: Theme, nodes: [{ id: a, title: "=HYPERLINK(1)" }] }\n  - { id: b, text: "+Two\\n  lines\\n\\nmore" }\n',
    "q.yaml": "kind: qualification\nid: q\ntitle: Q\nrulesOfCombination: { groups: [{ id: M, units: [u] }] }\n",
    "u.yaml":
      'kind: unit\nid: u\ntitle: U\nlearningOutcomes:\n  - { outcome: Know, maps: { f: [a] }, assessmentCriteria: ["-1, \\"quoted\\"", Two] }\n',
    "v.yaml":
      "kind: unit\nid: v\ntitle: V\nlearningOutcomes: [{ outcome: Know, maps: { f: [a] }, assessmentCriteria: [Three] }]\n",
  });
  const { stdout, stderr, code } = runQualspec(["coverage", "--format", "csv", "--min", "60"], { cwd });
  expect(stderr).toMatch(/^`f` is below 60%: 1 of 2 entries$/mu);
  expect(code).toBe(1);
  expect(stdout.startsWith("\uFEFFFramework,Version,")).toBe(true);
  const lines = stdout.slice(1).split("\r\n");
  const start = ["f", "'=1", "", "a", "", "'=HYPERLINK(1)", "t", "covered", "yes"];
  const notice = "'@Illustrative, for now";
  expect(lines.slice(1)).toEqual([
    `f,'=1,,t,theme,Theme,,covered,no,,,,,,"${notice}"`,
    `${start.join()},q,every route,u,1.1,"'-1, ""quoted""","${notice}"`,
    `${start.join()},q,every route,u,1.2,Two,"${notice}"`,
    `${start.join()},,,v,1.1,Three,"${notice}"`,
    `f,'=1,,b,,'+Two lines,,gap,yes,,,,,,"${notice}"`,
    "",
  ]);
});
