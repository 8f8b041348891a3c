import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { writeInto } from "../check-folder.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";
import { qualification, unit } from "./specs.ts";

const files = { "q.yaml": qualification("a, b"), "a.yaml": unit("a"), "b.yaml": unit("b") };
const chosen = { ...files, "qualspec.yaml": "format: 1\nbuild: { documents: [unit-guide] }\n" };
const ids = (keep: (document: (typeof documents)[number]) => boolean) =>
  documents
    .filter(keep)
    .map(({ id }) => id)
    .sort();

interface Offered {
  readonly anyOf: readonly { readonly enum?: readonly string[] }[];
}

function made(world: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const cwd = emptyFolder();
  writeInto(cwd, world);
  const ran = runQualspec(["build", ...args, "--to", "md"], { cwd });
  const folder = join(cwd, "out");
  const names = ran.code === 0 ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  const papers = names.flatMap((name) => /([^/\\]+)\.md$/u.exec(name)?.[1] ?? []).sort();
  return { ...ran, papers };
}

describe("which papers are made", () => {
  test.each([
    ["without a choice, the usual ones", files, [], ["assessor-checklist", "learner-workbook"]],
    ["those of the workspace", chosen, [], ["unit-guide"]],
    [
      "with --all, all but the report, and but those that would say nothing",
      chosen,
      ["--all"],
      ids(({ isAboutSpecification, isEmptyFor }) => isAboutSpecification !== true && isEmptyFor === undefined),
    ],
    [
      "with --all of one unit, those that units have",
      files,
      ["--all", "--unit", "a"],
      ids(({ isAboutSpecification, isOfWhole }) => isAboutSpecification !== true && isOfWhole !== true).map(
        (id) => `${id}-a`,
      ),
    ],
    [
      "with --all of a unit by itself",
      files,
      ["--all", "a.yaml"],
      ids(({ isAboutSpecification, isOfWhole }) => isAboutSpecification !== true && isOfWhole !== true),
    ],
  ])("%s", (_, world, args, papers) => {
    const ran = made(world, ...args);
    expect(ran.stderr).toBe("");
    expect(ran.papers).toEqual(papers);
  });

  test.each([
    [["--all", "--document", "unit-guide"], "`--all` and `--document` were both given, expected one of them"],
    [
      ["--document", "qualification-specification", "--unit", "a"],
      "Nothing to build: the papers chosen are made only of a whole qualification; name a qualification, and leave out `--unit`",
    ],
    [
      ["--document", "summary-of-achievement", "a.yaml"],
      "Nothing to build: the papers chosen are made only of a whole",
    ],
  ])("%j is refused", (args, message) => {
    const ran = made(files, ...args);
    expect(ran.stderr).toContain(message);
    expect(ran.code).toBe(2);
  });

  test("editors offer every paper for the workspace file", () => {
    const schema = JSON.parse(readFileSync("schemas/workspace.schema.json", "utf8")) as {
      readonly $defs: { readonly build: { readonly properties: { readonly documents: { readonly items: Offered } } } };
    };
    expect(schema.$defs.build.properties.documents.items.anyOf[0]?.enum).toEqual(documents.map(({ id }) => id));
  });

  test("the help names every paper", () => {
    const { stdout } = runQualspec(["build", "--help"], { cwd: emptyFolder() });
    expect(runQualspec(["help", "build"], { cwd: emptyFolder() }).stdout).toBe(stdout);
    const listed = stdout.slice(stdout.indexOf("Papers for --document:"));
    expect([...listed.matchAll(/^ {2}([a-z-]+)/gmu)].map(([, id]) => id)).toEqual(documents.map(({ id }) => id));
  });
});
