import { describe, expect, test } from "vitest";
import { printable } from "../../src/text/printable.ts";
import { finding, hostilePaths, hostileTexts, print, report, samples } from "./sample-reports.ts";

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** A line of a log, as the runner of GitHub's actions reads it; null where it is no command. */
function readCommand(line: string): Command | null {
  const trimmed = line.trimStart();
  if (!trimmed.startsWith("::")) return trimmed.includes("##[") ? { name: "old", properties: {}, message: line } : null;
  const end = trimmed.indexOf("::", 2);
  if (end === -1) return null;
  const [name = "", ...rest] = trimmed.slice(2, end).split(" ");
  const list = rest
    .join(" ")
    .trim()
    .split(",")
    .filter((one) => one !== "");
  const properties = list.map((one) => {
    const [key = "", ...value] = one.split("=");
    return [
      key,
      undo(value.join("="), [
        ["%3A", ":"],
        ["%2C", ","],
      ]),
    ] as const;
  });
  return { name, properties: Object.fromEntries(properties), message: undo(trimmed.slice(end + 2), []) };
}

function undo(text: string, more: readonly (readonly [string, string])[]): string {
  const all: readonly (readonly [string, string])[] = [["%0D", "\r"], ["%0A", "\n"], ...more, ["%25", "%"]];
  return all.reduce((sofar, [from, to]) => sofar.replaceAll(from, to), text);
}

async function commandsOf(one: Parameters<typeof print>[1]): Promise<readonly Command[]> {
  return (await print("github", one)).split("\n").flatMap((line) => readCommand(line) ?? []);
}

describe("github", () => {
  test.each(samples)("prints annotations, and no other command: $name", async ({ report: one }) => {
    const lines = (await print("github", one)).trimEnd().split("\n");
    const commands = lines.slice(0, -1).map(readCommand);
    expect(commands.filter((command) => !["error", "warning", "notice"].includes(command?.name ?? ""))).toEqual([]);
    expect(lines.at(-1)).toMatch(/^Checked \d+ files?: .+\.$/u);
    for (const name of ["error", "warning", "notice"]) {
      expect(commands.filter((command) => command?.name === name).length).toBeLessThanOrEqual(10);
    }
  });

  test.each(Object.entries(hostileTexts))("%s arrives as it was", async (_, message) => {
    const [command] = await commandsOf(report([finding({ message })]));
    expect(command?.message).toBe(printable(message));
  });

  test.each(hostilePaths)("the path %s arrives as it was", async (path) => {
    const [command] = await commandsOf(report([finding({ path })], { below: "a, b/" }));
    expect(command?.properties).toEqual({
      file: `a, b/${path}`,
      line: "2",
      endLine: "2",
      col: "1",
      endColumn: "6",
      title: "file-named-by-id",
    });
  });

  test("over several lines there are no columns", async () => {
    const [command] = await commandsOf(report([finding({ at: [0, 20] })]));
    expect(command?.properties).toEqual({ file: "units/a.yaml", line: "1", endLine: "3", title: "file-named-by-id" });
  });

  test("says which other places are meant", async () => {
    const related = [{ message: "the other", place: finding({ path: "b.yaml" }).place }];
    const [command] = await commandsOf(report([finding({ related })]));
    expect(command?.message).toBe("Unexpected `x`\nthe other: b.yaml:2:1");
  });

  test("shows the worst first, as many as GitHub shows, and counts the rest", async () => {
    const all = (["advice", "warning", "error"] as const).flatMap((severity) =>
      Array.from({ length: 12 }, () => finding({ severity })),
    );
    const commands = await commandsOf(report(all));
    const names = commands.map(({ name }) => name);
    expect(names).toEqual([
      ...Array.from({ length: 10 }, () => "error"),
      ...Array.from({ length: 10 }, () => "warning"),
      ...Array.from({ length: 10 }, () => "notice"),
    ]);
    expect(commands.at(-1)?.message).toMatch(/^2 errors, 2 warnings and 3 pieces of advice more/u);
  });

  test("a failure is the first annotation, and one of the ten", async () => {
    const error = { message: "Unexpected mishap", exitCode: 70 } as const;
    const commands = await commandsOf(
      report(
        Array.from({ length: 12 }, () => finding({})),
        { error },
      ),
    );
    expect(commands[0]).toEqual({ name: "error", properties: { title: "qualspec" }, message: "Unexpected mishap" });
    expect(commands.filter(({ name }) => name === "error")).toHaveLength(10);
  });
});

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

async function issuesOf(one: Parameters<typeof print>[1]): Promise<readonly Issue[]> {
  return JSON.parse(await print("gitlab", one)) as readonly Issue[];
}

describe("gitlab", () => {
  test.each(samples)("prints what GitLab's Code Quality reads: $name", async ({ report: one }) => {
    const issues = await issuesOf(one);
    expect(issues).toHaveLength(one.findings.length + (one.error === null ? 0 : 1));
    for (const issue of issues) {
      expect(issue.description).toMatch(/\S/u);
      expect(issue.description).not.toContain("\n");
      expect(issue.check_name).toMatch(/^[a-z-]+$/u);
      expect(["info", "minor", "major", "critical", "blocker"]).toContain(issue.severity);
      expect(issue.location.path).toMatch(/^(?!\.\/)./u);
      expect(issue.location.lines.begin).toBeGreaterThanOrEqual(1);
    }
    const names = issues.map(({ fingerprint }) => fingerprint);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name === "")).toEqual([]);
  });

  test("a path starts from the root of the repository", async () => {
    const paths = (await issuesOf(report([finding({}), finding({ path: "../b.yaml" })], { below: "courses/" }))).map(
      ({ location }) => location.path,
    );
    expect(paths).toEqual(["b.yaml", "courses/units/a.yaml"]);
  });
});

describe("the fingerprint of a finding", () => {
  const nameOf = async (given: Parameters<typeof finding>[0], pointer = "/id") => {
    const one = finding(given);
    const [issue] = await issuesOf(report([{ ...one, place: { ...one.place, pointer } }]));
    return issue?.fingerprint;
  };

  test("stays when lines and list items come and go", async () => {
    const before = await nameOf({}, "/units/3/title");
    expect(await nameOf({ at: [30, 40] }, "/units/4/title")).toBe(before);
    expect(await nameOf({ severity: "warning" }, "/units/3/title")).toBe(before);
  });

  test.each([
    ["the rule", { rule: "unit-used" }, "/id"],
    ["the file", { path: "b.yaml" }, "/id"],
    ["the message", { message: "Unexpected `y`" }, "/id"],
    ["the key", {}, "/title"],
  ])("changes with %s", async (_, given, pointer) => {
    expect(await nameOf(given, pointer)).not.toBe(await nameOf({}));
  });
});
