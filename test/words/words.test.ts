import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wordKeys, wordsFor } from "../../src/words/words.ts";
import { qualification, unit } from "../build/specs.ts";
import { writeInto } from "../check-folder.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";

/** Keys that are put together from a beginning and what a specification or a list says. */
const prefixes = [
  "coverage.route.",
  "coverage.state.",
  "coverage.unknown.",
  "document.",
  "person.",
  "how.step-",
  "check.how.step-",
  "combination.",
  "outcome.simulation-",
  "check.simulation-",
  "criterion.range-",
  "criterion.exception.",
  "criterion.exception-assessor.",
  "method.",
  "method-code.",
  "setting.",
  "declaration.",
  "language.",
  "log.",
  "role.",
  "sign.",
  "check.table.",
  "conformance.count.",
  "conformance.key.",
  "conformance.word.",
  "conformance.units-",
  "conformance.ground.",
  "conformance.severity.",
  "conformance.figure.",
  "conformance.sign.",
  "conformance.outcome.",
  "conformance.proof.",
  "handbook.fact.",
  "handbook.policy.",
  "handbook.contact.",
  "handbook.meaning.",
  "handbook.simulation-",
  // Which of them are used test/documents/forms.test.ts finds out.
  "form.",
  "diff.",
  "pack.for.",
  "pack.use.",
  "pack.form.",
  "notice.change.do.",
  "site.section.",
  "site.since.one.",
  "site.since.many.",
  "site.status.",
  "site.marks.",
  "site.count.",
];
/** Reached as `check.${kind}`, and as `${key}.short`; the last is there for the templates of houses. */
const alone = ["check.knowledge", "check.skill", "totalQualificationTime.short", "organisation.many"];

const read = (folder: string, extension: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(extension))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
const sources = read("src", ".ts") + read("templates", ".hbs");
const phrases = JSON.parse(readFileSync("src/words/en.json", "utf8")) as Readonly<Record<string, string>>;
const inPhrases = Object.values(phrases).flatMap((phrase) =>
  [...phrase.matchAll(/\{(?:[Aa]n? )?(\w+\.[\w.-]+)\}/gu)].map(
    ([, name = ""]) => name.charAt(0).toLowerCase() + name.slice(1),
  ),
);

const programs = read(join("templates", "program"), ".ts");
const programPrefixes = [...programs.matchAll(/`([a-z.-]+[.-])\$\{/gu)].map(([, prefix = ""]) => prefix);

/** Programs ask for their phrases without the beginning, the paper and the number, which `sayFrom` puts in front and behind. */
function isInProgram(key: string): boolean {
  const bare = key
    .replace(/^(?:site\.say|program)\.(?:assessor-checklist\.|iqa-sampling-plan\.)?/u, "")
    .replace(/(?:\.(?:one|many)|-one)$/u, "");
  return programs.includes(`"${bare}"`) || programPrefixes.some((prefix) => bare.startsWith(prefix));
}

test("every key is used", () => {
  const isUsed = (key: string) =>
    (/^(?:program|site\.say)\./u.test(key) && isInProgram(key)) ||
    sources.includes(`"${key}"`) ||
    inPhrases.includes(key) ||
    alone.includes(key) ||
    prefixes.some((prefix) => key.startsWith(prefix));
  expect(wordKeys.filter((key) => !isUsed(key))).toEqual([]);
});

test("every prefix is used, and begins keys", () => {
  const ends = (prefix: string) => sources.includes(`\`${prefix}\${`) || sources.includes(`${prefix.slice(0, -1)}\${`);
  expect(prefixes.filter((prefix) => !ends(prefix))).toEqual(["criterion.exception-assessor."]);
  expect(prefixes.filter((prefix) => !wordKeys.some((key) => key.startsWith(prefix)))).toEqual([]);
});

test("every key that is used exists", () => {
  const used = [...sources.matchAll(/\bwords\(\s*"([^"]+)"|\{\{t "([^"]+)"|\(t "([^"]+)"/gu)].map(
    ([, inCode, inTemplate, inArgument]) => inCode ?? inTemplate ?? inArgument ?? "",
  );
  expect(used.length).toBeGreaterThan(50);
  expect([...used, ...inPhrases].filter((key) => !wordKeys.includes(key))).toEqual([]);
});

test("a house has words of its own", () => {
  const words = wordsFor({ "learner.one": "candidate", "iqa.one": "internal verifier" });
  expect(words("person.name")).toBe("Candidate name");
  expect(words("person.iqa")).toBe("Internal verifier");
  expect(words("person.assessor")).toBe("Assessor");
});

test.each([
  ["{x}", "{x}"],
  ["{constructor}", "{constructor}"],
  ["{learner.one}", "{learner.one}"],
  ["{role.learner}", "{role.learner}"],
  ["the {assessor.one}'s {x}", "the assessor's {x}"],
  ["$& {", "$& {"],
])("the house term %j is printed as %j", (term, printed) => {
  expect(wordsFor({ "learner.one": term })("role.learner")).toBe(printed);
});

test("a key or a value of ours that is missing is our fault", () => {
  expect(() => wordsFor({})("no.such.key")).toThrow("No words for no.such.key");
  expect(() => wordsFor({})("toString")).toThrow("No words for toString");
  expect(() => wordsFor({})("unit.alone")).toThrow("No words for title");
});

test("house terms change the papers", () => {
  const cwd = emptyFolder();
  const terms = "house:\n  terms: { learner.one: candidate, iqa.one: internal verifier, centre.one: '{x} site' }\n";
  writeInto(cwd, { "qualspec.yaml": terms, "q.yaml": qualification("a"), "a.yaml": unit("a") });
  expect(runQualspec(["build", "--to", "md"], { cwd }).code).toBe(0);
  const paper = readFileSync(join(cwd, "out", "q", "learner-workbook.md"), "utf8");
  expect(paper).toContain("Candidate workbook");
  expect(paper).toContain("Internal verifier");
  expect(paper).toContain("{x} site");
  expect(paper).not.toMatch(/learner\b|internal quality assurer/iu);
});
