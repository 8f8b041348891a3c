import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeInto } from "./check-folder.ts";
import { emptyFolder, runQualspec } from "./run-qualspec.ts";

const unit = (id: string, more = "") =>
  `kind: unit\nid: ${id}\ntitle: Bake ${id}\ncredit: 6\nlearningOutcomes:\n  - outcome: Be able to bake ${id}\n    assessmentCriteria:\n      - Bake ${id}${more}\n`;
const qualification = (require = "{ units: { min: 1 } }", more = "") =>
  `kind: qualification\nid: q\ntitle: Q\nregulators: none\nrulesOfCombination:\n${more}  groups:\n    - { id: O, require: ${require}, units: [rye, wheat] }\n`;
const units = { "units/rye.yaml": unit("rye"), "units/wheat.yaml": unit("wheat") };

function run(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const cwd = emptyFolder();
  writeInto(cwd, { ...units, ...files });
  const { code, stdout, stderr } = runQualspec(args, { cwd });
  return { cwd, code, stdout, stderr, said: stdout + stderr };
}

describe("a qualification that cannot be read", () => {
  const broken = { "q.yaml": qualification("{ units: 1 }") };

  test.each([["routes"], ["routes", "q"], ["routes", "q.yaml"]])("%s %s says what is wrong", (...args) => {
    const { code, stdout, stderr } = run(broken, ...args);
    expect(code).toBe(1);
    expect(stdout).toContain("wrong-type");
    expect(stderr).toBe(
      "Nothing can be said about routes: `q.yaml` (1 error) cannot be read as a qualification; mend what is shown\n",
    );
  });

  test("list names it", () => {
    const { code, stdout, stderr } = run(broken, "list");
    expect(code).toBe(1);
    expect(stdout).toContain("Bake rye");
    expect(stderr).toContain("Missing here, since they cannot be read: `q.yaml` (1 error)");
  });

  test("build says that even a report on it has to wait", () => {
    const { code, stderr } = run(broken, "build", "--document", "conformance-report");
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(
        "must be mended first; `conformance-report`, too, can be made only of a file that can be read\n",
      ),
    ]);
  });

  test.each(["build", "site"])("%s says where it is, and that --force does not help", (command) => {
    const { code, stderr } = run(broken, command, "q.yaml", "--force");
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(
        /must be mended first \(the first in `q\.yaml:\d+`\); `--force` does not help, since nothing that can be read is left/u,
      ),
    ]);
  });

  test("another id is unknown all the same", () => {
    const { code, stderr } = run(broken, "routes", "other");
    expect([code, stderr]).toEqual([2, "No qualification `other`; `qualspec list` shows what there is\n"]);
  });
});

test.each(["build", "routes"])("two files with one id end %s", (command) => {
  const { code, stderr } = run({ "q.yaml": qualification(), "copy.yaml": qualification() }, command);
  expect(code).toBe(1);
  expect(stderr).toContain("everal files have the id `q`: `copy.yaml` and `q.yaml`; give each an id of its own");
});

describe("routes in words", () => {
  const impossible = { "q.yaml": qualification("any", "  constraints: [{ credit: { min: 30 } }]\n") };

  test("one rule contradicts no other, and it is said what there is", () => {
    const { stdout } = run(impossible, "routes");
    expect(stdout).toContain(
      "This rule cannot be met:\n    a constraint asks for at least 30 credits, but all 2 units come to 12",
    );
    expect(run(impossible, "check").stdout.replace(/\s+/gu, " ")).toContain(
      "but all 2 units come to 12; change it, or the units",
    );
  });

  test("a choice that has no part in it is not blamed", () => {
    const { stdout } = run(impossible, "routes", "--units", "rye");
    expect(stdout).toContain("The choice cannot be completed, and no other can: see above");
  });

  test("what is missing is chosen by time", () => {
    const { stdout } = run({ "q.yaml": qualification("{ units: { min: 2 } }") }, "routes", "--units", "rye");
    expect(stdout).toContain("1 unit missing. What completes it in the least total unit time: wheat");
  });

  test("a unit that is not there", () => {
    const { stderr } = run({ "q.yaml": qualification() }, "routes", "--units", "zzzzzz");
    expect(stderr).toBe("No unit `zzzzzz` in `q`; it has `rye` and `wheat`\n");
  });
});

describe("command lines", () => {
  test.each<[args: readonly string[], says: string]>([
    [["--fix", "check"], "write `qualspec check --fix`"],
    [["build", "—all"], "Unexpected long dash in `—all`, as word processors make it; write `--all`"],
    [["check", "–fix"], "write `--fix`"],
    [["build", "--to", "html,", "md"], "write `--to html,md`"],
    [["routes", "--units", "rye,", "wheat"], "write `--units rye,wheat`"],
    [["check", "My", "Work"], 'a name with spaces stands in quotes: `"My Work"`'],
    [["build", "q"], "No such file or folder: `q`; name its file: `q.yaml`"],
    [["check", "rye"], "name its file: `units/rye.yaml`"],
    [["check", "nothing"], "check the spelling, and that you are in the right folder"],
    [["build", "--to", "word"], "Unknown form `word`; did you mean `docx`?"],
    [["build", "--to", "web"], "Unknown form `web`; did you mean `html`?"],
    [["check", "--register", "none"], "No such file: `none`, which is a folder"],
  ])("%j", (args, says) => {
    const { code, stderr } = run({ "q.yaml": qualification(), "My Work/a.yaml": unit("a"), "none/x.txt": "" }, ...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  });
});

describe("what can be mended", () => {
  test("a key inside a key, and a kind in another case, are mended as promised", () => {
    const text = unit("rye").replace("assessmentCriteria", "criteria").replace("learningOutcomes", "learning_outcomes");
    const { cwd } = run(
      { "units/rye.yaml": text, "units/wheat.yaml": unit("wheat").replace("kind: unit", "Kind: Unit") },
      "check",
      "--fix",
    );
    expect(readFileSync(join(cwd, "units/rye.yaml"), "utf8")).toBe(unit("rye"));
    expect(readFileSync(join(cwd, "units/wheat.yaml"), "utf8")).toBe(unit("wheat"));
  });

  test("a fix that is left out is said to be", () => {
    const { stdout } = run(
      { "units/rye.yaml": unit("rye").replace("credit: 6", "glh: four") },
      "check",
      "--fix",
      "units/rye.yaml",
    );
    expect(stdout).toContain("1 fix was left out, since another fault would have come with it");
  });
});

test.each([
  ["# qualspec: ignore criterion-begins-with-verb", "waive criterion-begins-with-verb until"],
  ["# qualspec: off", "waive unit-used until"],
])("the comment %s is answered with the rule that it names", (comment, says) => {
  const { stdout } = run({ "units/rye.yaml": unit("rye", `  ${comment}`) }, "check", "units/rye.yaml");
  expect(stdout.replace(/\s+/gu, " ")).toContain(says);
});

test.each([
  ["Yes", "expected a verb that can be assessed"],
  ["Health and safety legislation", "expected a verb that can be assessed"],
  ["Explain.", "Unexpected `Explain` alone, expected what the learner does it to or about; say what"],
  ["Demonstrate an understanding of rye", "begin with a verb such as `Describe` or `Explain`"],
])("the criterion %s", (criterion, says) => {
  const { stdout } = run(
    { "units/rye.yaml": unit("rye").replace("- Bake rye", `- ${criterion}`) },
    "check",
    "units/rye.yaml",
  );
  expect(stdout.replace(/\s+/gu, " ")).toContain(says);
});
