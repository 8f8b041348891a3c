import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";

const options = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { t: true, inline: true, block: true },
} as const;

/** The templates of a folder and the partials below it as one module of compiled functions: none is compiled when a paper is made. */
export function precompileTemplates(folder: string): string {
  const partials = join(folder, "partials");
  return [
    `export const templates = {${compileAll(folder)}};`,
    `export const partials = {${compileAll(partials)}};`,
    `export const styles = ${JSON.stringify(readStyles(join(folder, "styles")))};`,
    "",
  ].join("\n");
}

function compileAll(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith(".hbs"));
  const entries = files.sort().map((file) => {
    const source = readFileSync(join(folder, file), "utf8").replace(/\r\n/gu, "\n");
    return `${JSON.stringify(basename(file, ".hbs"))}: ${Handlebars.precompile(source, options)}`;
  });
  return entries.join(",\n");
}

function readStyles(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith(".css"));
  return files
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").replace(/\r\n/gu, "\n"))
    .join("\n");
}
