import { expect, test } from "vitest";
import { practiceRules } from "../../../src/rules/practice/index.ts";
import { brief, checkFolder, writeInto } from "../../check-folder.ts";
import { emptyFolder } from "../../run-qualspec.ts";
import { findInUnits } from "./find-in-units.ts";

const ids = practiceRules.map(({ id }) => id);

function unitOf(criteria: readonly string[], more = "", id = "a"): string {
  const list = criteria.map((criterion) => `      - ${criterion}\n`).join("");
  return `kind: unit\nid: ${id}\ntitle: Unit ${id}\nlevel: 1\n${more}learningOutcomes:\n  - outcome: Understand the subject\n    assessmentCriteria:\n${list}`;
}

const rulesOf = (texts: readonly string[], config = {}) => findInUnits(texts, config).map(({ rule }) => rule);

const poor = [
  "Understand plants, prior to use",
  "Describe and evaluate PPE",
  "Critically evaluate suitable tools, etc.",
  "Carry out a risk assessment",
  "Carry out the risk assessment",
  "Desribe bread",
  "Describe grains such as wheat, rye and oats",
  "Describe the parts that are shown overleaf",
];

test("units in other languages are not judged", () => {
  expect(new Set(rulesOf([unitOf(poor)])).size).toBe(ids.length);
  expect(rulesOf([unitOf(poor, "language: cy\n")])).toEqual([]);
  expect(rulesOf([unitOf(poor, "language: en-IE\n")])).not.toEqual([]);
});

test("criteria that go on from their outcome are no sentences of their own", () => {
  const unit = unitOf(["the parts of a cell", "how plants make food"]);
  expect(rulesOf([unit.replace("Understand the subject", '"Be able to describe:"')])).toEqual([]);
  expect(rulesOf([unit.replace("Understand the subject", "Be able to show how to")])).toEqual([]);
});

test("the house's own levels of verbs take the place of ours", () => {
  const evaluate = unitOf(["Evaluate own work"]);
  expect(rulesOf([evaluate])).toEqual(["verb-fits-level"]);
  expect(rulesOf([evaluate], { vocabulary: { verbs: { Evaluate: { from: 1 } } } })).toEqual([]);
  const label = unitOf(["Label a diagram of a cell"]);
  expect(rulesOf([label], { vocabulary: { verbs: { label: { to: "entry-3" } } } })).toEqual(["verb-fits-level"]);
});

test("a criterion of a higher grade may ask for more than the level", () => {
  const graded = (grade: string) =>
    unitOf([`{ criterion: Evaluate own work${grade} }`]).replace("level: 1", "level: 1");
  expect(rulesOf([graded("")])).toEqual(["verb-fits-level"]);
  expect(rulesOf([graded(", grade: Distinction")])).toEqual([]);
});

test("a word of the house, of another form or of its own is no slip of spelling", () => {
  const isFound = (criterion: string, config = {}) => rulesOf([unitOf([criterion])], config).includes("verb-spelt");
  expect(isFound("Outlime a wall")).toBe(true);
  expect(isFound("Outlime a wall", { vocabulary: { verbs: { Outlime: {} } } })).toBe(false);
  for (const verb of [
    "Evacuate",
    "Explode",
    "Preview",
    "Prevent",
    "Contract",
    "Refine",
    "Apprise",
    "Compete",
    "Preform",
  ])
    expect(isFound(`${verb} a wall`), verb).toBe(false);
  for (const word of [
    "Described",
    "Describing",
    "Assessor",
    "Analyst",
    "Criticism",
    "Identity",
    "Analyzes",
    "Supports",
  ])
    expect(isFound(`${word} a wall`), word).toBe(false);
});

test("examples are left to a range, to a number, and where they are few", () => {
  const isFound = (criterion: string, more = "") => rulesOf([unitOf([criterion], more)]).includes("examples-in-range");
  expect(isFound("Describe trees such as oak, ash and elm")).toBe(true);
  for (const criterion of [
    "Describe trees such as oak",
    "Describe trees such as oak and ash",
    "Describe trees, e.g. oak, ash",
    "Describe trees, including oak, ash and elm",
    "Describe two trees, such as oak, ash or elm",
    "Explain how trees such as oak, ash and elm affect the soil",
    "Using tools such as a saw, an axe and a rope, describe the felling of a tree",
    "{ criterion: 'Describe trees such as oak, ash and elm', range: { require: illustrative, items: [oak, ash] } }",
  ])
    expect(isFound(criterion), criterion).toBe(false);
  const ofAll = "assessment: { range: { require: illustrative, items: [oak, ash] } }\n";
  expect(isFound("Describe trees such as oak, ash and elm", ofAll)).toBe(false);
});

test("a text may point at itself, and at documents that it names", () => {
  const isFound = (content: string) =>
    rulesOf([unitOf([`{ criterion: Describe a tree, content: ${JSON.stringify(content)} }`])]).length > 0;
  expect(isFound("Trees are described in Appendix B.")).toBe(true);
  for (const content of [
    "The parts are listed below:\n\n- bark\n- leaves",
    "A tree has bark and leaves. As described above, both breathe.",
    "How high a tree grows above a house, and below a wire",
    "Where temperatures fall below zero",
    "What stands on page 12 of the Highway Code, and in Table 2 of the standard",
    "Tables and figures in a report, and what its appendix is for",
    "Annex VI to the convention; MARPOL Annex V; BS 7671, Appendix 4",
    "How to hang a picture above a table",
    "How people see pictures and charts",
    "Houses on the opposite side of the road",
    "Put a heading on the next page, and a number on page 2",
    "Where to seat guests: table 4 or table 5",
  ])
    expect(isFound(content), content).toBe(false);
});

test("one low verb among higher ones is in order at any level", () => {
  const unit = unitOf(["Identify two models", "Evaluate two models"]).replace("level: 1", "level: 6");
  expect(rulesOf([unit])).toEqual([]);
});

test("a unit of low verbs makes one finding, where it is large enough to judge", () => {
  const criteria = ["Identify two models", "List two models", "State two uses of a model"];
  const unit = (level: number, count: number) =>
    unitOf(criteria.slice(0, count)).replace("level: 1", `level: ${level}`);
  expect([2, 3, 4, 5].map((level) => rulesOf([unit(level, 3)]).length)).toEqual([0, 0, 1, 1]);
  expect([4, 5, 6].map((level) => rulesOf([unit(level, 2)]).length)).toEqual([0, 0, 1]);
  expect(findInUnits([unit(4, 3)])[0]?.message).toContain("`Identify`, `List` and `State` in 3 of its 3 criteria");
});

test("what counts may be said by a range, or wherever the word is taken up again", () => {
  const unit = (criterion: string, more: string) =>
    unitOf([`{ criterion: ${criterion}${more} }`]).replace("Understand", "Work on");
  expect(rulesOf([unit("Use suitable tools", "")])).toEqual(["vague-criterion"]);
  expect(rulesOf([unit("Use suitable tools", ", guidance: All are clean.")])).toEqual(["vague-criterion"]);
  expect(rulesOf([unit("Use suitable tools", ", guidance: Suitable tools are on the list of the site.")])).toEqual([]);
  expect(rulesOf([unit("Use suitable tools", ", range: { items: [a spade, a fork] }")])).toEqual([]);
  expect(rulesOf([unit("Use a range of tools", "")])).toEqual(["vague-criterion"]);
  expect(rulesOf([unit("Use a range of tools", ", evidence: { minimum: Three tools. }")])).toEqual([]);
  expect(rulesOf([unit("Use a range of tools", ", guidance: Four tools are enough.")])).toEqual([]);
  expect(rulesOf([unit("Use a range of tools", ", content: The tools are on the wall.")])).toEqual(["vague-criterion"]);
});

test("knowledge among skills is in order, and so is a skill that the author calls one", () => {
  const unit = (outcome: string, ...criteria: string[]) => unitOf(criteria).replace("Understand the subject", outcome);
  expect(rulesOf([unit("Be able to lay bricks", "State the gauge", "Lay bricks to a line")])).toEqual([]);
  expect(rulesOf([unit("Be able to explain a plan", "Explain a plan to a client")])).toEqual([]);
  expect(rulesOf([unit("Know how to mix mortar", "Carry out a slump test")])).toEqual([]);
  expect(rulesOf([unit("Know about mortar", "{ criterion: Carry out a slump test, kind: skill }")])).toEqual([]);
  expect(rulesOf([unit("Know about research", "Carry out a literature search")])).toEqual([]);
  expect(rulesOf([unit("Know about research", "Demonstrate that a sample is large enough")])).toEqual([]);
});

test("several performances under one outcome make one finding", () => {
  const [found, ...others] = findInUnits([unitOf(["Carry out a weld", "Perform a test", "Install a pump"])]);
  expect(others).toEqual([]);
  expect(found?.related.map(({ message }) => message)).toEqual([
    "the outcome",
    "criterion 1.2 as well",
    "criterion 1.3 as well",
  ]);
});

test("an abbreviation may be explained in many places", () => {
  const isFound = (criterion: string, more = "") => rulesOf([`${unitOf([criterion])}${more}`]).length > 0;
  expect(isFound("Explain when PPE is worn")).toBe(true);
  expect(isFound("Explain when PPE is worn", "glossary:\n  - { term: PPE, meaning: Gloves and the like. }\n")).toBe(
    false,
  );
  expect(isFound("Explain when PPE (personal protective equipment) is worn")).toBe(false);
  expect(isFound("Explain when PPE is worn", "resources: [{ title: Personal Protective Equipment at Work }]\n")).toBe(
    false,
  );
  expect(
    isFound(
      "Explain why COSHH matters",
      "resources: [{ title: Control of Substances Hazardous to Health Regulations }]\n",
    ),
  ).toBe(false);
  for (const text of [
    "State why World War II began",
    "Describe the UK and the EU",
    "Explain rule K/505/1933 of ASC-01",
    "State that you must NOT run",
  ])
    expect(isFound(text), text).toBe(false);
});

test("an abbreviation is found once in a unit, where it is first used", () => {
  const text = unitOf(["Explain when PPE is worn", "Describe how PPE is stored"], "aim: Learners wear PPE.\n");
  const found = findInUnits([text]);
  expect(found.map(brief)).toEqual(['0.yaml:5:20-5:23 abbreviation-explained "PPE"']);
});

const longOne = "Explain how a plan of work helps a team to finish on time";
const qualification = (more = "") =>
  `kind: qualification\nid: q\ntitle: Q\nlanguage: en-GB\nrulesOfCombination:\n  groups: [{ id: M, title: M, require: { units: { min: 1 } }, units: [a, b] }]\n${more}`;

test.each([
  ["in two units of a qualification", longOne, longOne, "", 1],
  ["with other articles and plurals", longOne, longOne.replace("a team", "the teams"), "", 1],
  ["in units that bar each other", longOne, longOne, "  barred: [[a, b]]\n", 0],
  ["in units that stand for each other", longOne, longOne, "  equivalent: [[b, a]]\n", 0],
  ["the other way round", "Explain how age affects what people eat", "Explain how what people eat affects age", "", 0],
  ["short and general", "Prepare the work area", "Prepare the work area", "", 0],
])("a criterion that is written twice, %s", async (_, first, second, more, count) => {
  const folder = emptyFolder();
  writeInto(folder, {
    "q.yaml": qualification(more),
    "a.yaml": unitOf([first], "", "a"),
    "b.yaml": unitOf([second], "", "b"),
  });
  const { findings } = await checkFolder(folder);
  const found = findings.filter(({ rule }) => rule === "criterion-repeated");
  expect(found.map(({ place }) => place.file.path)).toEqual(Array(count).fill("b.yaml"));
  expect(found.map(({ related }) => related[0]?.place.file.path)).toEqual(Array(count).fill("a.yaml"));
});

test("a unit that was copied makes one finding", () => {
  const criteria = [1, 2, 3].map((at) => `Explain how a plan of work helps team ${at} to finish on time`);
  const found = findInUnits([unitOf(criteria, "", "a"), unitOf(criteria, "", "b")]);
  expect(found.map(({ rule }) => rule)).toEqual(["criterion-repeated"]);
  expect(found[0]?.message).toContain("criterion 1.1 of `a`, and 2 more criteria");
});

test("the same words with another range are no repeat", () => {
  const criteria = ["one", "two"].map((item) => `{ criterion: Describe the tools, range: { items: [tool ${item}] } }`);
  expect(rulesOf([unitOf(criteria)])).toEqual([]);
});

test("a thousand units take no time", () => {
  const units = Array.from({ length: 1000 }, (_, at) =>
    unitOf(
      [...Array(10).keys()].map((row) => `Explain how a plan of work helps team ${row} to finish on time`),
      "",
      `u${at}`,
    ),
  );
  const start = performance.now();
  const found = findInUnits(units);
  expect(found.length).toBe(999);
  // Parsing takes most of it; a comparison of each with each would take minutes.
  expect(performance.now() - start).toBeLessThan(20_000);
});
