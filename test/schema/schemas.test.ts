import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { dateFormat } from "../../src/schema/date-format.ts";

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

/** The schemas of what people write; what we print ourselves is none of their business. */
const files = readdirSync("schemas").filter((name) => name !== "reports.schema.json");
const schemas = files.map((name) => ({ name, schema: JSON.parse(readFileSync(`schemas/${name}`, "utf8")) as Schema }));
const ajv = new Ajv2020({ strict: true, formats: { date: dateFormat } });
for (const { name, schema } of schemas) ajv.addSchema(schema, name);

/** Every schema in a file, with the JSON Pointer of its place. */
function within(schema: Schema, pointer: string): readonly { readonly pointer: string; readonly schema: Schema }[] {
  const named = (key: "properties" | "$defs") =>
    Object.entries(schema[key] ?? {}).flatMap(([name, one]) => within(one, `${pointer}/${key}/${name}`));
  const branches = (schema.anyOf ?? []).flatMap((one, at) => within(one, `${pointer}/anyOf/${at}`));
  const other = typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
  return [
    { pointer, schema },
    ...named("properties"),
    ...named("$defs"),
    ...branches,
    ...(schema.items === undefined ? [] : within(schema.items, `${pointer}/items`)),
    ...(other === undefined ? [] : within(other, `${pointer}/additionalProperties`)),
  ];
}

const all = schemas.flatMap(({ name, schema }) => within(schema, `${name}#`));
const properties = all.filter(({ pointer }) => /\/properties\/[^/]+$/u.test(pointer));
const unions = all.filter(({ schema }) => schema.anyOf !== undefined);

describe("every property", () => {
  test.each(properties.map(({ pointer, schema }) => [pointer, schema] as const))("%s", (pointer, schema) => {
    expect(schema.title).toMatch(/^[A-Z].*[^.]$/u);
    expect(schema.description).toMatch(/^\S.*\.$/su);
    expect(schema.examples?.length).toBeGreaterThan(0);
    const validate = ajv.compile({ $ref: pointer });
    for (const example of schema.examples ?? [])
      expect([example, validate(example), validate.errors]).toEqual([example, true, null]);
  });
});

/** ajv's errors can be brought down to one only where the type of a value tells which branch it answers to. */
describe("every union has branches of different types, or listed words beside free text", () => {
  test.each(unions.map(({ pointer, schema }) => [pointer, schema] as const))("%s", (pointer, { anyOf = [] }) => {
    const file = pointer.split("#")[0] ?? "";
    const kinds = anyOf.map((branch) => kindOf(branch, file));
    const free = kinds.filter((kind) => !kind.startsWith("listed "));
    expect(free.filter((kind, at) => free.indexOf(kind) !== at)).toEqual([]);
    expect(kinds.length).toBeGreaterThan(1);
  });

  test("and no schema has another sort of union", () => {
    expect(all.filter(({ schema }) => schema.oneOf !== undefined)).toEqual([]);
  });
});

/** The JSON type of what a branch takes; words that it lists are told apart from free text by the list. */
function kindOf({ $ref, const: only, enum: listed, type }: Schema, file: string): string {
  if ($ref !== undefined) {
    const [other = "", pointer = ""] = $ref.split("#/$defs/");
    const home = schemas.find(({ name }) => name === (other === "" ? file : other))?.schema;
    const target = home?.$defs?.[pointer];
    if (target?.anyOf !== undefined || target === undefined)
      throw new Error(`Unexpected union inside a union: ${$ref}`);
    return kindOf(target, other === "" ? file : other);
  }
  const words = listed ?? (only === undefined ? undefined : [only]);
  if (words !== undefined) return `listed ${[...new Set(words.map((word) => typeof word))].join(", ")}`;
  if (type === undefined) throw new Error("A branch without a type");
  return type;
}
