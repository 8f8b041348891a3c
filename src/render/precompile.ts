import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";
import { options, siteOptions } from "./options.ts";

/** The templates of a folder and the partials below it as one module of compiled functions: none is compiled when a paper is made. */
export function precompileTemplates(folder: string): string {
  const partials = join(folder, "partials");
  return [
    `export const templates = {${compileAll(folder)}};`,
    `export const partials = {${compileAll(partials)}};`,
    `export const styles = ${JSON.stringify(readStyles(join(folder, "styles", "page.css")))};`,
    `export const programStyles = ${JSON.stringify(readStyles(join(folder, "styles", "program.css")))};`,
    "",
  ].join("\n");
}

/** The same of the pages of a website, which have a look and a vocabulary of their own. */
export function precompileSite(folder: string): string {
  const partials = join(folder, "partials");
  return [
    `export const templates = {${compileAll(folder, siteOptions)}};`,
    `export const partials = {${compileAll(partials, siteOptions)}};`,
    `export const styles = ${JSON.stringify(readStyles(join(folder, "site.css")))};`,
    "",
  ].join("\n");
}

/** The texts of the same templates, by the names that a house gives its own: what it does not replace is looked at with them. */
export function templateSources(folder: string): string {
  const texts = [folder, join(folder, "partials")].flatMap((below, at) =>
    readdirSync(below)
      .filter((name) => name.endsWith(".hbs"))
      .sort()
      .map((name) => [
        `${at === 0 ? "" : "partials/"}${basename(name, ".hbs")}`,
        readFileSync(join(below, name), "utf8").replace(/\r\n/gu, "\n"),
      ]),
  );
  return `export const sources = ${JSON.stringify(Object.fromEntries(texts))};\n`;
}

/** The pages of the preview, and their styles, which come after those of papers. */
export function precompilePreview(folder: string): string {
  return [
    `export const previewTemplates = {${compileAll(folder)}};`,
    `export const previewPartials = {${compileAll(join(folder, "partials"))}};`,
    `export const previewStyles = ${JSON.stringify(readStyles(join(folder, "preview.css")))};`,
    "",
  ].join("\n");
}

function compileAll(folder: string, how: CompileOptions = options): string {
  const files = readdirSync(folder).filter((name) => name.endsWith(".hbs"));
  const entries = files.sort().map((file) => {
    const source = readFileSync(join(folder, file), "utf8").replace(/\r\n/gu, "\n");
    return `${JSON.stringify(basename(file, ".hbs"))}: ${Handlebars.precompile(source, how)}`;
  });
  return entries.join(",\n");
}

function readStyles(file: string): string {
  return readFileSync(file, "utf8").replace(/\r\n/gu, "\n");
}
