import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSpecification } from "../../src/workspace/read-file.ts";

const blanks = " ".repeat(100_000);
const word = "word ".repeat(20_000);
const unit = readFileSync("specs/units/asc01.yaml", "utf8");

/** What makes a careless pattern look at every blank again and again. */
const rows: readonly (readonly [about: string, text: string])[] = [
  ["blanks in a text", unit.replace("Own Role", `Own${blanks}Role`)],
  ["blanks before a comment", unit.replace("Own Role", `Own${blanks}#${blanks}x`)],
  ["blanks before a colon", unit.replace("Own Role", `Own: ${blanks}:${blanks}x: y`)],
  ["blanks in a text over several lines", unit.replace("  Learners find out", `  task: ${blanks}Learners`)],
  ["blanks after a directive", `%YAML 1.1${blanks}x\n---\n${unit}`],
  ["blanks and a quote that nothing closes", unit.replace("Own Role", `"Own${blanks}Role`)],
  ["blanks and a bracket that nothing closes", unit.replace("Own Role", `[Own${blanks}Role`)],
  ["a line far too deep", unit.replace("    key: job-duties", `${blanks}key: job-duties`)],
  ["a long line that is no key", unit.replace("id: asc01", word)],
  ["many colons", unit.replace("Own Role", "a: ".repeat(20_000))],
  ["many quotes", unit.replace("Own Role", "'\" ".repeat(20_000))],
  ["many brackets that pair", unit.replace("Own Role", `${"[] ".repeat(20_000)}x`)],
  ["many dashes", unit.replace("Own Role", "- ".repeat(20_000))],
  [
    "many anchors",
    unit.replace(
      "retired: []",
      `retired: [${Array.from({ length: 500 }, (_, at) => `&a${at} a, *a${at}`).join(", ")}]`,
    ),
  ],
  [
    "many keys twice",
    unit.replace("retired: []", Array.from({ length: 500 }, (_, at) => `k${at % 250}: a`).join("\n")),
  ],
];

test.each(rows)("%s take no time", async (_, text) => {
  const start = performance.now();
  await readSpecification("asc01.yaml", "asc01.yaml", Buffer.from(text), true);
  expect(performance.now() - start).toBeLessThan(4_000);
});
