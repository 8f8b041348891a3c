import Handlebars from "handlebars";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { checkMarkup } from "./check-markup.ts";
import { options } from "./options.ts";
import { readTemplate } from "./template-file.ts";

/** Templates of a house, by name: `learner-workbook` or `partials/facts`. They take the place of ours. */
export interface OwnTemplates {
  readonly compiled: ReadonlyMap<string, TemplateSpecification>;
  /** The files that they stand in, by the same names. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Of the tags that a page may still be wrong about when it is filled, by the number in their `at`. */
  readonly places: readonly Place[];
}

/** Tags of which only the filled page knows whether they are right: a name may stand twice, an address may run a program. */
const numbered = ["field", "a"];

/** Compiles templates in which nothing is wrong. */
export function compileTemplates(files: ReadonlyMap<string, SourceFile>): OwnTemplates {
  const places: Place[] = [];
  const compiled = new Map<string, TemplateSpecification>();
  for (const [name, file] of files) compiled.set(name, compile(withNumbers(name, file, places)));
  return { compiled, files, places };
}

function withNumbers(name: string, file: SourceFile, places: Place[]): string {
  const template = readTemplate(name, file.text);
  if ("rule" in template) throw new Error(`${name}: ${template.message}`);
  let text = "";
  let done = 0;
  for (const tag of checkMarkup(template).tags) {
    if (tag.kind === "close" || !numbered.includes(tag.name)) continue;
    const at = tag.start + 1 + tag.name.length;
    text += `${file.text.slice(done, at)} at="${places.length}"`;
    done = at;
    places.push({ file, start: tag.start, end: at, pointer: "" });
  }
  return text + file.text.slice(done);
}

/** What Handlebars writes is a program; a template can only choose among its parts, for all else in it is a text. */
function compile(text: string): TemplateSpecification {
  const made = new Function(`return ${Handlebars.precompile(text, options) as string}`) as () => TemplateSpecification;
  return made();
}
