import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Letters } from "../../src/formats/pdf/letters.ts";
import { pdf } from "../../src/formats/pdf.ts";
import type { Page } from "../../src/page/page.ts";
import { describeInPdf, qpdf } from "../papers/qpdf.ts";
import { type Pdf, readPdf, type Tag } from "../papers/read-pdf.ts";
import { samplePage } from "./sample-page.ts";

const folder = mkdtempSync(join(tmpdir(), "qualspec-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Made extends Pdf {
  readonly path: string;
  readonly missing: readonly string[];
}

let files = 0;

async function make(markup: string, more: Partial<Page> = {}): Promise<Made> {
  files += 1;
  const path = join(folder, `${files}.pdf`);
  const missing: string[] = [];
  writeFileSync(path, await pdf.encode(samplePage(markup, more), (sign) => missing.push(sign)));
  return { ...readPdf(path), path, missing };
}

/** Every element of a type, in reading order. */
function tags(tree: readonly Tag[], type: string): readonly Tag[] {
  return tree.flatMap((tag) => [...(tag.type === type ? [tag] : []), ...tags(tag.children, type)]);
}

const texts = (tree: readonly Tag[], type: string) => tags(tree, type).map((tag) => shown(tag.text));
const shown = (text: string) => text.replace(/[\s\u200b]+/gu, " ").trim();

const head = "<h1>A paper</h1>";

describeInPdf("a page in PDF", () => {
  test("is a file that claims PDF/UA, with title, language, bookmarks and fonts of its own", async () => {
    const made = await make(`${head}<h2>First</h2><h3>In it</h3><p>Words</p><h2>Second</h2><p>More</p>`);
    expect(qpdf("--check", made.path)).toContain("No syntax or stream encoding errors");
    expect(made).toMatchObject({ language: "en-GB", isMarked: true, showsTitle: true, foreignFonts: [] });
    expect(made.metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(made.metadata).toContain(">A paper</rdf:li>");
    expect(made.metadata).not.toMatch(/CreateDate|ModifyDate/u);
    const bookmarks = [
      { title: "First", children: [{ title: "In it", children: [] }] },
      { title: "Second", children: [] },
    ];
    expect(made.bookmarks).toEqual([{ title: "A paper", children: bookmarks }]);
  });

  test("tells programs what everything is", async () => {
    const made = await make(`${head}
      <p>Plain <strong>bold</strong> <em>slanted</em> <code>a code</code> <a href="https://example.org/x?y=1">a link</a> and <a href="#there">a jump</a></p>
      <ul><li>One<ol start="3"><li>Three</li><li>Four</li></ol></li><li>Two</li></ul>
      <dl><dt>Term</dt><dd>Meaning</dd></dl>
      <blockquote><p>Said</p></blockquote>
      <pre>first
  second</pre>
      <div class="task"><p>To do</p></div>
      <section id="there"><h2>There</h2><p>Arrived</p></section>`);
    expect(texts(made.tree, "P")).toContain("Plain bold slanted a code a link and a jump");
    expect(texts(made.tree, "Strong")).toContain("bold");
    expect(texts(made.tree, "Em")).toEqual(["slanted"]);
    expect(texts(made.tree, "Link")).toEqual(["a link", "a jump"]);
    expect(made.links).toEqual(["https://example.org/x?y=1"]);
    expect(texts(made.tree, "Lbl")).toEqual(["•", "3.", "4.", "•", "Term"]);
    expect(tags(made.tree, "LI").length).toBe(5);
    expect(texts(made.tree, "BlockQuote")).toEqual(["Said"]);
    expect(texts(made.tree, "Code")).toEqual(["a code", "first second"]);
    expect(texts(made.tree, "P")).toContain("To do");
    expect(texts(made.tree, "H2")).toEqual(["There"]);
  });

  test("marks what is gone and what is new, for eyes and for ears", async () => {
    const made = await make(`${head}<p>Was <del>old</del> and <ins>now</ins> is.</p>`);
    expect(texts(made.tree, "P")).toContain("Was old and now is.");
    expect(tags(made.tree, "Span").map(({ text, decoration }) => [text, decoration])).toEqual([
      ["old", "LineThrough"],
      ["now", "Underline"],
    ]);
  });

  test("has tables with heads of columns and of rows, repeated on every sheet", async () => {
    const rows = Array.from(
      { length: 90 },
      (_, at) => `<tr><th scope="row">Row ${at}</th><td data-label="B">Value ${at}</td></tr>`,
    );
    const made = await make(`${head}
      <table class="facts"><caption>Facts</caption><tbody><tr><th scope="row">Level</th><td>2</td></tr></tbody></table>
      <table><caption>Many rows</caption><thead><tr><th scope="col">Name</th><th scope="col">Value</th></tr></thead><tbody>${rows.join("")}</tbody></table>`);
    const [facts, many] = tags(made.tree, "Table");
    expect(texts(made.tree, "Caption")).toEqual(["Facts", "Many rows"]);
    expect(tags([facts as Tag], "TH").map(({ text, scope }) => [text, scope])).toEqual([["Level", "Row"]]);
    const heads = tags([many as Tag], "TH");
    expect(heads.slice(0, 3).map(({ text, scope }) => [text, scope])).toEqual([
      ["Name", "Column"],
      ["Value", "Column"],
      ["Row 0", "Row"],
    ]);
    expect(tags([many as Tag], "TR").map(({ children }) => children.map(({ type }) => type).join())).toEqual([
      "TH,TH",
      ...rows.map(() => "TH,TD"),
    ]);
    expect(made.pages.length).toBeGreaterThan(1);
    for (const page of made.pages) expect(page.text).toMatch(/NameValueRow \d/u);
  });

  test("leaves room to write, as high as it is asked for", async () => {
    const lines = (count: number, name: string) =>
      `<field name="${name}" kind="lines" lines="${count}" label="Say ${count}"/>`;
    const made =
      await make(`${head}<field name="l" kind="line" label="A line"/><field name="d" kind="date" label="A day"/>
      <field name="t" kind="tick" label="A tick"/><field name="c" kind="choice" label="A choice" options='["Yes","No"]'/>
      <section class="people"><h2>People</h2><field name="p" kind="line" label="Name"/></section>${lines(4, "four")}`);
    expect(texts(made.tree, "P")).toEqual(
      expect.arrayContaining(["A line", "A day", "☐ A tick", "A choice", "☐ Yes ☐ No", "Name", "Say 4"]),
    );
    const [few, many] = [await make(`${head}${lines(5, "a")}`), await make(`${head}${lines(150, "b")}`)];
    expect(few.pages.length).toBe(1);
    // 150 lines of 6.6 mm are nearly a metre.
    expect(many.pages.length).toBe(4);
  });

  test("has what it is, its notices and its number at the foot of every sheet, and no word that is nothing", async () => {
    const made = await make(
      `${head}<section class="unit"><h2>One</h2></section><section class="unit"><h2>Two</h2></section>`,
      {
        notices: ["Draft.", "Not regulated."],
        orientation: "landscape",
      },
    );
    expect(made.pages.map(({ text }) => text.slice(text.indexOf("A paper ·")))).toEqual(
      [1, 2, 3].map((number) => `A paper · version 1Draft. Not regulated.Sheet ${number} of 3`),
    );
    for (const { width, height, unmarked } of made.pages) {
      expect([Math.round(width), Math.round(height), unmarked]).toEqual([842, 595, 0]);
    }
    // The foot is no part of what is read.
    expect(made.tree.map(({ text }) => text).join("")).not.toContain("Draft");
  });

  test("lists its parts with the numbers of their sheets", async () => {
    const made =
      await make(`${head}<nav class="contents" aria-label="Contents"><h2>Contents</h2><ul><li><a href="#a">First</a></li><li><a href="#b">Second</a></li></ul></nav>
      <section class="unit" id="a"><h2>First</h2></section><section class="unit" id="b"><h2>Second</h2></section>`);
    expect(texts(made.tree, "TOCI").map((entry) => entry.replace(/[ .]+/gu, " "))).toEqual(["First 3", "Second 4"]);
  });

  test("says in which language its parts are", async () => {
    const made = await make(
      `${head}<section lang="cy"><h2>Uned</h2><p>Ŵyn a thŷ <span lang="en">sheep</span></p></section>`,
    );
    const spoken = (tree: readonly Tag[], language: string | null): readonly (readonly [string, string | null])[] =>
      tree.flatMap((tag) => {
        const own = tag.language ?? language;
        return tag.children.length === 0 ? [[shown(tag.text), own] as const] : spoken(tag.children, own);
      });
    const found = spoken(made.tree, made.language);
    expect(found).toContainEqual(["Uned", "cy"]);
    expect(made.pages[0]?.languages).toEqual(["en"]);
    expect(texts(made.tree, "P")).toEqual(["Ŵyn a thŷ sheep"]);
  });

  test("shows letters of many scripts, and a sign in the place of those that it has none for", async () => {
    const known = "Ŵyn, tŷ, naïve, Ελληνικά, Русский, 5 € → ☐ ✓ 😀";
    const made = await make(`${head}<p>${known}</p><p>日本 👍🏽 \u0001</p>`);
    expect(texts(made.tree, "P")).toEqual([known, "\ufffd\ufffd \ufffd \ufffd"]);
    expect(made.missing).toEqual(["日", "本", "👍🏽", "\u0001"]);
  });

  test("goes from right to left where its language does", async () => {
    const words = "اكتب ما تعلمته";
    const made = await make(`<h1>${words}</h1><ul><li>${words}</li></ul>`, { language: "ar", direction: "rtl" });
    expect(made.language).toBe("ar");
    expect(made.missing).toEqual([]);
    expect(made.bookmarks[0]?.title).toBe(words);
  });

  test("takes no word for a command of its engine", async () => {
    const words = '#panic("x") #{1+1} $ x $ *a* _b_ `c` @d <e> = f // g /* h */ \\ ~ -- \\u{41} #sys.inputs "';
    const escaped = words.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");
    const made = await make(
      `<h1>${escaped}</h1><p>${escaped}</p><p><a href="https://example.org/#x&quot;)#panic()">${escaped}</a></p>`,
    );
    expect(texts(made.tree, "H1")).toEqual([words]);
    expect(texts(made.tree, "P")).toEqual([words, words]);
    expect(made.bookmarks[0]?.title).toBe(words);
  });

  test("prints what is higher than a sheet, or longer than a line, to its end", async () => {
    const long = `${"word ".repeat(4000)}END`;
    const made = await make(
      `${head}<section class="criterion"><h4>Head</h4><p>${long}</p></section>
      <table class="grid"><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>${long}</td><td>${"w".repeat(900)}</td></tr></tbody></table>`,
      {
        direction: "ltr",
      },
    );
    expect(made.pages.map(({ text }) => [...text.matchAll(/END/gu)].length).reduce((sum, one) => sum + one)).toBe(2);
    expect(made.pages.length).toBeGreaterThan(10);
  });

  test("leaves out no level of headings, whatever a house's template says", async () => {
    const made = await make("<h2>One</h2><h4>Two</h4><div><h4>Three</h4></div><h2>Four</h2><h3>Five</h3>");
    expect(["H1", "H2", "H3"].map((type) => texts(made.tree, type))).toEqual([
      ["One"],
      ["Two", "Four"],
      ["Three", "Five"],
    ]);
  });

  test("has the logo of its house, with what it says, its colours and its line at the foot", async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 80"><rect width="300" height="80"/></svg>';
    const logo = {
      type: "image/svg+xml",
      bytes: Buffer.from(drawing),
      alt: "A house",
      width: 300,
      height: 80,
    } as const;
    const brand = {
      logo,
      pixelLogo: null,
      colours: { accent: "#123456" },
      fonts: { body: ["Nowhere Sans"], headings: [] },
      footer: "A house, 1 Street",
      styles: "",
    };
    const made = await make(`${head}<h2>Two</h2>`, { brand });
    expect(tags(made.tree, "Figure").length).toBe(1);
    expect(qpdf("--qdf", "--object-streams=disable", made.path, "-")).toContain("/Alt (A house)");
    expect(made.pages[0]?.text).toContain("A paper · version 1A house, 1 StreetSheet 1 of 1");
  });

  test("is the same twice", async () => {
    const page = samplePage(
      `${head}<p>Words</p><table><tbody><tr><th scope="row">a</th><td>b</td></tr></tbody></table>`,
    );
    expect(await pdf.encode(page)).toEqual(await pdf.encode(page));
  });
});

describe("letters", () => {
  const latin = (codePoint: number) => codePoint < 0x300;
  const marks = (codePoint: number) => codePoint >= 0x300 && codePoint < 0x370;
  test.each([
    { what: "a word within its line", text: "words", room: 10, printed: "words" },
    { what: "a long word", text: "abcdefgh", room: 4, printed: "a\u200bb\u200bc\u200bd\u200be\u200bf\u200bg\u200bh" },
    { what: "a long path", text: "ab/cd-efgh", room: 6, printed: "ab/\u200bcd-\u200befgh" },
    { what: "a mark that no font has together with its letter", text: "x\u0301", room: 10, printed: "\ufffd" },
    { what: "a mark that says how a file was stored", text: "\ufeffab", room: 10, printed: "ab" },
    { what: "spaces of any width", text: "a\u2003b\u00a0c", room: 10, printed: "a b\u00a0c" },
    { what: "what is never seen", text: "a\u200db", room: 10, printed: "a\u200db" },
  ])("$what", ({ text, room, printed }) => {
    expect(new Letters([latin, marks]).print(text, room)).toBe(printed);
  });
});
