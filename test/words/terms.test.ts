import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { articleFor } from "../../src/text/article.ts";
import { ownWord, termKeys, wordKeys, wordsFor } from "../../src/words/words.ts";
import { brief, checkFolder, writeInto } from "../check-folder.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";

/** Words that nobody uses, each its own, so that what is left of ours can be seen. */
const invented = Object.fromEntries(termKeys.map((key, at) => [key, `zor${String.fromCharCode(97 + at)}${at}`]));
const ours = termKeys.map(ownWord).sort((a, b) => b.length - a.length);

/** Says nothing in our words: what is found in papers comes from phrases. */
const specification = `kind: qualification
id: q
title: Horticulture
regulators: none
number: none
version: "1.0"
level: 2
credit: 8
guidedLearningHours: 30
totalQualificationTime: 80
objective: { kinds: [support-a-role], statement: For gardeners. }
entry: { minimumAge: 16 }
requirementsBeforeAward: none
policies: { recognitionOfPriorLearning: "https://www.example.org/a", reasonableAdjustments: "https://www.example.org/b" }
contact: { email: a@example.org }
assessment: { methods: [Observation], people: { assessor: A gardener., internalQualityAssurer: Another., countersigning: A third. } }
selfAssessment: { scale: [Yes, No], statements: [{ statement: I dig. }] }
rulesOfCombination:
  groups:
    - { id: M, title: Digging, require: all, units: [a] }
    - { id: O, title: Planting, require: { credit: { min: 2 } }, units: [b, c] }
  constraints: [{ units: { max: 2 } }, { credit: { min: 4 } }]
  barred: [[b, c]]
units:
  - id: a
    title: Dig
    level: 2
    credit: 2
    guidedLearningHours: 10
    totalUnitTime: 20
    ownerReference: A1
    reference: none
    aim: Digging.
    glossary: [{ term: Spade, meaning: A tool. }]
    resources: [{ title: A book }]
    assessment:
      methods: [observation, witness-testimony, recognition-of-prior-learning]
      requirements: Outdoors.
      range: { require: any, items: [Clay, Sand] }
    learningOutcomes:
      - outcome: Dig
        key: dig
        observation: { occasions: 2, setting: workplace }
        range: { require: all, items: [Clay, Sand] }
        assessmentCriteria:
          - { criterion: Dig a bed, key: dig-a-bed, kind: skill, task: Dig., guidance: Look., content: Beds. }
          - { criterion: Name tools, key: name-tools, kind: knowledge, evidence: { methods: [questioning] } }
  - { id: b, title: Sow, level: 2, credit: 2, guidedLearningHours: 10, learningOutcomes: [{ outcome: Sow, key: sow, assessmentCriteria: [{ criterion: Sow seed, key: sow-seed }] }] }
  - { id: c, title: Plant, level: 2, credit: 2, guidedLearningHours: 10, learningOutcomes: [{ outcome: Plant, key: plant, assessmentCriteria: [{ criterion: Plant a tree, key: plant-a-tree }] }] }
`;

/** What a person sees or hears of a paper, without names of files, fields and styles. */
function wordsIn(name: string, bytes: Uint8Array): string {
  if (name.endsWith(".docx")) {
    const parts = unzipSync(bytes);
    const xml = ["document", "footer"].map((part) => strFromU8(parts[`word/${part}.xml`] ?? new Uint8Array())).join("");
    const heard = [...xml.matchAll(/<w:(?:alias|tblCaption) w:val="([^"]*)"/gu)].map(([, value]) => value);
    return `${xml.replace(/<w:(?:tag|instrText)\b[^>]*>/gu, " ").replace(/<[^>]*>/gu, " ")} ${heard.join(" ")}`;
  }
  const text = strFromU8(bytes);
  if (name.endsWith(".md")) return text;
  const island = /<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/u.exec(text)?.[1] ?? "{}";
  const { phrases = {} } = JSON.parse(island) as { readonly phrases?: Readonly<Record<string, string>> };
  // What stands in braces is filled in on the page.
  const told = Object.values(phrases)
    .join(" ")
    .replace(/\{\w+\}/gu, " ");
  const heard = [...text.matchAll(/ (?:aria-label|data-label|alt|title|value)="([^"]*)"/gu)].map(([, value]) => value);
  const body = text.replace(/<(style|script)\b[\s\S]*?<\/\1>/gu, " ").replace(/<[^>]*>/gu, " ");
  return `${body} ${heard.join(" ")} ${told}`;
}

test("with every term replaced, no paper in any form prints one of our words", () => {
  const cwd = emptyFolder();
  const terms = Object.entries(invented).map(([key, word]) => `    ${key}: ${word}\n`);
  writeInto(cwd, { "qualspec.yaml": `house:\n  terms:\n${terms.join("")}`, "q.yaml": specification });
  // The report on a specification quotes the checks, which speak of the format in its own words.
  const chosen = documents.filter(({ isAboutSpecification }) => isAboutSpecification !== true).map(({ id }) => id);
  const ran = runQualspec(["build", "--force", "--to", "html,md,docx", "--document", chosen.join()], { cwd });
  expect([ran.code, ran.stderr.includes("house-term")]).toEqual([0, false]);
  const files = readdirSync(join(cwd, "out", "q")).filter((name) => /\.(?:html|md|docx)$/u.test(name));
  expect(files.length).toBeGreaterThanOrEqual(chosen.length * 3);
  const left = files.flatMap((name) => {
    const text = wordsIn(name, readFileSync(join(cwd, "out", "q", name)));
    return ours.flatMap((word) => {
      const found = new RegExp(`.{0,30}(?<![\\w-])${word}(?![\\w-]).{0,20}`, "iu").exec(text);
      return found === null ? [] : [`${name}: ${found[0].replace(/\s+/gu, " ")}`];
    });
  });
  expect(left).toEqual([]);
});

test("no phrase of ours speaks of a thing in another way than by its name", () => {
  const words = wordsFor(invented);
  const left = wordKeys.filter((key) => {
    if (termKeys.includes(key) || key.startsWith("conformance.")) return false;
    const phrase = words(key, valuesFor(key));
    return ours.some((word) => new RegExp(`\\b${word}s?\\b`, "iu").test(phrase));
  });
  expect(left).toEqual([]);
});

function valuesFor(key: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...ownWord(key).matchAll(/\{([a-z-]+)\}/giu)].map(([, name = ""]) => [name, "x"]));
}

test("who countersigns is called as the house says, wherever one stands", () => {
  const words = wordsFor({ "countersigner.one": "second marker", "countersigner.many": "second markers" });
  const said = ["check.people.countersigning", "person.countersigner", "role.countersigner", "form.question.people"];
  for (const key of said) expect(words(key)).toMatch(/second markers?/iu);
});

test.each([
  ["candidate", "a candidate"],
  ["apprentice", "an apprentice"],
  ["unit", "a unit"],
  ["university student", "a university student"],
  ["hour", "an hour"],
  ["user", "a user"],
  ["under-16", "an under-16"],
  ["IQA", "an IQA"],
  ["EV", "an EV"],
  ["PC", "a PC"],
  ["element", "an element"],
  ["European", "a European"],
  ["", "a "],
])("the article before %j", (word, both) => {
  expect(`${articleFor(word)} ${word}`).toBe(both);
});

test("phrases take the article, the capital letter and the plural of a term", () => {
  const words = wordsFor({ "learner.one": "apprentice", "unit.one": "element", "unit.many": "elements" });
  expect(words("form.field.looked-at-learner")).toBe("An apprentice was interviewed.");
  expect(words("how.step-2")).toContain("of an element first");
  expect(words("handbook.units")).toBe("Elements");
});

test.each([
  ["learner.one: a", '1:19-1:30 house-terms-together "learner.one"'],
  ["learner.one: a, learner.many: b", null],
  ["iqa.one: internal verifier", '1:19-1:26 house-terms-together "iqa.one"'],
  ["portfolio.one: folder", '1:19-1:32 house-terms-together "portfolio.one"'],
  ["organisation.one: body", null],
  ["portfolio.one: folder, portfolio.many: folders", null],
  ["organisation.many: bodies", '1:19-1:36 house-terms-together "organisation.many"'],
  ["countersigner.one: second assessor", '1:19-1:36 house-terms-together "countersigner.one"'],
  ["lerner.one: a", '1:19-1:29 house-terms "lerner.one"'],
  ["learners: a", '1:19-1:27 house-terms "learners"'],
  ["how.heading: Begin here", null],
])("terms { %s }", async (terms, found) => {
  const folder = emptyFolder();
  writeInto(folder, { "qualspec.yaml": `house: { terms: { ${terms} } }\n`, "q.yaml": specification });
  const { findings } = await checkFolder(folder);
  const own = findings.filter(({ rule }) => rule.startsWith("house-"));
  expect(own.map(brief)).toEqual(found === null ? [] : [`qualspec.yaml:${found}`]);
});
