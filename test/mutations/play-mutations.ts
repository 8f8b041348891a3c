import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { SourceFile } from "../../src/diagnostics/source-file.ts";
import { checkFolder, placed, writeInto } from "../check-folder.ts";
import { takeMarks } from "../marks.ts";
import { certificate, horticulture, type Mutation, type Spot } from "./mutation.ts";

/** Makes each edit of a table in a copy of specs/, or of another workspace, and compares what is found with what has to be. */
export function playMutations(mutations: readonly Mutation[], base = "specs"): void {
  const folder = mkdtempSync(join(tmpdir(), "qualspec-mutations-"));
  cpSync(base, folder, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(mutations.map((one) => [one.about, one] as const))("%s", async (_, one) => {
    const expected = expectedOf(one, base);
    const found = await play(one, folder);
    expect(found.map(({ rule, place }) => `${placed(place)} ${rule}`)).toEqual(expected.map(({ words }) => words));
    if (one.related !== undefined) {
      const places = found[0]?.related.map(({ place }) => placed(place));
      expect(places).toEqual(expect.arrayContaining([...placesOf(one, one.related, base)]));
    }
    if (one.says !== undefined) expect(found[0]?.message).toContain(one.says);
    for (const { message } of found)
      expect(message).toMatch(/^(?:Unexpected|Missing|Unknown|Unused|Unit|No) .*[^.]$/su);
  });
}

interface Expected {
  readonly words: string;
  readonly place: readonly [file: string, start: number];
}

/** Makes the edit, checks everything, and puts back what was. */
async function play(one: Mutation, folder: string): Promise<readonly Diagnostic[]> {
  const path = join(folder, one.file);
  const before = readFileSync(path);
  const { text } = edited(one, before.toString("utf8"));
  const files = Object.entries(one.files ?? {}).map(([name, marked]) => [name, takeMarks(marked).text] as const);
  try {
    writeFileSync(path, text, one.encoding ?? "utf8");
    writeInto(folder, Object.fromEntries(files));
    const register = files.find(([name]) => name.endsWith(".csv"))?.[0] ?? "";
    const { findings } = await checkFolder(folder, pathsOf(one), { register });
    return findings;
  } finally {
    writeFileSync(path, before);
    for (const [name] of files) rmSync(join(folder, name));
  }
}

/** The file and what uses it; everything where files are added, or where the whole workspace is meant. */
function pathsOf({ file, files, isWhole }: Mutation): readonly string[] {
  const [, family] = /^units\/(asc|hort)/u.exec(file) ?? [];
  if (files !== undefined || file === "qualspec.yaml" || isWhole === true) return ["."];
  return family === undefined ? [file] : [file, family === "asc" ? certificate : horticulture];
}

/** The text of the file after the edit, and the stretches that it marks. */
function edited({ about, replace, nth, by }: Mutation, text: string) {
  if (replace === null) return takeMarks(by);
  const parts = text.split(replace);
  const at = nth ?? 1;
  if (parts.length < 2 || (nth === undefined && parts.length > 2)) {
    throw new Error(`${about}: ${JSON.stringify(replace)} stands ${parts.length - 1} times in the file`);
  }
  const taken = takeMarks(by);
  const before = parts.slice(0, at).join(replace);
  const stretches = taken.stretches.map(([start, end]) => [before.length + start, before.length + end] as const);
  return { text: before + taken.text + parts.slice(at).join(replace), stretches };
}

function expectedOf(one: Mutation, base: string): readonly Expected[] {
  const places = one.at === undefined ? ownPlaces(one, base) : spotPlaces(one, one.at, base);
  const more = Object.entries(one.files ?? {}).flatMap(([file, marked]) => {
    const { text, stretches } = takeMarks(marked);
    return stretches.map((stretch) => ({ file: new SourceFile(file, text), stretch }));
  });
  const rows = [...places, ...more].map(({ file, stretch: [start, end] }, at) => ({
    words: `${placed({ file, start, end, pointer: "" })} ${one.rules[at] ?? "?"}`,
    place: [file.path, start] as const,
  }));
  expect(rows.length).toBe(one.rules.length);
  return rows.sort((a, b) => (a.place[0] < b.place[0] ? -1 : a.place[0] > b.place[0] ? 1 : a.place[1] - b.place[1]));
}

function ownPlaces(one: Mutation, base: string) {
  const { text, stretches } = edited(one, readFileSync(join(base, one.file), "utf8"));
  const file = new SourceFile(one.file, text);
  return stretches.map((stretch) => ({ file, stretch }));
}

function placesOf(one: Mutation, spot: Spot, base: string): readonly string[] {
  return spotPlaces(one, spot, base).map(({ file, stretch: [start, end] }) =>
    placed({ file, start, end, pointer: "" }),
  );
}

/** Where a text that stands once in a file, after the edit, has its marks. */
function spotPlaces(one: Mutation, spot: Spot, base: string) {
  const { file: name, text: marked } = typeof spot === "string" ? { file: one.file, text: spot } : spot;
  const written = one.files?.[name] ?? readFileSync(join(base, name), "utf8");
  const whole = name === one.file ? edited(one, written).text : takeMarks(written).text;
  const { text, stretches } = takeMarks(marked);
  const at = whole.indexOf(text);
  if (at === -1 || whole.indexOf(text, at + 1) !== -1) {
    throw new Error(`${one.about}: ${JSON.stringify(text)} does not stand once in ${name}`);
  }
  return stretches.map(([start, end]) => ({
    file: new SourceFile(name, whole),
    stretch: [at + start, at + end] as const,
  }));
}
