import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import manifest from "../package.json" with { type: "json" };
import { commands } from "../src/commands/index.ts";
import { noColours } from "../src/reporters/colours.ts";
import { compact } from "../src/reporters/compact.ts";
import { summarise } from "../src/reporters/report.ts";
import { starterFiles } from "../src/workspace/starter.ts";
import { checkFolder, writeInto } from "./check-folder.ts";
import { LanguageClient } from "./language-client.ts";
import { emptyFolder } from "./run-qualspec.ts";

/** What `qualspec init` gives for editors and services, read as they do. */

const folder = "templates/starter";
const readText = (name: string) => readFileSync(join(folder, name), "utf8");

/** JSON with comments on lines of their own, as the editor reads it. */
function readSettings<Shape>(name: string): Shape {
  return JSON.parse(readText(`.vscode/${name}`).replace(/^\s*\/\/.*$/gmu, "")) as Shape;
}

interface Tasks {
  readonly tasks: readonly {
    readonly command: string;
    readonly args: readonly string[];
    readonly problemMatcher: Matcher | [];
  }[];
}

interface Matcher {
  readonly severity: string;
  readonly pattern: Readonly<Record<"file" | "line" | "column" | "severity" | "code" | "message", number>> & {
    readonly regexp: string;
  };
  readonly background: { readonly beginsPattern: string; readonly endsPattern: string };
}

test("init gives every file of the starter, those with a dot before their names too", () => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name.replace(/^gitignore$/u, ".gitignore"));
  const given = starterFiles("/there", "/").map(({ printed }) => printed);
  for (const name of names)
    expect(
      given.some((path) => path.endsWith(`/${name}`)),
      name,
    ).toBe(true);
  expect(given).toEqual(
    expect.arrayContaining(["there/.vscode/tasks.json", "there/.github/workflows/qualspec.yml", "there/.gitignore"]),
  );
});

describe("the task that checks while somebody writes", () => {
  const { tasks } = readSettings<Tasks>("tasks.json");
  const matcher = tasks[0]?.problemMatcher as Matcher;
  const regexp = new RegExp(matcher.pattern.regexp, "u");
  const begins = new RegExp(matcher.background.beginsPattern, "u");
  const ends = new RegExp(matcher.background.endsPattern, "u");

  test("finds in compact lines what was found", async () => {
    const here = emptyFolder();
    const text = "kind: unit\nid: b\ntitle: B: c\nlevel: 2\nlearningOutcomes: []\n";
    writeInto(here, {
      "my units/b.yaml": text.replace("B: c", "B"),
      "my units/c.yaml": text,
      "qualspec.yaml": "rules: { file-named-by-id: advice, unit-facts-stated: warning }\n",
      "units/d.yaml": text.replace("B: c", "D").replace("id: b", "id: e"),
    });
    const { findings } = await checkFolder(here);
    const report = { version: "", error: null, summary: summarise([], 0), findings, paths: [], below: "" };
    const lines = compact.print(report, { columns: 80, colours: noColours }).trimEnd().split("\n");
    const { file, line, column, severity, code, message } = matcher.pattern;
    expect(
      lines.map((one) => {
        const groups = regexp.exec(one) ?? [];
        return [file, line, column, severity, code, message].map((group) => groups[group]);
      }),
    ).toEqual(
      findings.map(({ place, rule, ...one }) => {
        const at = place.file.positionAt(place.start);
        return [place.file.path, String(at.line), String(at.column), one.severity, rule, one.message];
      }),
    );
    expect(new Set(findings.map((one) => one.severity)).size).toBe(3);
    expect(lines.filter((one) => begins.test(one) || ends.test(one))).toEqual([]);
    // The editor has no word for advice, and takes this instead.
    expect(matcher.severity).toBe("info");
  });

  test("knows where a round begins and ends", () => {
    const frame = ["Checking ...", "Checked 1 file: nothing wrong found.", "Checked 12 files: 1 error and 2 warnings."];
    expect(frame.map((line) => [begins.test(line), ends.test(line), regexp.test(line)])).toEqual([
      [true, false, false],
      [false, true, false],
      [false, true, false],
    ]);
  });

  test("calls commands that there are", () => {
    expect(tasks.map(({ command }) => command)).toEqual(["qualspec", "qualspec"]);
    for (const { args } of tasks) expectKnown(args);
  });
});

test("the editor's settings give each file the schema of its kind", async () => {
  const here = emptyFolder();
  writeInto(here, Object.fromEntries(starterFiles("/", "/").map(({ printed, bytes }) => [printed, bytes])));
  const schemas = readSettings<{ "yaml.schemas": Record<string, string[]> }>("settings.json")["yaml.schemas"];
  const client = new LanguageClient({ uri: pathToFileURL(here).href, schemas });
  await client.start();
  try {
    const wrong = "nonsense: 1\n";
    for (const name of ["qualspec.yaml", "units/new/a.yaml", "house/brand.yaml"]) {
      const uri = pathToFileURL(join(here, name)).href;
      client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text: wrong } });
      const problems = await client.problems(uri, ({ length }) => length > 0);
      expect(problems.map(({ message }) => message).join(), name).toContain("nonsense");
    }
  } finally {
    client.stop();
  }
});

describe("the workflow", () => {
  interface Workflow {
    readonly env: Readonly<Record<string, string>>;
    readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
  }
  const text = readText(".github/workflows/qualspec.yml");
  const { env, jobs } = parse(text) as Workflow;
  const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

  test("checks and builds what it names, with options that there are", () => {
    expect(env["SPECIFICATIONS"]).toBe(".");
    for (const run of runs.filter((one) => one.startsWith("qualspec "))) expectKnown(run.split(" ").slice(1));
    expect(runs.join("\n")).toMatch(/qualspec check .*\n[\s\S]*qualspec build /u);
  });

  test("takes the package from where `npm pack` writes it, under the name that it has then", () => {
    expect(runs[0]).toContain(`/tools/${manifest.name}-*.tgz`);
    expect(text).toContain(`${manifest.name}-${manifest.version}.tgz`);
  });
});

/** A command and its options that there are. */
function expectKnown([name, ...words]: readonly string[]): void {
  const flags = commands.find((one) => one.name === name)?.options.map((option) => option.flags.split(" ")[0]);
  expect(flags).toEqual(expect.arrayContaining(words.filter((word) => word.startsWith("--"))));
}
