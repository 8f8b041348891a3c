import type { Explanation } from "../diagnostics/explanation.ts";

const source = "The source format: house style in the workspace file and its brand folder";
const accessibility = "WCAG 2.2, success criterion 1.4.3 (level AA)";

const unit = "# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n";
const workspace = "# qualspec.yaml\nhouse: { brand: brand }\n";
const branded = (brand: string) => `${workspace}# brand/brand.yaml\n${brand}${unit}`;
const drawn = (file: string, svg: string) =>
  `${workspace}# brand/brand.yaml\nlogo: { file: ${file}, alt: A }\n# brand/a.svg\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${svg}</svg>\n${unit}`;

const templated = (name: string, template: string) =>
  `${workspace}# brand/brand.yaml\nfooter: A\n# brand/templates/${name}.hbs\n${template}\n${unit}`;
const styled = (css: string) =>
  `${workspace}# brand/brand.yaml\nfooter: A\n# brand/templates/styles/house.css\n${css}\n${unit}`;

/** What is found about how a house wants its papers to look and read. */
export const houseExplanations = [
  {
    id: "brand-folder",
    severity: "error",
    summary: "The brand folder is there, with brand.yaml in it",
    why: "Without it every paper would be made in another style than that of its house, and nobody would be told.",
    basis: "format",
    source,
    good: branded("footer: Example Awards\n"),
    bad: `# qualspec.yaml\nhouse: { brand: «brnd» }\n# brand/brand.yaml\nfooter: Example Awards\n${unit}`,
  },
  {
    id: "brand-file",
    severity: "error",
    summary: "A file that the brand names lies in its folder, and is what it should be",
    why: "A logo that is missing, damaged or large enough to slow every paper down is seen when the papers are out.",
    basis: "format",
    source,
    good: branded("footer: Example Awards\n"),
    bad: branded("logo: { file: «logo.png», alt: Example Awards }\n"),
  },
  {
    id: "brand-svg",
    severity: "error",
    summary: "A drawing holds no program, and nothing that has to be fetched",
    why: "What runs or is fetched when a paper is opened may harm its reader, and is blocked or lost on most machines.",
    basis: "format",
    source,
    good: branded("footer: Example Awards\n"),
    bad: drawn("a.svg", "«<script»>alert(1)</script>"),
  },
  {
    id: "brand-contrast",
    severity: "error",
    summary: "Words in the colours of the house can be read on what they stand on",
    why: "Many learners do not see well, and nobody sees well in sunlight or on a worn printer: pale words are lost on them.",
    basis: "practice",
    source: accessibility,
    good: branded('colours: { accent: "#0B4F6C" }\n'),
    bad: branded('colours: { accent: «"#33A1FD"» }\n'),
  },
  {
    id: "logo-for-word",
    severity: "advice",
    summary: "A logo that is an SVG file has a PNG or JPEG file beside it, for Word",
    why: "Older versions of Word, and many programs that open its documents, show no SVG: documents are made without the logo.",
    basis: "practice",
    source,
    good: branded("footer: Example Awards\n"),
    bad: drawn("«a.svg»", ""),
  },
  {
    id: "template-name",
    severity: "error",
    summary: "A template of the house has the name of a paper or of a partial, and stands in its folder",
    why: "Under another name it takes the place of nothing: papers go on to be made with the template that it was meant to replace.",
    basis: "format",
    source,
    good: templated("learner-workbook", "{{> cover}}"),
    bad: templated("learner-workbok", "«»{{> cover}}"),
  },
  {
    id: "template-syntax",
    severity: "error",
    summary: "A template of the house can be read",
    why: "No paper can be made with a template in which braces are missing or blocks are not closed.",
    basis: "format",
    source: "Handlebars 4",
    good: templated("form", "{{> cover}}{{#each notes}}<p>{{this}}</p>{{/each}}"),
    bad: templated("form", "{{> cover}}«{{#each» notes}}<p>{{this}}</p>"),
  },
  {
    id: "template-raw",
    severity: "error",
    summary: "Everything that a template prints is printed as text",
    why: "With three braces a text could change the page around it, or run a program in the browser of its reader.",
    basis: "format",
    source,
    good: templated("form", "{{> cover}}{{#each notes}}<p>{{this}}</p>{{/each}}"),
    bad: templated("form", "{{> cover}}{{#each notes}}<p>«{{{this}}}»</p>{{/each}}"),
  },
  {
    id: "template-helper",
    severity: "error",
    summary: "A template uses the words if, unless, each, with, t, inline and block",
    why: "Another word is a slip, or one that no paper can be made with.",
    basis: "format",
    source,
    good: templated("form", "{{> cover}}{{#each notes}}<p>{{this}}</p>{{/each}}"),
    bad: templated("form", "{{> cover}}{{#«foreach» notes}}<p>{{this}}</p>{{/foreach}}"),
  },
  {
    id: "template-partial",
    severity: "error",
    summary: "A partial that a template uses is there",
    why: "A part of the paper would be missing, such as the notice that a draft is not to be used.",
    basis: "format",
    source,
    good: templated("form", "{{> cover}}{{> details}}"),
    bad: templated("form", "{{> cover}}{{> «detials»}}"),
  },
  {
    id: "template-field",
    severity: "error",
    summary: "A field that a template prints is one that its paper has",
    why: "A misspelt field prints nothing: in some papers a part would be missing, and nobody would see which.",
    basis: "format",
    source,
    good: templated("form", "<h1>{{cover.title}}</h1>"),
    bad: templated("form", "<h1>{{«cover.titel»}}</h1>"),
  },
  {
    id: "template-phrase",
    severity: "error",
    summary: "A phrase that a template prints is one that there is, with what it needs",
    why: "A paper that asks for a phrase that is not there, or for half of one, cannot be made.",
    basis: "format",
    source,
    good: templated("form", '{{> cover}}<p>{{t "form.how"}}</p>'),
    bad: templated("form", '{{> cover}}<p>{{t «"form.hwo"»}}</p>'),
  },
  {
    id: "template-element",
    severity: "error",
    summary: "A template is written in elements that every form of a paper can show",
    why: "What only a web page can show would be missing in Word, on paper and for those who listen to a page.",
    basis: "format",
    source: "The elements of pages: src/page/vocabulary.ts",
    good: templated("form", "{{> cover}}<p>Thank you.</p>"),
    bad: templated("form", "{{> cover}}«<marquee»>Thank you.</marquee>"),
  },
  {
    id: "template-heading",
    severity: "error",
    summary: "Every paper has one main heading",
    why: "Those who listen to a page find their way by its headings, and Word names a document after the first.",
    basis: "practice",
    source: "WCAG 2.2, success criteria 1.3.1 and 2.4.6",
    good: templated("form", "<h1>{{cover.title}}</h1>"),
    bad: templated("form", "«»<h2>{{cover.title}}</h2>"),
  },
  {
    id: "style-safe",
    severity: "error",
    summary: "Styles of the house fetch nothing, and close what they open",
    why: "A paper is one file that can be read without a network, and what follows an open bracket in it would be lost.",
    basis: "format",
    source,
    good: styled(".banner { border-radius: 0; }"),
    bad: styled("«@import» 'https://www.example.org/a.css';"),
  },
] as const satisfies readonly Explanation[];
