import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readFilledDocx } from "../../src/exchange/filled-docx/read-filled-docx.ts";
import { filledValues } from "../../src/exchange/filled-docx/values-of.ts";
import { type FieldPart, type PaperPart, paperNamespace } from "../../src/formats/docx/paper-part.ts";
import { bookmarkOf } from "../../src/formats/docx/tag.ts";
import { samplePage } from "../formats/sample-page.ts";

const fields: readonly FieldPart[] = [
  { name: "a", kind: "lines", options: [] },
  { name: "day", kind: "date", options: [] },
  { name: "tick", kind: "tick", options: [] },
  { name: "choice", kind: "choice", options: ["Met", "Not yet"] },
];
const part: PaperPart = {
  version: 1,
  map: samplePage("").paper,
  prompts: { write: "Write here", date: "Date" },
  fields,
};

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"';
const escaped = (text: string) => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");
const rels = (target: string, type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships") =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}/officeDocument" Target="${target}"/></Relationships>`;

function packageOf(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": rels("word/document.xml"),
    "word/document.xml": `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    "customXml/item1.xml": '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>',
    "customXml/item2.xml": `<paper xmlns="${paperNamespace}">${escaped(JSON.stringify(part))}</paper>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function read(body: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, unknown>> {
  const { docx, fault } = readFilledDocx(packageOf(body, more));
  if (docx === null) throw new Error(fault.found);
  const { values, ...rest } = filledValues(docx.controls, part);
  return { ...Object.fromEntries(values), ...rest };
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const sdt = (tag: string, content: string, properties = "") =>
  `<w:sdt><w:sdtPr><w:id w:val="-123"/><w:tag w:val="${tag}"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const paragraph = (content: string) => `<w:p>${content}</w:p>`;
const marked = (name: string, content: string, id = 7) =>
  `<w:bookmarkStart w:id="${id}" w:name="${bookmarkOf(name)}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
const prompt = '<w:showingPlcHdr/><w:text w:multiLine="1"/>';
const promptRun = (text: string) => `<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>${text}</w:t></w:r>`;

describe("an answer", () => {
  test.each([
    ["in several runs", sdt("a", `${run("one ")}<w:proofErr w:type="spellStart"/>${run("two")}`), "one two"],
    [
      "with line ends and tabs",
      sdt("a", "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>"),
      "one\ntwo\tthree",
    ],
    [
      "in a control that became a block",
      `${sdt("a", paragraph(run("one")) + paragraph("") + paragraph(run("two")))}`,
      "one\n\ntwo",
    ],
    [
      "in a table in a control",
      sdt(
        "a",
        `<w:tbl><w:tr><w:tc>${paragraph(run("one"))}</w:tc><w:tc>${paragraph(run("two"))}</w:tc></w:tr></w:tbl>`,
      ),
      "one\ntwo",
    ],
    [
      "with tracked changes",
      sdt(
        "a",
        `${run("It is ")}<w:del w:id="1"><w:r><w:delText>not </w:delText><w:tab/><w:br/></w:r></w:del><w:ins w:id="2">${run("so")}</w:ins>`,
      ),
      "It is so",
    ],
    [
      "that was moved",
      sdt("a", `<w:moveFrom w:id="1">${run("gone")}</w:moveFrom><w:moveTo w:id="2">${run("here")}</w:moveTo>`),
      "here",
    ],
    [
      "with the end of a paragraph deleted",
      sdt("a", `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("one ")}</w:p>${paragraph(run("line"))}`),
      "one line",
    ],
    [
      "with a link, a field and a text box",
      sdt(
        "a",
        `<w:hyperlink>${run("site ")}</w:hyperlink><w:fldSimple w:instr=" PAGE ">${run("1")}</w:fldSimple><w:r><w:instrText>NOT</w:instrText></w:r>`,
      ),
      "site 1",
    ],
    [
      "said in two ways for two versions of Word",
      sdt(
        "a",
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${paragraph(run("box"))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run("box"))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      "box",
    ],
    [
      "with tabs that only lay it out",
      sdt("a", `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>${run("one")}</w:p>`),
      "one",
    ],
    [
      "with hyphens of all kinds",
      sdt("a", "<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t></w:r>"),
      "well\u2011known",
    ],
    ["with spaces that count and some that do not", sdt("a", `<w:r><w:t> one </w:t></w:r>${run(" two ")}`), "one two "],
    ["in a control within a control", sdt("a", run("outer ") + sdt("other", run("inner"))), "outer inner"],
    ["among spaces left free for a pen", sdt("a", run("\u00a0\u00a0written\u00a0\u00a0")), "written"],
    ["that is all entities", sdt("a", run("&lt;b&gt; &amp;amp; &#65;&#x42;")), "<b> &amp; AB"],
    ["that is the prompt of another field", sdt("a", run("Date")), "Date"],
  ])("%s", (_, body, expected) => {
    expect(read(body)["a"]).toBe(expected);
  });

  test.each([
    ["while Word shows our prompt", sdt("a", promptRun("Write here"), prompt)],
    ["while Word shows a prompt of its own", sdt("a", promptRun("Klicken Sie hier"), prompt)],
    ["where a program has forgotten that it is a prompt", sdt("a", run("Write  here"))],
    ["where nothing is left", sdt("a", "")],
    ["where only spaces are left", sdt("a", run("  \u00a0 "))],
  ])("is empty %s", (_, body) => {
    expect(read(body)["a"]).toBe("");
  });

  test("typed over a prompt is read, whatever the program says of it", () => {
    expect(read(sdt("a", run("My answer"), prompt))["a"]).toBe("My answer");
  });

  test("typed beside its control is not guessed", () => {
    expect(read(paragraph(`${run("before ")}${sdt("a", run("in it"))}${run(" behind")}`))["a"]).toBe("in it");
  });
});

describe("a document with other names for the same", () => {
  const w = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  test.each([
    [
      "prefixes",
      `<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:sdt><x:sdtPr><x:tag x:val="a"/></x:sdtPr><x:sdtContent><x:r><x:t>one</x:t></x:r></x:sdtContent></x:sdt></x:body></x:document>`,
    ],
    [
      "none",
      `<document xmlns="${w}" xmlns:w="${w}"><body><sdt><sdtPr><tag w:val="a"/></sdtPr><sdtContent><r><t>one</t></r></sdtContent></sdt></body></document>`,
    ],
  ])("as prefixes: %s", (_, document) => {
    expect(read("", { "word/document.xml": document })["a"]).toBe("one");
  });

  test("as its body", () => {
    const body = `<w:document ${namespaces}><w:body>${sdt("a", run("one"))}</w:body></w:document>`;
    const more = {
      "_rels/.rels": rels("/word/document2.xml", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
      "word/document2.xml": body,
    };
    expect(read("", more)["a"]).toBe("one");
  });

  test("and with prefixes of somebody else's", () => {
    const other =
      '<w:sdt xmlns:w="urn:other"><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent><w:r><w:t>no</w:t></w:r></w:sdtContent></w:sdt>';
    expect(read(other)["missing"]).toContain("a");
  });
});

describe("a document whose tags are gone", () => {
  const anonymous = (content: string, properties = "") =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  test.each([
    ["around a control", marked("a", anonymous(run("one")))],
    ["around no control", marked("a", run("one"))],
    [
      "that begins in it and ends behind it",
      `${anonymous(`<w:bookmarkStart w:id="7" w:name="${bookmarkOf("a")}"/>${run("one")}`)}<w:bookmarkEnd w:id="7"/>`,
    ],
    ["that nobody ends", `<w:bookmarkStart w:id="7" w:name="${bookmarkOf("a")}"/>${run("one")}`],
  ])("is read by the bookmark %s", (_, body) => {
    expect(read(paragraph(body))).toMatchObject({ a: "one", joined: [] });
  });

  test("keeps paragraphs between the ends of a bookmark", () => {
    const [start, end] = marked("a", "|").split("|");
    expect(read(paragraph(start + run("one")) + paragraph(run("two") + end))["a"]).toBe("one\ntwo");
  });

  test("does not take a prompt for an answer", () => {
    expect(read(marked("a", anonymous(promptRun("Choose an item."), "<w:showingPlcHdr/>")))["a"]).toBe("");
  });

  test("says where line ends were lost", () => {
    const body = marked("a", `<w:r><w:br/><w:br/></w:r>${anonymous(run("onetwo"))}`);
    expect(read(paragraph(body))).toMatchObject({ a: "onetwo", joined: ["a"] });
  });

  test("says once what a program has repeated for each direction of writing", () => {
    const repeated = ["ab, cd", "abab, cd", ", ab, cd", "cdab, cd"].map((text) => anonymous(run(text)));
    expect(read(paragraph(marked("a", repeated.join(""))))["a"]).toBe("ab, cd");
    const honest = ["ab", "cd ab"].map((text) => anonymous(run(text)));
    expect(read(paragraph(marked("a", honest.join(""))))["a"]).toBe("abcd ab");
  });
});

describe("a box to tick", () => {
  const box = (isOn: string, glyph: string) =>
    sdt("tick", run(glyph), `<w14:checkbox><w14:checked w14:val="${isOn}"/></w14:checkbox>`);
  test.each([
    ["ticked by Word", box("1", "☒"), "yes"],
    ["ticked, with a mark of the reader's own", box("1", "★"), "yes"],
    ["not ticked", box("0", "☐"), ""],
    ["of another program, ticked", sdt("tick", run("☑")), "yes"],
    ["of another program, not ticked", sdt("tick", run("☐")), ""],
    ["of Wingdings, ticked", sdt("tick", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), "yes"],
    ["of Wingdings, not ticked", sdt("tick", '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'), ""],
    ["by hand", sdt("tick", run(" x ")), "yes"],
    ["in a control without its tag", marked("tick", box("1", "☒").replace('<w:tag w:val="tick"/>', "")), "yes"],
  ])("%s", (_, body, expected) => {
    expect(read(body)).toMatchObject({ tick: expected, unknown: [] });
  });

  test("with a word in its place is not understood", () => {
    expect(read(sdt("tick", run("perhaps")))).toMatchObject({ tick: "", unknown: ["tick"] });
  });
});

describe("words to choose from", () => {
  test.each([
    ["chosen", run("Not yet"), "Not yet"],
    ["chosen, with a space that does not break", run("Not\u00a0yet"), "Not yet"],
    ["not chosen", run("☐\u00a0Met   ☐\u00a0Not\u00a0yet"), ""],
    ["ticked by hand in a program without lists", run("☐ Met   ☒ Not yet"), "Not yet"],
  ])("%s", (_, content, expected) => {
    expect(read(sdt("choice", content))).toMatchObject({ choice: expected, unknown: [] });
  });

  test.each([
    ["that nobody offered", "Nearly"],
    ["that are both ticked", "☒ Met   ☒ Not yet"],
    ["with something added", "Met, I think"],
  ])("%s are kept and named", (_, words) => {
    expect(read(sdt("choice", run(words)))).toMatchObject({ choice: words, unknown: ["choice"] });
  });
});

test("a day is kept as it was written", () => {
  const chosen = '<w:date w:fullDate="2026-10-02T00:00:00Z"><w:dateFormat w:val="d MMM yyyy"/></w:date>';
  expect(read(sdt("day", run("2 Oct 2026"), chosen))["day"]).toBe("2 Oct 2026");
  expect(read(sdt("day", run("Date")))["day"]).toBe("");
});

test("a deleted control is missing, and two that differ are both kept", () => {
  const found = read(
    sdt("a", run("one")) +
      sdt("a", run("two")) +
      sdt("tick", run("☐")) +
      sdt("choice", run("Met")) +
      sdt("choice", run("Met")),
  );
  expect(found).toEqual({
    a: "one\ntwo",
    tick: "",
    choice: "Met",
    missing: ["day"],
    differing: ["a"],
    joined: [],
    unknown: [],
  });
});

describe("what a document says of itself", () => {
  const properties = (words: Readonly<Record<string, string>>) =>
    `<p:Properties xmlns:p="urn:p" xmlns:vt="urn:vt">${Object.entries(words)
      .map(([name, word]) => `<p:property name="qualspec.${name}"><vt:lpwstr>${word}</vt:lpwstr></p:property>`)
      .join("")}</p:Properties>`;
  const mark = {
    document: "learner-workbook",
    specification: "q",
    title: "Q &amp; A",
    version: "1",
    hash: "0123456789ab",
  };

  test("is all that it asks for", () => {
    expect(readFilledDocx(packageOf("")).docx?.paper).toEqual(part);
  });

  test.each([
    ["is not JSON", "{"],
    ["lacks a part", JSON.stringify({ ...part, prompts: undefined })],
    ["has numbers for words", JSON.stringify({ ...part, fields: [{ name: 1, kind: "line", options: [] }] })],
    ["is nothing", "null"],
  ])("is its mark, where the rest %s", (_, text) => {
    const { docx } = readFilledDocx(
      packageOf("", {
        "customXml/item2.xml": `<paper xmlns="${paperNamespace}">${escaped(text)}</paper>`,
        "docProps/custom.xml": properties(mark),
      }),
    );
    const specification = { id: "q", title: "Q & A", version: "1", hash: "0123456789ab", unit: null };
    expect([docx?.paper, docx?.mark]).toEqual([
      null,
      { document: "learner-workbook", specification, asksNothing: false },
    ]);
  });

  test("is the foot of its sheets, at worst", () => {
    const footer = `<w:ftr ${namespaces}>${paragraph(run("Version 1 · 0123456789ab"))}</w:ftr>`;
    const { docx } = readFilledDocx(packageOf("", { "customXml/item2.xml": "<other/>", "word/footer3.xml": footer }));
    expect([docx?.mark, docx?.hashes]).toEqual([null, ["0123456789ab"]]);
  });
});

describe("a package that is not to be trusted", () => {
  const good = packageOf(sdt("a", run("one")));
  const faultOf = (bytes: Uint8Array) => readFilledDocx(bytes).fault;

  test("is refused where it was broken off", () => {
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(faultOf(good.subarray(0, Math.floor(good.length * share)))?.kind).toBe("damaged");
    }
  });

  test("never ends in an error of ours, whichever byte is another", () => {
    const kinds = new Set<string>();
    for (let at = 0; at < good.length; at += 3) {
      const bytes = good.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      kinds.add(readFilledDocx(bytes).fault?.kind ?? "read");
    }
    expect([...kinds].sort()).toEqual(expect.arrayContaining(["damaged"]));
  });

  test("is refused where one byte of the text is another", () => {
    const stored = zipSync({
      "[Content_Types].xml": [strToU8("<T/>"), { level: 0 }],
      "_rels/.rels": strToU8(rels("d.xml")),
      "d.xml": [strToU8(`<w:document ${namespaces}/>`), { level: 0 }],
    });
    const at = Buffer.from(stored).indexOf("w:document");
    expect(faultOf(stored)).toBeNull();
    stored[at] = 0x78;
    expect(faultOf(stored)).toMatchObject({ kind: "damaged", found: "archive whose part `d.xml` is broken" });
  });

  test("is not unpacked where it is a bomb", () => {
    const bomb = zipSync({
      "[Content_Types].xml": strToU8("<T/>"),
      "_rels/.rels": strToU8(rels("d.xml")),
      "d.xml": new Uint8Array(60 * 1024 * 1024),
    });
    expect(bomb.length).toBeLessThan(200_000);
    expect(faultOf(bomb)?.kind).toBe("too-large");
  });

  test("is given up where it lies about its size", () => {
    const bomb = zipSync({
      "[Content_Types].xml": strToU8("<T/>"),
      "_rels/.rels": strToU8(rels("d.xml")),
      "d.xml": new Uint8Array(60 * 1024 * 1024),
    });
    const view = new DataView(bomb.buffer);
    const directory = view.getUint32(bomb.length - 6, true);
    for (let at = directory; at < bomb.length - 22; ) {
      view.setUint32(at + 24, 1000, true);
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
    }
    const before = process.memoryUsage().arrayBuffers;
    expect(faultOf(bomb)?.kind).toBe("damaged");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150 * 1024 * 1024);
  });

  test("is not read where it is nested without end", () => {
    const deep = packageOf("<w:p>".repeat(200_000));
    expect(faultOf(deep)?.kind).toBe("damaged");
  });

  test("does not expand what it declares", () => {
    const declared = `<!DOCTYPE w:document [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><w:document ${namespaces}><w:body>${sdt("a", run("&b;&c;"))}</w:body></w:document>`;
    expect(read("", { "word/document.xml": declared })["a"]).toBe("&b;&c;");
  });

  test("may name its fields as JavaScript names its own", () => {
    const evil = {
      ...part,
      fields: [
        { name: "__proto__", kind: "line", options: [] },
        { name: "constructor", kind: "line", options: [] },
      ],
    };
    const { docx } = readFilledDocx(
      packageOf(sdt("__proto__", run("x")), {
        "customXml/item2.xml": `<paper xmlns="${paperNamespace}">${escaped(JSON.stringify(evil))}</paper>`,
      }),
    );
    const found = docx?.paper === null || docx === null ? null : filledValues(docx.controls, docx.paper);
    expect(found?.values.get("__proto__")).toBe("x");
    expect(found?.missing).toEqual(["constructor"]);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  test.each([
    ["a workbook of a spreadsheet program", { "[Content_Types].xml": "<T/>", "xl/workbook.xml": "<w/>" }, "workbook"],
    ["a presentation", { "[Content_Types].xml": "<T/>", "ppt/presentation.xml": "<w/>" }, "presentation"],
    [
      "OpenDocument text",
      { mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<w/>" },
      "OpenDocument",
    ],
    ["a Pages document", { "Index/Document.iwa": "" }, "Pages"],
    ["any archive", { "a.txt": "a" }, "zip archive"],
  ])("is told from %s", (_, parts, found) => {
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
    expect(faultOf(bytes)).toMatchObject({ kind: "other", found: expect.stringContaining(found) });
  });
});
