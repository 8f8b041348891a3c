import { cpSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { writeInto } from "../check-folder.ts";
import { faultsOf, readDocx } from "../formats/read-docx.ts";
import { describeInBrowser, launchBrowser } from "../papers/browser.ts";
import { sharedFolder, specsFolder } from "../papers/build-papers.ts";
import { convert, describeInOffice } from "../papers/office.ts";
import { runQualspec } from "../run-qualspec.ts";
import { drawing, png } from "./house-folder.ts";

const folder = sharedFolder();
afterAll(folder.remove);

const hostile = `</style><script>alert(1)</script> "'\\ *x* <!-- # &amp; \${x}`;
const brand = `
logo: { file: logo.svg, word: logo.png, alt: ${JSON.stringify(`Harbour "Awards" ${hostile}`)} }
colours: { accent: "#7A1F5C", banner: "#F2B705", tint: "#FBF1F7", text: "#20151C", mutedText: "#54454F" }
fonts: { body: [DejaVu Sans, Arial], headings: [DejaVu Serif, Georgia, serif] }
footer: ${JSON.stringify(`Harbour Awards, 1 Quay Street ${hostile}`)}
`;

const workspace = join(folder.path, "specs");
cpSync(specsFolder, workspace, { recursive: true });
writeInto(workspace, {
  "qualspec.yaml": "out: ../out\nhouse: { brand: brand }\n",
  "brand/brand.yaml": brand,
  "brand/logo.svg": drawing('<rect width="300" height="80" fill="#7A1F5C"/>'),
  "brand/logo.png": png(300, 80),
  "brand/templates/styles/b.css": ".banner { border-radius: 0 }\n",
  "brand/templates/styles/a.css": ".banner { border-radius: 9px }",
});

function build(out: string, env: Readonly<Record<string, string>> = {}) {
  const papers = ["--document", "learner-workbook,observation-record", "--to", "html,md,docx"];
  const ran = runQualspec(["build", "qualifications/l3-community-horticulture.yaml", "--out", out, ...papers], {
    cwd: workspace,
    env,
  });
  if (ran.code !== 0) throw new Error(`${ran.stdout}\n${ran.stderr}`);
  return (name: string) => join(out, "l3-community-horticulture", name);
}

const made = build(join(folder.path, "out"));
const html = readFileSync(made("learner-workbook.html"), "utf8");

test("nothing of a brand leaves its place in a web page", () => {
  expect(html).not.toContain("<script>alert");
  expect(html.match(/<\/style>/gu)).toHaveLength(1);
  expect(html).toContain("Harbour Awards, 1 Quay Street &lt;/style&gt;&lt;script&gt;");
  expect(html).toContain('alt="Harbour &quot;Awards&quot; &lt;/style&gt;');
  expect(html).toMatch(/img-src data:;/u);
  expect(html).toMatch(
    /<p class="logo"><img src="data:image\/svg\+xml;base64,[\w+/=]+" alt="[^"]*" width="240" height="64"><\/p>/u,
  );
});

test("a page without a brand may show no pictures", () => {
  const cwd = join(folder.path, "specs");
  writeInto(cwd, {
    "plain/qualspec.yaml": "out: ../../plain\n",
    "plain/a.yaml": "kind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n",
  });
  runQualspec(["build", "plain/a.yaml", "--force", "--to", "html"], { cwd });
  const plain = readFileSync(join(folder.path, "plain", "a", "learner-workbook.html"), "utf8");
  expect(plain).not.toMatch(/img-src|class="logo"|--accent: #7A1F5C/u);
});

test("Markdown has the line at its foot, and as it is written", () => {
  const text = readFileSync(made("learner-workbook.md"), "utf8");
  expect(text.trimEnd().split("\n").at(-1)).toBe(
    `Harbour Awards, 1 Quay Street \\</style\\>\\<script\\>alert(1)\\</script\\> "'\\\\ \\*x\\* \\<!-- # \\&amp; \${x}`,
  );
});

test("the same brand makes the same bytes, wherever one is", () => {
  const again = build(join(folder.path, "again"), { TZ: "Pacific/Auckland", LANG: "cy_GB.UTF-8" });
  for (const name of ["learner-workbook.html", "learner-workbook.docx", "observation-record.md"]) {
    expect(readFileSync(again(name)).equals(readFileSync(made(name)))).toBe(true);
  }
});

test("a Word document has the logo, the colours, the fonts and the line", () => {
  const bytes = readFileSync(made("learner-workbook.docx"));
  expect(faultsOf(readDocx(bytes))).toEqual([]);
  const parts = unzipSync(bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  expect(Buffer.from(parts["word/media/logo.png"] ?? []).equals(Buffer.from(png(300, 80)))).toBe(true);
  expect(part("[Content_Types].xml")).toContain('Extension="png"');
  expect(part("word/_rels/document.xml.rels")).toContain('Target="media/logo.png"');
  expect(part("word/document.xml")).toMatch(
    /<w:drawing>.*cx="2286000" cy="609600".*descr="Harbour &quot;Awards&quot; &lt;\/style&gt;/su,
  );
  expect(part("word/document.xml")).toContain('w:fill="FBF1F7"');
  const styles = part("word/styles.xml");
  expect(styles).toContain('w:fill="F2B705"');
  expect(styles).toContain('w:color w:val="7A1F5C"');
  expect(styles).toContain('w:ascii="DejaVu Serif"');
  expect(styles).not.toMatch(/0B4F6C|"Arial"|4A5665/u);
  expect(part("word/footer.xml")).toContain("Harbour Awards, 1 Quay Street &lt;/style&gt;");
});

describeInBrowser("in a browser", () => {
  test("the page shows its brand, fetches nothing and can be used by everybody", async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      const address = pathToFileURL(made("learner-workbook.html")).href;
      await page.goto(address);
      const seen = await page.evaluate<Record<string, unknown>>(`(() => {
        const style = (selector) => getComputedStyle(document.querySelector(selector));
        const image = document.querySelector("img");
        return {
          banner: style(".banner").backgroundColor,
          words: style(".banner h1").color,
          corner: style(".banner").borderRadius,
          heading: style("h2").color,
          font: style("h2").fontFamily.startsWith('"DejaVu Serif"'),
          logo: image.complete && image.naturalWidth > 0 && image.width === 240,
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        };
      })()`);
      expect(seen).toEqual({
        banner: "rgb(242, 183, 5)",
        words: "rgb(32, 21, 28)",
        corner: "0px",
        heading: "rgb(122, 31, 92)",
        font: true,
        logo: true,
        wide: 0,
      });
      expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([address]);
      await page.evaluate(axe);
      const violations = await page.evaluate<string[]>(`axe.run(document, {
        resultTypes: ["violations"],
        runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
      }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`);
      expect(violations).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

describeInOffice("in LibreOffice", () => {
  test("the document opens with its brand", () => {
    const out = join(folder.path, "office");
    convert([made("observation-record.docx")], "fodt", out);
    const text = readFileSync(join(out, "observation-record.fodt"), "utf8");
    expect(text).toMatch(/<draw:image\b/u);
    expect(text).toMatch(/<svg:desc>Harbour &quot;Awards&quot;|<svg:desc>Harbour "Awards"/u);
    expect(text).toMatch(/#f2b705/iu);
    expect(text).toContain("DejaVu Serif");
    expect(text).toContain("1 Quay Street");
  });
});
