import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Io } from "../src/cli/io.ts";
import { main } from "../src/main.ts";
import { emptyFolder, environment, launcher, runQualspec } from "./run-qualspec.ts";

/** What only the outside of the process shows; whole commands are in transcripts/. */

const unitWithError = "kind: unit\nid: other\ntitle: A\nlearningOutcomes: []\n";

/** A workspace with so many errors that their report is some megabytes long. */
function largeWorkspace(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, "units"));
  for (let at = 0; at < 1000; at += 1) writeFileSync(join(folder, "units", `unit-${at}.yaml`), unitWithError);
  return folder;
}

describe("a report that is longer than a pipe", () => {
  test("arrives whole, also when its reader is slow", async () => {
    const child = spawn(process.execPath, [launcher, "check", "--format", "json"], {
      cwd: largeWorkspace(),
      env: environment(),
    });
    await sleep(1500);
    const chunks: Buffer[] = [];
    for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    expect(text.length).toBeGreaterThan(1_000_000);
    const report = JSON.parse(text) as { readonly summary: { readonly errors: number }; readonly findings: unknown[] };
    expect(report.findings).toHaveLength(report.summary.errors);
  });

  test("may be left by its reader without a word about it", async () => {
    const child = spawn(process.execPath, [launcher, "check", "--format", "json"], {
      cwd: largeWorkspace(),
      env: environment(),
    });
    const ended = new Promise<number | null>((resolve) => {
      child.on("close", resolve);
    });
    const complaints: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
    child.stdout.once("data", () => child.stdout.destroy());
    expect(await ended).toBe(1);
    expect(Buffer.concat(complaints).toString("utf8")).toBe("");
  });
});

test("standard input that comes slowly and in parts is read whole", async () => {
  const child = spawn(process.execPath, [launcher, "check", "-", "--format", "json"], {
    cwd: emptyFolder(),
    env: environment(),
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => {
    child.on("close", resolve);
  });
  await sleep(300);
  child.stdin.write("kind: unit\nid: stdin\ntitle: A\nlearning");
  await sleep(300);
  child.stdin.end("Outcomes: []\nretird: []\n");
  await ended;
  expect(JSON.parse(Buffer.concat(chunks).toString("utf8"))).toMatchObject({ findings: [{ pointer: "/retird" }] });
});

const esc = "\u001b[";

describe("colour where nobody looks at a terminal", () => {
  const cases: readonly [string, Readonly<Record<string, string>>, boolean][] = [
    ["is left out", {}, false],
    ["is put in when FORCE_COLOR asks", { FORCE_COLOR: "1" }, true],
    ["is left out when FORCE_COLOR is 0", { FORCE_COLOR: "0" }, false],
    ["is left out when NO_COLOR asks too", { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
    ["is put in when NO_COLOR is empty", { FORCE_COLOR: "1", NO_COLOR: "" }, true],
  ];

  test.each(cases)("%s", (_, env, isColoured) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "a.yaml"), unitWithError);
    const { stdout } = runQualspec(["check"], { cwd, env });
    expect(stdout.includes(esc)).toBe(isColoured);
    expect(stdout).toContain("other");
    const explained = runQualspec(["explain", "unit-used"], { cwd, env }).stdout;
    expect(explained.includes(esc)).toBe(isColoured);
  });

  test.each(cases)("never stands in JSON or help: %s", (_, env) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "a.yaml"), unitWithError);
    expect(runQualspec(["check", "--format", "json"], { cwd, env }).stdout).not.toContain(esc);
    const help = runQualspec(["--help"], { cwd, env }).stdout;
    expect(help).not.toContain(esc);
    expect(widestOf(help)).toBeLessThanOrEqual(80);
  });
});

describe("a terminal", () => {
  test.each([
    ["narrow", 76, 76],
    ["wide", 300, 100],
  ])("%s: text is coloured, and no line is too long to read", async (_, columns, widest) => {
    const { io, written } = terminal({ columns });
    writeFileSync(join(io.cwd, "a.yaml"), unitWithError);
    expect(await main(["check"], io)).toBe(1);
    expect(written.out).toContain(esc);
    expect(await main(["explain"], io)).toBe(0);
    expect(await main(["check", "--help"], io)).toBe(0);
    expect(await main(["check", "nowhere.yaml"], io)).toBe(2);
    expect(widestOf(written.out)).toBeLessThanOrEqual(widest);
    expect(widestOf(written.err.replaceAll(io.cwd, ""))).toBeLessThanOrEqual(widest);
  });

  test.each([{ NO_COLOR: "1" }, { TERM: "dumb" }, { FORCE_COLOR: "0" }])("is not coloured with %o", async (env) => {
    const { io, written } = terminal({ env });
    writeFileSync(join(io.cwd, "a.yaml"), unitWithError);
    await main(["check"], io);
    expect(written.out).toContain("other");
    expect(written.out).not.toContain(esc);
  });

  test("is not painted by what stands in a file", async () => {
    const { io, written } = terminal({ env: { NO_COLOR: "1" } });
    writeFileSync(join(io.cwd, "a.yaml"), `kind: unit\nid: a\ntitle: A\n"${esc}2Jgone": 1\nlearningOutcomes: []\n`);
    await main(["check"], io);
    expect(written.out).toContain("gone");
    expect(written.out).not.toContain("\u001b");
  });
});

describe("a bug in qualspec", () => {
  const breakdown: Partial<Io> = {
    readStdin: () => {
      throw new TypeError("a bug for this test");
    },
  };

  test("ends with 70, and asks for a report", async () => {
    const { io, written } = terminal(breakdown);
    expect(await main(["check", "-"], io)).toBe(70);
    expect(written.err).toMatch(/bug in qualspec[\s\S]*a bug for this test[\s\S]*at /u);
    expect(written.out).toBe("");
  });

  test("is one JSON value where JSON was asked for", async () => {
    const { io, written } = terminal(breakdown);
    expect(await main(["check", "-", "--format", "json"], io)).toBe(70);
    expect(JSON.parse(written.out)).toMatchObject({ version: 1, error: { exitCode: 70 }, findings: [] });
    expect(written.err).toBe("");
  });
});

/** A terminal that a person looks at, in an empty folder. */
function terminal({ columns = 80, ...other }: Partial<Io> & { readonly columns?: number }) {
  const written = { out: "", err: "" };
  const output = (name: "out" | "err") => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTerminal: true,
    columns,
  });
  const io: Io = {
    cwd: emptyFolder(),
    env: {},
    readStdin: async () => new Uint8Array(),
    out: output("out"),
    err: output("err"),
    today: () => "2026-04-01",
    ...other,
  };
  return { io, written };
}

function widestOf(text: string): number {
  const escapes = new RegExp(`${esc.replace("[", "\\[")}[\\d;]*m`, "gu");
  return Math.max(
    ...text
      .replace(escapes, "")
      .split("\n")
      .map((line) => line.length),
  );
}
