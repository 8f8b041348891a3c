import type { FileKind } from "../schema/kinds.ts";
import { type Schema, schemasAt } from "../schema/schema-at.ts";
import type { Path } from "../source/spec-file.ts";

/** What the schema says of the key that a path ends in: as Markdown, null where it knows none. */
export function schemaOfKey(kind: FileKind, path: Path): string | null {
  const key = String(path.at(-1));
  const owners = schemasAt(kind, path.slice(0, -1)).map(({ schema }) => schema);
  const found = owners.flatMap(({ properties = {} }) =>
    Object.hasOwn(properties, key) ? (properties[key] ?? []) : [],
  )[0];
  if (found === undefined) return null;
  const { title = key, description } = found;
  return [
    `**${title}**`,
    ...(description === undefined ? [] : [description]),
    ...wordsOf(kind, path),
    ...examplesOf(found),
  ].join("\n\n");
}

function wordsOf(kind: FileKind, path: Path): readonly string[] {
  const words = schemasAt(kind, path).flatMap(({ schema }) => schema.enum ?? []);
  return words.length === 0 || words.length > 12
    ? []
    : [`One of ${words.map((word) => `\`${String(word)}\``).join(", ")}.`];
}

function examplesOf({ examples = [] }: Schema): readonly string[] {
  const short = examples.filter((one) => typeof one !== "object").map((one) => `\`${String(one)}\``);
  return short.length === 0 ? [] : [`For example ${short.join(" or ")}.`];
}
