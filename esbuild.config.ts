import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import * as esbuild from "esbuild";
import { precompileTemplates } from "./src/render/precompile.ts";
import { dateFormat } from "./src/schema/date-format.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const generated = join(root, "src/generated");
const dist = join(root, "dist");

/** Compiles schemas and templates into src/generated, and bundles the command with all it uses into dist. */
export async function build(): Promise<void> {
  mkdirSync(generated, { recursive: true });
  compileSchemas();
  write("templates.js", precompileTemplates(join(root, "templates")));
  await bundle();
}

/** One module for each kind of file, so that checking a unit loads only the unit's. */
function compileSchemas(): void {
  const folder = join(root, "schemas");
  const names = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
  const schemas = names.map((name) => ({
    name,
    schema: JSON.parse(readFileSync(join(folder, name), "utf8")) as object,
  }));
  const bare = schemas.map(({ name, schema }) => ({ name, schema: withoutWords(schema) as object }));
  for (const { name } of schemas.filter((one) => one.name !== "common.schema.json")) {
    const ajv = new Ajv2020({
      allErrors: true,
      strict: true,
      formats: { date: dateFormat },
      code: { source: true, esm: true, lines: true },
    });
    for (const one of bare) ajv.addSchema(one.schema, one.name);
    const validate = ajv.getSchema(name);
    if (validate === undefined) throw new Error(`no schema ${name}`);
    const module = `validate-${basename(name, ".schema.json")}`;
    write(`${module}.js`, standalone.default(ajv, validate));
    write(`${module}.d.ts`, "declare const validate: (data: unknown) => boolean;\nexport default validate;\n");
  }
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

async function bundle(): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: { main: "src/main.ts" },
    outdir: "dist",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    metafile: true,
    banner: { js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);' },
  });
  writeFileSync(join(dist, "THIRD-PARTY-NOTICES.txt"), notices(Object.keys(result.metafile.inputs)));
}

/** The licence of every package that the bundle holds a part of, as their licences ask. */
function notices(inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => /^node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(input)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
      name: string;
      version: string;
    };
    const licence = readdirSync(join(root, folder)).find((file) => /^licen[cs]e/iu.test(file));
    if (licence === undefined) throw new Error(`${name} has no licence file`);
    return `${name} ${version}\n\n${readFileSync(join(root, folder, licence), "utf8").trim()}\n`;
  });
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
