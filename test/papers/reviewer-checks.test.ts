import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type BuiltPaper, buildShipped, specsFolder, starterFolder } from "./build-papers.ts";

/** The rows of the reviewer's table that speak of papers, over every document of every specification that is shipped. */

const papers = buildShipped();
const workbooks = papers.filter(({ document }) => document === "learner-workbook");
const checklists = papers.filter(({ document }) => document === "assessor-checklist");

interface Source {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly version?: string;
  readonly assessment?: { readonly requirements?: string };
  readonly learningOutcomes?: readonly unknown[];
  readonly units?: readonly Source[];
  readonly rulesOfCombination?: { readonly groups?: readonly { readonly units?: readonly string[] }[] };
}

const sources = [specsFolder, starterFolder].flatMap((workspace) =>
  readdirSync(workspace, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => parse(readFileSync(join(workspace, name), "utf8")) as Source),
);
const qualifications = new Map(sources.filter(({ kind }) => kind === "qualification").map((one) => [one.id, one]));
const units = new Map(sources.flatMap((one) => [one, ...(one.units ?? [])]).map((one) => [one.id, one]));

function qualificationOf({ name }: BuiltPaper): Source {
  const found = qualifications.get(name.split("/")[0] ?? "");
  if (found === undefined) throw new Error(`no qualification of ${name}`);
  return found;
}

function unitsOf(paper: BuiltPaper): readonly Source[] {
  const { rulesOfCombination, units: inline = [] } = qualificationOf(paper);
  const ids = (rulesOfCombination?.groups ?? []).flatMap((group) => group.units ?? []);
  return rulesOfCombination === undefined ? inline : ids.flatMap((id) => units.get(id) ?? []);
}

/** Words as they are read, whatever the markup. */
function wordsOf(text: string): string {
  return text
    .replace(/<style>[\s\S]*?<\/style>/u, " ")
    .replace(/<[^>]*>/gu, " ")
    .replace(/&(?:amp|lt|gt|quot|#\w+);/gu, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

test("every document of every shipped qualification is looked at", () => {
  expect(new Set(papers.map((paper) => qualificationOf(paper).id))).toEqual(new Set(qualifications.keys()));
  expect(workbooks.length).toBeGreaterThanOrEqual(2 * qualifications.size);
  expect(checklists.length).toBe(workbooks.length);
});

describe("Q009: the title is the same in every paper", () => {
  test.each(papers)("$name", (paper) => {
    const { title } = qualificationOf(paper);
    const heading =
      paper.format === "html"
        ? /<h1[^>]*>([\s\S]*?)<\/h1>/u.exec(paper.text)?.[1]
        : /^# (.+)$/mu.exec(paper.text)?.[1]?.replace(/\\(?=\W)/gu, "");
    expect(heading?.trim()).toBe(title);
    // Nowhere a title that begins so and goes on in another way.
    const [level = ""] = /^.*?Level \d+/u.exec(title) ?? [];
    const others = wordsOf(paper.text).split(wordsOf(level)).slice(1);
    const rest = wordsOf(title.slice(level.length));
    expect(others.filter((words) => !words.trim().startsWith(rest))).toEqual([]);
  });

  test.each(papers.filter(({ format }) => format === "html"))("$name, for the window and at the foot", (paper) => {
    const { title } = qualificationOf(paper);
    expect(/<title>([^<]*)<\/title>/u.exec(paper.text)?.[1]).toContain(title);
    expect(/@bottom-left \{ content: "([^"]*)"/u.exec(paper.text)?.[1]).toContain(title);
  });
});

describe("A035: the workbook authenticates the learner's work", () => {
  test.each(workbooks)("$name", (paper) => {
    const words = wordsOf(paper.text);
    // Once for each unit, and once for the whole.
    expect(words.split("i declare that the work").length - 1).toBeGreaterThanOrEqual(unitsOf(paper).length);
    expect(words.split("where i used artificial intelligence and for what").length - 1).toBe(unitsOf(paper).length);
    expect(["learner name", "learner number", "centre"].filter((identity) => !words.includes(identity))).toEqual([]);
  });
});

describe("A037: rules on quantity and type of evidence stand in the workbook and on the checklist", () => {
  test.each([...workbooks, ...checklists])("$name", (paper) => {
    const words = wordsOf(paper.text);
    const rules = unitsOf(paper).flatMap((unit) => [
      ...minimaIn(unit.learningOutcomes),
      ...(unit.assessment?.requirements ?? "none").replace(/^none$/u, "").split(/(?<=\.)\s+/u),
    ]);
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((rule) => !words.includes(wordsOf(rule)))).toEqual([]);
  });
});

function minimaIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "minimum" && typeof inner === "string" ? [inner] : minimaIn(inner),
  );
}

describe("S039: who decides, countersigns and samples signs on the checklist", () => {
  test.each(checklists)("$name", (paper) => {
    const words = wordsOf(paper.text);
    const signed = ["assessor", "countersigning assessor", "internal quality assurer"];
    // Once for each unit, and once for the whole.
    const tables = words.split("signatures role name signature date assessor").slice(1);
    expect(tables.length).toBeGreaterThan(unitsOf(paper).length);
    const unsigned = tables.flatMap((table) =>
      signed.filter((role) => !`assessor${table}`.slice(0, 400).includes(role)),
    );
    expect(unsigned).toEqual([]);
  });
});

describe("S039: nobody quality assures own decisions, and witnesses are known", () => {
  const plain = papers.filter(({ format }) => format === "html");
  const made = (document: string) => plain.filter((paper) => paper.document === document);

  test.each([
    ["the sampling plan states it", "iqa-sampling-plan", ["nobody samples decisions of their own"]],
    ["and names who assessed in each sample", "iqa-sampling-plan", ["internal quality assurer", "how it is sampled"]],
    ["testimony is by a witness on the list", "witness-testimony", ["the witness stands on the witness status list"]],
    [
      "the list says who each witness is",
      "witness-status-list",
      [
        "list every person who gives testimony before it is used",
        "relationship to the learner",
        "signature and initials",
      ],
    ],
  ])("%s", (_, document, stated) => {
    const all = made(document);
    expect(new Set(all.map((paper) => qualificationOf(paper).id))).toEqual(new Set(qualifications.keys()));
    for (const paper of all) {
      const words = wordsOf(paper.text);
      expect(stated.filter((one) => !words.includes(one))).toEqual([]);
    }
  });
});

describe("S040: a paper carries no logo, and states version, date and language", () => {
  test.each(papers)("$name", (paper) => {
    const { version } = qualificationOf(paper);
    // What a program holds is code.
    const page = paper.text.replace(/<script[\s\S]*?<\/script>/gu, "");
    expect(page.match(/<img|<svg|<picture|<object|data:image|url\(|!\[/giu)).toBeNull();
    const words = wordsOf(paper.text);
    expect(words.includes(`version ${wordsOf(version ?? "")}`)).toBe(true);
    expect(/issued \d+ \p{L}+ \d{4}/u.test(words)).toBe(true);
    expect(words.includes("assessment languages english")).toBe(true);
  });

  test.each(papers.filter(({ format }) => format === "html"))("$name, on every page", (paper) => {
    const foot = /@bottom-left \{ content: "([^"]*)"/u.exec(paper.text)?.[1];
    expect(foot).toContain(`version ${qualificationOf(paper).version}`);
  });

  test.each(workbooks)("$name names no regulator's mark", (paper) => {
    expect(paper.text.match(/regulated by|logo/giu)).toBeNull();
  });
});
