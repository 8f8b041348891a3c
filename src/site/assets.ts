import { brandStyles } from "../formats/html/brand.ts";
import { styles as siteStyles } from "../generated/site.js";
import { siteScripts } from "../generated/site-scripts.js";
import { styles } from "../generated/templates.js";
import { addresses } from "./address.ts";
import { logoName } from "./frame.ts";
import { searchFiles } from "./search/files.ts";
import type { Site } from "./site.ts";

export interface Asset {
  readonly path: string;
  readonly bytes: () => Uint8Array;
}

/** What pages share: styles, scripts, the logo and what is searched. */
export function assetsOf(site: Site): readonly Asset[] {
  const logo = site.brand?.logo ?? null;
  const name = logoName(site);
  return [
    text("site.css", () => styles + siteStyles + brandStyles(site.brand ?? undefined)),
    ...Object.entries(siteScripts).map(([script, code]) => text(`${script}.js`, () => scriptOf(script, code))),
    ...(logo === null || name === null ? [] : [{ path: name, bytes: () => logo.bytes }]),
    ...searchFiles(site).map((file) => text(file.name, file.text)),
  ];
}

function text(name: string, make: () => string): Asset {
  return { path: addresses.asset(name), bytes: () => new TextEncoder().encode(make()) };
}

/** The judge is a function that is not called: a worker can be made of its text, and a page without workers calls it. */
function scriptOf(script: string, code: string): string {
  return script === "judge" ? `globalThis.qualspecWork=function(){${code}};\n` : `${code}\n`;
}
