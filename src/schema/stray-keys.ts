import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Path } from "../source/spec-file.ts";
import { code, joinWords } from "../text/words.ts";
import { ownersOf, schemasAt } from "./schema-at.ts";
import { type ShapeCase, shapeFinding, valueAtPath } from "./shape-case.ts";

/** An object with keys that it should not have, or without some that it should. */
export interface KeyCase {
  readonly path: Path;
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
}

/** The keys that only one kind of file has. */
const signatures: Readonly<Record<string, readonly string[]>> = {
  qualification: ["rulesOfCombination", "awardingOrganisation"],
  unit: ["learningOutcomes"],
  framework: ["nodes"],
};

/** A file whose keys are those of another kind than it says. */
export function wrongKind(one: ShapeCase, unknown: readonly string[]): Diagnostic | null {
  const own = signatures[one.kind] ?? [];
  const present = Object.keys(one.spec.data as object);
  if (own.some((key) => present.includes(key))) return null;
  for (const [kind, keys] of Object.entries(signatures)) {
    const key = keys.find((other) => unknown.includes(other));
    if (key === undefined || one.kind === "workspace") continue;
    const message = `Unexpected kind ${code(one.kind)} of a file with ${code(`${key}:`)}, expected ${code(kind)}; change it`;
    return shapeFinding("unknown-kind", message, one.spec.valueAt(["kind"]));
  }
  return null;
}

/** Items of another list, which follow here because the line with the key of their own list is missing. */
export function lostSection(one: ShapeCase, { path, unknown, missing }: KeyCase): Diagnostic | null {
  const [first] = unknown;
  const present = Object.keys((valueAtPath(one.spec.data, path) ?? {}) as object);
  if (first === undefined || missing.length === 0 || present.some((key) => !unknown.includes(key))) return null;
  const parents = schemasAt(one.kind, path.slice(0, -2));
  const siblings = parents.flatMap(({ schema }) => Object.keys(schema.properties ?? {}));
  const section = siblings.find((name) => {
    const items = schemasAt(one.kind, [...path.slice(0, -2), name, 0]);
    return items.some(({ schema }) => unknown.every((key) => Object.hasOwn(schema.properties ?? {}, key)));
  });
  if (section === undefined || section === path.at(-2)) return null;
  const keys = joinWords(unknown.map(code));
  const message = `Unexpected ${keys} in the list ${code(`${path.at(-2)}:`)}, expected them in the list ${code(`${section}:`)}; write the line ${code(`${section}:`)} above`;
  return shapeFinding("unknown-key", message, one.spec.keyAt([...path, first]));
}

/** Whether a missing key stands in an object above or below the one that misses it: one slip of the indentation. */
export function isMisplaced(key: string, { path }: KeyCase, cases: readonly KeyCase[]): boolean {
  const isAround = (other: Path) => {
    const shorter = Math.min(other.length, path.length);
    return other.slice(0, shorter).join("/") === path.slice(0, shorter).join("/");
  };
  return cases.some((other) => other.path !== path && other.unknown.includes(key) && isAround(other.path));
}

/** Several keys that only one and the same object has: the line that they belong to is missing. */
export function strayed(one: ShapeCase, unknown: readonly string[]): readonly string[] {
  const [owner, ...others] = new Set(unknown.flatMap((key) => ownersOf(one.kind, key)));
  const all = owner === undefined ? [] : [owner, ...others];
  const sets = all.map((name) => unknown.filter((key) => ownersOf(one.kind, key).includes(name)));
  return sets.sort((a, b) => b.length - a.length).find((keys) => keys.length > 1) ?? [];
}

export function explainStrayed(one: ShapeCase, path: Path, keys: readonly string[]): Diagnostic {
  const owners = ownersOf(one.kind, keys[0] ?? "").filter((name) =>
    keys.every((key) => ownersOf(one.kind, key).includes(name)),
  );
  const places = joinWords(owners.map(withArticle), "or");
  const message = `Unexpected keys ${joinWords(keys.map(code))} here, expected them on ${places}; check the indentation, or write the line that they belong to above them`;
  return shapeFinding("unknown-key", message, one.spec.keyAt([...path, keys[0] ?? ""]));
}

export function withArticle(noun: string): string {
  if (/s$|^rules|^people$|^numbering$|^evidence$/u.test(noun)) return `the ${noun}`;
  return `${/^[aeio]/u.test(noun) ? "an" : "a"} ${noun}`;
}
