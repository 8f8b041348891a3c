import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Files, writeInto } from "../check-folder.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";

const unit = (title: string) =>
  `kind: unit\nid: a\ntitle: ${title}\nlearningOutcomes: [{ outcome: Know, key: know, assessmentCriteria: [{ criterion: Name tools, key: name }] }]\n`;

function compared(files: Files, ...args: readonly string[]) {
  const cwd = emptyFolder();
  writeInto(cwd, {
    "old/a.yaml": unit("Digging"),
    "new/a.yaml": unit("Digging well"),
    "new/qualspec.yaml": "house: { brand: brand, terms: { unit.one: module, unit.many: modules } }\n",
    "new/brand/brand.yaml": 'colours: { accent: "#123456" }\n',
    ...files,
  });
  return { ...runQualspec(["diff", "old", "new", ...args], { cwd }), cwd };
}

const templates = {
  "new/brand/templates/change-notice.hbs": '{{> cover}}<p>To every {{t "unit.one"}}</p>',
  "new/brand/templates/change-report.hbs": "<h1>Our report</h1><p>{{compared}}</p>",
  "new/brand/templates/partials/cover.hbs": "<h1>Our cover of {{cover.title}}</h1>",
};

test("pages about changes are made with the brand, the templates and the words of the house", () => {
  const { stdout, stderr, code, cwd } = compared(templates, "--format", "html", "--notice", "notices");
  expect([stderr.replace(/\\/gu, "/"), code]).toEqual(["notices/a/change-notice.html: written\n", 0]);
  expect(stdout).toContain("<h1>Our report</h1>");
  const notice = readFileSync(join(cwd, "notices", "a", "change-notice.html"), "utf8");
  for (const page of [stdout, notice]) expect(page).toContain("#123456");
  expect(notice).toMatch(/<h1>Our cover of Digging well<\/h1>\s*<p>To every module<\/p>/u);
});

test.each([
  ["is wrong", { "new/brand/templates/change-report.hbs": "<h1>x</h1><p>{{compare}}</p>" }, /did you mean `compared`/u],
  [
    "makes no page",
    {
      "new/brand/templates/change-notice.hbs":
        '{{> cover}}{{#each cover.facts}}{{#each ../cover.facts}}<field name="{{label}}" label="x" />{{/each}}{{/each}}',
      "new/a.yaml": unit("Digging well").replace("title", "level: 2\ncredit: 2\ntitle"),
    },
    /is not its own/u,
  ],
])("nothing is made where a template %s", (_, files, message) => {
  const args = ["--format", "html", "--notice", "notices"];
  const { stdout, stderr, code, cwd } = compared(files, ...args);
  expect([stdout, code, existsSync(join(cwd, "notices"))]).toEqual(["", 1, false]);
  expect(stderr.replace(/\s+/gu, " ")).toMatch(message);
  expect(stderr).toMatch(/Nothing was made: the style of the house has errors, which must be mended first\n$/u);
});

test("notices of somebody else are refused with advice about notices", () => {
  const files = { "notices/a/change-notice.html": "mine" };
  const { stderr, code } = compared(files, "--notice", "notices");
  expect(code).toBe(3);
  expect(stderr).toContain("choose another folder with --notice");
});
