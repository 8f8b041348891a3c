import { describe, expect, test } from "vitest";
import { expectedWords } from "../../src/schema/expected.ts";
import type { FileKind } from "../../src/schema/kinds.ts";
import { ownersOf, schemasAt } from "../../src/schema/schema-at.ts";
import type { Path } from "../../src/source/spec-file.ts";

const rows: readonly (readonly [kind: FileKind, path: Path, names: readonly (string | null)[], words: string])[] = [
  ["unit", [], [null], "keys such as `kind:`, `id:` and `owner:`"],
  ["unit", ["id"], ["id"], "text"],
  ["unit", ["credit"], ["creditOrNone", "creditOrNone"], "`none` or a whole number from 0"],
  ["unit", ["level"], ["level", "level"], "`entry-1`, `entry-2`, `entry-3` or a whole number from 1 to 8"],
  [
    "unit",
    ["learningOutcomes", 3, "assessmentCriteria", 0],
    ["criterion", "criterion"],
    "text or keys such as `criterion:`, `key:` and `number:`",
  ],
  ["unit", ["learningOutcomes", "3", "maps", "any-framework"], ["ids"], "a list"],
  ["unit", ["assessment", "methods", 0], [null, null], "text"],
  ["qualification", ["units", 0, "learningOutcomes", 0, "outcome"], ["inlineMarkdown"], "text"],
  ["qualification", ["rulesOfCombination", "prerequisites", "any-unit", 0], ["id"], "text"],
  [
    "qualification",
    ["rulesOfCombination", "groups", 0, "require"],
    [null, null],
    "`all`, `any` or keys such as `credit:` and `units:`",
  ],
  ["framework", ["nodes", 0, "nodes", 0, "id"], ["id"], "text"],
  ["workspace", ["rules", "any-rule"], [null], "`off`, `advice`, `warning` or `error`"],
  ["unit", ["nothing"], [], ""],
  ["unit", ["id", "below"], [], ""],
  // What every object of the language answers to is no property of ours.
  ["unit", ["constructor"], [], ""],
  ["unit", ["__proto__"], [], ""],
];

describe("schemasAt", () => {
  test.each(rows)("%s %j", (kind, path, names, words) => {
    const found = schemasAt(kind, path);
    expect(found.map(({ name }) => name)).toEqual(names);
    expect(expectedWords(found)).toBe(words);
  });
});

describe("ownersOf", () => {
  test.each([
    ["unit", "assessmentCriteria", ["outcome"]],
    ["unit", "guidance", ["criterion"]],
    ["unit", "rulesOfCombination", []],
    ["unit", "learningOutcomes", ["unit"]],
    ["qualification", "rulesOfCombination", ["qualification"]],
    ["unit", "constructor", []],
    ["unit", "toString", []],
  ] as const)("%s %s", (kind, property, owners) => {
    expect(ownersOf(kind, property)).toEqual(owners);
  });
});
