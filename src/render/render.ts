import type HandlebarsLibrary from "handlebars";
import runtime from "handlebars/runtime.js";
import { partials, templates } from "../generated/templates.js";
import type { PageNode } from "../page/page.ts";
import { parsePage } from "../page/parse-page.ts";
import type { Words } from "../words/words.ts";
import { guard } from "./guard.ts";
import { renderBlock, renderInline } from "./markdown.ts";

// The runtime alone, without the compiler: its own typings leave its members out.
const Handlebars = runtime as unknown as typeof HandlebarsLibrary;

/** Fills the template of a document with its view. */
export function renderTemplate(template: string, view: object, words: Words): readonly PageNode[] {
  const specification = templates[template];
  if (specification === undefined) throw new Error(`No template ${template}`);
  const handlebars = Handlebars.create();
  // The only texts that are not escaped: what the Markdown renderer made, which escapes everything itself.
  handlebars.registerHelper("inline", (text: string) => new Handlebars.SafeString(renderInline(text)));
  handlebars.registerHelper("block", (text: string) => new Handlebars.SafeString(renderBlock(text)));
  handlebars.registerHelper("t", (key: string, { hash }: { hash: Readonly<Record<string, string>> }) =>
    words(key, hash),
  );
  for (const [name, partial] of Object.entries(partials)) {
    const fill = handlebars.template(partial);
    // Handlebars copies the view for a partial with arguments, and the copy would be without its guard.
    handlebars.registerPartial(name, (context, options) => fill(guard(context, name), options));
  }
  const markup = handlebars.template(specification)(guard(view));
  return parsePage(markup, template);
}
