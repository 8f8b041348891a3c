import { sources as ownSources } from "../generated/template-sources.js";
import { suggest } from "../text/suggest.ts";
import { code } from "../text/words.ts";
import { checkFields, type Sources } from "./check-fields.ts";
import { checkMarkup } from "./check-markup.ts";
import { readShape, type WrittenShape } from "./shape.ts";
import { readTemplate, type TemplateFault } from "./template-file.ts";
import viewShapes from "./view-shapes.json" with { type: "json" };

interface DocumentShape {
  readonly template: string;
  readonly view: WrittenShape;
}

const documents = viewShapes as unknown as Readonly<Record<string, DocumentShape>>;

/**
 * Everything that is wrong with the templates of a house, by name: `learner-workbook` or `partials/facts`. They are looked
 * at together with ours, as each paper will be made, in every branch.
 */
export function checkTemplates(texts: ReadonlyMap<string, string>): readonly TemplateFault[] {
  const faults: TemplateFault[] = [...texts.keys()].flatMap(faultOfName);
  const sources = new Map(readOwn());
  for (const [file, text] of texts) {
    const template = readTemplate(file, text);
    if ("rule" in template) faults.push(template);
    else sources.set(file, { template, markup: checkMarkup(template) });
  }
  // What cannot be read would be missed everywhere.
  if (faults.some(({ rule }) => rule === "template-syntax")) return faults;
  for (const file of texts.keys()) faults.push(...(sources.get(file)?.markup.faults ?? []));
  for (const [id, { template, view }] of Object.entries(documents)) {
    const file = templateFor(id, template, texts);
    const found = checkFields(file, readShape(view), sources);
    faults.push(...found.map((one) => inHouse(one, texts)).filter((one) => texts.has(one.file)));
  }
  faults.push(...unusedPartials(texts));
  return withoutRepeats(faults);
}

let own: Sources | null = null;

/** Our own, parsed once. */
function readOwn(): Sources {
  own ??= new Map(
    Object.entries(ownSources).map(([file, text]) => {
      const template = readTemplate(file, text);
      if ("rule" in template) throw new Error(`${file}: ${template.message}`);
      return [file, { template, markup: checkMarkup(template) }];
    }),
  );
  return own;
}

/** What a whole paper lacks is told of the file of the house that took it away: mostly the cover. */
function inHouse(fault: TemplateFault, texts: ReadonlyMap<string, string>): TemplateFault {
  if (fault.rule !== "template-heading" || texts.has(fault.file)) return fault;
  const partial = ["partials/cover", ...texts.keys()].find((one) => one.startsWith("partials/") && texts.has(one));
  return partial === undefined ? fault : { ...fault, file: partial };
}

/** The template that a paper is made with: the house's for this paper, or for all papers of its sort, or ours. */
export function templateFor(id: string, template: string, own: { readonly has: (name: string) => boolean }): string {
  return own.has(id) ? id : template;
}

/** The names that a house can give its templates, besides partials. */
export const templateNames: readonly string[] = [
  ...new Set(Object.entries(documents).flatMap(([id, { template }]) => [id, template])),
];

function faultOfName(file: string): readonly TemplateFault[] {
  if (file.startsWith("partials/") || templateNames.includes(file)) return [];
  const meant = suggest(file, templateNames);
  const how = meant === null ? `\`qualspec build --help\` lists the papers` : `did you mean ${code(`${meant}.hbs`)}?`;
  const message = `Unexpected template ${code(`${file}.hbs`)}, expected the name of a paper; ${how}`;
  return [{ rule: "template-name", file, start: 0, end: 0, message }];
}

/** A partial under a name that nothing asks for is never printed. */
function unusedPartials(texts: ReadonlyMap<string, string>): readonly TemplateFault[] {
  const known = Object.keys(ownSources).filter((name) => name.startsWith("partials/"));
  const calls = [...texts.values()].flatMap((text) =>
    [...text.matchAll(/\{\{~?>\s*([\w-]+)/gu)].map(([, name]) => `partials/${name}`),
  );
  return [...texts.keys()].flatMap((file) => {
    if (!file.startsWith("partials/") || known.includes(file) || calls.includes(file)) return [];
    const meant = suggest(
      file.slice(9),
      known.map((name) => name.slice(9)),
    );
    const how = meant === null ? "use it in a template, or remove it" : `did you mean ${code(`${meant}.hbs`)}?`;
    const message = `Unexpected partial ${code(`${file.slice(9)}.hbs`)}, which no template uses; ${how}`;
    return [{ rule: "template-name" as const, file, start: 0, end: 0, message }];
  });
}

/** A partial that many papers use is wrong once. */
function withoutRepeats(faults: readonly TemplateFault[]): readonly TemplateFault[] {
  const seen = new Set<string>();
  return faults.filter(({ rule, file, start }) => {
    const key = `${rule} ${file} ${start}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
