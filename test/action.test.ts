import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkCommand } from "../src/commands/check.ts";
import { writeInto } from "./check-folder.ts";
import { emptyFolder, environment } from "./run-qualspec.ts";

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly shell?: string;
  readonly run: string;
  readonly "working-directory"?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const root = fileURLToPath(new URL("..", import.meta.url));
const action = parse(readFileSync("action.yml", "utf8")) as Action;
const { steps } = action.runs;
const checkStep = steps.find(({ id }) => id === "check");
const reference = /\$\{\{ inputs\.([\w-]+) \}\}/gu;

describe("action.yml", () => {
  test("is a composite action that says what everything is", () => {
    expect(action.runs.using).toBe("composite");
    const described = [action, ...Object.values(action.inputs), ...Object.values(action.outputs)];
    for (const { description } of described) expect(description).toMatch(/^[A-Z].*\w\)?$/u);
    for (const step of steps) expect(step).toMatchObject({ name: expect.any(String), shell: "bash" });
  });

  test("uses every input, and only those", () => {
    const text = JSON.stringify(steps);
    const used = [...text.matchAll(reference)].map(([, name]) => name);
    expect(new Set(used)).toEqual(new Set(Object.keys(action.inputs)));
  });

  test("puts nothing into a script but through its environment", () => {
    for (const { run, env = {} } of steps) {
      expect(run).not.toContain("${{");
      for (const name of Object.keys(env)) expect(run).toMatch(new RegExp(`\\b${name}\\b`, "u"));
    }
  });

  test("calls `check` with options that it has", () => {
    const flags = checkCommand.options.map((option) => option.flags.split(" ")[0]);
    const used = [...(checkStep?.run ?? "").matchAll(/(?<=[("])--[a-z-]+/gu)].map(([flag]) => flag);
    expect(used).toEqual(["--format", "--report", "--fail-on", "--since", "--report"]);
    expect(flags).toEqual(expect.arrayContaining(used));
  });

  test("gives as outputs what its steps write", () => {
    for (const [name, { value }] of Object.entries(action.outputs)) {
      const [, id, output] = /^\$\{\{ steps\.([\w-]+)\.outputs\.([\w-]+) \}\}$/u.exec(value) ?? [];
      expect(output).toBe(name);
      expect(steps.find((step) => step.id === id)?.run).toContain(`${name}=`);
    }
  });
});

interface Runner {
  readonly workspace: string;
  /** What the runner reads after the steps. */
  readonly outputs: () => Readonly<Record<string, string>>;
  readonly summary: () => string;
  readonly run: (step: Step | undefined, inputs: Readonly<Record<string, string>>, env?: NodeJS.ProcessEnv) => Ran;
}

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** A world as the runner makes it for each step of a composite action. */
function runner(actionPath = root): Runner {
  const folder = emptyFolder();
  const workspace = join(folder, "work space");
  for (const name of ["work space", "temp"]) mkdirSync(join(folder, name));
  for (const name of ["output", "summary"]) writeFileSync(join(folder, name), "");
  return {
    workspace,
    outputs: () => {
      const lines = readFileSync(join(folder, "output"), "utf8").split("\n");
      return Object.fromEntries(
        lines.filter((line) => line !== "").map((line) => [line.split("=")[0], line.replace(/^[^=]*=/u, "")]),
      );
    },
    summary: () => readFileSync(join(folder, "summary"), "utf8"),
    run: (step, inputs, env = {}) => {
      if (step === undefined) throw new Error("no such step");
      const valued = (text: string) =>
        text.replace(reference, (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? "");
      const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, valued(value)] as const);
      const script = join(folder, "script.sh");
      writeFileSync(script, step.run);
      const ran = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
        cwd: join(workspace, valued(step["working-directory"] ?? ".")),
        env: {
          ...environment(),
          GITHUB_ACTIONS: "true",
          GITHUB_ACTION_PATH: actionPath,
          GITHUB_OUTPUT: join(folder, "output"),
          GITHUB_STEP_SUMMARY: join(folder, "summary"),
          GITHUB_WORKSPACE: workspace,
          RUNNER_TEMP: join(folder, "temp"),
          ...Object.fromEntries(own),
          ...env,
        },
        encoding: "utf8",
      });
      if (ran.error !== undefined) throw ran.error;
      return { stdout: ran.stdout, stderr: ran.stderr, code: ran.status };
    },
  };
}

const good = readFileSync("specs/units/hort-soil.yaml", "utf8");
const bad = "kind: unit\nid: other\ntitle: A\nlearningOutcomes: []\n";

describe.skipIf(process.platform === "win32")("the step that checks (skipped on Windows)", () => {
  test("passes where nothing is wrong", () => {
    const { workspace, outputs, summary, run } = runner();
    writeInto(workspace, { ".git/HEAD": "", "units/hort-soil.yaml": good });
    const { stdout, code } = run(checkStep, {});
    expect(stdout).toBe("Checked 1 file: nothing wrong found.\n");
    expect(outputs()).toEqual({ "exit-code": "0", errors: "0", warnings: "0", "sarif-path": "" });
    expect(summary()).toMatch(/^## qualspec\n\nChecked 1 file: nothing wrong found\.\n/u);
    expect(code).toBe(0);
  });

  test("fails where something is, annotates it, and writes for code scanning", () => {
    const { workspace, outputs, summary, run } = runner();
    writeInto(workspace, { ".git/HEAD": "", "courses/units/a.yaml": bad, "courses/units/hort-soil.yaml": good });
    const inputs = { "working-directory": "courses", path: "units\n", "sarif-file": "out/qualspec report.sarif" };
    const { stdout, code } = run(checkStep, inputs);
    expect(stdout).toMatch(/^::error file=courses\/units\/a\.yaml,line=2,/mu);
    expect(summary()).toContain("### Errors");
    const written = outputs();
    expect(written).toMatchObject({
      "exit-code": "1",
      "sarif-path": join(workspace, "courses", "out", "qualspec report.sarif"),
    });
    expect(Number(written["errors"])).toBeGreaterThan(1);
    const { runs } = JSON.parse(readFileSync(written["sarif-path"] ?? "", "utf8"));
    expect(runs[0].results).toHaveLength(Number(written["errors"]) + Number(written["warnings"]));
    expect(code).toBe(1);
  });

  test("takes several paths with spaces, and further arguments", () => {
    const { workspace, run } = runner();
    writeInto(workspace, { "one two/a.yaml": bad, "three/a.yaml": bad, "four/a.yaml": bad });
    const { stdout } = run(checkStep, { path: "one two\n\n  three  \n", arguments: "--format\ncompact\n" });
    expect([...new Set(stdout.split("\n").map((line) => line.split(":")[0]))]).toEqual([
      "one two/a.yaml",
      "three/a.yaml",
      "",
    ]);
  });

  test.each(["path", "since", "fail-on", "sarif-file", "arguments"])("runs nothing that stands in %s", (name) => {
    const { workspace, outputs, run } = runner();
    writeInto(workspace, { "a.yaml": bad });
    const text = "$(touch pwned) `touch pwned`; touch pwned & \" ' | touch pwned\nexit-code=7";
    const { code } = run(checkStep, { [name]: text });
    expect(code).not.toBe(0);
    expect(existsSync(join(workspace, "pwned"))).toBe(false);
    expect(outputs()["exit-code"]).toBe(String(code));
  });

  test("tells a bad call, and still writes for code scanning", () => {
    const { workspace, outputs, run } = runner();
    writeInto(workspace, { "a.yaml": bad });
    const { stdout, code } = run(checkStep, { path: "nowhere", "sarif-file": "out.sarif" });
    expect(stdout).toMatch(/^::error title=qualspec::No such file or folder: `nowhere`/u);
    expect(outputs()).toEqual({
      "exit-code": "2",
      errors: "0",
      warnings: "0",
      "sarif-path": join(workspace, "out.sarif"),
    });
    expect(code).toBe(2);
  });

  test("does not take the figures of an earlier step for its own", () => {
    const { workspace, outputs, run } = runner();
    writeInto(workspace, { "a.yaml": bad });
    run(checkStep, {});
    expect(run(checkStep, { "sarif-file": "a.yaml" }).code).toBe(2);
    expect(outputs()).toEqual({ "exit-code": "2", errors: "0", warnings: "0", "sarif-path": "" });
    expect(readFileSync(join(workspace, "a.yaml"), "utf8")).toBe(bad);
  });
});

describe.skipIf(process.platform === "win32")("the step that sets up (skipped on Windows)", () => {
  /** Programs that write down how they are called, in place of the real ones. */
  function programs(names: Readonly<Record<string, string>>): {
    readonly folder: string;
    readonly called: () => string;
  } {
    const folder = emptyFolder();
    for (const [name, script] of Object.entries(names)) {
      writeFileSync(join(folder, name), `#!/bin/sh\necho "$PWD: ${name} $*" >> "${folder}/called"\n${script}\n`);
      chmodSync(join(folder, name), 0o755);
    }
    const path = join(folder, "called");
    return { folder, called: () => (existsSync(path) ? readFileSync(path, "utf8") : "") };
  }
  const pathWith = (folder: string) => ({ PATH: `${folder}${delimiter}${process.env["PATH"]}` });

  test("installs what the action's own checkout asks for, and builds it", () => {
    const checkout = emptyFolder();
    const { folder, called } = programs({ npm: "exit 0" });
    const { code } = runner(checkout).run(steps[0], {}, pathWith(folder));
    expect(called()).toMatch(new RegExp(`^${checkout}: npm ci --include=dev [^\\n]*\\n$`, "u"));
    expect(code).toBe(0);
  });

  test("installs nothing where that is done", () => {
    const { folder, called } = programs({ npm: "exit 1" });
    expect(runner().run(steps[0], {}, pathWith(folder)).code).toBe(0);
    expect(called()).toBe("");
  });

  test("fails where the installation does", () => {
    const { folder } = programs({ npm: "exit 7" });
    expect(runner(emptyFolder()).run(steps[0], {}, pathWith(folder)).code).toBe(7);
  });

  test("asks for a Node.js that is new enough", () => {
    const { folder } = programs({ node: "exit 1" });
    const { stdout, code } = runner().run(steps[0], {}, pathWith(folder));
    expect(stdout).toMatch(/^::error title=qualspec::.*Node\.js 20.*actions\/setup-node/u);
    expect(code).toBe(1);
  });
});
