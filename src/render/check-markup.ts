import { allowsAttribute, fieldKinds, isElementName } from "../page/vocabulary.ts";
import { suggest } from "../text/suggest.ts";
import { code, excerpt, joinWords } from "../text/words.ts";
import type { TemplateFault, TemplateFile } from "./template-file.ts";

/** A tag of a template, as offsets of its text. */
export interface Tag {
  readonly kind: "open" | "close" | "empty";
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly Attribute[];
}

interface Attribute {
  readonly name: string;
  /** As written; null where a field of the view has a part in it. */
  readonly value: string | null;
  readonly start: number;
}

/** A template without its braces: everything else stands where it stood. */
interface Masked {
  readonly text: string;
  /** Where something depends on the view. */
  readonly printed: readonly (readonly [start: number, end: number])[];
}

export interface Markup {
  readonly tags: readonly Tag[];
  readonly faults: readonly TemplateFault[];
}

/** The tags of a template, and every one that is not of the vocabulary of pages or not closed where it was opened. */
export function checkMarkup(template: TemplateFile): Markup {
  const faults: TemplateFault[] = [];
  const fault = (start: number, end: number, message: string) => {
    faults.push({ rule: "template-element", file: template.file, start, end, message });
  };
  const masked = mask(template);
  const tags = readTags(masked, template.text, fault);
  for (const tag of tags) if (tag.kind !== "close") checkTag(tag, fault);
  const unbalanced = findUnbalanced(template, template.program, tags);
  if (unbalanced !== null) fault(...unbalanced);
  checkInsideTags(template, template.program, tags, fault);
  return { tags, faults };
}

type Report = (start: number, end: number, message: string) => void;

function mask({ text, program, stretchOf }: TemplateFile): Masked {
  const kept = new Array<boolean>(text.length).fill(false);
  const fields: (readonly [number, number])[] = [];
  const blocks: (readonly [number, number])[] = [];
  const visit = (one: hbs.AST.Program | undefined) => {
    for (const node of one?.body ?? []) {
      const [start, end] = stretchOf(node);
      if (node.type === "ContentStatement") kept.fill(true, start, end);
      if (node.type === "MustacheStatement") fields.push([start, end]);
      if (node.type !== "BlockStatement") continue;
      blocks.push([start, start + 1]);
      visit((node as hbs.AST.BlockStatement).program);
      visit((node as hbs.AST.BlockStatement).inverse);
    }
  };
  visit(program);
  // By UTF-16 unit, as offsets count.
  const blank = text.split("").map((letter, at) => (kept[at] || /[\n\r]/u.test(letter) ? letter : " "));
  for (const [start, end] of fields) blank.fill("x", start, end);
  return { text: blank.join(""), printed: [...fields, ...blocks] };
}

const aTag = /<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|[<>]/gu;
const anAttribute = /\s+([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'))?/gu;
const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)[A-Za-z]+;/gu;

function readTags({ text, printed }: Masked, original: string, fault: Report): readonly Tag[] {
  const tags: Tag[] = [];
  for (const { index, 0: found } of text.matchAll(entity)) {
    fault(index, index + found.length, `Unexpected ${code(found)}, expected the character itself; write it`);
  }
  for (const match of text.matchAll(aTag)) {
    const { index: start } = match;
    const [found, slash, name, inner = "", end] = match;
    if (found.startsWith("<!--") || found === ">") continue;
    if (name === undefined) {
      const written = excerpt(/^<\S*/u.exec(original.slice(start))?.[0] ?? "<", 20);
      fault(
        start,
        start + 1,
        `Unexpected ${written}, expected an element of pages; write \`&lt;\` for the sign itself`,
      );
      continue;
    }
    const kind = slash === "/" ? "close" : end === "/" ? "empty" : "open";
    const from = start + 1 + (slash?.length ?? 0) + name.length;
    const attributes = [...inner.matchAll(anAttribute)].map(
      ({ index, 0: whole, 1: key = "", 2: quoted }): Attribute => {
        const at = from + index + whole.length - whole.trimStart().length;
        const to = from + index + whole.length;
        const isPrinted = printed.some(([first, last]) => first < to && last > at);
        if (quoted === undefined) {
          fault(
            at,
            at + key.length,
            `Unexpected ${excerpt(original.slice(at, to), 30)}, expected a name, \`=\` and a value in quotes; write it so`,
          );
        }
        return { name: key, value: isPrinted ? null : (quoted ?? '""').slice(1, -1), start: at };
      },
    );
    const rest = inner.replace(anAttribute, "").trim();
    if (rest !== "" && attributes.every(({ value }) => value !== "")) {
      fault(
        start,
        start + 1 + name.length,
        `Unexpected ${excerpt(rest, 30)} in ${code(`<${name}>`)}, expected names and values in quotes; correct it`,
      );
    }
    tags.push({ kind, name, start, end: start + found.length, attributes });
  }
  return tags;
}

const elements = [
  "section",
  "h1",
  "h2",
  "h3",
  "h4",
  "p",
  "ul",
  "ol",
  "li",
  "table",
  "tr",
  "th",
  "td",
  "strong",
  "em",
  "a",
  "field",
  "header",
  "div",
  "span",
];

function checkTag({ name, start, attributes }: Tag, fault: Report): void {
  if (!isElementName(name)) {
    const meant = suggest(name, elements);
    const how = meant === null ? "the README says where all stand" : `did you mean ${code(`<${meant}>`)}?`;
    fault(
      start,
      start + 1 + name.length,
      `Unexpected element ${code(`<${name}>`)}, expected one that every form of a paper can show; ${how}`,
    );
    return;
  }
  for (const attribute of attributes) {
    const end = attribute.start + attribute.name.length;
    if (!allowsAttribute(name, attribute.name)) {
      fault(
        attribute.start,
        end,
        `Unexpected attribute ${excerpt(attribute.name, 30)} of ${code(`<${name}>`)}, expected ${attributesOf(name)}; remove it`,
      );
    } else if (attributes.some((other) => other.name === attribute.name && other.start < attribute.start)) {
      fault(attribute.start, end, `Unexpected second ${code(attribute.name)}, expected it once; remove one of the two`);
    }
    if (
      attribute.name === "href" &&
      attribute.value !== null &&
      !/^(?:#|https?:\/\/|mailto:)/iu.test(attribute.value)
    ) {
      fault(
        attribute.start,
        end,
        `Unexpected address ${excerpt(attribute.value, 40)}, expected one that begins with \`https://\`, \`mailto:\` or \`#\`; correct it`,
      );
    }
  }
  if (name === "field") checkField(start, attributes, fault);
}

function checkField(start: number, attributes: readonly Attribute[], fault: Report): void {
  const find = (name: string) => attributes.find((one) => one.name === name);
  const end = start + "<field".length;
  for (const name of ["name", "label"]) {
    const found = find(name);
    if (found === undefined || found.value?.trim() === "") {
      fault(start, end, `Unexpected field without a ${name}, expected ${code(`${name}="…"`)}; add it`);
    }
  }
  const kind = find("kind");
  if (kind !== undefined && kind.value !== null && !(fieldKinds as readonly string[]).includes(kind.value)) {
    const choice = joinWords(fieldKinds.map(code), "or");
    fault(
      kind.start,
      kind.start + 4,
      `Unexpected kind ${excerpt(kind.value, 20)} of a field, expected ${choice}; choose one of them`,
    );
  }
}

function attributesOf(name: Parameters<typeof allowsAttribute>[0]): string {
  const all = [
    "id",
    "class",
    "lang",
    "href",
    "scope",
    "start",
    "aria-label",
    "data-width",
    "data-label",
    "name",
    "kind",
    "label",
    "lines",
    "options",
    "hide-label",
  ];
  return joinWords(all.filter((one) => allowsAttribute(name, one)).map(code), "or");
}

/** What is opened in a branch is closed in it: else a page would fall apart where the branch is not taken. One slip is told once. */
function findUnbalanced(
  template: TemplateFile,
  program: hbs.AST.Program | undefined,
  tags: readonly Tag[],
): Parameters<Report> | null {
  if (program === undefined) return null;
  const own = program.body.filter(({ type }) => type === "ContentStatement").map((node) => template.stretchOf(node));
  const isOwn = (at: number) => own.some(([start, end]) => at >= start && at < end);
  const open: Tag[] = [];
  for (const tag of tags.filter(({ start }) => isOwn(start))) {
    const { kind, name, start, end } = tag;
    if (!isOwn(end - 1)) {
      const message = `Unexpected end of ${code(`<${name}>`)} in another branch, expected the whole tag in one; write it in both`;
      return [start, start + 1 + name.length, message];
    }
    if (kind === "open") open.push(tag);
    if (kind !== "close") continue;
    const last = open.pop();
    if (last?.name === name) continue;
    const expected = last === undefined ? "an element that is opened here" : code(`</${last.name}>`);
    return [start, end, `Unexpected ${code(`</${name}>`)}, expected ${expected}; correct one of the two`];
  }
  const [first] = open;
  if (first !== undefined) {
    const { name, start } = first;
    const message = `Unexpected ${code(`<${name}>`)} that is not closed where it is opened, expected ${code(`</${name}>`)}; add it, in the same branch`;
    return [start, start + 1 + name.length, message];
  }
  const blocks = program.body.filter((node): node is hbs.AST.BlockStatement => node.type === "BlockStatement");
  for (const block of blocks) {
    const found = findUnbalanced(template, block.program, tags) ?? findUnbalanced(template, block.inverse, tags);
    if (found !== null) return found;
  }
  return null;
}

/** What makes elements of its own, such as `inline`, cannot stand in a value. */
function checkInsideTags(
  template: TemplateFile,
  program: hbs.AST.Program | undefined,
  tags: readonly Tag[],
  fault: Report,
) {
  for (const node of program?.body ?? []) {
    const [start, end] = template.stretchOf(node);
    const isInTag = tags.some((tag) => start > tag.start && end < tag.end);
    if (node.type === "MustacheStatement") {
      const { path } = node as hbs.AST.MustacheStatement;
      const helper = (path as hbs.AST.PathExpression).original;
      if (isInTag && (helper === "inline" || helper === "block")) {
        fault(
          start,
          end,
          `Unexpected ${code(helper)} in a value, where no elements can stand, expected the field alone; remove the word`,
        );
      }
    }
    if (node.type === "PartialStatement" && isInTag) {
      fault(start, end, "Unexpected partial in a tag, expected it between elements; move it");
    }
    if (node.type !== "BlockStatement") continue;
    checkInsideTags(template, (node as hbs.AST.BlockStatement).program, tags, fault);
    checkInsideTags(template, (node as hbs.AST.BlockStatement).inverse, tags, fault);
  }
}
