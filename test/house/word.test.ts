import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readHouseDocx } from "../../src/exchange/house-docx.ts";
import { docx } from "../../src/formats/docx.ts";
import type { Brand } from "../../src/page/brand.ts";
import { brief, checkFolder, writeInto } from "../check-folder.ts";
import { faultsOf, readDocx } from "../formats/read-docx.ts";
import { samplePage } from "../formats/sample-page.ts";
import { emptyFolder } from "../run-qualspec.ts";
import { house } from "./house-folder.ts";

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const types = (more = "") =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${more}</Types>`;
/** As a German Word names them: ids are in its language, names in English. */
const styles = `<?xml version="1.0"?><w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:color w:val="004D40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Notice"><w:name w:val="Something else"/></w:style></w:styles>`;
const body = `<w:document xmlns:w="${main}"><w:body><w:p/><w:sectPr><w:pgMar w:top="1000" w:right="1100" w:bottom="1200" w:left="1300" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:body></w:document>`;
const theme = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House"/>';

function pack(more: Readonly<Record<string, string | null>> = {}): Uint8Array {
  const parts = {
    "[Content_Types].xml": types(),
    "word/document.xml": body,
    "word/styles.xml": styles,
    "word/theme/theme1.xml": theme,
    ...more,
  };
  const files = Object.entries(parts).flatMap(([name, text]) =>
    text === null ? [] : [[name, strToU8(text)] as const],
  );
  return zipSync(Object.fromEntries(files) as Zippable, { mtime: new Date(1990, 0, 1) });
}

const page = `<header class="cover"><div class="banner"><p class="organisation">Body</p><h1>Title</h1></div></header>
  <h2>Part</h2><aside class="notice"><p>Draft.</p></aside><table><tbody><tr><th scope="row">A</th><td>B</td></tr></tbody></table>`;

async function made(more: Readonly<Record<string, string | null>> = {}) {
  const { look } = readHouseDocx(pack(more));
  if (look === null) throw new Error("not read");
  const brand: Brand = {
    logo: null,
    pixelLogo: null,
    colours: {},
    fonts: { body: [], headings: [] },
    footer: null,
    styles: "",
    word: look,
  };
  const bytes = await docx.encode(samplePage(page, { brand }));
  expect(faultsOf(readDocx(bytes))).toEqual([]);
  return (name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

test("papers take styles by their names, and have ours for the others", async () => {
  const part = await made();
  const [written, text] = [part("word/styles.xml"), part("word/document.xml")];
  expect(text).toContain('<w:pStyle w:val="berschrift1"/>');
  expect(text).toContain('<w:pStyle w:val="Heading2"/>');
  // Their Notice is something else.
  expect(text).toContain('<w:pStyle w:val="PaperNotice"/>');
  expect(written).toContain('w:styleId="PaperNotice"');
  expect(written).toMatch(
    /w:styleId="Heading2"><w:name w:val="heading 2"\/><w:basedOn w:val="Standard"\/><w:next w:val="Standard"\/>/u,
  );
  expect(written.match(/w:type="paragraph" w:default="1"/gu)).toHaveLength(1);
  expect(written).not.toMatch(/numPr|de-DE/u);
  expect(written).toContain('<w:lang w:val="en-GB" w:eastAsia="en-GB"/>');
  // Their heading stands on no banner, and nothing around it does.
  expect(written).not.toContain('w:fill="0B4F6C"');
});

test("papers take the theme and the margins", async () => {
  const part = await made();
  expect(part("word/theme/theme1.xml")).toContain(theme);
  expect(part("word/_rels/document.xml.rels")).toContain('Target="theme/theme1.xml"');
  expect(part("word/document.xml")).toMatch(/<w:pgMar w:top="1000" w:right="1100" w:bottom="1200" w:left="1300"/u);
  expect(part("word/document.xml")).toContain('<w:tblW w:w="8700"');
});

test.each([
  [
    "a theme with pictures is left out",
    { "word/theme/theme1.xml": `${theme.slice(0, -2)}><a:blip r:embed="rId1"/></a:theme>` },
  ],
  ["no theme is needed", { "word/theme/theme1.xml": null }],
])("%s", async (_, more) => {
  const part = await made(more);
  expect(part("word/theme/theme1.xml")).toBe("");
  expect(part("[Content_Types].xml")).not.toContain("theme");
});

test.each(["<w:p/>", body.replace('"1300"', '"99999"'), body.replace('"1300"', '"-5"')])(
  "margins that cannot be used are ours: %s",
  (document) => {
    expect(readHouseDocx(pack({ "word/document.xml": document })).look?.margins).toBeNull();
  },
);

const bomb = () => {
  const bytes = Buffer.from(pack());
  // In the list of parts each says how large it is: one of them lies.
  const at = bytes.lastIndexOf("word/styles.xml");
  bytes.writeUInt32LE(0x7fffffff, at - 46 + 24);
  return bytes;
};

test.each<[string, Uint8Array, RegExp]>([
  ["no archive", Buffer.from("a text"), /./u],
  [
    "an old Word document",
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    /./u,
  ],
  ["half a document", pack().subarray(0, 400), /without an end/u],
  ["another archive", zipSync({ "a.txt": strToU8("x") }), /no Word document/u],
  ["macros", pack({ "word/vbaProject.bin": "x" }), /with macros/u],
  [
    "macros by their type",
    pack({
      "[Content_Types].xml": types(
        '<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      ),
    }),
    /with macros/u,
  ],
  [
    "Strict Open XML",
    pack({ "word/styles.xml": styles.replace(main, "http://purl.oclc.org/ooxml/wordprocessingml/main") }),
    /rare sort/u,
  ],
  ["styles that break off", pack({ "word/styles.xml": styles.slice(0, 300) }), /ends in the middle/u],
  ["styles with entities", pack({ "word/styles.xml": `<!DOCTYPE a [<!ENTITY b "c">]>${styles}` }), /declarations/u],
  ["a part that fills memory", bomb(), /unpacks to more/u],
  [
    "a part that is too large",
    pack({ "word/styles.xml": styles.replace("</w:styles>", `${" ".repeat(4_300_000)}</w:styles>`) }),
    /unpacks to more/u,
  ],
])("%s is refused with its place", async (_, bytes, message) => {
  const folder = emptyFolder();
  writeInto(folder, house("word: house.docx\n", { "brand/house.docx": bytes }));
  const { findings } = await checkFolder(folder);
  const found = findings.filter(({ place }) => place.file.path.startsWith("brand/"));
  expect(found.map(brief)).toEqual(['brand/brand.yaml:1:7-1:17 brand-file "house.docx"']);
  expect(found[0]?.message).toMatch(message);
});
