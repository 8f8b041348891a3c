import type HandlebarsLibrary from "handlebars";
import runtime from "handlebars/runtime.js";
import { partials as sitePartials, templates } from "../generated/site.js";
import { partials as paperPartials } from "../generated/templates.js";
import type { Words } from "../words/words.ts";
import { guard } from "./guard.ts";
import { renderBlock, renderInline } from "./markdown.ts";

// The runtime alone, without the compiler: its own typings leave its members out.
const Handlebars = runtime as unknown as typeof HandlebarsLibrary;

/** Fills a template of the website with a view. */
export type RenderSite = (template: string, view: object) => string;

/** One for a whole site: thousands of pages share the same templates. What papers have as a partial, pages have too. */
export function siteRenderer(words: Words): RenderSite {
  const handlebars = Handlebars.create();
  // The only texts that are not escaped: what the Markdown renderer made, and markup that is ours and escaped already.
  handlebars.registerHelper("inline", (text: string) => new Handlebars.SafeString(renderInline(text)));
  handlebars.registerHelper("block", (text: string) => new Handlebars.SafeString(renderBlock(text)));
  handlebars.registerHelper("verbatim", (markup: string) => new Handlebars.SafeString(markup));
  // Most phrases are the same on thousands of pages.
  const said = new Map<string, string>();
  const sayOnce = (key: string) => {
    const phrase = said.get(key) ?? words(key);
    said.set(key, phrase);
    return phrase;
  };
  handlebars.registerHelper("t", (key: string, { hash }: { hash: Readonly<Record<string, string>> }) =>
    Object.keys(hash).length === 0 ? sayOnce(key) : words(key, hash),
  );
  for (const [name, partial] of Object.entries({ ...paperPartials, ...sitePartials })) {
    const fill = handlebars.template(partial);
    handlebars.registerPartial(name, (context, options) => fill(guard(context, name), options));
  }
  const filled = new Map(Object.entries(templates).map(([name, one]) => [name, handlebars.template(one)]));
  return (template, view) => {
    const fill = filled.get(template);
    if (fill === undefined) throw new Error(`No template ${template}`);
    return fill(guard(view));
  };
}
