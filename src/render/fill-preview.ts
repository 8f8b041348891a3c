import type HandlebarsLibrary from "handlebars";
import runtime from "handlebars/runtime.js";
import { previewPartials, previewTemplates } from "../generated/preview.js";
import { guard } from "./guard.ts";

// The runtime alone, without the compiler: its own typings leave its members out.
const Handlebars = runtime as unknown as typeof HandlebarsLibrary;

/** A page of the preview: every value of the view is escaped. */
export function fillPreview(template: string, view: object): string {
  const specification = previewTemplates[template];
  if (specification === undefined) throw new Error(`No template ${template}`);
  const handlebars = Handlebars.create();
  for (const [name, partial] of Object.entries(previewPartials)) {
    const fill = handlebars.template(partial);
    handlebars.registerPartial(name, (context, options) => fill(guard(context, name), options));
  }
  return handlebars.template(specification)(guard(view));
}
