import type HandlebarsLibrary from "handlebars";
import runtime from "handlebars/runtime.js";
import type { Place } from "../diagnostics/diagnostic.ts";
import { partials, templates } from "../generated/templates.js";
import type { PageNode } from "../page/page.ts";
import { parsePage } from "../page/parse-page.ts";
import type { Words } from "../words/words.ts";
import { guard } from "./guard.ts";
import { renderBlock, renderInline } from "./markdown.ts";
import type { OwnTemplates } from "./own-templates.ts";
import { TemplateError } from "./template-error.ts";

// The runtime alone, without the compiler: its own typings leave its members out.
const Handlebars = runtime as unknown as typeof HandlebarsLibrary;

/** Fills the template of a document with its view: ours, or that of a house. @throws TemplateError about one of a house */
export function renderTemplate(
  template: string,
  view: object,
  words: Words,
  own: OwnTemplates | null = null,
): readonly PageNode[] {
  const specification = own?.compiled.get(template) ?? templates[template];
  if (specification === undefined) throw new Error(`No template ${template}`);
  const handlebars = Handlebars.create();
  // The only texts that are not escaped: what the Markdown renderer made, which escapes everything itself.
  handlebars.registerHelper("inline", (text: string) => new Handlebars.SafeString(renderInline(text)));
  handlebars.registerHelper("block", (text: string) => new Handlebars.SafeString(renderBlock(text)));
  handlebars.registerHelper("t", (key: string, { hash }: { hash: Readonly<Record<string, string>> }) =>
    words(key, hash),
  );
  for (const [name, partial] of Object.entries({ ...partials, ...partialsOf(own) })) {
    const fill = handlebars.template(partial);
    // Handlebars copies the view for a partial with arguments, and the copy would be without its guard.
    handlebars.registerPartial(name, (context, options) => fill(guard(context, name), options));
  }
  return own === null
    ? parsePage(handlebars.template(specification)(guard(view)), template)
    : renderOwn(() => handlebars.template(specification)(guard(view)), template, own);
}

function partialsOf(own: OwnTemplates | null): Readonly<Record<string, TemplateSpecification>> {
  const prefix = "partials/";
  const found = [...(own?.compiled ?? [])].filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(found.map(([name, compiled]) => [name.slice(prefix.length), compiled]));
}

/** What goes wrong in a template of a house is its fault, and told with the place as near as it is known. */
function renderOwn(fill: () => string, template: string, own: OwnTemplates): readonly PageNode[] {
  const [first] = own.files.values();
  const file = own.files.get(template) ?? first;
  if (file === undefined) throw new Error("A house without a template");
  const start: Place = { file, start: 0, end: 0, pointer: "" };
  try {
    return parsePage(fill(), template, (what, at) => {
      const place = at === undefined ? undefined : own.places[Number(at)];
      return new TemplateError(`Unexpected page: ${what}; correct the template`, place ?? start);
    });
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError(`Unexpected failure of the template: ${(error as Error).message}; correct it`, start);
  }
}
