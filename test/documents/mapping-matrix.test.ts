import { expect, test } from "vitest";
import { makePage } from "../../src/documents/make-page.ts";
import { mappingMatrix } from "../../src/documents/mapping-matrix.ts";
import { markdown } from "../../src/formats/markdown.ts";
import type { PageNode } from "../../src/page/page.ts";
import { elementsOf } from "../../src/page/parse-page.ts";
import { wordsFor } from "../../src/words/words.ts";
import { checkFolder, type Files, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const files: Files = {
  "f.yaml":
    "kind: framework\nid: f\ntitle: Digital framework\nversion: second\nnotice: Unverified for now.\nnodes:\n  - id: t\n    title: Theme\n    nodes:\n      - { id: a, title: Alpha }\n      - { id: b, text: 'Beta, *well*' }\n      - { id: c, title: Gamma }\n  - { id: d, title: Delta, includes: [a] }\n  - { id: e, title: Epsilon, includes: [a] }\n",
  "g.yaml": "kind: framework\nid: g\ntitle: Later framework\nreplaces: f\nnodes: [{ id: a }]\n",
  "q.yaml":
    "kind: qualification\nid: q\ntitle: Q\nlevel: 3\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [u] }\n    - { id: O, require: { units: { min: 1, max: 1 } }, units: [v, w] }\n",
  "u.yaml":
    "kind: unit\nid: u\ntitle: First unit\nlearningOutcomes:\n  - { outcome: Know, assessmentCriteria: [{ criterion: State one, maps: { f: [a, d] } }, State two] }\n",
  "v.yaml":
    "kind: unit\nid: v\ntitle: Second unit\nlearningOutcomes: [{ outcome: Know, maps: { f: [b] }, assessmentCriteria: [State three, State four] }]\n",
  "w.yaml":
    "kind: unit\nid: w\ntitle: Third unit\nlearningOutcomes: [{ outcome: Know, assessmentCriteria: [State five] }]\n",
};

/** The paper of the one qualification of a workspace. */
async function pageOf(more: Files = {}) {
  const folder = emptyFolder();
  writeInto(folder, { ...files, ...more });
  const { corpus } = (await checkFolder(folder)).workspaces[0] ?? {};
  const [qualification] = corpus?.qualifications ?? [];
  if (corpus === undefined || qualification === undefined) throw new Error("no qualification");
  const { frameworks } = corpus;
  const subject = { qualification, units: qualification.units, isPart: false, review: null, frameworks };
  const page = makePage(mappingMatrix, subject, wordsFor({}));
  return { page, text: new TextDecoder().decode(await markdown.encode(page)).replaceAll("\\", "") };
}

test("tells of each part whether it is covered, where, and on which routes", async () => {
  const { text } = await pageOf();
  expect(text).toContain("> Unverified for now.");
  expect(text).toContain("A later version has replaced this one: Later framework.");
  expect(text).toContain("Covered: 3 of 5 parts, 60%; 1 more in part.");
  for (const row of [
    "| Theme | Partly covered · In it: 2 of 3 covered | |",
    "| – Alpha | Covered | First unit: 1.1 | Every route |",
    "| – Beta, *well* | Covered | Second unit: all of this unit | Some routes |",
    "| – Gamma | Not covered | | No route |",
    "| Delta | Covered · Shared with others: 1 of 1 covered | First unit: 1.1 | Every route |",
    "| Epsilon | Partly covered · Shared with others: 1 of 1 covered; nothing is mapped to this part itself | | No route |",
  ])
    expect(text).toContain(row);
});

test("tells of each criterion what it answers to", async () => {
  const { text } = await pageOf();
  for (const row of [
    "| 1.1 | State one | Digital framework, version second: Alpha; Delta |",
    "| 1.2 | State two | Not mapped to a framework |",
    "| 1.2 | State four | Digital framework, version second: Beta, *well* |",
    "| 1.1 | State five | Not mapped to a framework |",
  ])
    expect(text).toContain(row);
});

test("every link leads to a place of the paper", async () => {
  const elements = elementsOf((await pageOf()).page.content as readonly PageNode[]);
  const ids = elements.flatMap(({ attributes }) => attributes["id"] ?? []);
  const links = elements.flatMap(({ attributes }) => attributes["href"] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !ids.includes(link.slice(1)))).toEqual([]);
});

test("says why it cannot be told what is met on which routes", async () => {
  const rules = `${files["q.yaml"]}  barred: [[u, v], [u, w]]\n`;
  const { text } = await pageOf({ "q.yaml": rules });
  expect(text).toContain("It cannot be said what is met on which routes: no combination of units meets the rules.");
  expect(text).toContain("| – Alpha | Covered | First unit: 1.1 | Not known |");
});

test("says of a qualification that answers to no framework that it does not", async () => {
  const { text } = await pageOf({
    "q.yaml": "kind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups: [{ id: M, units: [w] }]\n",
  });
  expect(text).toContain("None of the assessment criteria is mapped to a framework.");
  expect(text).not.toContain("Third unit");
});
