import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";

const name = "l5-digital-leadership";

/** The report on a shipped qualification after some edits, as Markdown. */
function report(...edits: readonly (readonly [from: string, to: string])[]) {
  const folder = emptyFolder();
  cpSync("specs", folder, { recursive: true });
  const path = join(folder, "qualifications", `${name}.yaml`);
  const edited = edits.reduce(
    (text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    },
    readFileSync(path, "utf8"),
  );
  writeFileSync(path, edited);
  const args = ["build", path, "--document", "conformance-report", "--to", "md", "--out", join(folder, "out")];
  const ran = runQualspec(args, { cwd: folder });
  const made = join(folder, "out", name);
  return { ...ran, made, text: readFileSync(join(made, "conformance-report.md"), "utf8") };
}

const row = (text: string, beginning: string) =>
  text.split("\n").find((line) => line.startsWith(`| ${beginning} `)) ?? "";

test("each item of the condition is there, with what it says and a link to the line that says it", () => {
  const { code, made, text } = report();
  expect(code).toBe(0);
  for (const letter of "abcdefghijklm") {
    const item = row(text, `E3.2(${letter})`);
    expect(item, letter).toMatch(/\*\*(?:Set out|Stated: none)\*\*/u);
    const links = [...item.matchAll(/\]\(<([^>#]+)#L(\d+)>\)/gu)];
    expect(links.length, letter).toBeGreaterThan(0);
    for (const [, path = "", line] of links) {
      const file = resolve(made, path);
      expect(existsSync(file), file).toBe(true);
      expect(readFileSync(file, "utf8").split("\n").length).toBeGreaterThanOrEqual(Number(line));
    }
  }
  expect(text).toContain("No check found anything against the specification.");
  expect(text).not.toContain("In every valid combination, though optional");
});

test("what is missing, wrong or asked about says so, and errors do not keep the report back", () => {
  const { code, text } = report(["requirementsBeforeAward: none\n", ""], ["credit: 12\n", "credit: 14\n"]);
  expect(code).toBe(0);
  expect(text).toContain("The specification is not ready");
  expect(row(text, "E3.2(e)")).toContain("**Missing**");
  expect(row(text, "E3.2(l)")).toContain("**Set out, with errors**");
  expect(text).toMatch(/`credit-matches-hours` \| Error: 1 \|/u);
});

test("a rule that was not asked does not pass for one that found nothing", () => {
  const { text } = report(["credit: 12\n", "credit: 14\n"]);
  expect(text).toMatch(/`credits-add-up` \| Not judged until this is mended: credit-matches-hours \|/u);
});

test("what has been accepted stands there with its reason and its last day, on whatever day it is printed", () => {
  const waiver =
    "waivers: [{ rule: credit-matches-hours, reason: Agreed with the regulator., until: 2020-03-31 }]\nretired: []";
  const { text } = report(["credit: 12\n", "credit: 14\n"], ["retired: []", waiver]);
  expect(text).toMatch(/Agreed with the regulator\. \| 31 March 2020 \|/u);
  expect(text).toMatch(/`credit-matches-hours` \| Accepted: 1 \|/u);
});

test("without a regulator nothing is said of one", () => {
  const { text } = report(["regulators: [ofqual]", "regulators: none"]);
  expect(text).not.toContain("Ofqual Condition");
  expect(text).not.toContain("E3.2(a)");
});

test("the proof names what cannot be met and what is not known", () => {
  const { text } = report(["rulesOfCombination:\n", "rulesOfCombination:\n  constraints: [{ credit: { min: 50 } }]\n"]);
  expect(text).toContain("This rule cannot be met:");
  expect(text).not.toContain("takes too long");
});
