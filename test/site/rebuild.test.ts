import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { qualification, unit } from "../build/specs.ts";
import { writeInto } from "../check-folder.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";

const good = { "q.yaml": qualification("a, b"), "a.yaml": unit("a"), "b.yaml": unit("b") };

function world(): string {
  const cwd = emptyFolder();
  writeInto(cwd, good);
  return cwd;
}

test("units without a qualification are a website too, in spite of errors where that is wanted", () => {
  const cwd = emptyFolder();
  writeInto(cwd, { "a.yaml": unit("a").replace("level: 3\n", "") });
  expect(site(cwd).error?.message).toContain("(or build all the same with `--force`)");
  expect(site(cwd, "--force").withStatus("written")).toContain("out/site/units/a.html");
});

interface Report {
  readonly files: readonly { readonly path: string; readonly status: string }[];
  readonly error: { readonly message: string } | null;
}

function site(cwd: string, ...args: readonly string[]) {
  const ran = runQualspec(["site", "--no-papers", "--format", "json", ...args], { cwd });
  const { files, error } = JSON.parse(ran.stdout) as Report;
  const withStatus = (status: string) => files.filter((file) => file.status === status).map(({ path }) => path);
  return { code: ran.code, error, withStatus, stderr: ran.stderr };
}

function snapshot(folder: string): Readonly<Record<string, string | number>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const path = join(folder, name);
      return [name, statSync(path).isFile() ? `${statSync(path).mtimeMs} ${readFileSync(path, "utf8")}` : 0];
    }),
  );
}

test("made again, only what is different is written, and what is no longer made is removed with its folder", () => {
  const cwd = world();
  expect(site(cwd).code).toBe(0);
  writeInto(cwd, { "a.yaml": unit("a").replace("State A", "State B") });
  expect(site(cwd).withStatus("written")).toEqual([
    "out/site/units/a.html",
    "out/site/assets/search/index-0.js",
    "out/site/assets/search/texts-0.js",
  ]);
  rmSync(join(cwd, "q.yaml"));
  rmSync(join(cwd, "b.yaml"));
  expect(site(cwd).withStatus("removed")).toEqual(["out/site/qualifications/q.html", "out/site/units/b.html"]);
  expect(existsSync(join(cwd, "out/site/qualifications"))).toBe(false);
  expect(existsSync(join(cwd, "out/site/units/a.html"))).toBe(true);
});

test("nothing that somebody else made or changed is overwritten or removed", () => {
  const cwd = world();
  const out = join(cwd, "out", "site");
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "mine.txt"), "mine");
  expect(site(cwd).code).toBe(0);
  // No longer made, but somebody has written into it.
  writeFileSync(join(out, "units/b.html"), "my notes");
  rmSync(join(cwd, "b.yaml"));
  writeInto(cwd, { "q.yaml": qualification("a") });
  const again = site(cwd);
  expect(again.withStatus("left")).toEqual(["out/site/units/b.html"]);
  expect(readFileSync(join(out, "units/b.html"), "utf8")).toBe("my notes");
  expect(readFileSync(join(out, "mine.txt"), "utf8")).toBe("mine");
  // Still made.
  writeFileSync(join(out, "units/a.html"), "my notes");
  const before = snapshot(cwd);
  const refused = site(cwd);
  expect(refused.code).toBe(3);
  expect(refused.error?.message).toContain("out/site/units/a.html");
  expect(snapshot(cwd)).toEqual(before);
  expect(site(cwd, "--force").withStatus("written")).toEqual(["out/site/units/a.html"]);
});

test("papers that stand in the same folder are not the website's to remove, and errors change nothing", () => {
  const cwd = world();
  expect(runQualspec(["build", "--to", "md"], { cwd }).code).toBe(0);
  expect(site(cwd, "--out", "out").code).toBe(0);
  expect(site(cwd, "--out", "out").withStatus("removed")).toEqual([]);
  expect(existsSync(join(cwd, "out/q/learner-workbook.md"))).toBe(true);
  writeInto(cwd, { "a.yaml": unit("a").replace("level: 3", "level: 20") });
  const before = snapshot(cwd);
  expect(site(cwd, "--out", "out").code).toBe(1);
  expect(snapshot(cwd)).toEqual(before);
});
