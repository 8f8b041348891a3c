import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { documents } from "../../src/documents/index.ts";
import {
  type BuiltPaper,
  buildPapers,
  buildShipped,
  sharedFolder,
  specsFolder,
  starterFolder,
  writeWorkspace,
} from "./build-papers.ts";

const folder = sharedFolder();
afterAll(folder.remove);

const fixture = {
  "units/secret.yaml": `kind: unit
id: secret
title: A unit
level: 2
learningOutcomes:
  - outcome: Know a thing
    key: thing
    assessmentCriteria:
      - criterion: Name the thing
        key: name
        guidance: ZGUIDANCE1 stands **alone**.
      - criterion: Describe the thing
        key: describe
        content: Things.
        task: Write about it.
        guidance: |
          ZGUIDANCE2

          - ZGUIDANCE3
          - ZGUIDANCE4
`,
  "qualifications/secrets.yaml": `kind: qualification
id: secrets
title: Secrets
number: none
status: draft
notice: ZNOTICE is shown.
version: "1"
level: 2
assessment:
  people: { assessor: ZPEOPLE1, internalQualityAssurer: ZPEOPLE2, countersigning: ZPEOPLE3 }
signOff: { reviewer: ZSIGNOFF1, date: 2026-01-05, outcome: ZSIGNOFF2 }
waivers:
  - { rule: unit-used, at: zwaiver, reason: ZWAIVER1 }
rulesOfCombination:
  groups:
    - { id: M, title: Mandatory, require: all, units: [secret] }
`,
  "qualspec.yaml": "format: 1\n",
};

const shipped = buildShipped();
writeWorkspace(join(folder.path, "secrets"), fixture);
const secrets = buildPapers(join(folder.path, "secrets"), join(folder.path, "secret-papers"));
const isFor = (audience: string) => (paper: BuiltPaper) =>
  documents.find(({ id }) => id === paper.document)?.audience === audience;
/** Assessors need all of it there; their other papers are to be filled in. */
const isToJudgeBy = ({ document }: BuiltPaper) => ["assessor-checklist", "unit-guide"].includes(document);

/** The words of a paper or of a text, without markup, marks and white space: what stands in one is found in the other. */
function wordsOf(text: string): string {
  return text
    .replace(/<style>[\s\S]*?<\/style>/u, " ")
    .replace(/<[^>]*>/gu, " ")
    .replace(/&(?:amp|lt|gt|quot);/gu, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

interface Secret {
  readonly path: string;
  readonly sentence: string;
}

/** Every sentence under such keys: what only assessors may read. A few words can stand in any paper. */
function secretsIn(value: unknown, path: string, keys: readonly string[], isSecret = false): readonly Secret[] {
  if (typeof value === "string") {
    const sentences = isSecret ? value.split(/(?<=[.!?;:])\s+|\n/u) : [];
    return sentences.filter((one) => wordsOf(one).split(" ").length > 5).map((sentence) => ({ path, sentence }));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    secretsIn(inner, `${path}.${key}`, keys, isSecret || keys.includes(key)),
  );
}

const sources = [specsFolder, starterFolder].flatMap((workspace) =>
  readdirSync(workspace, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => ({ name, value: parse(readFileSync(join(workspace, name), "utf8")) as unknown })),
);
const secretsUnder = (keys: readonly string[]) => sources.flatMap(({ name, value }) => secretsIn(value, name, keys));
const allSecrets = secretsUnder(["guidance", "people", "signOff", "waivers"]);
/** Who may assess is published; how to judge is not. */
const unpublished = secretsUnder(["guidance", "signOff", "waivers"]);

describe("what is for assessors only", () => {
  test("is found in the specifications", () => {
    expect(allSecrets.length).toBeGreaterThan(200);
  });

  test.each(shipped.filter(isFor("learner")))("does not stand in $name", ({ text }) => {
    const words = wordsOf(text);
    expect(allSecrets.filter(({ sentence }) => words.includes(wordsOf(sentence)))).toEqual([]);
  });

  test.each(secrets.filter(isFor("learner")))("does not stand in $name", ({ text }) => {
    expect(text.match(/Z(?:GUIDANCE|PEOPLE|SIGNOFF|WAIVER)\d?/giu)).toBeNull();
  });

  test.each(shipped.filter(isFor("centre")))("does not stand in $name, which anybody may read", ({ text }) => {
    const words = wordsOf(text);
    expect(unpublished.filter(({ sentence }) => words.includes(wordsOf(sentence)))).toEqual([]);
  });

  test.each(secrets.filter(isFor("centre")))(
    "does not stand in $name, which anybody may read",
    ({ document, text }) => {
      const found = new Set(text.match(/Z(?:GUIDANCE|PEOPLE|SIGNOFF|WAIVER)\d?/giu));
      const people = document === "qualification-specification" ? ["ZPEOPLE1", "ZPEOPLE2", "ZPEOPLE3"] : [];
      expect([...found].sort()).toEqual(people);
    },
  );

  test.each(secrets.filter(isToJudgeBy))("stands in $name where assessors need it", ({ text }) => {
    const found = new Set(text.match(/Z(?:GUIDANCE|PEOPLE|SIGNOFF|WAIVER)\d/giu));
    expect([...found].sort()).toEqual([
      "ZGUIDANCE1",
      "ZGUIDANCE2",
      "ZGUIDANCE3",
      "ZGUIDANCE4",
      "ZPEOPLE1",
      "ZPEOPLE2",
      "ZPEOPLE3",
    ]);
  });
});

const draft = "Draft. Not for use with learners.";
const unregulated = "This is not a regulated qualification.";

/** What each qualification has to say of itself on every page. */
const notices = new Map([
  ["secrets", ["ZNOTICE is shown.", draft, unregulated]],
  ...sources.flatMap(({ value }) => {
    const { kind, id, status, notice = "none", number = "none" } = value as Readonly<Record<string, string>>;
    if (kind !== "qualification" || id === undefined) return [];
    const own = [
      ...(notice === "none" ? [] : [notice]),
      ...(status === "draft" ? [draft] : []),
      ...(number === "none" ? [unregulated] : []),
    ];
    return [[id, own] as const];
  }),
]);

const noticesOf = ({ name }: BuiltPaper) => notices.get(name.split("/")[0] ?? "") ?? [];
const every = [...shipped, ...secrets];

/** Those with a part for each unit; the others are short, or about the whole. */
const isByUnit = ({ document }: BuiltPaper) =>
  [
    "qualification-specification",
    "unit-guide",
    "learner-workbook",
    "assessor-checklist",
    "evidence-matrix",
    "unit-declaration",
  ].includes(document);

describe("a specification that is a draft, illustrative or not regulated says so", () => {
  test("in each of these", () => {
    expect(every.filter((paper) => noticesOf(paper).length === 0).map(({ name }) => name)).toEqual([]);
  });

  test.each(every.filter(({ format }) => format === "html"))(
    "in $name: on the cover, at each unit and at the foot",
    (paper) => {
      const [cover = "", ...units] = paper.text.split('<section class="unit"');
      expect(units.length > 0).toBe(isByUnit(paper));
      const foot = /@bottom-left \{ content: "([^"]*)"/u.exec(paper.text)?.[1] ?? "";
      const printed = foot.replace(/\\([0-9a-f]+) /gu, (_, code: string) =>
        String.fromCodePoint(Number.parseInt(code, 16)),
      );
      for (const notice of noticesOf(paper)) {
        for (const part of [cover.slice(cover.indexOf("<body")), ...units, printed]) {
          expect(wordsOf(part)).toContain(wordsOf(notice));
        }
      }
    },
  );

  test.each(every.filter(({ format }) => format === "md"))("in $name: on the cover and at each unit", (paper) => {
    const units =
      (every.find(({ name }) => name === paper.name.replace(/md$/u, "html"))?.text ?? "").split('<section class="unit"')
        .length - 1;
    for (const notice of noticesOf(paper)) {
      expect(wordsOf(paper.text).split(wordsOf(notice)).length - 1).toBeGreaterThanOrEqual(units + 1);
    }
  });
});
