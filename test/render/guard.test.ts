import Handlebars from "handlebars";
import { expect, test } from "vitest";
import { parsePage } from "../../src/page/parse-page.ts";
import { guard } from "../../src/render/guard.ts";
import { renderTemplate } from "../../src/render/render.ts";
import { wordsFor } from "../../src/words/words.ts";

function fill(template: string, view: object): string {
  const handlebars = Handlebars.create();
  handlebars.registerPartial("part", handlebars.compile("{{missing}}", { strict: true }));
  handlebars.registerPartial("sound", handlebars.compile("{{#if b}}{{b}}{{/if}}", { strict: true }));
  return handlebars.compile(template, { strict: true })(guard(view));
}

test.each([
  ["a field", "{{missing}}", "missing"],
  ["a field of a field", "{{a.missing}}", "missing"],
  ["#if", "{{#if missing}}x{{/if}}", "view.missing"],
  ["#each", "{{#each missing}}x{{/each}}", "view.missing"],
  ["#if in #each", "{{#each list}}{{#if missing}}x{{/if}}{{/each}}", "view.list[0].missing"],
  ["a partial", "{{> part}}", "missing"],
  ["a partial about a field", "{{> part a}}", "missing"],
])("a field that the view does not have: %s", (_, template, named) => {
  expect(() => fill(template, { a: { b: 1 }, list: [{ b: 1 }] })).toThrow(named);
});

test("fields that are there are read, those without a value too", () => {
  const view = { a: { b: "x" }, none: null, list: [{ b: "1" }, { b: "2" }] };
  expect(fill("{{#if none}}!{{/if}}{{a.b}}{{#each list}}{{b}}{{/each}}{{> sound a}}", view)).toBe("x12x");
});

test.each([
  ["an unknown element", "<script>x</script>", "unexpected element <script>"],
  ["an unknown attribute", '<p onclick="x">x</p>', "unexpected attribute onclick of <p>"],
  ["an unclosed element", "<section><p>x</section>", "<p> is not closed"],
  ["an element that the end leaves open", "<section><p>x</p>", "<section> is not closed"],
  ["a field without a label", '<field name="a" />', "the field a has no label"],
  ["a field without a name", '<field label="A" />', 'the name of the field "" is not its own'],
  ["a field of an unknown kind", '<field name="a" label="A" kind="x" />', "unexpected kind x of the field a"],
  [
    "two fields of one name",
    '<field name="a" label="A" /><p><field name="a" label="B" /></p>',
    'the name of the field "a" is not its own',
  ],
])("the page refuses %s", (_, markup, message) => {
  expect(() => parsePage(markup, "t")).toThrow(`Template t: ${message}`);
});

test("the page takes what its vocabulary has", () => {
  expect(parsePage('<p>a <strong>b</strong></p>\n<field name="a" label="A" />', "t")).toMatchObject([
    { name: "p", children: ["a ", { name: "strong", children: ["b"] }] },
    { name: "field", attributes: { name: "a", label: "A" } },
  ]);
});

test("a partial with arguments of its own is guarded too", () => {
  const cover = { organisation: null, title: "T", part: null, document: "D", notices: [], facts: [] };
  const view = { cover, about: null, self: null, units: [] };
  expect(() => renderTemplate("learner-workbook", view, wordsFor({}))).toThrow("no field people.person");
});
