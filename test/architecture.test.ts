import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { expect, test } from "vitest";

/** What each folder of src may import, from bottom to top: only folders that stand above it in this table. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  cli: [],
  workers: ["cli"],
  generated: [],
  routes: [],
  record: ["generated"],
  diagnostics: [],
  words: ["text"],
  page: ["text", "record", "routes"],
  files: ["text", "cli"],
  source: ["text", "diagnostics"],
  schema: ["text", "generated", "diagnostics", "source"],
  model: ["text", "routes", "diagnostics", "source", "schema"],
  coverage: ["routes", "model"],
  pictures: ["text", "words", "model", "coverage"],
  keys: ["text", "diagnostics", "source", "model"],
  references: ["diagnostics", "source", "schema", "model"],
  diff: ["text", "words", "routes", "schema", "model"],
  rules: ["text", "words", "generated", "routes", "diagnostics", "source", "schema", "model", "keys"],
  render: ["text", "generated", "diagnostics", "words", "page"],
  waivers: ["text", "words", "diagnostics", "source", "schema", "model", "rules"],
  git: ["text", "cli"],
  formats: ["text", "generated", "record", "words", "page"],
  exchange: ["text", "cli", "record", "diagnostics", "page", "files", "source", "model", "formats"],
  house: ["text", "words", "page", "diagnostics", "files", "source", "schema", "rules", "render", "exchange"],
  workspace: [
    "text",
    "cli",
    "workers",
    "diagnostics",
    "files",
    "source",
    "schema",
    "model",
    "rules",
    "waivers",
    "house",
    "git",
  ],
  fixes: [
    "text",
    "cli",
    "diagnostics",
    "files",
    "source",
    "schema",
    "model",
    "references",
    "keys",
    "rules",
    "workspace",
    "waivers",
    "words",
  ],
  scaffold: ["text", "cli", "diagnostics", "files", "source", "schema", "keys", "rules", "workspace", "fixes"],
  lsp: [
    "text",
    "cli",
    "words",
    "diagnostics",
    "files",
    "source",
    "schema",
    "model",
    "references",
    "rules",
    "waivers",
    "workspace",
    "fixes",
  ],
  split: ["text", "cli", "diagnostics", "files", "source", "schema", "model", "workspace"],
  documents: [
    "text",
    "routes",
    "record",
    "words",
    "page",
    "diagnostics",
    "source",
    "schema",
    "model",
    "coverage",
    "diff",
    "rules",
    "render",
  ],
  papers: [
    "text",
    "cli",
    "workers",
    "words",
    "page",
    "diagnostics",
    "files",
    "model",
    "diff",
    "workspace",
    "waivers",
    "house",
    "render",
    "formats",
    "documents",
  ],
  site: [
    "text",
    "cli",
    "workers",
    "generated",
    "words",
    "page",
    "model",
    "coverage",
    "pictures",
    "diff",
    "render",
    "workspace",
    "formats",
    "documents",
    "papers",
  ],
  reporters: [
    "text",
    "cli",
    "words",
    "routes",
    "diagnostics",
    "model",
    "coverage",
    "diff",
    "rules",
    "waivers",
    "exchange",
  ],
  collect: [
    "text",
    "cli",
    "record",
    "words",
    "routes",
    "diagnostics",
    "files",
    "model",
    "workspace",
    "formats",
    "exchange",
    "documents",
    "papers",
    "reporters",
  ],
  preview: [
    "text",
    "cli",
    "generated",
    "words",
    "page",
    "diagnostics",
    "files",
    "model",
    "waivers",
    "house",
    "workspace",
    "render",
    "formats",
    "documents",
    "papers",
    "reporters",
  ],
  commands: [
    "text",
    "cli",
    "workers",
    "words",
    "routes",
    "files",
    "model",
    "coverage",
    "diff",
    "rules",
    "waivers",
    "house",
    "exchange",
    "workspace",
    "fixes",
    "scaffold",
    "documents",
    "lsp",
    "split",
    "papers",
    "site",
    "reporters",
    "collect",
    "preview",
  ],
  "main.ts": ["cli", "commands"],
  "worker.ts": ["workers", "workspace", "papers", "site"],
  "dev.ts": ["main.ts"],
};

/** The only places that may import a package; what is not named here may not be imported at all. */
const doors: Readonly<Record<string, readonly string[]>> = {
  yaml: ["source/"],
  handlebars: ["render/"],
  "markdown-it": ["render/"],
  htmlparser2: ["page/", "exchange/"],
  chalk: ["reporters/"],
  commander: ["commands/"],
  tinyglobby: ["files/"],
  chokidar: ["workspace/watch-files.ts"],
  "@dagrejs/dagre": ["pictures/"],
  fflate: ["formats/", "exchange/"],
  minisearch: ["site/search/"],
  "node:fs": ["files/", "cli/io.ts", "render/precompile.ts"],
  "node:crypto": ["files/", "model/", "reporters/", "formats/", "site/"],
  "node:child_process": ["git/", "cli/open-address.ts"],
  "node:http": ["preview/"],
  "node:os": ["cli/io.ts"],
  "node:path": [""],
  "node:readline": ["cli/"],
  "node:timers": ["papers/"],
  "node:zlib": ["formats/pdf/"],
  "@myriaddreamin/typst-ts-node-compiler": ["formats/pdf/engine.ts"],
  "node:url": ["files/", "lsp/paths.ts"],
  "node:worker_threads": ["worker.ts", "workers/"],
  "vscode-languageserver": ["lsp/"],
  "vscode-languageserver-protocol": ["lsp/connect.ts"],
  "vscode-languageserver-textdocument": ["lsp/"],
};

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => name.split(sep).join("/"))
  .filter((name) => name.endsWith(".ts") && !name.startsWith("generated/"))
  .map((name) => ({ name, text: readFileSync(join("src", name), "utf8") }));

const anImport = /^(?:import|export)\b[^;]*?\bfrom "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gmu;
const imports = files.flatMap(({ name, text }) =>
  [...text.matchAll(anImport)].map(([, from, effect, late]) => ({ name, specifier: from ?? effect ?? late ?? "" })),
);

test("the table of folders is that of src, and has no circles", () => {
  const folders = Object.keys(mayImport);
  const known = new Set(["generated", ...files.map(({ name }) => name.split("/")[0])]);
  expect(new Set(folders)).toEqual(known);
  for (const [at, folder] of folders.entries()) {
    expect(folders.slice(0, at), folder).toEqual(expect.arrayContaining([...(mayImport[folder] ?? [])]));
  }
});

test("a folder imports only what stands below it", () => {
  const own = imports.filter(({ specifier }) => specifier.startsWith("."));
  expect(own.length).toBeGreaterThan(files.length);
  const breaches = own.filter(({ name, specifier }) => {
    const [from = ""] = name.split("/");
    const [to = ""] = posix.join(posix.dirname(name), specifier).split("/");
    // Schemas and the manifest stand beside src: they are data.
    return to !== from && !specifier.endsWith(".json") && !mayImport[from]?.includes(to);
  });
  expect(breaches.map(printed)).toEqual([]);
});

test("a package is imported through its one door", () => {
  const outside = imports.filter(({ specifier }) => !specifier.startsWith("."));
  expect(new Set(outside.map(({ specifier }) => packageOf(specifier)))).toEqual(new Set(Object.keys(doors)));
  const breaches = outside.filter(
    ({ name, specifier }) => !doors[packageOf(specifier)]?.some((door) => name.startsWith(door)),
  );
  expect(breaches.map(printed)).toEqual([]);
});

function printed({ name, specifier }: (typeof imports)[number]): string {
  return `src/${name} imports ${specifier}`;
}

function packageOf(specifier: string): string {
  return specifier.startsWith("@") ? specifier.split("/").slice(0, 2).join("/") : (specifier.split("/")[0] ?? "");
}

test("the process belongs to the launcher and to io", () => {
  expect(filesWith(/\bprocess\s*[.[]/u)).toEqual(["cli/io.ts", "dev.ts"]);
});

test("only io reads the clock, and no file throws dice", () => {
  expect(filesWith(/\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b/u)).toEqual(["cli/io.ts"]);
});

test("no file is longer than 300 lines, but what is printed from the schemas", () => {
  const long = files.filter(({ text }) => text.trimEnd().split("\n").length > 300);
  expect(long.map(({ name }) => name)).toEqual(["schema/shapes.ts"]);
});

/** The files whose code, comments aside, matches. */
function filesWith(pattern: RegExp): readonly string[] {
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, "");
  return files
    .filter(({ text }) => pattern.test(code(text)))
    .map(({ name }) => name)
    .sort();
}
