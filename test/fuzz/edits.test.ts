import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { brief, checkFolder } from "../check-folder.ts";
import { edits } from "./edits.ts";
import { chooser } from "./random.ts";

/** Edits of each sort that each file suffers. */
const rounds = 1;
/** Milliseconds that a check of one file and what it uses may take. */
const longest = 5_000;

const folder = mkdtempSync(join(tmpdir(), "qualspec-fuzz-"));
cpSync("specs", folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every second one: the others are written in the same way. */
const files = ["qualifications", "units"]
  .flatMap((below) => readdirSync(join(folder, below)).map((name) => `${below}/${name}`))
  .filter((_, at) => at % 2 === 0);
const counts: number[] = [];

test.each(Object.entries(edits).map(([name, edit], at) => [name, edit, at] as const))("%s", async (name, edit, at) => {
  const choose = chooser(at + 1);
  for (const file of files.flatMap((one) => Array.from({ length: rounds }, () => one))) {
    const before = readFileSync(join(folder, file), "utf8");
    const text = edit(before, choose);
    writeFileSync(join(folder, file), text);
    const start = performance.now();
    const { findings } = await checkFolder(folder, [file]);
    expect(performance.now() - start, `${name} in ${file}`).toBeLessThan(longest);
    for (const one of findings) expectSound(one, one.place.file.path === file ? text : null);
    if (name !== "cut the file off") counts.push(findings.length);
    writeFileSync(join(folder, file), before);
  }
});

test("one slip mostly makes one finding", () => {
  expect(counts.length).toBeGreaterThan(100);
  expect(counts.filter((count) => count > 2).length / counts.length).toBeLessThan(0.02);
});

/** A place inside its file, and a message. */
function expectSound(one: Diagnostic, text: string | null): void {
  const { place, message } = one;
  const words = brief(one);
  if (text !== null) expect(place.file.text).toBe(text);
  expect(place.start, words).toBeGreaterThanOrEqual(0);
  expect(place.end, words).toBeGreaterThanOrEqual(place.start);
  expect(place.end, words).toBeLessThanOrEqual(place.file.text.length);
  expect(message, words).toMatch(/^[A-Z].{10,}[^.\s]$/su);
}
