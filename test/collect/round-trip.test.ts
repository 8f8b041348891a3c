import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { readFilledDocx } from "../../src/exchange/filled-docx/read-filled-docx.ts";
import { filledValues } from "../../src/exchange/filled-docx/values-of.ts";
import { tagOf } from "../../src/formats/docx/tag.ts";
import { valuesOf } from "../../src/record/field-values.ts";
import { readRecord } from "../../src/record/read-record.ts";
import { emptyRecord, recordOf } from "../../src/record/record-of.ts";
import { sharedFolder, specsFolder, starterFolder } from "../papers/build-papers.ts";
import { convert, describeInOffice } from "../papers/office.ts";
import { fillDocx } from "./fill-docx.ts";
import { type MadePaper, papersToFillIn } from "./made-papers.ts";

const folder = sharedFolder();
afterAll(folder.remove);

const short = await papersToFillIn(starterFolder);
// The forms of other specifications differ only in how many units they list.
const large = documents.filter(({ template }) => template !== "form").map(({ id }) => id);
const papers = [...short, ...(await papersToFillIn(specsFolder, large))];

/** What nobody expects in an answer, and everybody gets. */
const answers = [
  "<script>alert(1)</script> & \"quotes\" 'and' more",
  "First line\nsecond line\n\nfourth, after an empty one",
  "=SUM(A1:A9)",
  "{{answer}} $x %PATH% ]]> <![CDATA[ &amp; &#65; <!-- -->",
  "שלום עולם, مرحبا, 😀👩‍👩‍👧, é as e\u0301, ‮reversed",
  "a\tb  two spaces,  \u2003wide ",
  "A long answer. ".repeat(40).trim(),
  "☒ Met",
  "0",
];

/** Something in every field; every second box is ticked. */
function filling({ part }: MadePaper): ReadonlyMap<string, string> {
  return new Map(
    part.fields.map(({ name, kind, options }, at) => {
      if (kind === "tick") return [name, at % 2 === 0 ? "yes" : ""];
      if (kind === "choice") return [name, options[at % options.length] ?? ""];
      if (kind === "date") return [name, "2 Oct 2026"];
      if (name.endsWith(".e")) return [name, "1, 12"];
      const row = /^log\.(\d+)\.reference$/u.exec(name)?.[1];
      return [name, row ?? answers[at % answers.length] ?? ""];
    }),
  );
}

function readBack(bytes: Uint8Array, { part }: MadePaper) {
  const { docx } = readFilledDocx(bytes);
  if (docx === null) throw new Error("not read");
  expect(docx.paper).toEqual(part);
  return filledValues(docx.controls, part);
}

const whole = { missing: [], differing: [], joined: [], unknown: [] };

describe("a Word document filled in", () => {
  test("is one of several papers", () => {
    expect(short.length).toBeGreaterThan(10);
    expect(papers.length).toBeGreaterThan(short.length + 10);
  });

  test.each(papers)("$name carries what it asks for, and is empty as it is given out", (paper) => {
    const { docx } = readFilledDocx(paper.bytes);
    expect([...(docx?.controls.byTag.keys() ?? [])]).toEqual(paper.part.fields.map(({ name }) => tagOf(name)));
    const { values, ...rest } = readBack(paper.bytes, paper);
    expect([...values.values()].filter((value) => value !== "")).toEqual([]);
    expect(values.size).toBe(paper.part.fields.length);
    expect(rest).toEqual(whole);
  });

  test.each(papers)("$name says exactly what was written", (paper) => {
    const filled = filling(paper);
    const { values, ...rest } = readBack(fillDocx(paper.bytes, paper.part.fields, filled), paper);
    expect(Object.fromEntries(values)).toEqual(Object.fromEntries(filled));
    expect(rest).toEqual(whole);
  });

  test.each(papers)("$name becomes a record and is filled by it again", (paper) => {
    const { map } = paper.part;
    const { values } = readBack(fillDocx(paper.bytes, paper.part.fields, filling(paper)), paper);
    const record = recordOf(map, values, emptyRecord(map));
    const again = readRecord(JSON.stringify(record));
    expect(again.fault).toBeNull();
    expect(again.record).toEqual(record);
    const back = valuesOf(map, record);
    // Which criteria evidence covers is said by the criteria.
    const own = [...values].filter(([name, value]) => value !== "" && !/^log\.\d+\.criteria$/u.test(name));
    expect(Object.fromEntries(own.map(([name]) => [name, back.get(name)]))).toEqual(Object.fromEntries(own));
  });
});

describeInOffice("saved by LibreOffice", () => {
  const flat = ({ name }: MadePaper) => `${name.replace(/\//gu, "_")}.docx`;
  const saved = join(folder.path, "saved");
  beforeAll(() => {
    const files = short.flatMap((paper) =>
      (["filled", "empty"] as const).map((state) => {
        const path = join(folder.path, `${state}-${flat(paper)}`);
        writeFileSync(path, state === "empty" ? paper.bytes : fillDocx(paper.bytes, paper.part.fields, filling(paper)));
        return path;
      }),
    );
    convert(files, "docx:MS Word 2007 XML", saved);
  }, 300_000);

  test.each(short)("$name says what was written", (paper) => {
    const { values, ...rest } = readBack(readFileSync(join(saved, `filled-${flat(paper)}`)), paper);
    // Version 7.4 loses the ends of lines: then it is said of which.
    const joined = new Set(rest.joined);
    const expected = [...filling(paper)].map(([name, value]) => [
      name,
      joined.has(name) ? value.replace(/\n/gu, "") : value,
    ]);
    expect(Object.fromEntries(values)).toEqual(Object.fromEntries(expected));
    expect({ ...rest, joined: [] }).toEqual(whole);
  });

  test.each(short)("$name is still empty where nothing was written", (paper) => {
    const { values, ...rest } = readBack(readFileSync(join(saved, `empty-${flat(paper)}`)), paper);
    expect([...values.values()].filter((value) => value !== "")).toEqual([]);
    expect(rest).toEqual(whole);
  });
});
