import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { type LogLevel, type Plugin, type RolldownLog, rolldown } from "rolldown";
import { renameFamily } from "./src/formats/pdf/rename-family.ts";
import { precompilePreview, precompileSite, precompileTemplates, templateSources } from "./src/render/precompile.ts";
import { dateFormat } from "./src/schema/date-format.ts";
import { type FileKind, specificationKinds } from "./src/schema/kinds.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const generated = join(root, "src/generated");
const dist = join(root, "dist");
const fileKinds: readonly FileKind[] = [...specificationKinds, "workspace", "brand"];

const validatorTypes = `interface Fault {
  readonly instancePath: string;
  readonly message?: string;
}
declare const validate: { (data: unknown): boolean; readonly errors?: readonly Fault[] | null };
export default validate;
`;

const templateTypes = `type Compiled = Readonly<Record<string, TemplateSpecification>>;
export declare const templates: Compiled;
export declare const partials: Compiled;
export declare const styles: string;
export declare const programStyles: string;
`;

const siteTypes = `type Compiled = Readonly<Record<string, TemplateSpecification>>;
export declare const templates: Compiled;
export declare const partials: Compiled;
export declare const styles: string;
`;

const previewTypes = `type Compiled = Readonly<Record<string, TemplateSpecification>>;
export declare const previewTemplates: Compiled;
export declare const previewPartials: Compiled;
export declare const previewStyles: string;
export declare const previewScript: string;
`;

/** Compiles schemas and templates into src/generated, and bundles the command with all it uses into dist. */
export async function build(): Promise<void> {
  mkdirSync(generated, { recursive: true });
  compileSchemas();
  compileRecordSchema();
  write("word-lists.js", wordLists());
  write("word-lists.d.ts", wordListNames.map((name) => `export declare const ${name}: readonly string[];\n`).join(""));
  write("templates.js", precompileTemplates(join(root, "templates")));
  write("templates.d.ts", templateTypes);
  write("template-sources.js", templateSources(join(root, "templates")));
  write("template-sources.d.ts", "export declare const sources: Readonly<Record<string, string>>;\n");
  write("site.js", precompileSite(join(root, "templates", "site")));
  write("site.d.ts", siteTypes);
  write("pdf.js", pdfParts());
  write("pdf.d.ts", pdfTypes);
  await bundlePrograms();
  write("preview.js", precompilePreview(join(root, "templates", "preview")) + (await previewScript()));
  write("preview.d.ts", previewTypes);
  await bundle();
}

/** One module for each kind of file, so that checking a unit loads only the unit's. */
function compileSchemas(): void {
  const folder = join(root, "schemas");
  const bare = ["common", ...fileKinds].map((kind) => {
    const name = `${kind}.schema.json`;
    return { name, schema: withoutWords(JSON.parse(readFileSync(join(folder, name), "utf8"))) as object };
  });
  for (const kind of fileKinds) {
    const name = `${kind}.schema.json`;
    const ajv = new Ajv2020({
      allErrors: true,
      strict: true,
      formats: { date: dateFormat },
      code: { source: true, esm: true, lines: true },
    });
    for (const one of bare) ajv.addSchema(one.schema, one.name);
    const validate = ajv.getSchema(name);
    if (validate === undefined) throw new Error(`no schema ${name}`);
    write(`validate-${kind}.js`, asModule(standalone.default(ajv, validate)));
    write(`validate-${kind}.d.ts`, validatorTypes);
  }
}

const wordListNames = ["evidenceMethods", "evidenceSettings"];

/** What a person's exported file has to look like: the page that reads it has no other. */
function compileRecordSchema(): void {
  const schema = withoutWords(JSON.parse(readFileSync(join(root, "schemas", "learner-record.schema.json"), "utf8")));
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, code: { source: true, esm: true, lines: true } });
  write("validate-learner-record.js", asModule(standalone.default(ajv, ajv.compile(schema as object))));
  write("validate-learner-record.d.ts", validatorTypes);
}

/** The words of the schemas' open lists, which rules compare with: without the rest of the schemas, which only messages need. */
function wordLists(): string {
  const read = (name: string) => JSON.parse(readFileSync(join(root, "schemas", `${name}.schema.json`), "utf8"));
  const { evidenceMethods, setting } = read("common").$defs;
  const lists = [evidenceMethods.items, setting];
  return wordListNames
    .map((name, index) => {
      const words = lists[index].anyOf.flatMap((branch: { enum?: string[] }) => branch.enum ?? []);
      return `export const ${name} = ${JSON.stringify(words)};\n`;
    })
    .join("");
}

/** ajv's code asks for its helpers with `require`, which a module does not have. */
function asModule(code: string): string {
  return code.replace(
    /const (\w+) = require\("([^"]+)"\)\.default;/gu,
    // Node gives the whole of a CommonJS module, other loaders its default export.
    'import $1Module from "$2.js";\nconst $1 = $1Module.default ?? $1Module;',
  );
}

/** A schema without what only people read; `inProperties` where the keys are names that we gave. */
function withoutWords(schema: unknown, inProperties = false): unknown {
  if (Array.isArray(schema)) return schema.map((one) => withoutWords(one));
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).filter(
    ([key]) => inProperties || !["title", "description", "examples"].includes(key),
  );
  return Object.fromEntries(
    entries.map(([key, one]) => [key, withoutWords(one, !inProperties && (key === "properties" || key === "$defs"))]),
  );
}

function write(name: string, text: string): void {
  writeFileSync(join(generated, name), text);
}

/** The fonts of papers in PDF, and the families that the template knows them by. */
const fonts = [
  ...["400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic"].map((style) => ({
    file: `@expo-google-fonts/open-sans/${style}/OpenSans_${style}.ttf`,
    family: "PaperText",
  })),
  { file: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf", family: "PaperSigns" },
  { file: "dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf", family: "PaperCode" },
];

const pdfTypes = `export declare const template: string;
export declare const fonts: { readonly sizes: readonly number[]; readonly bytes: string };
`;

/** The template of papers in PDF and their fonts: packed, for they are a third of what is installed. */
function pdfParts(): string {
  const template = readFileSync(join(root, "templates", "styles", "pdf.typ"), "utf8").replace(/\r\n/gu, "\n");
  const files = fonts.map(({ file, family }) => renameFamily(readFileSync(join(root, "node_modules", file)), family));
  const packed = brotliCompressSync(Buffer.concat(files), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  const parts = { sizes: files.map(({ length }) => length), bytes: packed.toString("base64") };
  return `export const template = ${JSON.stringify(template)};\nexport const fonts = ${JSON.stringify(parts)};\n`;
}

const programs = ["workbook", "checklist", "sampling-plan"];
const siteScripts = ["site", "search", "plan", "judge"];

async function previewScript(): Promise<string> {
  const build = await rolldown({ cwd: root, input: "templates/preview/preview.ts", onLog: refuseLogs });
  const { output } = await build.generate({ format: "iife", minify: true, comments: { legal: false } });
  return `export const previewScript = ${JSON.stringify(output[0].code)};\n`;
}

/** What runs inside papers, and beside the pages of a website: one script each, which needs nothing else. */
async function bundlePrograms(): Promise<void> {
  await bundleScripts("programs", programs, "templates/program");
  await bundleScripts("siteScripts", siteScripts, "templates/program/site");
}

async function bundleScripts(variable: string, names: readonly string[], folder: string): Promise<void> {
  const entries = await Promise.all(
    names.map(async (name) => {
      const build = await rolldown({ cwd: root, input: `${folder}/${name}.ts`, onLog: refuseLogs });
      const { output } = await build.generate({ format: "iife", minify: true, comments: { legal: false } });
      // In a page these two would end the script, or hide what follows.
      const code = output[0].code
        .trim()
        .replace(/<\/script/giu, "<\\/script")
        .replace(/<!--/gu, "<\\!--")
        // The minifier writes it as it is, and papers are searched for it: it means that a letter was lost.
        .replace(/\ufffd/gu, "\\ufffd");
      return `${JSON.stringify(name)}: ${JSON.stringify(code)}`;
    }),
  );
  const file = variable.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  write(`${file}.js`, `export const ${variable} = {${entries.join(",\n")}};\n`);
  write(`${file}.d.ts`, `export declare const ${variable}: Readonly<Record<string, string>>;\n`);
}

/** What a plain `check` runs, which everybody waits for: one file of its own, since each file that Node opens costs time. */
const oftenUsed = ["src/commands/command-line.ts", "src/workspace/check.ts", "src/reporters/pretty.ts"];

async function bundle(): Promise<void> {
  const options = {
    cwd: root,
    input: { main: "src/main.ts", worker: "src/worker.ts" },
    platform: "node",
    // The engine of PDF is installed by those who want it.
    external: "@myriaddreamin/typst-ts-node-compiler",
    // The parser for Node asks for a variable of the environment at each token, which costs a tenth of a check.
    resolve: { alias: { yaml: join(root, "node_modules", "yaml", "browser", "index.js") } },
    preserveEntrySignatures: "allow-extension",
    onLog: refuseLogs,
  } as const;
  const imports = new Map<string, readonly string[]>();
  const readImports: Plugin = {
    name: "read-imports",
    moduleParsed: ({ id, importedIds }) => {
      imports.set(id, importedIds);
    },
  };
  const first = await rolldown({ ...options, plugins: [readImports] });
  await first.generate();
  const together = reachedFrom(oftenUsed, imports);
  // The version is printed without the rest.
  for (const id of reachedFrom(["src/main.ts"], imports)) together.delete(id);
  const second = await rolldown(options);
  const { output } = await second.generate({
    format: "esm",
    minify: { compress: true, mangle: { toplevel: false }, codegen: true },
    comments: { legal: false },
    codeSplitting: {
      groups: [{ name: "check", test: (id) => together.has(id) }],
      includeDependenciesRecursively: false,
    },
  });
  // Only what could be built takes the place of what was there.
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  const chunks = output.filter((one) => one.type === "chunk");
  for (const { fileName, code } of chunks) writeFileSync(join(dist, fileName), code);
  writeFileSync(
    join(dist, "THIRD-PARTY-NOTICES.txt"),
    notices([...chunks.flatMap(({ moduleIds }) => moduleIds), ...fonts.map(({ file }) => join("node_modules", file))]),
  );
}

/** The modules that these are, and that they import outright. */
function reachedFrom(roots: readonly string[], imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const queue = roots.map((path) => join(root, path));
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    queue.push(...(imports.get(id) ?? []));
  }
  return reached;
}

/** Importing a module both late and outright is meant: the other way in needs it at once. */
function refuseLogs(level: LogLevel, log: RolldownLog): void {
  if (level === "info" || log.code === "INEFFECTIVE_DYNAMIC_IMPORT") return;
  throw new Error(log.message);
}

/** The licence of every package that the bundle holds a part of, as their licences ask. */
function notices(inputs: readonly string[]): string {
  const folders = new Set(
    inputs.flatMap((input) => /node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(input)?.[0] ?? []),
  );
  const texts = [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
      name: string;
      version: string;
    };
    const files = readdirSync(join(root, folder)).filter((file) => /^licen[cs]e/iu.test(file));
    if (files.length === 0) throw new Error(`${name} has no licence file`);
    const licences = files.sort().map((file) => readFileSync(join(root, folder, file), "utf8").trim());
    return `${name} ${version}\n\n${licences.join("\n\n")}\n`;
  });
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
