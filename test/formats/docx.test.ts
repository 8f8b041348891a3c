import { describe, expect, test } from "vitest";
import { bookmarkOf, tagOf } from "../../src/formats/docx/tag.ts";
import { docx } from "../../src/formats/docx.ts";
import { type Page, writeOptions } from "../../src/page/page.ts";
import { allElements, childOf, valOf, type XmlElement } from "./parse-xml.ts";
import { controlsOf, faultsOf, paragraphsOf, readDocx, wordsOf } from "./read-docx.ts";
import { samplePage } from "./sample-page.ts";

async function write(markup: string, more: Partial<Page> = {}) {
  const read = readDocx(await docx.encode(samplePage(markup, more)));
  expect(faultsOf(read)).toEqual([]);
  return read;
}

const escaped = (text: string) =>
  text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");

const styled = (root: XmlElement) => paragraphsOf(root).map(({ style, text }) => `${style}: ${text}`);

describe("words", () => {
  test("of every kind stand in their styles, in the order of the page", async () => {
    const { body } = await write(`
      <header class="cover"><div class="banner"><p class="organisation">Body</p><h1>Title</h1><p class="document">Paper</p></div>
      <aside class="notice" aria-label="Note"><p>Draft.</p></aside></header>
      <section id="a"><h2>Part</h2><h3><span class="number">1</span> Outcome</h3><h4>Criterion</h4>
      <p>One <strong>two</strong> <em>three</em> <code>four</code><br/>five</p><blockquote><p>Said</p></blockquote>
      <pre><code>a  b
c</code></pre><hr/><dl><dt>Term</dt><dd>Meaning</dd></dl><div class="guidance"><p>Look</p></div></section>`);
    expect(styled(body)).toEqual([
      "Banner: Body",
      "Heading1: Title",
      "BannerName: Paper",
      "Notice: Draft.",
      "Heading2: Part",
      "Heading3: 1 Outcome",
      "Heading4: Criterion",
      "Normal: One two three four\nfive",
      "Quote: Said",
      "CodeBlock: a  b\nc",
      "Rule: ",
      "Term: Term",
      "Normal: Meaning",
      "Guidance: Look",
    ]);
    const runs = allElements(body, "w:r").map((run) => [wordsOf(run), childOf(run, "w:rPr")] as const);
    const isMarked = (text: string, mark: string) =>
      runs.some(([words, look]) => words === text && childOf(look, mark) !== undefined);
    expect([isMarked("two", "w:b"), isMarked("three", "w:i"), isMarked("One ", "w:b")]).toEqual([true, true, false]);
  });

  test("say in colours, too, how an entry of a framework stands", async () => {
    const { body } = await write(
      '<p><span class="state gap">Not covered</span> and <span class="state">none</span></p>',
    );
    const fills = allElements(body, "w:r").map((run) => {
      const look = childOf(run, "w:rPr");
      return look === undefined ? null : (childOf(look, "w:shd")?.attributes["w:fill"] ?? null);
    });
    expect(fills).toEqual(["FBE3E0", null, null]);
  });

  test("that warn of a web page are left out", async () => {
    expect(styled((await write('<p class="saving">Print it.</p><p>Read it.</p>')).body)).toEqual(["Normal: Read it."]);
  });

  test.each(
    [
      "<script>alert(1)</script>",
      "{{evil}} $x %PATH% {page}",
      "]]> <![CDATA[ &amp; &#0; <!-- -->",
      "“quotes” 'and' \"more\"",
      "😀 ‏RTL‏ ‮ABC‬",
      '=SUM(A1) \\o "2-2" { PAGE }',
      "w".repeat(300),
      "Many words. ".repeat(1700).trim(),
    ].map((hostile) => ({ hostile, start: hostile.slice(0, 30) })),
  )("are only words: $start", async ({ hostile }) => {
    const text = escaped(hostile);
    const options = escaped(writeOptions([hostile, "Other"]));
    const read = await write(
      `<h1>${text}</h1><nav><ul><li><a href="#x">${text}</a></li></ul></nav><h2 id="x">${text}</h2><p>${text}</p>
       <table><caption>${text}</caption><thead><tr><th scope="col">${text}</th></tr></thead><tbody><tr><td>${text}</td></tr></tbody></table>
       <field name="a" kind="line" label="${text}"/><field name="b" kind="lines" label="${text}"/><field name="c" kind="tick" label="${text}"/>
       <field name="d" kind="choice" label="${text}" options="${options}"/>`,
      { title: hostile, footer: hostile, notices: [hostile] },
    );
    const plain = (all: string) => all.replace(/\s/gu, "");
    const found = plain(wordsOf(read.body)).split(plain(hostile)).length - 1;
    expect(found).toBe(12);
    expect(allElements(read.body, "w:instrText").map((one) => one.children.join(""))).toEqual([
      ' TOC \\o "2-2" \\h \\z ',
    ]);
    expect(allElements(read.part("word/footer.xml"), "w:fldSimple").length).toBe(2);
    for (const { title, tag, options: words } of controlsOf(read)) {
      expect(Math.max(title.length, tag.length)).toBeLessThanOrEqual(64);
      expect(Math.max(0, ...words.map(({ length }) => length))).toBeLessThanOrEqual(255);
    }
    expect(wordsOf(read.part("word/footer.xml")).length).toBeLessThan(1300);
  });

  test("lose only what XML forbids", async () => {
    const content = [{ name: "p", attributes: {}, children: ["a\u0000\u0008b\ud800c\ufffed\u200f"] }] as const;
    const read = readDocx(await docx.encode(samplePage("", { content })));
    expect(wordsOf(read.body)).toBe("abcd\u200f");
  });

  test("in another language say so", async () => {
    const { body, part } = await write('<p>Hello</p><section lang="cy"><p>Helo</p></section>');
    const [first, second] = allElements(body, "w:r");
    expect(childOf(childOf(first, "w:rPr"), "w:lang")).toBeUndefined();
    expect(valOf(childOf(childOf(second, "w:rPr"), "w:lang"))).toBe("cy");
    expect(valOf(allElements(part("word/styles.xml"), "w:lang")[0])).toBe("en-GB");
  });

  test("from right to left are marked in either kind of page", async () => {
    const pieces = (body: XmlElement) =>
      allElements(body, "w:r").map((run) => [wordsOf(run), childOf(childOf(run, "w:rPr"), "w:rtl") !== undefined]);
    const text = "<p>Say שלום, עולם 12 to all</p>";
    const left = await write(text);
    expect(pieces(left.body)).toEqual([
      ["Say ", false],
      ["שלום, עולם", true],
      [" 12 to all", false],
    ]);
    const right = await write(text, { direction: "rtl", language: "he" });
    expect(pieces(right.body)).toEqual([
      ["Say", false],
      [" שלום, עולם 12 ", true],
      ["to all", false],
    ]);
    const bidi = ({ part }: typeof left) => allElements(part("word/styles.xml"), "w:bidi").length;
    expect([bidi(left), bidi(right)]).toEqual([0, 1]);
    expect(childOf(childOf(right.body, "w:sectPr"), "w:bidi")).toBeDefined();
  });
});

describe("lists", () => {
  test("count by themselves, from where the page says", async () => {
    const { body, part } = await write(
      '<ol><li>a</li><li>b<ol start="3"><li>c</li></ol></li></ol><p>x</p><ol><li>d</li></ol><ul><li>e</li></ul>',
    );
    const marks = allElements(body, "w:numPr").map(
      (one) => `${valOf(childOf(one, "w:numId"))}/${valOf(childOf(one, "w:ilvl"))}`,
    );
    expect(marks).toEqual(["2/0", "2/0", "3/1", "4/0", "1/0"]);
    expect(allElements(part("word/numbering.xml"), "w:startOverride").map(valOf)).toEqual(["1", "3", "1"]);
  });

  test("put what follows in an item below its first words", async () => {
    const { body } = await write("<ul><li><p>a</p><p>b</p></li></ul>");
    const properties = paragraphsOf(body).map(({ element }) => childOf(element, "w:pPr"));
    expect(properties.map((one) => childOf(one, "w:numPr") !== undefined)).toEqual([true, false]);
    expect(childOf(properties[1], "w:ind")?.attributes["w:left"]).toBe("360");
  });
});

describe("links", () => {
  test.each(
    [
      ["https://example.org/a?b=c&d", "https://example.org/a?b=c&d"],
      ["mailto:a@example.org", "mailto:a@example.org"],
      ['https://example.org/"><script>|^', "https://example.org/%22%3E%3Cscript%3E%7C%5E"],
      ["https://example.org/100%", "https://example.org/100%25"],
      [`https://example.org/${"x".repeat(3000)}`, null],
      ["javascript:alert(1)", null],
      ["file:///etc/passwd", null],
      ["../specs/a.yaml#L1", null],
      ["https://[x", null],
      ["#nowhere", null],
    ].map(([href, target]) => ({ href: String(href), target, start: String(href).slice(0, 40) })),
  )("to $start", async ({ href, target }) => {
    const { body, part } = await write(`<p><a href="${escaped(href)}">words</a></p>`);
    const links = allElements(part("word/_rels/document.xml.rels"), "Relationship").filter(
      ({ attributes }) => attributes["TargetMode"] === "External",
    );
    expect(links.map(({ attributes }) => attributes["Target"])).toEqual(target === null ? [] : [target]);
    expect(allElements(body, "w:hyperlink").length).toBe(target === null ? 0 : 1);
    expect(wordsOf(body)).toBe("words");
  });

  test("print their addresses where sources are listed", async () => {
    const { body } = await write(
      '<section class="resources"><ul><li><a href="https://example.org/a">Site</a></li></ul></section>',
    );
    expect(wordsOf(body)).toBe("Site (https://example.org/a)");
  });

  test("in the contents lead to the headings, and Word can make them anew", async () => {
    const { body } =
      await write(`<nav class="contents" aria-label="C"><h2>Contents</h2><ul><li><a href="#a">First</a></li>
      <li><a href="#b">Second</a></li></ul></nav><section id="a"><h2>First</h2></section><section id="b"><h2>Second</h2></section>`);
    expect(styled(body)).toEqual([
      "TOCHeading: Contents",
      "TOC1: First",
      "TOC1: Second",
      "Heading2: First",
      "Heading2: Second",
    ]);
    const anchors = allElements(body, "w:hyperlink").map(({ attributes }) => attributes["w:anchor"]);
    const places = paragraphsOf(body)
      .filter(({ style }) => style === "Heading2")
      .map(({ element }) => childOf(element, "w:bookmarkStart")?.attributes["w:name"]);
    expect(anchors).toEqual(places);
    expect(allElements(body, "w:fldChar").map(({ attributes }) => attributes["w:fldCharType"])).toEqual([
      "begin",
      "separate",
      "end",
    ]);
  });
});

describe("fields", () => {
  test("of every kind are content controls of their own", async () => {
    const read =
      await write(`<field name="u.k.a" kind="lines" lines="4" label="Answer"/><field name="u.k.b" kind="line" label="Name"/>
      <field name="u.k.c" kind="date" label="When"/><field name="u.k.d" kind="tick" label="Mine"/>
      <field name="u.k.e" kind="choice" label="Result" options="${escaped(writeOptions(["Met", "Not yet", "Met"]))}"/>`);
    const controls = controlsOf(read);
    expect(controls.map(({ isEmpty }) => isEmpty)).toEqual([true, true, true, false, true]);
    expect(controls.every(({ isLocked }) => isLocked)).toBe(true);
    expect(controls.map(({ bookmark }) => bookmark)).toEqual(controls.map(({ tag }) => bookmarkOf(tag)));
    const seen = controls.map(({ tag, title, kind, text, options }) => [tag, title, kind, text, options]);
    expect(seen).toEqual([
      ["u.k.a", "Answer", "w:texts", "Write", []],
      ["u.k.b", "Name", "w:text", "Write", []],
      ["u.k.c", "When", "w:date", "Day", []],
      ["u.k.d", "Mine", "w14:checkbox", "☐", []],
      ["u.k.e", "Result", "w:dropDownList", "☐\u00a0Met   ☐\u00a0Not\u00a0yet   ☐\u00a0Met", ["Met", "Not yet"]],
    ]);
  });

  test("leave room to write on paper", async () => {
    const { body } = await write('<field name="a" kind="lines" lines="10" label="Long"/>');
    expect(allElements(body, "w:trHeight").map(({ attributes }) => attributes["w:val"])).toEqual(["3400"]);
    expect(allElements(body, "w:tblHeader").length).toBe(1);
  });

  test("in cells are told apart by the head of the column alone", async () => {
    const read = await write(`<table><thead><tr><th scope="col">Date</th></tr></thead><tbody><tr><td>
      <field name="a" kind="date" label="Date of 1.1" hide-label="yes"/></td></tr></tbody></table>`);
    expect(wordsOf(read.body).trim()).toBe("Date");
    expect(controlsOf(read).map(({ title }) => title)).toEqual(["Date of 1.1"]);
  });

  test("with long names have short tags that stay their own", async () => {
    const names = ["a", "b"].map((end) => `${"unit-with-a-name-that-is-".repeat(4)}.${end}`);
    const markup = names.map((name) => `<field name="${name}" kind="line" label="L"/>`).join("");
    const [first, second] = [await write(markup), await write(markup)].map((read) =>
      controlsOf(read).map(({ tag }) => tag),
    );
    expect(first?.map(({ length }) => length)).toEqual([64, 64]);
    expect(new Set(first).size).toBe(2);
    expect(second).toEqual(first);
    expect(tagOf("x".repeat(64))).toBe("x".repeat(64));
  });
});

describe("tables", () => {
  test("repeat their heads, keep their rows whole and fill the sheet", async () => {
    const { body } = await write(
      `<table class="grid"><caption>Grid</caption><thead><tr><th scope="col">No.</th><th scope="col" data-width="wide">Words</th><th scope="col">Day</th></tr></thead>
       <tbody><tr><th scope="row">1</th><td>${"long ".repeat(50)}</td><td><field name="a" kind="date" label="Day" hide-label="yes"/></td></tr></tbody></table>
       <table class="facts"><tbody><tr><th scope="row">Level</th><td>2</td></tr></tbody></table>`,
      { orientation: "landscape" },
    );
    const tables = allElements(body, "w:tbl");
    const heads = (table: XmlElement) =>
      allElements(table, "w:tr").map((row) => childOf(childOf(row, "w:trPr"), "w:tblHeader") !== undefined);
    expect(tables.map(heads)).toEqual([[true, false], [false]]);
    expect(allElements(body, "w:cantSplit").length).toBe(3);
    const widths = tables.map((table) =>
      allElements(table, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"])),
    );
    expect(widths[0]?.reduce((sum, width) => sum + width, 0)).toBe(16838 - 2 * 794);
    expect(Math.max(...(widths[0] ?? []))).toBe(widths[0]?.[1]);
    const looks = tables.map((table) => childOf(childOf(table, "w:tblPr"), "w:tblLook")?.attributes);
    expect(looks.map((look) => [look?.["w:firstRow"], look?.["w:firstColumn"]])).toEqual([
      ["1", "1"],
      ["0", "1"],
    ]);
    expect(tables.map((table) => valOf(childOf(childOf(table, "w:tblPr"), "w:tblCaption")))).toEqual([
      "Grid",
      undefined,
    ]);
    expect(paragraphsOf(body)[0]?.style).toBe("Caption");
  });

  test("of columns that all ask for much still fit", async () => {
    const cells = Array.from({ length: 6 }, () => '<th scope="col" data-width="wide">Word</th>').join("");
    const { body } = await write(`<table><thead><tr>${cells}<th scope="col">Small</th></tr></thead><tbody/></table>`);
    const widths = allElements(body, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"]));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11906 - 2 * 794);
    expect(Math.min(...widths)).toBeGreaterThan(500);
  });
});

describe("the document", () => {
  test("says what it is on every sheet, and where one is", async () => {
    const { part } = await write("<p>a</p>", { notices: ["Draft.", "Not regulated."] });
    const lines = paragraphsOf(part("word/footer.xml")).map(({ text }) => text);
    expect(lines).toEqual(["A paper · version 1", "Draft. Not regulated.", "Sheet 1 of 1"]);
    const codes = allElements(part("word/footer.xml"), "w:fldSimple").map(({ attributes }) => attributes["w:instr"]);
    expect(codes).toEqual([" PAGE ", " NUMPAGES "]);
  });

  test.each([
    ["portrait", ["11906", "16838", undefined]],
    ["landscape", ["16838", "11906", "landscape"]],
  ] as const)("lies as the page says: %s", async (orientation, size) => {
    const { body } = await write("<p>a</p>", { orientation });
    const given = childOf(childOf(body, "w:sectPr"), "w:pgSz")?.attributes;
    expect([given?.["w:w"], given?.["w:h"], given?.["w:orient"]]).toEqual(size);
  });

  test("has a title and a language, and no date", async () => {
    const { part } = await write("<p>a</p>", { title: "Paper & more", language: "cy" });
    const properties = part("docProps/core.xml").children.map((one) =>
      typeof one === "string" ? one : [one.name, one.children.join("")],
    );
    expect(properties).toEqual([
      ["dc:title", "Paper & more"],
      ["dc:language", "cy"],
    ]);
  });

  test("asks Word for no update, which would begin with a question", async () => {
    const { part } = await write("<p>a</p>");
    expect(allElements(part("word/settings.xml"), "w:updateFields")).toEqual([]);
  });

  test("is the same, byte for byte, in any time zone", async () => {
    const zone = process.env["TZ"];
    const markup = '<p><a href="https://example.org">x</a></p><field name="a" kind="line" label="L"/>';
    const made = [];
    for (const own of ["UTC", "Pacific/Kiritimati", "America/Anchorage"]) {
      process.env["TZ"] = own;
      made.push(Buffer.from(await docx.encode(samplePage(markup))).toString("base64"));
    }
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    expect(new Set(made).size).toBe(1);
  });
});
