import { Buffer } from "node:buffer";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkFolder, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const unit = "kind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n";
const qualification =
  "kind: qualification\nid: q\ntitle: Q\nregulators: none\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a] }\n";
const word = Buffer.from("PK\x03\x04\x14\0\x06\0\x08\0\0[Content_Types].xml", "latin1");

/** What stands in a file that is called .yaml, beside a specification: in silence nothing of it may be left out. */
test.each<[about: string, bytes: Uint8Array, says: string | null]>([
  ["a Word document", word, "Word document"],
  ["a PDF", Buffer.from("%PDF-1.7\n%\xe2\xe3", "latin1"), "PDF document"],
  ["UTF-16 without a mark", Buffer.from(unit, "utf16le"), "UTF-16 text"],
  ["UTF-16 without a mark, greatest byte first", Buffer.from(unit, "utf16le").swap16(), "UTF-16 text"],
  ["bytes of a program", Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 37) % 256)), "file that is no text"],
  ["YAML of another program", Buffer.from("services: {}\n"), null],
  ["YAML of another program in an old encoding", Buffer.from("name: Caf\u00e9\n", "latin1"), null],
])("%s beside specifications", async (_, bytes, says) => {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": unit });
  writeFileSync(join(folder, "x.yaml"), bytes);
  const { findings } = await checkFolder(folder);
  const own = findings.filter(({ place }) => place.file.path === "x.yaml");
  expect(own.map(({ rule, message }) => [rule, message])).toEqual(
    says === null ? [] : [["not-utf-8", expect.stringContaining(says)]],
  );
  expect(own.every(({ place }) => place.file.text === "")).toBe(true);
});

test("a unit that is a Word document is told once", async () => {
  const folder = emptyFolder();
  writeInto(folder, { "q.yaml": qualification });
  writeFileSync(join(folder, "a.yaml"), word);
  const { findings } = await checkFolder(folder, ["q.yaml"]);
  expect(findings.map(({ rule }) => rule)).toContain("not-utf-8");
  expect(findings.map(({ rule }) => rule)).not.toContain("unit-exists");
});

test.each([
  ["a.yaml.txt", unit, "there is `units/a.yaml.txt`: rename it to `a.yaml`"],
  ["A.YAML.TXT", unit, "there is `units/A.YAML.TXT`: rename it to `a.yaml`"],
  ["a.docx", "PK\0", "there is `units/a.docx`, which is no specification: write it in `a.yaml`"],
  ["a.yaml.docx", "PK\0", "there is `units/a.yaml.docx`, which is no specification: write it in `a.yaml`"],
  ["b.yaml.txt", unit, "write it in `a.yaml`, or remove the reference"],
])("a missing unit beside %s", async (name, text, says) => {
  const folder = emptyFolder();
  writeInto(folder, { "q.yaml": qualification, [`units/${name}`]: text });
  const { findings } = await checkFolder(folder);
  expect(findings.find(({ rule }) => rule === "unit-exists")?.message).toBe(`Unknown unit \`a\`; ${says}`);
});

test("where there is no specification it is said what there is", async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, "none"));
  writeInto(folder, {
    "some/a.yaml.txt": unit,
    "some/b.yaml": "services: {}\n",
    "some/c.docx": "PK",
    "some/d.txt": "D",
  });
  const messageOf = (path: string) => checkFolder(folder, [path]).catch(({ message }: Error) => message);
  expect(await messageOf("some")).toContain(
    ", but there is only `some/a.yaml.txt` (rename it to `a.yaml`), `some/b.yaml` (without `kind:`), `some/c.docx` (no .yaml file) and 1 more; name",
  );
  expect(await messageOf("none")).toContain("that begin with `kind:`; name");
});
