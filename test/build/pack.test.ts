import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { makeFiles } from "../../src/papers/make-files.ts";
import { progressOn } from "../../src/reporters/progress.ts";
import { writeInto } from "../check-folder.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";
import { qualification, unit } from "./specs.ts";

function world(): string {
  const cwd = emptyFolder();
  writeInto(cwd, { "q.yaml": `${qualification("a")}version: "1.2"\n`, "a.yaml": unit("a") });
  return cwd;
}

const pack = (cwd: string, ...args: readonly string[]) => runQualspec(["pack", ...args], { cwd });

test("a pack is every paper, and a page that leads to each of them", () => {
  const cwd = world();
  const { code, stdout, stderr } = pack(cwd, "--to", "html,md");
  expect(code, stderr).toBe(0);
  expect(stdout).toContain("Open out/q/index.html in a web browser");
  // Nothing here is mapped to a framework.
  const all = documents
    .filter(({ id, isAboutSpecification }) => isAboutSpecification !== true && id !== "mapping-matrix")
    .map(({ id }) => id);
  const there = readdirSync(join(cwd, "out", "q"));
  expect(there.sort()).toEqual(["index.html", ...all.flatMap((id) => [`${id}.html`, `${id}.md`])].sort());
  const index = readFileSync(join(cwd, "out", "q", "index.html"), "utf8");
  const links = [...index.matchAll(/href="([^"]+)"/gu)].map(([, href]) => href);
  expect(links.sort()).toEqual(there.filter((name) => name !== "index.html"));
});

test("zipped it is one file with the same papers, and the same bytes each time", () => {
  const cwd = world();
  expect(pack(cwd).code).toBe(0);
  const told = pack(cwd, "--zip");
  expect([told.code, told.stdout]).toEqual([
    0,
    "Checked 2 files, made 1 zip file (1 written):\n  out/q-1.2.zip  written\nUnpack it, then open index.html in its folder: that leads to every paper in the zip file.\n",
  ]);
  const bytes = readFileSync(join(cwd, "out", "q-1.2.zip"));
  const zipped = unzipSync(bytes);
  const folder = readdirSync(join(cwd, "out", "q"));
  expect(Object.keys(zipped).sort()).toEqual(folder.map((name) => `q/${name}`).sort());
  for (const name of folder) {
    expect(Buffer.from(zipped[`q/${name}`] ?? []).equals(readFileSync(join(cwd, "out", "q", name))), name).toBe(true);
  }
  const again = pack(cwd, "--zip", "--format", "json");
  expect(JSON.parse(again.stdout)).toMatchObject({
    files: [{ path: "out/q-1.2.zip", document: "pack", status: "unchanged" }],
  });
  expect(strFromU8(zipped["q/index.html"] ?? new Uint8Array())).toContain("<h1>");
});

test("a file of the pack that somebody has written into stops all of it", () => {
  const cwd = world();
  expect(pack(cwd).code).toBe(0);
  writeFileSync(join(cwd, "out", "q", "iqa-report.html"), "my notes");
  writeInto(cwd, { "a.yaml": unit("a").replace("State A", "State B") });
  const before = readFileSync(join(cwd, "out", "q", "learner-workbook.html"), "utf8");
  const { code, stderr } = pack(cwd);
  expect(code).toBe(3);
  expect(stderr).toContain("out/q/iqa-report.html");
  expect(readFileSync(join(cwd, "out", "q", "learner-workbook.html"), "utf8")).toBe(before);
  expect(readdirSync(join(cwd, "out", "q")).filter((name) => /\.(?:new|old)$/u.test(name))).toEqual([]);
});

test("who stops it half-way finds everything as it was", async () => {
  const folder = emptyFolder();
  const making = (name: string) => ({
    folder,
    path: `q/${name}`,
    document: name,
    format: "html",
    qualification: "q",
    encode: () => new TextEncoder().encode(name),
  });
  const seen: string[] = [];
  const afterEach = (made: number, of: number) => {
    seen.push(`${made} of ${of}`);
    return made === 2;
  };
  const makings = ["a", "b", "c"].map(making);
  await expect(makeFiles(makings, { isForced: false, cwd: folder, afterEach })).rejects.toThrow("nothing was written");
  expect(seen).toEqual(["1 of 3", "2 of 3"]);
  expect(readdirSync(folder)).toEqual([]);
});

test("progress is one line on a terminal, and nothing elsewhere", () => {
  let written = "";
  const output = { isTerminal: true, columns: 80, write: (text: string) => (written += text) };
  const progress = progressOn(output, (done, total) => `${done} of ${total}`);
  progress.show(9, 10);
  progress.show(10, 10);
  progress.wipe();
  expect(written).toBe("\r9 of 10\r10 of 10\r        \r");
  written = "";
  const quiet = progressOn({ ...output, isTerminal: false }, () => "never");
  quiet.show(1, 10);
  quiet.wipe();
  expect(written).toBe("");
});
