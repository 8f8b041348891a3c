import brand from "../../schemas/brand.schema.json" with { type: "json" };
import common from "../../schemas/common.schema.json" with { type: "json" };
import framework from "../../schemas/framework.schema.json" with { type: "json" };
import qualification from "../../schemas/qualification.schema.json" with { type: "json" };
import unit from "../../schemas/unit.schema.json" with { type: "json" };
import workspace from "../../schemas/workspace.schema.json" with { type: "json" };
import type { Path } from "../source/spec-file.ts";
import type { FileKind } from "./kinds.ts";

/** The part of JSON Schema that our schemas are written in. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** A schema with the file that it stands in and the name that it goes by there. */
export interface Found {
  readonly schema: Schema;
  readonly file: string;
  /** The name of the definition it came from, such as `id`; null for one that stands in its place. */
  readonly name: string | null;
}

const schemas: Readonly<Record<string, Schema>> = { brand, common, framework, qualification, unit, workspace };

/** Every branch of the schema that a value at `path` may answer to: one, or the alternatives of a union. */
export function schemasAt(kind: FileKind, path: Path): readonly Found[] {
  let found = resolve({ schema: schemas[kind] ?? {}, file: kind, name: null });
  for (const step of path) found = found.flatMap((one) => below(one, step));
  return found;
}

/** The named objects of a kind of file that have a property of this name, as an author would call them. */
export function ownersOf(kind: FileKind, property: string): readonly string[] {
  const names = new Set<string>();
  for (const file of new Set([kind, "unit"])) {
    if (kind !== "qualification" && file !== kind) continue;
    if (hasProperty(schemas[file], property)) names.add(file);
    for (const [name, schema] of Object.entries(schemas[file]?.$defs ?? {})) {
      const branches = [schema, ...(schema.anyOf ?? [])];
      if (branches.some((one) => hasProperty(one, property))) names.add(ownerName(name));
    }
  }
  return [...names];
}

/** Every key that the schemas of a kind of file know, at whatever depth. */
export function knownKeys(kind: FileKind): ReadonlySet<string> {
  const files = kind === "qualification" ? [kind, "unit", "common"] : [kind, "common"];
  return new Set(files.flatMap((file) => keysIn(schemas[file] ?? {})));
}

function keysIn(schema: Schema): readonly string[] {
  const properties = schema.properties ?? {};
  const items = schema.items === undefined ? [] : [schema.items];
  const below = [...Object.values(properties), ...Object.values(schema.$defs ?? {}), ...(schema.anyOf ?? []), ...items];
  return [...Object.keys(properties), ...below.flatMap(keysIn)];
}

function ownerName(definition: string): string {
  if (definition === "inlineUnit") return "unit";
  if (definition === "unitAssessment") return "assessment";
  return definition.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
}

/** A key such as `constructor` is no property, though every object answers to it. */
function hasProperty(schema: Schema | undefined, property: string): boolean {
  return Object.hasOwn(schema?.properties ?? {}, property);
}

function below(found: Found, step: string | number): readonly Found[] {
  const { schema } = found;
  const other = typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
  const own = hasProperty(schema, String(step)) ? schema.properties?.[String(step)] : other;
  const child = schema.type === "array" ? schema.items : own;
  return child === undefined ? [] : resolve({ schema: child, file: found.file, name: null });
}

function resolve(found: Found): readonly Found[] {
  const { $ref, anyOf } = found.schema;
  if ($ref !== undefined) {
    const [file = "", pointer = ""] = $ref.split("#");
    const name = pointer.split("/").at(-1) ?? "";
    const home = file === "" ? found.file : file.replace(".schema.json", "");
    return resolve({ schema: schemas[home]?.$defs?.[name] ?? {}, file: home, name });
  }
  if (anyOf !== undefined) return anyOf.flatMap((schema) => resolve({ ...found, schema }));
  // A list of words is a branch of its own; that they are texts is there for editors.
  const { type: _, ...words } = found.schema;
  return [words.enum === undefined ? found : { ...found, schema: words }];
}
