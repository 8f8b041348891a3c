import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SourceFile } from "../../../src/diagnostics/source-file.ts";
import { buildQualification } from "../../../src/model/build-qualification.ts";
import { contentHash } from "../../../src/model/content-hash.ts";
import { explanations } from "../../../src/rules/index.ts";
import { keyOrderOf } from "../../../src/schema/key-order.ts";
import { type SpecificationKind, specificationKinds } from "../../../src/schema/kinds.ts";
import type { QualificationShape } from "../../../src/schema/shapes.ts";
import { findComments } from "../../../src/source/find-comments.ts";
import { formatSpec } from "../../../src/source/layout/format-spec.ts";
import { parse } from "../../../src/source/parse.ts";
import type { SpecFile } from "../../../src/source/spec-file.ts";
import { type Edit, edits } from "../../fuzz/edits.ts";
import { chooser } from "../../fuzz/random.ts";

const yamlIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readFileSync(join(folder, name), "utf8"));

/** What layout suffers, besides slips. */
const disorders: Readonly<Record<string, Edit>> = {
  "a comment on a line of its own": (text, choose) =>
    onLine(text, choose, (line) => [`${" ".repeat(choose(12))}# note ${choose(9)}`, line]),
  "a comment at the end of a line": (text, choose) =>
    onLine(text, choose, (line) => [`${line}${" ".repeat(1 + choose(4))}# aside ${choose(9)}`]),
  "empty lines": (text, choose) => onLine(text, choose, (line) => ["", "  ", line]),
  "brackets over several lines": (text, choose) =>
    onMatch(
      text,
      choose,
      /[,[{] /gu,
      (mark) => `${mark}${choose(2) === 0 ? "" : "# in"}\n${" ".repeat(12 + choose(9))}`,
    ),
  "quotation marks": (text, choose) => onMatch(text, choose, /(?<=: )[a-z][^\n"'#:]*$/gimu, (value) => `"${value}"`),
  "a text below its key": (text, choose) =>
    onMatch(text, choose, /(?<=^ *(?:- )?\w+:) (?=\w)/gmu, () => `\n${" ".repeat(24)}`),
  "lines in another order": (text, choose) => onLine(text, choose, (line) => line.split(/(?<=:) /u).reverse()),
  "line ends of Windows": (text) => text.replaceAll("\n", "\r\n"),
};
const changes = Object.values({ ...edits, ...disorders });

const files = [
  ...yamlIn("test/reviewer/bakery/units"),
  ...yamlIn("test/render/specimen"),
  ...yamlIn("templates/starter"),
];
/** Every fourth: the others are written in the same way. */
const samples = explanations
  .filter((_, at) => at % 4 === 0)
  .flatMap(({ good, bad }) => [good, bad.replace(/[«»]/gu, "")]);

test("every file of a sort that people write is formatted, and keeps what it says", () => {
  const texts = [...yamlIn("specs/frameworks"), ...yamlIn("specs/units").slice(0, 2), ...files, ...samples];
  expect(texts.flatMap((text) => wrongWith(text, "as it is"))).toEqual([]);
});

test("whatever was done to a file that can still be read", () => {
  const choose = chooser(5);
  const texts = [...files, ...samples];
  const wrong: string[] = [];
  let read = 0;
  for (const text of texts) {
    const count = 1 + choose(3);
    let changed = text;
    for (let turn = 0; turn < count; turn += 1) changed = changes[choose(changes.length)]?.(changed, choose) ?? changed;
    if (specOf(changed) !== null) read += 1;
    wrong.push(...wrongWith(changed, "changed"));
  }
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThan(40);
});

test("the same content hash", () => {
  const text = readFileSync("test/render/specimen/graded.yaml", "utf8");
  const hashOf = (spec: SpecFile | null) => {
    const qualification =
      spec === null ? null : buildQualification(spec, spec.data as QualificationShape, "en-GB", () => null);
    return qualification === null ? null : contentHash(qualification);
  };
  const before = specOf(
    `${text.replace(/^title: (.*)$/mu, "title: '$1'").replace(/^kind: .*\n/mu, "")}kind: qualification\n`,
  );
  const after = before === null ? null : formatSpec(before, keyOrderOf("qualification"));
  expect(after).not.toBe(before?.source.text);
  expect(hashOf(specOf(after ?? ""))).toBe(hashOf(before));
});

/** What formatting a text does that it should not. */
function wrongWith(text: string, when: string): readonly string[] {
  const spec = specOf(text);
  if (spec === null) return [];
  const order = keyOrderOf(kindOf(spec) ?? "unit");
  const once = formatSpec(spec, order);
  // Tags, and keys that are no words.
  if (once === null) return /[!?&]|^\s*:|- :/mu.test(text) ? [] : [`${when}: left alone\n${text}`];
  const made = specOf(once);
  if (made === null) return [`${when}: cannot be read any more\n${text}`];
  const twice = formatSpec(made, order);
  return [
    ...(twice === once ? [] : [`${when}: not the same twice\n${text}\n--- once\n${once}\n--- twice\n${twice}`]),
    ...(sorted(spec.data) === sorted(made.data) ? [] : [`${when}: says something else\n${text}`]),
    ...(commentsOf(text) === commentsOf(once) ? [] : [`${when}: other comments\n${text}`]),
    ...(/[ \t]$/mu.test(once) && !/[|>]/u.test(once) ? [`${when}: spaces at the end of a line\n${text}`] : []),
  ];
}

/** null where it cannot be read, or holds no map. */
function specOf(text: string): SpecFile | null {
  const { spec } = parse(new SourceFile("a.yaml", text));
  return spec === null || typeof spec.data !== "object" || Array.isArray(spec.data) ? null : spec;
}

function kindOf({ data }: SpecFile): SpecificationKind | undefined {
  return specificationKinds.find((kind) => kind === (data as { kind?: unknown }).kind);
}

function sorted(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function commentsOf(text: string): string {
  return findComments(text)
    .comments.map((one) => one.text.trim())
    .sort()
    .join("\n");
}

function onLine(text: string, choose: (bound: number) => number, change: (line: string) => readonly string[]): string {
  const lines = text.split("\n");
  const at = choose(lines.length);
  lines.splice(at, 1, ...change(lines[at] ?? ""));
  return lines.join("\n");
}

function onMatch(
  text: string,
  choose: (bound: number) => number,
  pattern: RegExp,
  change: (found: string) => string,
): string {
  const found = [...text.matchAll(pattern)];
  const one = found[choose(Math.max(1, found.length))];
  return one === undefined ? text : text.slice(0, one.index) + change(one[0]) + text.slice(one.index + one[0].length);
}
