import { describe, expect, test } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { makePage } from "../../src/documents/make-page.ts";
import { paperMap } from "../../src/documents/paper-map.ts";
import { longestTag, tagOf } from "../../src/formats/docx/tag.ts";
import { readField } from "../../src/page/page.ts";
import { elementsOf } from "../../src/page/parse-page.ts";
import { criteriaOf, type PaperMap } from "../../src/record/paper-map.ts";
import { criterionEnds, evidenceParts, learnerParts, unitEnds } from "../../src/record/places.ts";
import { wordsFor } from "../../src/words/words.ts";
import { check } from "../../src/workspace/check.ts";
import { qualification } from "../build/specs.ts";
import { ioIn } from "../check-folder.ts";
import { specsFolder, starterFolder } from "../papers/build-papers.ts";
import { readQualification } from "./read-qualification.ts";

/** The end of a unit's field, as far as papers have them beside those that a record has a place for. */
const otherEnds = [
  /^(?:own-work|ai|ai-use|complete|sampled|criteria)$/u,
  /^(?:sign-off\.)?[a-z]+-(?:name|signature|date)$/u,
  // Tables of forms with a row for each unit.
  /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/u,
];

const papers = (
  await Promise.all(
    [starterFolder, specsFolder].map(async (folder) => {
      const { workspaces } = await check(ioIn(folder), ["."]);
      const all = workspaces.flatMap(({ corpus }) => corpus.qualifications);
      // The largest tells of the others.
      const subjects = all
        .toSorted((a, b) => b.units.length - a.units.length)
        .slice(0, 1)
        .map((one) => ({ qualification: one, units: one.units, isPart: false, review: null }));
      return subjects.flatMap((subject) =>
        documents
          .filter(({ isAboutSpecification }) => isAboutSpecification !== true)
          .map((document) => {
            const { content, paper } = makePage(document, subject, wordsFor({}));
            const fields = elementsOf(content).filter(({ name }) => name === "field");
            return { name: `${subject.qualification.id}/${document.id}`, map: paper, fields: fields.map(readField) };
          })
          .filter(({ fields }) => fields.length > 0),
      );
    }),
  )
).flat();

/** Whether the record has a place for a field, or it is known to have none. */
function isKnown(map: PaperMap, name: string): boolean {
  const unit = map.units.find(({ id }) => name.startsWith(`${id}..`));
  if (unit !== undefined) {
    const end = name.slice(unit.id.length + 2);
    return ["decision", ...unitEnds.map(([one]) => one)].includes(end) || otherEnds.some((one) => one.test(end));
  }
  const criterionOf = criteriaOf(map).find(
    ({ field }) => name.startsWith(`${field}.`) && !name.slice(field.length + 1).includes("."),
  );
  if (criterionOf !== undefined) {
    const end = name.slice(criterionOf.field.length + 1);
    return ["a", "e", "r", ...criterionEnds.map(([one]) => one)].includes(end);
  }
  // What begins with a unit's id and is neither is about a criterion that the map does not have.
  return !map.units.some(({ id }) => name.startsWith(`${id}.`));
}

test("there are papers of every sort", () => {
  expect(papers.length).toBeGreaterThan(25);
});

describe.each(papers)("the fields of $name", ({ map, fields }) => {
  const names = fields.map(({ name }) => name);

  test("that concern a criterion or a unit are known to its map", () => {
    expect(names.filter((name) => !isKnown(map, name))).toEqual([]);
  });

  test("that say whose the paper is are those that a record reads", () => {
    const parts = names.flatMap((name) => /^(?:me|people)\.(?:name|number|centre)$/u.exec(name)?.[0] ?? []);
    expect(parts.filter((name) => !learnerParts.some((part) => name === `${map.person}.${part}`))).toEqual([]);
  });

  test("that list evidence are whole rows", () => {
    const log = names.filter((name) => name.startsWith("log."));
    const rows = new Set(log.map((name) => name.split(".")[1]));
    const expected = [...rows].flatMap((row) => [...evidenceParts, "criteria"].map((part) => `log.${row}.${part}`));
    expect(log.toSorted()).toEqual(expected.toSorted());
  });

  test("that are decisions offer the words of the map", () => {
    const ofCriteria = new Set(criteriaOf(map).map(({ field }) => `${field}.r`));
    for (const { name, options } of fields) {
      if (ofCriteria.has(name)) expect(options).toEqual([map.choices.met, map.choices["not-yet"]]);
      if (name.endsWith("..decision")) expect(options).toEqual([map.choices.achieved, map.choices["further-work"]]);
    }
  });

  test("have names of their own, which Word can take", () => {
    const tags = names.map(tagOf);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(tags).size).toBe(tags.length);
    expect(tags.filter((tag) => tag.length > longestTag)).toEqual([]);
    expect(names.filter((name, at) => name.length <= longestTag && tags[at] !== name)).toEqual([]);
  });
});

test("names that are too long end in a hash of the whole", () => {
  const [one, other] = ["a", "b"].map((last) => tagOf(`${"unit-".repeat(12)}.${"key-".repeat(8)}${last}.a`));
  expect([one?.length, other?.length]).toEqual([longestTag, longestTag]);
  expect(one).not.toBe(other);
});

describe("the mark of a wording", () => {
  const parts = {
    criterion: "State what yeast does",
    range: "{ require: { atLeast: 1 }, items: [fresh, dried] }",
    content: "On yeast.",
    task: "Write a page.",
    evidence: "{ minimum: One loaf., methods: [observation] }",
    key: "yeast",
    kind: "knowledge",
    guidance: "Ask why.",
    observation: "{ occasions: 1 }",
    simulation: "allowed",
    exception: "None.",
    grade: "pass",
  };

  async function markOf(change: Partial<typeof parts>, outcome = "Know yeast", id = "a"): Promise<string | undefined> {
    const written = Object.entries({ ...parts, ...change }).map(([name, value]) => `          ${name}: ${value}\n`);
    const unit = [
      `kind: unit\nid: ${id}\ntitle: A\nlevel: 2\ncredit: 2\nguidedLearningHours: 10\ntotalUnitTime: 20\n`,
      `learningOutcomes:\n  - outcome: ${outcome}\n    assessmentCriteria:\n      -\n`,
      ...written,
    ].join("");
    const found = await readQualification({ "q.yaml": qualification(id), [`${id}.yaml`]: unit });
    const subject = { qualification: found, units: found.units, isPart: false, review: null };
    return criteriaOf(paperMap("learner-workbook", subject, wordsFor({})))[0]?.hash;
  }

  test.each([
    ["text", { criterion: "State what salt does" }],
    ["range", { range: "{ require: { atLeast: 2 }, items: [fresh, dried] }" }],
    ["an item of the range", { range: "{ require: { atLeast: 1 }, items: [fresh, sour] }" }],
    ["content", { content: "On salt." }],
    ["task", { task: "Write two pages." }],
    ["evidence rule", { evidence: "{ minimum: Two loaves., methods: [observation] }" }],
  ] as const)("changes with the %s", async (_, change) => {
    expect(await markOf(change)).toMatch(/^[0-9a-f]{8}$/u);
    expect(await markOf(change)).not.toBe(await markOf({}));
  });

  test.each([
    ["key", { key: "leaven" }],
    ["kind", { kind: "skill" }],
    ["guidance", { guidance: "Ask when." }],
    ["methods", { evidence: "{ minimum: One loaf., methods: [work-product] }" }],
    ["observation", { observation: "{ occasions: 2 }" }],
    ["simulation", { simulation: "forbidden" }],
    ["exception", { exception: "Allergies." }],
    ["grade", { grade: "merit" }],
  ] as const)("stays with another %s", async (_, change) => {
    expect(await markOf(change)).toBe(await markOf({}));
  });

  test("stays with another outcome and another unit around it", async () => {
    expect(await markOf({}, "Understand yeast")).toBe(await markOf({}));
    expect(await markOf({}, "Know yeast", "b")).toBe(await markOf({}));
  });

  test("does not mistake a part for another", async () => {
    const swapped = { content: parts.task, task: parts.content };
    expect(await markOf(swapped)).not.toBe(await markOf({}));
  });
});
