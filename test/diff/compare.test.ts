import { describe, expect, test } from "vitest";
import type { Change } from "../../src/diff/change.ts";
import { compare } from "../../src/diff/compare.ts";
import { overviewOf } from "../../src/diff/overview.ts";
import type { InlineUnitShape, QualificationShape } from "../../src/schema/shapes.ts";
import { wordsFor } from "../../src/words/words.ts";
import { baking, bread, sideOf, unitSide, withCriteria, withFirst } from "./sides.ts";

/** "criterion 1.1 text reworded learners": a change on one line. */
function brief({ of, number, aspect, change, effect, class: touched }: Change): string {
  return [of, number, aspect, change, effect, touched].filter((part) => part !== null).join(" ");
}

function unitChanges(after: InlineUnitShape, before = bread): readonly string[] {
  return compare(unitSide(before), unitSide(after)).changes.map(brief);
}

describe("what changes in a unit, and whom it touches", () => {
  const range = { require: { atLeast: 2 }, items: ["wheat", "rye", "spelt"] } as const;
  test.each<[about: string, after: InlineUnitShape, expected: readonly string[]]>([
    ["nothing", { ...bread }, []],
    [
      "another verb",
      withFirst({ criterion: "Describe what gluten does in strong flour" }),
      ["criterion 1.1 text reworded learners"],
    ],
    [
      "an article",
      withFirst({ criterion: "Explain what the gluten does in strong flour" }),
      ["criterion 1.1 text reworded editorial"],
    ],
    [
      "emphasis and a stop",
      withFirst({ criterion: "Explain what *gluten* does in strong flour." }),
      ["criterion 1.1 text reworded editorial"],
    ],
    [
      "a negation",
      withFirst({ criterion: "Explain what gluten does not do in strong flour" }),
      ["criterion 1.1 text reworded learners"],
    ],
    [
      "one letter that turns the sense",
      withFirst({ criterion: "Explain what gluten does in strong floor" }),
      ["criterion 1.1 text reworded learners"],
    ],
    [
      "more of a range",
      withFirst({ range: { ...range, require: "all" } }),
      ["criterion 1.1 range changed tightened learners"],
    ],
    [
      "less of a range",
      withFirst({ range: { ...range, require: "any" } }),
      ["criterion 1.1 range changed loosened assessors"],
    ],
    [
      "one more item to choose from",
      withFirst({ range: { ...range, items: [...range.items, "oats"] } }),
      ["criterion 1.1 range changed loosened assessors"],
    ],
    [
      "one more item of all",
      withFirst({ range: { require: "all", items: [...range.items, "oats"] } }),
      ["criterion 1.1 range changed tightened learners"],
    ],
    [
      "an item in place of another",
      withFirst({ range: { ...range, items: ["wheat", "rye", "oats"] } }),
      ["criterion 1.1 range changed learners"],
    ],
    [
      "an illustrative range",
      withFirst({ range: { ...range, require: "illustrative" } }),
      ["criterion 1.1 range changed loosened assessors"],
    ],
    ["the task", withFirst({ task: "Make a poster on gluten." }), ["criterion 1.1 task reworded learners"]],
    [
      "guidance and content",
      withFirst({ guidance: "Look for strength.", content: "Starch." }),
      ["criterion 1.1 content reworded assessors", "criterion 1.1 guidance reworded assessors"],
    ],
    [
      "the least of evidence",
      withFirst({ evidence: { minimum: "Two pages." } }),
      ["criterion 1.1 evidence reworded learners"],
    ],
    ["another key", withFirst({ key: "proteins" }), ["criterion 1.1 key changed learners"]],
    [
      "simulation for all",
      { ...bread, assessment: { ...bread.assessment, simulation: "forbidden" } },
      ["unit simulation changed tightened learners"],
    ],
    [
      "simulation for one",
      withFirst({ simulation: "forbidden" }),
      ["criterion 1.1 simulation changed tightened learners"],
    ],
    [
      "one more observation, of what is performed",
      { ...bread, assessment: { ...bread.assessment, observation: { occasions: 2, setting: "workplace" } } },
      ["unit observation changed tightened learners"],
    ],
    [
      "a method less",
      { ...bread, assessment: { ...bread.assessment, methods: ["product"] } },
      ["unit methods changed tightened learners"],
    ],
    [
      "a method more",
      { ...bread, assessment: { ...bread.assessment, methods: ["observation", "product", "questioning"] } },
      ["unit methods changed loosened assessors"],
    ],
    [
      "level, credit and hours",
      { ...bread, level: 3, credit: 5, guidedLearningHours: 25, totalUnitTime: 50 },
      [
        "unit level changed certification",
        "unit credit changed certification",
        "unit guidedLearningHours changed certification",
        "unit totalUnitTime changed certification",
      ],
    ],
    [
      "title and aim",
      { ...bread, title: "Bread and rolls", aim: "Learners bake." },
      ["unit title reworded certification", "unit aim reworded editorial"],
    ],
    [
      "requirements",
      { ...bread, assessment: { ...bread.assessment, requirements: "Evidence comes from three shifts." } },
      ["unit requirements reworded learners"],
    ],
    ["another id", { ...bread, id: "loaves" }, ["unit id changed learners"]],
    [
      "a key that is gone among others",
      withCriteria(0, (all) => all.map(({ key, ...one }) => (key === "yeast" ? one : { key: key ?? "", ...one }))),
      ["criterion 1.2 key changed learners"],
    ],
    [
      "a criterion more",
      withCriteria(0, ([first, ...rest]) => [
        ...(first === undefined ? [] : [first]),
        { criterion: "Weigh salt on a calibrated scale", key: "salt" },
        ...rest,
      ]),
      ["criterion 1.2 itself added learners", "criterion 1.3 itself renumbered assessors"],
    ],
    [
      "a criterion less",
      withCriteria(0, (all) => all.slice(1)),
      ["criterion 1.1 itself removed learners", "criterion 1.1 itself renumbered assessors"],
    ],
    [
      "another criterion under the same key",
      withFirst({ criterion: "Clean a mixer after use" }),
      ["criterion 1.1 text reworded learners"],
    ],
  ])("%s", (_, after, expected) => {
    expect(unitChanges(after)).toEqual(expected);
  });

  test("an outcome that is worded anew touches assessors, and one that goes takes its criteria along", () => {
    const [first, second] = bread.learningOutcomes;
    if (first === undefined || second === undefined) throw new Error("two outcomes");
    expect(
      unitChanges({ ...bread, learningOutcomes: [{ ...first, outcome: "Know how bread dough behaves" }, second] }),
    ).toEqual(["outcome 1 text reworded assessors"]);
    expect(unitChanges({ ...bread, learningOutcomes: [first] })).toEqual([
      "outcome 2 itself removed learners",
      "criterion 2.1 itself removed learners",
      "criterion 2.2 itself removed learners",
    ]);
  });

  test("a criterion goes to another outcome", () => {
    const [first, second] = bread.learningOutcomes;
    const yeast = first?.assessmentCriteria?.[1];
    if (first === undefined || second === undefined || yeast === undefined) throw new Error("two outcomes");
    const after = [
      { ...first, assessmentCriteria: (first.assessmentCriteria ?? []).slice(0, 1) },
      { ...second, assessmentCriteria: [...(second.assessmentCriteria ?? []), yeast] },
    ];
    const { changes } = compare(unitSide(bread), unitSide({ ...bread, learningOutcomes: after }));
    // Where it stands now, it is a skill, and skills are observed.
    expect(changes.map(brief)).toEqual([
      "criterion 2.3 itself moved assessors",
      "criterion 2.3 kind changed learners",
      "criterion 2.3 observation changed tightened learners",
    ]);
    expect(changes[0]).toMatchObject({ before: "1.2", after: "2.3", key: "yeast" });
  });

  test("a criterion goes to another unit, with another wording", () => {
    const other: InlineUnitShape = {
      id: "rolls",
      title: "Rolls",
      learningOutcomes: [{ outcome: "Know rolls", assessmentCriteria: ["Glaze a roll"] }],
    };
    const grown: InlineUnitShape = {
      ...other,
      learningOutcomes: [
        {
          outcome: "Know rolls",
          assessmentCriteria: ["Glaze a roll", "Describe three ways to keep fresh yeast alive"],
        },
      ],
    };
    const { changes } = compare(
      unitSide(bread, other),
      unitSide(
        withCriteria(0, (all) => all.slice(0, 1)),
        grown,
      ),
    );
    expect(changes.map(brief)).toEqual(["criterion 1.2 itself moved learners", "criterion 1.2 text reworded learners"]);
    expect(changes[0]).toMatchObject({ unit: "rolls", before: "bread 1.2", after: "rolls 1.2" });
  });
});

test("a wording that is quite another under the same key is told with a warning", () => {
  const note = (criterion: string) => compare(unitSide(bread), unitSide(withFirst({ criterion }))).changes[0]?.note;
  expect(note("Clean a mixer after use")).toMatch(/^Quite another wording under the same key gluten;/u);
  expect(note("Describe what gluten does in flour")).toBeNull();
});

test("a unit that goes touches learners, unless it is known that no qualification has it", () => {
  const nothing = { qualifications: [], units: [], frameworks: [] };
  expect(compare(unitSide(bread), nothing).changes.map(brief)).toContain("unit itself removed learners");
  const { qualifications } = sideOf({ ...baking, units: [] });
  const alone = { ...unitSide(bread), qualifications };
  expect(compare(alone, { ...nothing, qualifications }).changes.map(brief)).toContain("unit itself removed editorial");
});

test("first keys are told once, and touch nobody", () => {
  const bare = {
    ...bread,
    learningOutcomes: bread.learningOutcomes.map(({ key: _, ...one }) => ({
      ...one,
      assessmentCriteria: (one.assessmentCriteria ?? []).map((own) =>
        typeof own === "string" ? own : { ...own, key: undefined },
      ),
    })),
  };
  const before = JSON.parse(JSON.stringify(bare)) as InlineUnitShape;
  expect(unitChanges(bread, before)).toEqual(["unit keys changed editorial"]);
  expect(unitChanges(before)).toEqual(["unit keys changed learners"]);
});

describe("what is saved without a key goes by its number", () => {
  const draft = (...assessmentCriteria: readonly (string | { criterion: string; key: string })[]): InlineUnitShape => ({
    id: "bread",
    title: "Bread",
    learningOutcomes: [{ outcome: "Know how dough behaves", assessmentCriteria }],
  });
  const [gluten, yeast] = ["Explain what gluten does in strong flour", "Describe two ways to keep fresh yeast alive"];
  const keyed = (criterion: string, key: string) => ({ criterion, key });
  test.each<[about: string, before: InlineUnitShape, after: InlineUnitShape, expected: readonly string[]]>([
    [
      "another order",
      draft(gluten, yeast),
      draft(yeast, gluten),
      ["criterion 1.1 itself renumbered learners", "criterion 1.2 itself renumbered learners"],
    ],
    [
      "another order, with keys",
      draft(keyed(gluten, "a"), keyed(yeast, "b")),
      draft(keyed(yeast, "b"), keyed(gluten, "a")),
      ["criterion 1.1 itself renumbered assessors", "criterion 1.2 itself renumbered assessors"],
    ],
    [
      "a first key, by which the same wording is known again",
      draft(gluten, yeast),
      draft(keyed(gluten, "a"), yeast),
      ["unit keys changed editorial"],
    ],
    [
      "a first key and another wording, though it asks for the same",
      draft(gluten, yeast),
      draft(keyed(`${gluten}.`, "a"), yeast),
      ["unit keys changed editorial", "criterion 1.1 text reworded learners"],
    ],
    [
      "one more key",
      draft(keyed(gluten, "a"), yeast),
      draft(keyed(gluten, "a"), keyed(yeast, "b")),
      ["criterion 1.2 key changed editorial"],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(unitChanges(after, before)).toEqual(expected);
  });
});

test("another name says in a clause why it is felt", () => {
  const notes = (after: InlineUnitShape) => compare(unitSide(bread), unitSide(after)).changes.map(({ note }) => note);
  expect(notes({ ...bread, id: "loaves" })).toEqual(["Work that is saved already is kept under the former id"]);
  expect(notes(withFirst({ key: "proteins" }))).toEqual(["Work that is saved already is kept under the former key"]);
});

test("a key that was retired and is used again is told, whoever took it off the list", () => {
  const before = { ...bread, retired: ["knead-by-hand"] };
  const after = withCriteria(1, (all) => all.map((one, at) => (at === 0 ? { ...one, key: "knead-by-hand" } : one)));
  expect(unitChanges(after, before)).toContain("unit retired changed learners");
});

describe("what changes in a qualification", () => {
  const changes = (after: QualificationShape, before = baking) =>
    compare(sideOf(before), sideOf(after)).changes.map(brief);
  const rules = baking.rulesOfCombination ?? {};
  const [mandatory, optional] = rules.groups ?? [];
  if (mandatory === undefined || optional === undefined) throw new Error("two groups");
  const grouped = (change: Partial<typeof optional>): QualificationShape => ({
    ...baking,
    rulesOfCombination: { ...rules, groups: [mandatory, { ...optional, ...change }] },
  });

  test.each<[about: string, after: QualificationShape, expected: readonly string[]]>([
    [
      "its version, its issue and its list of changes alone",
      { ...baking, version: "2.0", issued: "2026-05-01", changes: [] },
      [],
    ],
    [
      "hours, credit and title",
      { ...baking, totalQualificationTime: 110, credit: 11, title: "Example Awards Level 2 Certificate in Bread" },
      [
        "qualification title reworded certification",
        "qualification credit changed certification",
        "qualification totalQualificationTime changed certification",
      ],
    ],
    [
      "its end",
      { ...baking, dates: { certificationEnd: "2028-01-31" } },
      ["qualification certificationEnd changed tightened learners"],
    ],
    ["its id", { ...baking, id: "bakers" }, ["qualification id changed learners"]],
    [
      "how it is assessed",
      { ...baking, assessment: { ...baking.assessment, methods: ["Written Examination"] } },
      ["qualification methods changed learners"],
    ],
    [
      "a first language of assessment",
      { ...baking, assessment: { ...baking.assessment, languages: ["en"] } },
      ["qualification languages changed loosened certification"],
    ],
    ["progression", { ...baking, progression: "On to work." }, ["qualification progression reworded editorial"]],
    [
      "who assesses",
      { ...baking, assessment: { ...baking.assessment, people: { assessor: "Knows baking and bakers." } } },
      ["qualification people reworded assessors"],
    ],
    ["a group's title", grouped({ title: "Choices" }), ["group title changed editorial"]],
    [
      "a unit that is no longer offered",
      grouped({ units: ["cakes", "pastry"] }),
      ["group units changed tightened learners", "route itself removed learners"],
    ],
    [
      "less credit",
      grouped({ require: { credit: { min: 3 } } }),
      ["group require changed loosened certification", "route itself added certification"],
    ],
    [
      "more credit",
      grouped({ require: { credit: { min: 9 } } }),
      ["group require changed tightened learners", "route itself removed learners"],
    ],
    [
      "a bound that changes nothing",
      { ...baking, rulesOfCombination: { ...rules, constraints: [{ units: { max: 3 } }, { credit: { min: 4 } }] } },
      ["constraint itself added certification"],
    ],
    [
      "nothing barred",
      { ...baking, rulesOfCombination: { ...rules, barred: [] } },
      ["barred itself removed certification", "route itself added certification"],
    ],
  ])("%s", (_, after, expected) => {
    expect(changes(after)).toEqual(expected);
  });

  test("units that have another id lose no route", () => {
    const rename = (text: string) => text.replace(/"cakes"/gu, '"sponges"');
    const after = JSON.parse(rename(JSON.stringify(baking))) as QualificationShape;
    expect(changes(after)).toEqual(["unit id changed learners"]);
  });

  test("an end that is put off takes nothing from learners, and one that comes sooner does", () => {
    const ending = (certificationEnd: string) => ({ ...baking, dates: { certificationEnd } });
    expect(changes(ending("2028-07-31"), ending("2028-01-31"))).toEqual([
      "qualification certificationEnd changed loosened certification",
    ]);
    expect(changes(ending("2027-07-31"), ending("2028-01-31"))).toEqual([
      "qualification certificationEnd changed tightened learners",
    ]);
  });

  test("a language that is no longer offered was somebody's", () => {
    const offered = (...languages: readonly string[]) => ({
      ...baking,
      assessment: { ...baking.assessment, languages },
    });
    expect(changes(offered("en"), offered("en", "cy"))).toEqual(["qualification languages changed tightened learners"]);
  });

  test("the only one on each side is the same under another id, unless nothing is", () => {
    const other = { ...baking, id: "bakery", title: "Example Awards Level 2 Certificate in Baking and Pastry" };
    expect(changes(other)).toContain("qualification id changed learners");
    const unrelated = { ...baking, id: "welding", title: "Welding", units: [], rulesOfCombination: {} };
    expect(changes(unrelated).filter((one) => one.startsWith("qualification"))).toEqual([
      "qualification itself added certification",
      "qualification itself removed learners",
    ]);
  });

  test("units may leave the file of their qualification for their own", () => {
    const apart = sideOf(baking);
    expect(compare(sideOf(baking), { ...apart, units: [...apart.units].reverse() }).changes).toEqual([]);
  });
});

test("a lost route has an example, and says what is missing", () => {
  const [mandatory, optional] = baking.rulesOfCombination?.groups ?? [];
  if (mandatory === undefined || optional === undefined) throw new Error("two groups");
  const after = {
    ...baking,
    rulesOfCombination: {
      ...baking.rulesOfCombination,
      groups: [mandatory, { ...optional, require: { credit: { min: 9 } } }],
    },
  };
  const lost = compare(sideOf(baking), sideOf(after)).changes.find(({ of }) => of === "route");
  expect(lost).toMatchObject({
    before: "bread, pastry",
    note: "2 choices that were valid no longer are, such as this one; 1 unit would complete it: sugar",
  });
});

test("every change can be told, in words", () => {
  const words = wordsFor({});
  const everything: QualificationShape = JSON.parse(
    JSON.stringify(baking)
      .replace(
        /"(title|aim|task|content|guidance|minimum|meaning|requirements|progression|assessor|knowledge)":"[^"]*"/gu,
        '"$1":"Quite another text"',
      )
      .replace(/"credit":\d+/gu, '"credit":7'),
  ) as QualificationShape;
  const comparison = compare(sideOf(baking), sideOf(everything));
  expect(comparison.changes.length).toBeGreaterThan(15);
  expect(() => overviewOf(comparison, words)).not.toThrow();
});
