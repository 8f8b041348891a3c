import type { Edit } from "../../diagnostics/diagnostic.ts";
import { type Mention, placeOfName } from "../../references/mention.ts";
import { needsQuotes } from "../../source/needs-quotes.ts";

/** An edit with the file that it is in. */
export type FileEdit = Edit & Required<Pick<Edit, "file">>;

/** Writes another name where a name stands, between the quotes that are there, or in ones that it needs. */
export function writeName(mention: Mention, name: string): readonly FileEdit[] {
  const { spec, path, isKey, from, id } = mention;
  const file = spec.source;
  // What a YAML reference repeats is written where it refers to.
  if (spec.nodesTo(isKey ? path.slice(0, -1) : path) === null) return [];
  const place = placeOfName(mention);
  const whole = isKey ? spec.keyAt(path) : spec.valueAt(path);
  const written = file.text.slice(whole.start, whole.end);
  const { start, end } = /^["'|>]/u.test(written) ? place : whole;
  const isWhole = start === whole.start;
  const text = isWhole && !isKey ? written.slice(0, from) + name + written.slice(from + id.length) : name;
  return [{ file, start, end, text: isWhole && needsQuotes(text) ? `"${text}"` : text }];
}

/** The data of a file, with another name at each of these places of it. */
export function withName(data: unknown, mentions: readonly Mention[], name: string): unknown {
  return renamed(
    data,
    mentions.map(({ path, isKey, from, id }) => ({ path: path.map(String), isKey, from, id })),
    name,
  );
}

type Place = Pick<Mention, "isKey" | "from" | "id"> & { readonly path: readonly string[] };

function renamed(data: unknown, places: readonly Place[], name: string): unknown {
  if (places.length === 0) return data;
  if (typeof data === "string") {
    return places.reduce((text, { from, id }) => text.slice(0, from) + name + text.slice(from + id.length), data);
  }
  if (typeof data !== "object" || data === null) return data;
  const below = (step: string) =>
    places
      .filter(({ path, isKey }) => path[0] === step && !(isKey && path.length === 1))
      .map((one) => ({ ...one, path: one.path.slice(1) }));
  if (Array.isArray(data)) return data.map((one, at) => renamed(one, below(String(at)), name));
  const isRenamed = (key: string) => places.some(({ path, isKey }) => isKey && path.length === 1 && path[0] === key);
  return Object.fromEntries(
    Object.entries(data).map(([key, one]) => [isRenamed(key) ? name : key, renamed(one, below(key), name)]),
  );
}
