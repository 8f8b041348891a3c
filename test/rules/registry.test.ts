import { expect, test } from "vitest";
import type { Explanation } from "../../src/diagnostics/explanation.ts";
import { explanationGroups, explanations, packs, registerPack } from "../../src/rules/index.ts";
import { checkFolder, type Files, writeInto } from "../check-folder.ts";
import { type Stretch, takeMarks } from "../marks.ts";
import { emptyFolder } from "../run-qualspec.ts";

/** How a file is written and its shape: an example of another rule breaks none of these. */
const gates = explanationGroups.slice(0, 2).flatMap((group) => group.explanations.map(({ id }) => id));

test("every id is words joined by hyphens, and stands once", () => {
  const ids = explanations.map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z]+(?:-[a-z0-9]+)*$/u.test(id))).toEqual([]);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test("no rule gives way to itself, by whatever way round", () => {
  const rules = [...packs, registerPack].flatMap((pack) => pack.rules);
  const yieldsOf = (id: string) => rules.find((rule) => rule.id === id)?.yieldsTo ?? [];
  const reached = (id: string) => {
    const met = new Set<string>();
    const queue = [...yieldsOf(id)];
    for (let other = queue.pop(); other !== undefined; other = queue.pop()) {
      if (met.has(other)) continue;
      met.add(other);
      queue.push(...yieldsOf(other));
    }
    return met;
  };
  expect(rules.filter(({ id }) => reached(id).has(id)).map(({ id }) => id)).toEqual([]);
  const ids = rules.map(({ id }) => id);
  expect(rules.flatMap(({ yieldsTo = [] }) => yieldsTo).filter((id) => !ids.includes(id))).toEqual([]);
});

test.each(explanations.map((one) => [one.id, one] as const))("%s explains itself", (_, one) => {
  for (const words of [one.summary, one.why, one.source]) expect(words.trim()).toBe(words);
  expect(one.summary).toMatch(/\w$/u);
  expect(one.why).toMatch(/\w/u);
  expect(one.source).toMatch(/\w/u);
});

test.each(explanations.map((one) => [one.id, one] as const))("%s is silent about its good example", async (_, one) => {
  const folder = emptyFolder();
  const { files } = filesOf(one, one.good);
  writeInto(folder, files);
  const { findings } = await checkFolder(folder, ["."], registerAmong(files));
  expect(findings.filter(({ rule }) => rule === one.id || gates.includes(rule))).toEqual([]);
});

test.each(explanations.map((one) => [one.id, one] as const))("%s finds its bad example", async (_, one) => {
  const folder = emptyFolder();
  const { files, marks } = filesOf(one, one.bad);
  writeInto(folder, files);
  const { findings } = await checkFolder(folder, ["."], registerAmong(files));
  const found = findings.filter(({ rule }) => rule === one.id);
  expect(found.map(({ place }) => [place.file.path, place.start, place.end])).toEqual(marks);
  expect(found.map(({ severity }) => severity)).toEqual([one.severity]);
  expect(findings.filter(({ rule }) => rule !== one.id && gates.includes(rule))).toEqual([]);
});

/** What the rules about the Register are shown with: an export of it, beside the specification. */
function registerAmong(files: Files): { readonly register?: string } {
  return "register.csv" in files ? { register: "register.csv" } : {};
}

/** The files of an example: a comment such as `# a.yaml` begins each; else there is one, named by its id. */
function filesOf({ id }: Explanation, example: string): { files: Files; marks: readonly (string | number)[][] } {
  const parts = example.split(/^# (\S+\.(?:yaml|csv|svg|hbs|css))\n/mu);
  const [first = "", ...named] = parts;
  const texts = first === "" ? pairs(named) : [[`${idIn(first)}.yaml`, first] as const];
  const taken = texts.map(([name, marked]) => ({ name, ...takeMarks(marked) }));
  return {
    files: Object.fromEntries(
      taken.map(({ name, text, stretches }) => [
        name,
        id === "not-utf-8" && stretches.length > 0 ? Buffer.from(text, "latin1") : text,
      ]),
    ),
    marks: taken.flatMap(({ name, stretches }) => stretches.map(([start, end]: Stretch) => [name, start, end])),
  };
}

function pairs(parts: readonly string[]): readonly (readonly [name: string, text: string])[] {
  return parts.flatMap((name, at) => (at % 2 === 0 ? [[name, parts[at + 1] ?? ""] as const] : []));
}

function idIn(text: string): string {
  return /^id: (\S+)/mu.exec(text)?.[1] ?? "example";
}
