import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { bookmarkOf } from "../../src/formats/docx/tag.ts";
import { allElements, childOf } from "../formats/parse-xml.ts";
import { controlsOf, faultsOf, paragraphsOf, readDocx, wordsOf } from "../formats/read-docx.ts";
import { runQualspec } from "../run-qualspec.ts";
import { copyWorkspace, sharedFolder, specsFolder, starterFolder, writeWorkspace } from "./build-papers.ts";
import { convert, describeInOffice } from "./office.ts";

const folder = sharedFolder();
afterAll(folder.remove);

interface Paper {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A question about papers that many tests ask, and that takes long to answer. */
function once<T extends object>(answer: (paper: Paper) => T): (paper: Paper) => T {
  const answers = new Map<Paper, T>();
  return (paper) => {
    const known = answers.get(paper) ?? answer(paper);
    answers.set(paper, known);
    return known;
  };
}

const docxOf = once(({ bytes }) => readDocx(bytes));

/** Every document of the specifications in this repository and of the starter: the Word documents among what is made. */
function build(out: string, to: string, env: Readonly<Record<string, string>> = {}): readonly Paper[] {
  const all = documents.map(({ id }) => id).join();
  for (const workspace of [specsFolder, starterFolder]) {
    const own = join(folder.path, workspace === specsFolder ? "specs" : "starter");
    copyWorkspace(workspace, own);
    run(["build", ".", "--force", "--out", out, "--document", all, "--to", to], own, env);
  }
  return readdirSync(out, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name.endsWith(".docx"))
    .sort()
    .map((name) => ({ name, path: join(out, name), bytes: readFileSync(join(out, name)) }));
}

function run(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  const ran = runQualspec(args, { cwd, env });
  if (ran.code !== 0) throw new Error(`qualspec ended with ${ran.code}:\n${ran.stdout}\n${ran.stderr}`);
  return ran;
}

const papers = build(join(folder.path, "papers"), "html,docx");

/** The others are to be read. */
const isToFillIn = ({ name }: Paper) =>
  !/\/(?:qualification-specification|unit-guide|mapping-matrix)\.docx$/u.test(name);

interface Seen {
  readonly text: string;
  readonly headings: readonly string[];
  readonly fields: readonly string[];
  readonly heads: number;
}

/** What the web page of the same paper shows, without what only a web page needs. */
const webPageOf = once(({ path }): Seen => {
  const pieces: string[] = [];
  const headings: string[] = [];
  const fields = new Set<string>();
  const open: { readonly name: string; readonly isHidden: boolean }[] = [];
  let heads = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const isContents = name === "nav";
      const isHidden =
        ["hidden", "saving"].includes(attributes["class"] ?? "") || /^(?:head|footer|script)$/u.test(name);
      open.push({ name: isContents ? "nav" : name, isHidden });
      if (attributes["data-field"] !== undefined) fields.add(attributes["data-field"]);
      if (name === "thead") heads += 1;
      if (/^h[1-4]$/u.test(name) && !open.some((one) => one.name === "nav")) headings.push(`${name.slice(1)} `);
    },
    ontext: (text) => {
      if (open.some(({ isHidden }) => isHidden)) return;
      pieces.push(text);
      if (open.some((one) => /^h[1-4]$/u.test(one.name)) && !open.some((one) => one.name === "nav")) {
        headings.push(`${headings.pop()}${text}`);
      }
    },
    onclosetag: () => void open.pop(),
  });
  parser.end(readFileSync(path.replace(/docx$/u, "html"), "utf8"));
  return { text: pieces.join(""), headings, fields: [...fields], heads };
});

/** What stands in the document, without the prompts in its fields and the addresses that are printed beside links. */
const documentOf = once((paper): Seen => {
  const docx = docxOf(paper);
  const paragraphs = paragraphsOf(docx.body);
  const prompts = /^(?:Write here|Date|\u00a0+)$/u;
  const text = paragraphs
    .map(({ element }) => {
      const controls = new Set(allElements(element, "w:sdt").filter((one) => prompts.test(wordsOf(one))));
      return element.children
        .map((child, at) => {
          if (typeof child === "string" || controls.has(child)) return "";
          const before = element.children[at - 1];
          const isAfterLink = typeof before === "object" && before.attributes["r:id"] !== undefined;
          const words = wordsOf(child);
          return isAfterLink ? words.replace(/^ \((?:https?:|mailto:)[^)]*\)/u, "") : words;
        })
        .join("");
    })
    .join("\n");
  return {
    text,
    headings: paragraphs
      .filter(({ style }) => /^Heading[1-4]$/u.test(style))
      .map(({ style, text: words }) => `${style.slice(-1)} ${words}`),
    fields: controlsOf(docx).map(({ tag }) => tag),
    heads: allElements(docx.body, "w:tbl").filter((one) => allElements(one, "w:tblHeader").length > 0).length,
  };
});

const folded = (text: string) => text.replace(/\s+/gu, " ").trim();
const letters = (text: string) => text.replace(/[\s☐]+/gu, "");

describe("as Word documents", () => {
  test("there is one for each document of each specification", () => {
    expect(papers.length).toBe(4 * documents.length);
  });

  test.each(papers)("$name is a whole package", (paper) => {
    expect(faultsOf(docxOf(paper))).toEqual([]);
  });

  test.each(papers)("$name says what the web page says, in its order", (paper) => {
    const expected = letters(webPageOf(paper).text);
    const found = letters(documentOf(paper).text);
    const at = [...expected].findIndex((letter, position) => letter !== found[position]);
    expect(found.slice(Math.max(0, at - 60), at + 60)).toBe(expected.slice(Math.max(0, at - 60), at + 60));
    expect(found.length).toBe(expected.length);
  });

  test.each(papers)("$name has the headings and the fields of the web page", (paper) => {
    const [expected, found] = [webPageOf(paper), documentOf(paper)];
    expect(found.headings.map(folded)).toEqual(expected.headings.map(folded));
    // One that has nothing to tell says so, and no more.
    expect(found.headings.length).toBeGreaterThan(1);
    expect(found.fields).toEqual(expected.fields);
    expect(found.fields.length > 5).toBe(isToFillIn(paper));
    expect(Math.max(0, ...found.fields.map(({ length }) => length))).toBeLessThanOrEqual(64);
  });

  test.each(papers)("$name repeats the heads of its tables and puts no empty lines for room", (paper) => {
    const docx = docxOf(paper);
    const boxes = controlsOf(docx).filter(({ kind, text }) => kind === "w:texts" && text === "Write here").length;
    expect(documentOf(paper).heads).toBe(webPageOf(paper).heads + boxes);
    const empty = paragraphsOf(docx.body).filter(({ text, style, element }) => {
      return text === "" && style !== "AfterTable" && childOf(element, "w:sdt") === undefined;
    });
    const inCells = new Set(allElements(docx.body, "w:tc").flatMap((cell) => allElements(cell, "w:p")));
    expect(empty.filter(({ element }) => !inCells.has(element))).toEqual([]);
  });

  test("are the same, byte for byte, on another day and in another time zone", () => {
    const later =
      "const D = Date; globalThis.Date = class extends D { constructor(...a) { super(...(a.length ? a : [4e12])); } static now() { return 4e12; } };";
    const again = build(join(folder.path, "again"), "docx", {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(later)}`,
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
    });
    const bytes = (all: readonly Paper[]) => all.map((one) => [one.name, Buffer.from(one.bytes).toString("base64")]);
    expect(bytes(again)).toEqual(bytes(papers));
  });
});

const secret = {
  "qualspec.yaml": "format: 1\nbuild: { to: [docx] }\n",
  "q.yaml": `kind: qualification
id: q
title: Secrets
status: draft
notice: ZNOTICE.
level: 2
assessment: { people: { assessor: ZPEOPLE } }
units:
  - id: u
    title: Unit
    level: 2
    learningOutcomes:
      - outcome: Know a thing
        key: thing
        assessmentCriteria:
          - { criterion: Name the thing, key: name, guidance: ZGUIDANCE }
`,
};

describe("a specification with a notice and with guidance for assessors", () => {
  const own = join(folder.path, "secret");
  writeWorkspace(own, secret);
  run(["build", ".", "--force"], own);
  const read = (document: string) => readDocx(readFileSync(join(own, "out", "q", `${document}.docx`)));
  const everything = (document: string) => {
    const docx = read(document);
    return docx.names.map((name) => JSON.stringify(docx.part(name))).join();
  };

  test("keeps the guidance from learners, in every part of the package", () => {
    expect(everything("learner-workbook")).not.toMatch(/ZGUIDANCE|ZPEOPLE/u);
    expect(everything("assessor-checklist")).toMatch(/ZGUIDANCE[\s\S]*ZPEOPLE|ZPEOPLE[\s\S]*ZGUIDANCE/u);
  });

  test("says the notice on the cover, at the unit and at the foot of every sheet", () => {
    const docx = read("learner-workbook");
    const notices = paragraphsOf(docx.body).filter(({ style, text }) => style === "Notice" && text === "ZNOTICE.");
    expect(notices.length).toBe(2);
    expect(wordsOf(docx.part("word/footer.xml"))).toContain("ZNOTICE.");
  });
});

test("a Word document that somebody has written into is not made again", () => {
  const own = join(folder.path, "kept");
  copyWorkspace(starterFolder, own);
  const args = ["build", ".", "--to", "docx"];
  run(args, own);
  expect(run(args, own).stdout).toContain("2 unchanged");
  const path = join(own, "out", "l2-example-award", "learner-workbook.docx");
  const filled = Buffer.concat([readFileSync(path), Buffer.from([0, 255, 10])]);
  writeFileSync(path, filled);
  const refused = runQualspec(args, { cwd: own });
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain("l2-example-award/learner-workbook.docx");
  expect(readFileSync(path).equals(filled)).toBe(true);
});

describeInOffice("in LibreOffice", () => {
  const flat = (name: string) => name.replace(/\//gu, "_");
  const opened = join(folder.path, "opened");
  const saved = join(folder.path, "saved");
  const short = papers.filter(({ name }) => name.startsWith("l2-example-award/"));
  // Those of other specifications differ only in how much there is of everything, which takes LibreOffice minutes.
  const long = ["l3-community-horticulture/learner-workbook.docx", "l3-community-horticulture/assessor-checklist.docx"];
  const opens = papers.filter((paper) => short.includes(paper) || long.includes(paper.name));
  beforeAll(() => {
    // One folder for all, for the papers of all specifications have the same names.
    const files = opens.map(({ name, path }) => ({ path, flat: join(folder.path, flat(name)) }));
    for (const file of files) copyFileSync(file.path, file.flat);
    convert(
      files.map((file) => file.flat),
      "pdf",
      opened,
    );
    convert(
      short.map(({ name }) => join(folder.path, flat(name))),
      "docx:MS Word 2007 XML",
      saved,
    );
  }, 300_000);

  test.each(opens)("$name becomes a PDF with all its sheets", (paper) => {
    const { name } = paper;
    const pdf = readFileSync(join(opened, flat(name).replace(/docx$/u, "pdf")), "latin1");
    const isWide = allElements(docxOf(paper).body, "w:pgSz")[0]?.attributes["w:orient"] === "landscape";
    const sheets = [...pdf.matchAll(/\/MediaBox\s*\[0 0 (\d+)[\d.]* (\d+)[\d.]*\]/gu)];
    expect(sheets.length).toBeGreaterThan(0);
    expect(new Set(sheets.map(([, width, height]) => Number(width) > Number(height)))).toEqual(new Set([isWide]));
  });

  test.each(short.filter(isToFillIn))("$name is saved with every field still to be found", (paper) => {
    const { name } = paper;
    const before = controlsOf(docxOf(paper));
    const after = strFromU8(unzipSync(readFileSync(join(saved, flat(name))))["word/document.xml"] ?? new Uint8Array());
    const lost = before.filter(({ tag }) => !after.includes(`"${tag}"`) && !after.includes(`"${bookmarkOf(tag)}"`));
    expect(before.length).toBeGreaterThan(5);
    expect(lost.map(({ tag }) => tag)).toEqual([]);
  });
});
