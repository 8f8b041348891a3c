import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sources } from "../../src/generated/template-sources.js";
import { checkTemplates, templateNames } from "../../src/render/check-templates.ts";
import { brief, checkFolder, type Files, writeInto } from "../check-folder.ts";
import { takeMarks } from "../marks.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";
import { house } from "./house-folder.ts";

const form = (body: string) => ({ form: `{{> cover}}\n${body}\n` });

/** A mistake, with « » where it is found; the name of the file, its text, the rule, and words of the message. */
const mistakes: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  rule: string,
  message: RegExp,
])[] = [
  [
    "a name that no paper has",
    { "learner-workbok": "«»{{> cover}}" },
    "template-name",
    /did you mean `learner-workbook.hbs`/u,
  ],
  ["a partial that nobody uses", { "partials/notice": "«»<p>x</p>" }, "template-name", /did you mean `notices.hbs`/u],

  [
    "a block that is not closed",
    form("«{{#each» notes}}<p>{{this}}</p>"),
    "template-syntax",
    /expected `\{\{\/each\}\}`/u,
  ],
  [
    "a block that is closed by another",
    form("{{#«each» notes}}<p>{{this}}</p>{{/if}}"),
    "template-syntax",
    /Unexpected end `\{\{\/if\}\}` of `each`/u,
  ],
  ["braces too few", form("<p>{{cover.title«}»</p>"), "template-syntax", /braces/u],
  ["an empty pair of braces", form("<p>{{«}}»</p>"), "template-syntax", /braces/u],
  ["a backslash", form("<p>«\\»{{cover.title}}</p>"), "template-syntax", /backslash/u],
  ["a value", form('<p>«{{"x"}}»</p>'), "template-syntax", /without braces/u],

  ["three braces", form("<p>«{{{cover.title}}}»</p>"), "template-raw", /write two braces/u],
  ["an ampersand", form("<p>«{{&cover.title}}»</p>"), "template-raw", /write two braces/u],
  ["three braces in a branch", form("{{#if policy}}{{else}}<p>«{{{cover.title}}}»</p>{{/if}}"), "template-raw", /./u],

  ["an unknown helper", form("<p>{{«upper» cover.title}}</p>"), "template-helper", /Unknown helper `upper`/u],
  [
    "a helper that Handlebars has, and pages have not",
    form("<p>{{«lookup» cover 'title'}}</p>"),
    "template-helper",
    /Unknown helper/u,
  ],
  ["a misspelt block", form("{{#«eahc» notes}}<p>{{this}}</p>{{/eahc}}"), "template-helper", /did you mean `#each`/u],
  [
    "a block that is a field",
    form("{{#«notes»}}<p>{{this}}</p>{{/notes}}"),
    "template-helper",
    /Unknown helper `notes`/u,
  ],
  ["two things to ask for", form("{{#«if» policy codes}}x{{/if}}"), "template-helper", /one field behind it/u],
  [
    "names for items",
    form("{{#«each» notes as |note|}}<p>{{note}}</p>{{/each}}"),
    "template-helper",
    /one field behind it/u,
  ],
  ["a partial block", form("«{{#> details}}x{{/details}}»"), "template-helper", /Unexpected mark/u],
  ["a partial of its own", form('«{{#*inline "a"}}x{{/inline}}»'), "template-helper", /Unexpected mark/u],

  ["an unknown partial", form("{{> «detials»}}"), "template-partial", /did you mean `details`/u],
  ["a partial that a field names", form("«{{> (t 'form.how')}}»"), "template-partial", /expected its name/u],
  ["a partial in itself", { "partials/details": "{{> «details»}}" }, "template-partial", /inside itself/u],
  [
    "a partial without what it needs",
    { ...form(""), "partials/details": "{{#each people}}{{> «field2»}}{{/each}}" },
    "template-partial",
    /did you mean `field`/u,
  ],

  [
    "a field without what it is of",
    { "qualification-specification": "{{> cover}}<p>{{#if «objective»}}x{{/if}}</p>" },
    "template-field",
    /did you mean `about.objective`/u,
  ],
  [
    "a field of what is listed",
    form("<p>{{«lines»}}</p>"),
    "template-field",
    /expected `\{\{#each people\}\}` around it/u,
  ],
  ["an unknown field", form("<p>{{«cover.titel»}}</p>"), "template-field", /did you mean `title`/u],
  [
    "an unknown field in a branch that is not taken",
    form("{{#if policy}}{{else}}<p>{{«tilte»}}</p>{{/if}}"),
    "template-field",
    /Unexpected field `tilte`/u,
  ],
  [
    "an unknown field of an item",
    form("{{#each people}}<p>{{«lable»}}</p>{{/each}}"),
    "template-field",
    /did you mean `label`/u,
  ],
  ["an unknown list", form("{{#each «peple»}}<p>{{label}}</p>{{/each}}"), "template-field", /did you mean `people`/u],
  ["an unknown field to ask for", form("{{#if «polcy»}}x{{/if}}"), "template-field", /did you mean `policy`/u],
  ["a field from outside", form("{{#each notes}}<p>{{«cover.title»}}</p>{{/each}}"), "template-field", /./u],
  [
    "a field of an outer item",
    form("{{#each people}}<p>{{«cover.title»}}</p>{{/each}}"),
    "template-field",
    /expected `..\/cover`/u,
  ],
  ["too far out", form("<p>{{«../cover.title»}}</p>"), "template-field", /leads out/u],
  ["a list as a text", form("<p>{{«notes»}}</p>"), "template-field", /a list, expected a text/u],
  ["a group as a text", form("<p>{{«cover»}}</p>"), "template-field", /a group of fields/u],
  [
    "true as a text",
    form("{{#each sections}}{{#if table}}<p>{{«table.isNumbered»}}</p>{{/if}}{{/each}}"),
    "template-field",
    /true or false/u,
  ],
  ["a text as a list", form("{{#each «cover.title»}}x{{/each}}"), "template-field", /expected a list/u],
  ["a field of a text", form("<p>{{«cover.title.length»}}</p>"), "template-field", /of a text/u],
  ["a field of a list", form("<p>{{«people.label»}}</p>"), "template-field", /\{\{#each\}\}/u],
  [
    "a field of what may be missing",
    form("<p>{{«policy.label»}}</p>"),
    "template-field",
    /where `policy` may be missing/u,
  ],
  [
    "what may be missing, with emphasis",
    form("{{#each sections}}<p>{{inline «note»}}</p>{{/each}}"),
    "template-field",
    /may be missing/u,
  ],
  [
    "the other branch of what may be missing",
    form("{{#if policy}}{{else}}{{«policy.label»}}{{/if}}"),
    "template-field",
    /may be missing/u,
  ],
  ["a prototype", form("<p>{{«constructor»}}</p>"), "template-field", /Unexpected field/u],
  ["a prototype of a field", form("<p>{{«cover.__proto__»}}</p>"), "template-field", /Unexpected field/u],
  ["a mark outside a list", form("<p>{{«@index»}}</p>"), "template-field", /inside `\{\{#each\}\}`/u],
  ["the root", form("<p>{{«@root.cover.title»}}</p>"), "template-field", /expected `@index`/u],

  ["an unknown phrase", form('<p>{{t «"form.hwo"»}}</p>'), "template-phrase", /did you mean `form.how`/u],
  [
    "a phrase without what it needs",
    form('<p>{{t «"unit.heading"» title=cover.title}}</p>'),
    "template-phrase",
    /`position=`/u,
  ],
  ["a phrase that a field names", form("<p>«{{t cover.title}}»</p>"), "template-phrase", /in quotes/u],

  [
    "an element of web pages",
    form("«<script»>alert(1)</script>"),
    "template-element",
    /Unexpected element `<script>`/u,
  ],
  ["a picture", form('«<img» src="a.png" />'), "template-element", /Unexpected element `<img>`/u],
  [
    "an unknown attribute",
    form('<p «onclick»="alert(1)">x</p>'),
    "template-element",
    /Unexpected attribute `onclick`/u,
  ],
  ["styles", form('<p «style»="color: red">x</p>'), "template-element", /Unexpected attribute `style`/u],
  ["an attribute without a value", form("<ol «start»><li>x</li></ol>"), "template-element", /a value in quotes/u],
  ["an element that is not closed", form("«<div»><p>x</p>"), "template-element", /expected `<\/div>`/u],
  ["an element that is closed by another", form("<div><p>x«</div>»</p>"), "template-element", /expected `<\/p>`/u],
  [
    "an element that a branch closes",
    form("{{#if policy}}«<div»>{{/if}}<p>x</p>{{#if policy}}</div>{{/if}}"),
    "template-element",
    /the same branch/u,
  ],
  ["a sign", form("<p>1 «<» 2</p>"), "template-element", /`&lt;`/u],
  ["a name for a letter", form("<p>a«&nbsp;»b</p>"), "template-element", /the character itself/u],
  ["a comment of another sort", form("«<»!DOCTYPE html>"), "template-element", /./u],
  [
    "an address that runs",
    form('<p><a «href»="javascript:alert(1)">x</a></p>'),
    "template-element",
    /Unexpected address/u,
  ],
  ["emphasis in a value", form('<p id="«{{inline cover.title}}»">x</p>'), "template-element", /no elements can stand/u],
  ["a field without a label", form('«<field» name="a" />'), "template-element", /without a label/u],
  [
    "a field of an unknown kind",
    form('<field name="a" label="A" «kind»="file" />'),
    "template-element",
    /Unexpected kind `file`/u,
  ],
  [
    "two fields of one name in one part",
    form('<field name="a" label="A" />«<field» name="a" label="B" />'),
    "template-element",
    /second field with the name `a`/u,
  ],
  [
    "two fields of one name in two parts",
    form('<field name="a" label="A" />{{#if policy}}<p>x</p>{{/if}}«<field» name="a" label="B" />'),
    "template-element",
    /second field with the name `a`/u,
  ],
  [
    "a field for each",
    form('{{#«each» people}}<field name="a" label="{{label}}" />{{/each}}'),
    "template-element",
    /would stand several times/u,
  ],

  ["no main heading", { form: "«»<p>{{cover.title}}</p>" }, "template-heading", /without a main heading/u],
  ["two main headings", form("<h1>x</h1>"), "template-heading", /several/u],
  [
    "a main heading that may be missing",
    { form: "«»{{#if policy}}<h1>x</h1>{{/if}}" },
    "template-heading",
    /may be missing/u,
  ],
  [
    "a cover without a main heading",
    { "partials/cover": "«»<p>{{cover.title}}</p>" },
    "template-heading",
    /without a main heading/u,
  ],
];

test.each(mistakes)("%s", (_, files, rule, message) => {
  const taken = Object.entries(files).map(([name, marked]) => ({ name, ...takeMarks(marked) }));
  const found = checkTemplates(new Map(taken.map(({ name, text }) => [name, text])));
  const marks = taken.flatMap(({ name, stretches }) => stretches.map(([start, end]) => [name, rule, start, end]));
  const where = found.map(({ file, rule: own, start, end }) => [file, own, start, end]);
  // What begins at the start of a file need not be marked.
  expect(where).toEqual(marks.length === 0 ? [["form", rule, 0, 0]] : marks);
  expect(found[0]?.message).toMatch(message);
  expect(found[0]?.message).toMatch(/[^.]$/u);
});

/** Each with a field that does not exist behind it or in it. */
test.each([
  ["{{#if (lookup cover 'title')}}<p>{{«bad»}}</p>{{/if}}", ["template-helper"]],
  ["{{#if (lookup cover 'title')}}x{{/if}}<p>{{«bad»}}</p>", ["template-helper"]],
  ["{{#unless codes policy}}x{{else}}<p>{{«bad»}}</p>{{/unless}}", ["template-helper"]],
  ["{{#eahc notes}}<p>{{../«bad»}}</p>{{/eahc}}", ["template-helper"]],
  ["{{#each (t 'form.how')}}<p>{{this.any}} {{../«bad»}}</p>{{/each}}", ["template-helper"]],
  ["{{#each cover}}{{any}}{{else}}<p>{{../«bad»}}</p>{{/each}}", ["template-field"]],
  ["{{> nothing cover}}<p>{{«bad»}}</p>", ["template-partial"]],
  ["{{> nothing text=«bad»}}", ["template-partial"]],
])("what stands in and behind %s is looked at too", (marked, rules) => {
  const { text, stretches } = takeMarks(marked);
  const found = checkTemplates(new Map([["form", `{{> cover}}${text}`]]));
  expect(found.map(({ rule }) => rule)).toEqual([...rules, "template-field"]);
  const [at = 0] = stretches[0] ?? [];
  expect(found.at(-1)?.message).toContain("bad`; ");
  expect(found.at(-1)?.end).toBe("{{> cover}}".length + at + "bad".length);
});

test("a paper without a main heading is told beside other faults", () => {
  const found = checkTemplates(new Map([["form", "<p>{{bad}}</p>"]]));
  expect(found.map(({ rule }) => rule)).toEqual(["template-field", "template-heading"]);
});

test("they are found with the specifications, in the order of files and places", async () => {
  const folder = emptyFolder();
  const files = {
    "brand/templates/form.hbs": "{{> cover}}\r\n<p>{{titel}}</p>\r\n<b>x</b>\r\n",
    "brand/templates/pages/form.hbs": "{{> cover}}",
    "brand/templates/styles/house.css": "a { color: red",
    "brand/templates/page.css": "",
    "brand/templates/README.md": "{{{nothing}}}",
  };
  writeInto(folder, house("format: 1\n", files));
  const { findings } = await checkFolder(folder);
  expect(findings.filter(({ place }) => place.file.path.startsWith("brand/")).map(brief)).toEqual([
    'brand/templates/form.hbs:2:6-2:11 template-field "titel"',
    'brand/templates/form.hbs:3:1-3:3 template-element "<b"',
    'brand/templates/page.css:1:1-1:1 template-name ""',
    'brand/templates/pages/form.hbs:1:1-1:1 template-name ""',
    'brand/templates/styles/house.css:1:3-1:4 style-safe "{"',
  ]);
});

const sound: readonly (readonly [what: string, files: Readonly<Record<string, string>>])[] = [
  [
    "fields, lists and branches",
    form(
      "{{#if policy}}<p>{{policy.label}}</p>{{else}}<p>{{cover.title}}</p>{{/if}}{{#each people}}{{@index}} {{../cover.title}}{{else}}<p>x</p>{{/each}}",
    ),
  ],
  ["unless", form("{{#unless policy}}x{{else}}{{policy.url}}{{/unless}}{{#with cover}}<p>{{title}}</p>{{/with}}")],
  ["else if", form("{{#if policy}}<p>{{policy.url}}</p>{{else if codes}}<p>{{codes}}</p>{{/if}}")],
  ["one of two fields", form('{{#if policy}}<field name="a" label="A" />{{else}}<field name="a" label="B" />{{/if}}')],
  ["comments", form("{{! <script> }}{{!-- {{{x}}} --}}<!-- <b> --><p>x</p>")],
  ["values that a branch chooses", form('<p class="{{#if policy}}a{{else}}b{{/if}}">x</p>')],
  ["partials of the house", { form: '{{> cover}}{{> house-note text="x"}}', "partials/house-note": "<p>{{text}}</p>" }],
  ["white space that is cut", form("<p>{{~cover.title~}}</p>")],
  ["Windows", { form: "{{> cover}}\r\n<p>\r\n{{cover.title}}</p>\r\n" }],
  ["a template for one paper of a sort", { "observation-record": "{{> cover}}<p>{{cover.document}}</p>" }],
];

test.each(sound)("nothing is wrong with %s", (_, files) => {
  expect(checkTemplates(new Map(Object.entries(files)))).toEqual([]);
});

describe("papers", () => {
  const build = (files: Files, ...args: readonly string[]) => {
    const cwd = emptyFolder();
    writeInto(cwd, house("format: 1\n", files));
    const ran = runQualspec(["build", "--to", "html,md", ...args], { cwd });
    return { ran, cwd };
  };

  test("made with copies of our own templates are the same", () => {
    const replaced = Object.entries(sources).filter(
      ([name]) => name.startsWith("partials/") || templateNames.includes(name),
    );
    const copies = Object.fromEntries(replaced.map(([name, text]) => [`brand/templates/${name}.hbs`, text]));
    const [ours, theirs] = [build({}, "--all"), build(copies, "--all")];
    expect([ours.ran.code, theirs.ran.code]).toEqual([0, 0]);
    for (const name of ["learner-workbook.html", "observation-record.md", "summary-of-achievement.html"]) {
      const [own, their] = [ours, theirs].map(({ cwd }) => readFileSync(`${cwd}/out/q/${name}`, "utf8"));
      expect(their).toBe(own);
    }
  });

  test.each([
    [
      "a name that stands twice when it is filled",
      '{{> cover}}{{#each people}}{{#each ../people}}«<field» name="{{name}}" label="{{label}}" />{{/each}}{{/each}}',
      /is not its own/u,
    ],
    ["an address that a text makes", '{{> cover}}«<a» href="{{cover.title}}">x</a>', /unexpected address javascript:/u],
  ])("%s is told with its place", (_, marked, message) => {
    const { text, stretches } = takeMarks(marked);
    const files = {
      "brand/templates/observation-record.hbs": text,
      "a.yaml": "kind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n",
      "q.yaml":
        "kind: qualification\nid: q\ntitle: 'javascript:alert(1)'\nrulesOfCombination: { groups: [{ id: M, require: all, units: [a] }] }\n",
    };
    const { ran } = build(files, "--force", "--document", "observation-record", "--format", "json");
    const {
      findings,
      error,
      files: made,
    } = JSON.parse(ran.stdout) as {
      readonly findings: readonly { rule: string; file: string; message: string; column: number }[];
      readonly error: { message: string; exitCode: number };
      readonly files: readonly unknown[];
    };
    const found = findings.filter(({ file }) => file.startsWith("brand/"));
    expect(found).toMatchObject([{ rule: "template-element", column: (stretches[0]?.[0] ?? 0) + 1 }]);
    expect(found[0]?.message).toMatch(message);
    expect([ran.code, error.exitCode, made]).toEqual([1, 1, []]);
  });

  test("are not made where a template is wrong, and with --force with ours", () => {
    const files = {
      "brand/templates/learner-workbook.hbs": "{{> cover}}<p>{{titel}}</p>",
      "brand/templates/partials/notices.hbs": "<p>Mind this.</p>",
    };
    const refused = build(files);
    expect([refused.ran.code, refused.ran.stdout]).toEqual([1, expect.stringContaining("1:17  error  template-field")]);
    expect(refused.ran.stderr).toContain("Nothing was built");
    const forced = build(files, "--force");
    expect(forced.ran.code).toBe(0);
    expect(readFileSync(`${forced.cwd}/out/q/learner-workbook.md`, "utf8")).not.toContain("Mind this");
  });
});
