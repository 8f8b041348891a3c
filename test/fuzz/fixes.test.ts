import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { explanationGroups } from "../../src/rules/index.ts";
import { checkFolder } from "../check-folder.ts";
import { mendFolder } from "../mend-folder.ts";
import { type Edit, edits } from "./edits.ts";
import { type Choose, chooser } from "./random.ts";

const folder = mkdtempSync(join(tmpdir(), "qualspec-fuzz-fixes-"));
cpSync("specs", folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How a file is written, and its shape. */
const gates = new Set(explanationGroups.slice(0, 2).flatMap((group) => group.explanations.map(({ id }) => id)));

/** The qualifications, and every second unit: the others are written in the same way. */
const files = ["qualifications", "units"]
  .flatMap((below) => readdirSync(join(folder, below)).map((name) => `${below}/${name}`))
  .filter((name, at) => name.startsWith("qualifications/") || at % 2 === 1);

/** Slips that mostly have one right answer, each at a place that is chosen. */
const mendable: Readonly<Record<string, Edit>> = {
  "another case of a key": (text, choose) =>
    onMatch(text, choose, /[a-z]+[A-Z][a-z]+(?=:)/gu, (key) => key.toLowerCase()),
  "another case of a word": (text, choose) =>
    onMatch(text, choose, /(?<=[[ ])[a-z]+-[a-z-]+(?=[\],])/gu, (word) => word.replaceAll("-", " ").toUpperCase()),
  "quotes around a number": (text, choose) => onMatch(text, choose, /(?<=: )\d+$/gmu, (number) => `"${number}"`),
  "no quotes around a text": (text, choose) =>
    onMatch(text, choose, /(?<=: )"[^"]+"/gu, (quoted) => quoted.slice(1, -1)),
  "a colon in a text": (text, choose) => onMatch(text, choose, /(?<=: [A-Z]\w+) (?=\w)/gu, () => ": "),
  "an item twice": (text, choose) => onMatch(text, choose, /(?<=\[)[\w-]+(?=,)/gu, (item) => `${item}, ${item}`),
  "no key": (text, choose) => onMatch(text, choose, /^ +key: .*\n/gmu, () => ""),
  "no space after a dash": (text, choose) => onMatch(text, choose, /(?<=^ *-) (?=\w)/gmu, () => ""),
  "no space after a colon": (text, choose) => onMatch(text, choose, /(?<=^ *\w+:) (?=\w)/gmu, () => ""),
};

const savings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => `\ufeff${text.replaceAll("\n", "\r\n")}`,
];

const slips = [...Object.entries(edits), ...Object.entries(mendable)];
const counts: Record<string, number> = {};

test.each(slips.map(([name, slip], at) => [name, slip, at] as const))("%s", async (name, slip, at) => {
  const choose = chooser(at + 101);
  for (const [turn, file] of files.filter((_, place) => place % 2 === at % 2).entries()) {
    const path = join(folder, file);
    const before = readFileSync(path, "utf8");
    const sound = await checkFolder(folder, [file]);
    const save = savings[turn % savings.length] ?? String;
    const broken = save(slip(commented(before, choose), choose));
    try {
      writeFileSync(path, broken);
      const found = await checkFolder(folder, [file]);
      const { files: mended, checked, fixed } = await mendFolder(folder, [file]);
      const [only, ...others] = mended;
      expect(others).toEqual([]);
      expect(fixed.length > 0).toBe(only !== undefined);
      if (only === undefined) continue;
      counts[name] = (counts[name] ?? 0) + 1;
      expect(only.before).toBe(broken);
      expectNoneAdded([...sound.findings, ...found.findings], checked.findings);
      expect(commentsIn(only.after)).toEqual(commentsIn(broken));
      expect(lineEnds(only.after)).toBe(lineEnds(broken));
      expect(only.after.startsWith("\ufeff")).toBe(broken.startsWith("\ufeff"));
      writeFileSync(path, only.after);
      expect((await mendFolder(folder, [file])).files).toEqual([]);
    } finally {
      writeFileSync(path, before);
    }
  }
});

test("many slips were mended", () => {
  for (const name of Object.keys(mendable)) expect(counts[name] ?? 0, name).toBeGreaterThan(0);
});

/** A comment of its own at the end of a line that has a value. */
function commented(text: string, choose: Choose): string {
  return onMatch(text, choose, /(?<=^ *[\w-]+: [\w-]+)$/gmu, () => "  # kept as it is");
}

function onMatch(text: string, choose: Choose, pattern: RegExp, change: (found: string) => string): string {
  const all = [...text.matchAll(pattern)];
  const one = all[choose(all.length)];
  if (one === undefined) return text;
  return text.slice(0, one.index) + change(one[0]) + text.slice(one.index + one[0].length);
}

function expectNoneAdded(before: readonly Diagnostic[], after: readonly Diagnostic[]): void {
  const rules = before.map(({ rule }) => rule);
  // Whoever could not read the file could not see what it says.
  const isHidden = (rule: string) => !gates.has(rule) && rules.some((one) => gates.has(one));
  expect(after.map(({ rule }) => rule).filter((rule) => !rules.includes(rule) && !isHidden(rule))).toEqual([]);
}

function commentsIn(text: string): readonly string[] {
  return text.match(/(?:^|\s)#.*$/gmu)?.map((one) => one.trim()) ?? [];
}

function lineEnds(text: string): string {
  const windows = text.match(/\r\n/gu)?.length ?? 0;
  return windows === 0 ? "unix" : windows === text.match(/\n/gu)?.length ? "windows" : "both";
}
