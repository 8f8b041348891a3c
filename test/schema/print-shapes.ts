import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly description?: string;
}

const files = {
  Qualification: "qualification",
  Unit: "unit",
  Framework: "framework",
  Workspace: "workspace",
  Brand: "brand",
};

/** The TypeScript of the schemas: one readonly interface for each file and for each object that a schema names. */
export function printShapes(): string {
  const shapes = new Map<string, Schema>();
  for (const [name, file] of Object.entries({ ...files, "": "common" })) {
    const schema = JSON.parse(readFileSync(`schemas/${file}.schema.json`, "utf8")) as Schema;
    if (name !== "") shapes.set(`${name}Shape`, schema);
    for (const [key, one] of Object.entries(schema.$defs ?? {})) shapes.set(shapeName(key), one);
  }
  const printed = [...shapes]
    .filter(([, schema]) => schema.properties !== undefined || schema.anyOf?.some((one) => one.properties))
    .map(([name, schema]) => printShape(name, schema, shapes));
  const header =
    "// Printed from schemas/ by test/schema/print-shapes.ts; `npx vitest run test/schema -u` prints it anew.\n\n";
  const biome = "node_modules/@biomejs/biome/bin/biome";
  const args = [biome, "format", "--stdin-file-path=src/schema/shapes.ts"];
  return execFileSync(process.execPath, args, { input: header + printed.join("\n\n"), encoding: "utf8" });
}

function printShape(name: string, schema: Schema, shapes: ReadonlyMap<string, Schema>): string {
  const body = schema.properties === undefined ? `type ${name} = ` : `interface ${name} `;
  return `/** ${schema.description ?? ""} */\nexport ${body}${print(schema, shapes)}`;
}

function print(schema: Schema, shapes: ReadonlyMap<string, Schema>): string {
  if (schema.$ref !== undefined) {
    const name = shapeName(schema.$ref.split("/").at(-1) ?? "");
    const target = shapes.get(name);
    if (target === undefined)
      throw new Error(`Unexpected reference ${schema.$ref}, expected one that a schema defines`);
    const isNamed = target.properties !== undefined || target.anyOf?.some((one) => one.properties);
    return isNamed ? name : print(target, shapes);
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((word) => JSON.stringify(word)).join(" | ");
  if (schema.anyOf !== undefined) return printUnion(schema.anyOf, shapes);
  if (schema.type === "integer") return "number";
  if (schema.type === "array") return `readonly (${print(schema.items ?? {}, shapes)})[]`;
  if (schema.type !== "object") return schema.type ?? "unknown";
  if (schema.properties === undefined) {
    return `Readonly<Record<string, ${print(schema.additionalProperties || {}, shapes)}>>`;
  }
  const lines = Object.entries(schema.properties).map(([key, one]) => {
    const optional = schema.required?.includes(key) ? "" : "?";
    return `readonly ${key}${optional}: ${print(one, shapes)};`;
  });
  return `{\n${lines.join("\n")}\n}`;
}

/** In an open list the words are for editors: to a program it is any text. */
function printUnion(branches: readonly Schema[], shapes: ReadonlyMap<string, Schema>): string {
  const isOpen = branches.some((one) => one.type === "string" && !one.enum);
  return branches
    .filter((one) => !(isOpen && one.enum))
    .map((one) => print(one, shapes))
    .join(" | ");
}

function shapeName(key: string): string {
  return `${key.charAt(0).toUpperCase()}${key.slice(1)}Shape`;
}
