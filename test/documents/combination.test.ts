import { describe, expect, test } from "vitest";
import { combinationRules, combinationSentences } from "../../src/documents/combination.ts";
import { qualificationFacts, unitFacts } from "../../src/documents/facts.ts";
import { criterionField, unitField } from "../../src/documents/field-name.ts";
import { printDate } from "../../src/documents/print-date.ts";
import { structureOf } from "../../src/model/route-structure.ts";
import type { Qualification } from "../../src/model/types.ts";
import { rulesOf } from "../../src/routes/rules.ts";
import { wordsFor } from "../../src/words/words.ts";
import { unit } from "../build/specs.ts";
import { checkFolder, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const words = wordsFor({});

async function read(text: string, units: readonly string[] = ["a", "b"]): Promise<Qualification> {
  const folder = emptyFolder();
  writeInto(folder, { "q.yaml": text, ...Object.fromEntries(units.map((id) => [`${id}.yaml`, unit(id)])) });
  const { workspaces } = await checkFolder(folder);
  const found = workspaces[0]?.corpus.qualifications[0];
  if (found === undefined) throw new Error("no qualification");
  return found;
}

const head = "kind: qualification\nid: q\ntitle: Q\n";
const group = (require: string, units = "a, b") =>
  `  groups: [{ id: M, title: G, require: ${require}, units: [${units}] }]\n`;
const any = group("any");
const free = "Units in “G” may be chosen freely.";

describe("the rules of combination as sentences", () => {
  test.each([
    [group("all"), ["All 2 units in “G” must be achieved, worth 4 credits."]],
    [group("all", "a"), ["The unit in “G” must be achieved."]],
    [any, [free]],
    [group("{ credit: { min: 2 } }"), ["From “G”, at least 2 credits must be achieved."]],
    [group("{ credit: { min: 1 } }"), ["From “G”, at least one credit must be achieved."]],
    [group("{ credit: { max: 1 } }"), ["From “G”, no more than one credit counts."]],
    [group("{ credit: { min: 2, max: 4 } }"), ["From “G”, between 2 and 4 credits must be achieved."]],
    [group("{ credit: { min: 2, max: 2 } }"), ["From “G”, exactly 2 credits must be achieved."]],
    [group("{ units: { min: 1 } }"), ["From “G”, at least one unit must be achieved."]],
    [group("{ units: { max: 2 } }"), ["From “G”, no more than 2 units count."]],
    [group("{ units: { min: 1, max: 1 } }"), ["From “G”, exactly one unit must be achieved."]],
    [`${any}  constraints: [{ credit: { min: 4 } }]\n`, [free, "In all, at least 4 credits must be achieved."]],
    [
      `${any}  constraints: [{ credit: { min: 2 }, atLevel: { min: 3 } }]\n`,
      [free, "In all, at least 2 credits must be achieved at Level 3 or above."],
    ],
    [
      `${any}  constraints: [{ credit: { min: 2 }, atLevel: { min: entry-3, max: 3 } }]\n`,
      [free, "In all, at least 2 credits must be achieved from Entry Level 3 to Level 3."],
    ],
    [
      `${any}  constraints: [{ units: { max: 1 }, atLevel: { min: 3, max: 3 } }]\n`,
      [free, "In all, no more than one unit counts at Level 3."],
    ],
    [
      `${any}  constraints: [{ credit: { max: 4 }, groups: [M] }]\n`,
      [free, "From “G” together, no more than 4 credits count."],
    ],
    [
      `${any}  constraints: [{ units: { min: 1 }, from: [a, b], pathway: p }]\n  pathways: [{ id: p, title: P, groups: [M] }]\n`,
      [
        free,
        "On the pathway “P”: From the units “Unit a” or “Unit b”, at least one unit must be achieved.",
        "The pathway “P” uses “G”.",
      ],
    ],
    [`${any}  barred: [[a, b]]\n`, [free, "“Unit a” and “Unit b” may not be taken together."]],
    [
      `${any}  equivalent: [[a, b]]\n`,
      [free, "“Unit a” and “Unit b” count as the same unit; only one of them can be used."],
    ],
    [`${any}  prerequisites: { b: [a] }\n`, [free, "“Unit b” may be taken only after “Unit a”."]],
    [`${any}  corequisites: [[a, b]]\n`, [free, "“Unit a” and “Unit b” must be taken together or not at all."]],
  ])("%s", async (rules, sentences) => {
    expect(combinationSentences(await read(`${head}level: 3\nrulesOfCombination:\n${rules}`), words)).toEqual(
      sentences,
    );
  });
});

test("facts: no credit, several levels, entry levels, grades", async () => {
  const text = `${head}levels: [entry-3, 1, 2]\ncredit: none\nguidedLearningHours: 20\ngrading: { type: graded, scale: [Pass, Merit] }\n`;
  const facts = Object.fromEntries(
    qualificationFacts(await read(text), words).map(({ label, value }) => [label, value]),
  );
  expect(facts).toMatchObject({
    Level: "Entry Level 3, 1 and 2",
    Credit: "None",
    "Guided learning hours": "20 hours",
    Grading: "Graded: Pass, Merit",
  });
  expect(facts).not.toHaveProperty("Awarding organisation");
});

test.each([
  ["2026-09-01", "1 September 2026"],
  ["2027-12-31", "31 December 2027"],
])("%s is printed as %s", (date, printed) => {
  expect(printDate(date)).toBe(printed);
});

test("names of fields are at most 64 characters, and each its own", async () => {
  const id = "u".repeat(32);
  const key = "k".repeat(24);
  const folder = emptyFolder();
  writeInto(folder, { [`${id}.yaml`]: unit(id).replace("key: state-a", `key: ${key}`) });
  const [one] = (await checkFolder(folder)).workspaces[0]?.corpus.units ?? [];
  const [criterion] = one?.outcomes[0]?.criteria ?? [];
  if (one === undefined || criterion === undefined) throw new Error("no unit");
  const names = [
    ...(["a", "e", "l", "m", "d", "r", "i", "q"] as const).map((what) => criterionField(one, criterion, what)),
    unitField(one, "countersigner-signature"),
  ];
  expect(names[0]).toBe(`${id}.${key}.a`);
  expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(64);
  expect(new Set(names).size).toBe(names.length);
  expect(unitFacts(one, words)).toContainEqual({ label: "Credit", value: "2" });
});

test("every rule that the solver knows is said by a sentence, so that a page can name it", async () => {
  const rules = `rulesOfCombination:
  groups:
    - { id: M, title: All, require: all, units: [a] }
    - { id: O, title: Some, require: { credit: { min: 2, max: 4 }, units: { min: 1 } }, units: [b, c] }
  constraints: [{ credit: { min: 4, max: 6 }, atLevel: { min: 2 } }, { units: { max: 3 }, from: [b, c] }]
  barred: [[b, c]]
  equivalent: [[a, b]]
  corequisites: [[a, c]]
  prerequisites: { b: [a], c: [a, b] }
`;
  const qualification = await read(`${head}${rules}`, ["a", "b", "c"]);
  const sentences = combinationRules(qualification, words);
  const unsaid = rulesOf(structureOf(qualification)).filter(
    (rule) => !sentences.some(({ at }) => rule.at === at || rule.at.startsWith(`${at}/`)),
  );
  expect(unsaid).toEqual([]);
  expect(rulesOf(structureOf(qualification))).toHaveLength(13);
});
