import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { faultsOfCss } from "../../src/page/css.ts";
import { readSvg } from "../../src/page/svg.ts";
import { brief, checkFolder, type Files, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";
import { drawing, house, jpeg, png } from "./house-folder.ts";

/** What is found about the style of a house, and nothing else. */
async function foundIn(files: Files) {
  const folder = emptyFolder();
  writeInto(folder, files);
  return findingsIn(folder);
}

async function findingsIn(folder: string) {
  const { findings } = await checkFolder(folder);
  return findings.filter(({ place }) => place.file.path.startsWith("brand/") || place.file.path === "qualspec.yaml");
}

test.each([
  ["footer: Example Awards\n", {}],
  ["logo: { file: a.png, alt: A }\n", { "brand/a.png": png(300, 80) }],
  ["logo: { file: a.jpg, alt: A }\n", { "brand/a.jpg": jpeg(300, 80) }],
  [
    "logo: { file: a.svg, word: images/a.png, alt: A }\n",
    { "brand/a.svg": drawing(), "brand/images/a.png": png(9, 9) },
  ],
  // What a file is, its name does not say.
  ["logo: { file: a.jpg, alt: A }\n", { "brand/a.jpg": png(9, 9) }],
  ['colours: { accent: "#7a1f5c", banner: "#F2B705", tint: "#FBF1F7", text: "#000000" }\n', {}],
  ["fonts: { body: [Lato, Arial], headings: [Times New Roman, serif] }\n", {}],
])("nothing is wrong with %j", async (brand, files) => {
  expect(await foundIn(house(brand, files))).toEqual([]);
});

const svg = (file: string) => ({ "brand/a.svg": file });

test.each<[string, Files, string, RegExp]>([
  ["logo: { file: a.png }\n", {}, 'brand.yaml:1:1-1:5 missing-key "logo"', /expected `alt`|`alt`/u],
  ["logo: a.png\n", {}, 'brand.yaml:1:7-1:12 wrong-type "a.png"', /keys such as `file:`/u],
  ["logo: { file: a.png, alt: A }\n", {}, 'brand.yaml:1:15-1:20 brand-file "a.png"', /No such file/u],
  [
    "logo: { file: ../q.yaml, alt: A }\n",
    {},
    'brand.yaml:1:15-1:24 brand-file "../q.yaml"',
    /outside the brand folder/u,
  ],
  ["logo: { file: /etc/hostname, alt: A }\n", {}, 'brand.yaml:1:15-1:28 brand-file "/etc/hostname"', /outside/u],
  [
    "logo: { file: a.png, alt: A }\n",
    { "brand/a.png": png(9, 9).subarray(0, 40) },
    'brand.yaml:1:15-1:20 brand-file "a.png"',
    /damaged/u,
  ],
  [
    "logo: { file: a.jpg, alt: A }\n",
    { "brand/a.jpg": jpeg(9, 9).subarray(0, 15) },
    'brand.yaml:1:15-1:20 brand-file "a.jpg"',
    /damaged/u,
  ],
  [
    "logo: { file: a.png, alt: A }\n",
    { "brand/a.png": png(4001, 9) },
    'brand.yaml:1:15-1:20 brand-file "a.png"',
    /4001 × 9 pixels/u,
  ],
  [
    "logo: { file: a.png, alt: A }\n",
    { "brand/a.png": Buffer.alloc(300_000) },
    'brand.yaml:1:15-1:20 brand-file "a.png"',
    /293 KB, expected at most 256 KB/u,
  ],
  [
    "logo: { file: a.gif, alt: A }\n",
    { "brand/a.gif": "GIF89a" },
    'brand.yaml:1:15-1:20 brand-file "a.gif"',
    /Unexpected GIF picture in `a.gif`, .* PNG, JPEG or SVG/u,
  ],
  [
    "logo: { file: a.svg, alt: A }\n",
    svg("hello"),
    'brand.yaml:1:15-1:20 brand-file "a.svg"',
    /Unexpected text in `a.svg`, whatever its name says/u,
  ],
  [
    "logo: { file: a.svg, alt: A }\n",
    svg("<!DOCTYPE html><html><svg></svg></html>"),
    'brand.yaml:1:15-1:20 brand-file "a.svg"',
    /Unexpected web page/u,
  ],
  ["logo: { file: a.svg, alt: A }\n", svg(" \n"), 'brand.yaml:1:15-1:20 brand-file "a.svg"', /Unexpected empty file/u],
  [
    "logo: { file: a.svg, alt: A }\n",
    { "brand/a.svg": Buffer.from("GIF89a\x01\x00\xff\xfe", "latin1") },
    'brand.yaml:1:15-1:20 brand-file "a.svg"',
    /Unexpected GIF picture/u,
  ],
  [
    "logo: { file: a.svg, alt: A }\n",
    svg(drawing("", 'width="9" height="9"')),
    'brand.yaml:1:15-1:20 logo-for-word "a.svg"',
    /Word/u,
  ],
  ["logo: { file: a.svg, alt: A }\n", svg(drawing()), 'brand.yaml:1:15-1:20 logo-for-word "a.svg"', /Word/u],
  [
    "logo: { file: a.svg, word: a.svg, alt: A }\n",
    svg(drawing()),
    'brand.yaml:1:28-1:33 brand-file "a.svg"',
    /PNG or JPEG/u,
  ],
  [
    "logo: { file: a.svg, alt: A }\n",
    svg(drawing("<script/>")),
    'a.svg:1:62-1:69 brand-svg "<script"',
    /without programs/u,
  ],
  ["colours: { accent: #123456 }\n", {}, "", /./u],
  ["colours: { accent: 123456 }\n", {}, 'brand.yaml:1:20-1:26 wrong-form "123456"', /`"#123456"`/u],
  ["colours: { accent: red }\n", {}, 'brand.yaml:1:20-1:23 wrong-form "red"', /a colour such as/u],
  ["colours: { acent: '#123456' }\n", {}, 'brand.yaml:1:12-1:17 unknown-key "acent"', /`accent`/u],
  ["fonts: { body: Lato }\n", {}, 'brand.yaml:1:16-1:20 wrong-type "Lato"', /write `\[Lato\]`/u],
  [
    'fonts: { body: ["a\'; } body { color: red"] }\n',
    {},
    `brand.yaml:1:17-1:42 wrong-form "\\"a'; } body { color: red\\""`,
    /the name of a font/u,
  ],
  ["footer: |\n  One\n  Two\n", {}, 'brand.yaml:1:9-1:10 wrong-form "|"', /text on one line/u],
  [`footer: ${"x".repeat(201)}\n`, {}, `brand.yaml:1:9-1:210 out-of-range "${"x".repeat(201)}"`, /at most 200/u],
  ["colors: { accent: '#123456' }\n", {}, 'brand.yaml:1:1-1:7 unknown-key "colors"', /`colours`/u],
])("brand.yaml %j", async (brand, files, where, message) => {
  const found = await foundIn(house(brand, files));
  if (where === "") expect(found.length).toBeGreaterThan(0);
  else expect(found.map(brief)).toEqual([`brand/${where}`]);
  expect(found[0]?.message).toMatch(message);
});

test.each([
  ['accent: "#33A1FD"', "accent", "2.45:1 with the white of the page, the tint and the ground of notices", '"#2472B3"'],
  ['text: "#777777"', "text", "4.00:1 with the white of the page, the tint and the ground of notices", '"#6E6E6E"'],
  ['mutedText: "#777777"', "mutedText", "4.47:1 with the white of the page", '"#767676"'],
  ['tint: "#0B4F6C"', "tint", "1.00:1 with `text` and `accent` on it", null],
  ['banner: "#FFFFFF", bannerText: "#DDDDDD"', "bannerText", "1.35:1 with the banner", null],
])("colours that cannot be read: %s", async (colours, key, words, nearest) => {
  const [found, ...more] = await foundIn(house(`colours: { ${colours} }\n`));
  expect(more).toEqual([]);
  expect(found?.place.pointer).toBe(`/colours/${key}`);
  expect(found?.message).toContain("expected at least 4.5:1 (WCAG 2.2 AA)");
  expect(found?.message).toContain(words);
  if (nearest !== null) expect(found?.message).toContain(`the nearest that passes is \`${nearest}\``);
});

test("all faults of a brand are told at once, and none that another may be the reason of", async () => {
  const brand = `footr: A\nlogo: { file: none.png, alt: A }\ncolours: { acent: "#123456", text: "#777777", bannerText: "#FFFFFF", tint: 5 }\n`;
  expect((await foundIn(house(brand))).map(brief)).toEqual([
    'brand/brand.yaml:1:1-1:6 unknown-key "footr"',
    'brand/brand.yaml:2:15-2:23 brand-file "none.png"',
    'brand/brand.yaml:3:12-3:17 unknown-key "acent"',
    'brand/brand.yaml:3:36-3:45 brand-contrast "\\"#777777\\""',
    'brand/brand.yaml:3:76-3:77 wrong-form "5"',
  ]);
});

test("a house may be less strict with its colours, and not with its files", async () => {
  const strict = "house: { brand: brand }\nrules: { brand-contrast: off, brand-file: off }\n";
  const brand = 'colours: { accent: "#33A1FD" }\nlogo: { file: a.png, alt: A }\n';
  const found = await foundIn(house(brand, { "qualspec.yaml": strict }));
  expect(found.map(({ rule }) => rule)).toEqual(["brand-file", "unknown-rule"]);
});

test.each([
  ["brnd", /No such folder/u],
  ["a.yaml", /No such folder/u],
  ["empty", /without `brand.yaml` and without `templates`/u],
])("a brand folder %s", async (name, message) => {
  const found = await foundIn(house("format: 1\n", { "qualspec.yaml": `house: { brand: ${name} }\n`, "empty/x": "" }));
  expect(found.map(brief)).toEqual([`qualspec.yaml:1:17-1:${17 + name.length} brand-folder "${name}"`]);
  expect(found[0]?.message).toMatch(message);
});

test.skipIf(process.platform === "win32")("no link leads out of the brand folder", async () => {
  const folder = emptyFolder();
  writeInto(
    folder,
    house("logo: { file: a.png, alt: A }\n", { "brand/templates/x": "", "secret.hbs": "", "secret.png": png(9, 9) }),
  );
  symlinkSync(join(folder, "secret.png"), join(folder, "brand", "a.png"));
  symlinkSync(join(folder, "secret.hbs"), join(folder, "brand", "templates", "form.hbs"));
  const found = await findingsIn(folder);
  expect(found.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
    expect.stringMatching(/^brand-file .*outside the brand folder/u),
    expect.stringMatching(/^template-name .*link that leads out/u),
  ]);
});

test("a brand is checked by itself too, as a hook names it", async () => {
  const folder = emptyFolder();
  writeInto(folder, house("footr: A\n"));
  const { findings, files } = await checkFolder(folder, ["brand/brand.yaml"]);
  expect([findings.map(brief), files]).toEqual([['brand/brand.yaml:1:1-1:6 unknown-key "footr"'], 0]);
});

test("what is wrong with a brand stops no check of a specification", async () => {
  const folder = emptyFolder();
  writeInto(folder, house("logo: 1\n"));
  writeFileSync(join(folder, "a.yaml"), "kind: unit\nid: a\ntitel: A\nlearningOutcomes: []\n");
  const { findings } = await checkFolder(folder);
  expect(findings.map(({ rule }) => rule)).toContain("wrong-type");
  expect(findings.map(({ place }) => place.file.path)).toContain("a.yaml");
});

describe("a drawing", () => {
  test.each([
    ["a program", "<script>alert(1)</script>"],
    ["a program in capitals", "<SCRIPT>alert(1)</SCRIPT>"],
    ["a program with a prefix", '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'],
    ["an event", '<rect onclick="alert(1)"/>'],
    ["an event in capitals", '<rect ONLOAD="alert(1)"/>'],
    ["another page", "<foreignObject><p/></foreignObject>"],
    ["a picture from elsewhere", '<image href="https://www.example.org/a.png"/>'],
    ["a picture from elsewhere, in the old way", '<image xlink:href="//www.example.org/a.png"/>'],
    ["a file", '<use href="other.svg#a"/>'],
    ["a link that runs", '<a href="javascript:alert(1)"><rect/></a>'],
    ["a link that runs, hidden", '<a href="java&#x09;script:alert(1)"><rect/></a>'],
    ["an animated address", '<animate attributeName="href" to="x"/>'],
    ["a colour from elsewhere", '<rect fill="url(https://www.example.org/a)"/>'],
    ["a style from elsewhere", '<rect style="fill: u\\72l(https://www.example.org/a)"/>'],
    ["styles from elsewhere", "<style>@import 'https://www.example.org/a.css';</style>"],
    ["styles in CDATA", "<style><![CDATA[ a { fill: url(//www.example.org/a) } ]]></style>"],
    ["something that is not closed", "<g><rect></g>"],
  ])("with %s is refused", (_, inner) => {
    expect(readSvg(drawing(inner)).faults.length).toBeGreaterThan(0);
  });

  test.each([
    ["entities", `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing()}`],
    ["a stylesheet", `<?xml-stylesheet href="a.css"?>${drawing()}`],
    ["no namespace", '<svg viewBox="0 0 9 9"></svg>'],
    ["no size", '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ["no drawing", "<html></html>"],
  ])("with %s is refused", (_, text) => {
    expect(readSvg(text).faults.length).toBeGreaterThan(0);
  });

  test("as programs save it is taken", () => {
    const inner = `<title>A (b)</title><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>
      <style>.a { fill: url(#g); }</style><g transform="translate(1,2)"><rect class="a" fill="url(#g)" style="opacity: .5"/></g>
      <image href="data:image/png;base64,AAAA"/><a href="https://www.example.org/"><path d="M0 0z"/></a>`;
    const whole = `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<!-- a -->\n${drawing(inner)}`;
    expect(readSvg(whole)).toEqual({ width: 300, height: 80, text: whole, faults: [] });
  });

  test.each([
    ['width="300" height="80"', 300, 80],
    ['width="300px" height="80.5px"', 300, 80.5],
    ['width="25.4mm" height="1in"', 96, 96],
  ])("with %s and no viewBox is given one", (size, width, height) => {
    const box = `viewBox="0 0 ${width} ${height}"`;
    const read = readSvg(drawing("", size));
    expect(read).toEqual({ width, height, text: drawing("", size).replace("<svg", `<svg ${box}`), faults: [] });
  });

  test.each(['width="100%" height="100%"', 'width="300"', 'width="0" height="80"', 'width="3em" height="1em"'])(
    "with %s alone is refused",
    (size) => {
      expect(
        readSvg(drawing("", size))
          .faults.map(({ message }) => message)
          .join(),
      ).toContain("`viewBox`");
    },
  );
});

describe("styles", () => {
  test.each([
    ["@import 'a.css';", "@import"],
    ["@\\69mport url(a.css);", "@\\69mport"],
    ["a { background: url(https://www.example.org/a.png) }", "url("],
    ["a { background: URL('//www.example.org/a.png') }", "URL("],
    ["a { background: u\\72l(a.png) }", "u\\72l("],
    ["a { background: url( 'data:text/html,x' ) }", "url("],
    ["a { background: image-set('a.png' 1x) }", "image-set"],
    ["a { background: -webkit-image-set('a.png' 1x) }", "-webkit-image-set"],
    ["@font-face { src: url(a.woff2) }", "url("],
    ["a { content: '</style>' }", "</style"],
    ["/* </STYLE> */", "</STYLE"],
    ["a { color: red", "{"],
    ["a } b { color: red }", "}"],
    ["a { content: 'x\n }", "'"],
    ["/* a", "/*"],
    ["a { width: calc(1px }", "}"],
  ])("%j: %s", (css, at) => {
    const [first] = faultsOfCss(css);
    expect(css.slice(first?.start, first?.end)).toBe(at);
  });

  test.each([
    ".banner { border-radius: 0; background: url(data:image/png;base64,AAAA) }",
    "a::before { content: 'url(x) @import \\'' } /* url(https://x) { */",
    "@media print { .a[href^='http'] { width: calc(1px + (2px * 3)); fill: url(#a) } }",
    ".émile\\:x > p { margin: 0 }",
    "",
  ])("%j is taken", (css) => {
    expect(faultsOfCss(css)).toEqual([]);
  });
});
