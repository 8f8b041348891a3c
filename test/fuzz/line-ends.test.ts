import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSpecification } from "../../src/workspace/read-file.ts";
import { checkFolder, placed } from "../check-folder.ts";
import { takeMarks } from "../marks.ts";
import { shapeMutations } from "../mutations/shape.ts";
import { syntaxMutations } from "../mutations/syntax.ts";
import { emptyFolder } from "../run-qualspec.ts";

const bom = "\ufeff";
const withCrlf = (text: string) => text.replaceAll("\n", "\r\n");
/** The same text as other editors save it. */
const savings: readonly (readonly [name: string, save: (text: string) => string])[] = [
  ["CRLF", withCrlf],
  ["a byte-order mark", (text) => bom + text],
  ["both", (text) => bom + withCrlf(text)],
];

test.each(savings)("nothing is wrong with the specifications saved with %s", async (_, save) => {
  const folder = emptyFolder();
  cpSync("specs", folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".yaml")) continue;
    writeFileSync(join(folder, name), save(readFileSync(join(folder, name), "utf8")));
  }
  expect((await checkFolder(folder)).findings).toEqual([]);
});

const rows = [...syntaxMutations, ...shapeMutations].filter(
  ({ file, by, encoding }) => file.startsWith("units/") && encoding === undefined && !by.includes("\r"),
);

test.each(rows.map((one) => [one.about, one] as const))("%s: line ends change nothing", async (_, one) => {
  const before = readFileSync(join("specs", one.file), "utf8");
  const text =
    one.replace === null ? takeMarks(one.by).text : before.replace(one.replace, () => takeMarks(one.by).text);
  const expected = await findingsOf(text, one.file);
  for (const [, save] of savings) expect(await findingsOf(save(text), one.file)).toEqual(expected);
});

async function findingsOf(text: string, path: string): Promise<readonly string[]> {
  const { findings } = await readSpecification(path, path, Buffer.from(text), true);
  return findings.map(({ rule, message, place, related }) =>
    [placed(place), rule, message, ...related.map((other) => `${placed(other.place)} ${other.message}`)].join(" "),
  );
}
