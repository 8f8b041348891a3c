import { meaningAt } from "../references/meaning.ts";
import { type FileKind, specificationKinds } from "../schema/kinds.ts";
import { schemasAt } from "../schema/schema-at.ts";
import type { Path } from "../source/spec-file.ts";
import { type Choice, frameworkChoices, ruleChoices, termChoices, unitChoices } from "./choices.ts";
import type { KnownFile } from "./known-file.ts";
import type { Lookout } from "./lookout.ts";
import { valueChoices } from "./value-choices.ts";

/** The keys that a map at `path` may have: those of the schema, or names that are keys. */
export function keyChoices(path: Path, file: KnownFile, around: Lookout): readonly Choice[] {
  const { kind } = file;
  if (kind === null) return path.length === 0 && around.hasShape && isNew(file) ? firstKeys : [];
  const names = nameChoices(path, file, around);
  if (names !== null) return names.map((one) => ({ ...one, of: "key", after: ": " }));
  if (!around.hasShape) return [];
  const found = schemasAt(kind, path);
  return found.flatMap(({ schema }) =>
    Object.entries(schema.properties ?? {}).map(([label, { title, description }]): Choice => {
      return {
        of: "key",
        label,
        ...(title === undefined ? {} : { detail: title }),
        ...(description === undefined ? {} : { says: description }),
        after: isDeep(kind, [...path, label]) ? ":" : ": ",
      };
    }),
  );
}

/** What a list that has not begun begins with: a dash, and what may stand in it. */
export function listStart(path: Path, file: KnownFile, around: Lookout): readonly Choice[] {
  if (file.kind === null || !schemasAt(file.kind, path).some(({ schema }) => schema.type === "array")) return [];
  const item = [...path, 0];
  const choices = [...valueChoices(item, file, around), ...keyChoices(item, file, around)];
  return choices.map((one) => ({ ...one, before: "- " }));
}

const firstKeys: readonly Choice[] = specificationKinds.map((kind) => ({
  of: "key",
  label: `kind: ${kind}`,
  detail: `A file that holds a ${kind}`,
}));

/** Whether a file says nothing yet that another program may mean. */
function isNew({ source }: KnownFile): boolean {
  return !/^(?!(?:id|title)\b)[\w"'-][^:\n]*:(?:\s|$)/mu.test(source.text);
}

/** null where the keys are not names of things. */
function nameChoices(path: Path, file: KnownFile, around: Lookout): readonly Choice[] | null {
  const meaning = file.kind === null ? null : meaningAt(file.kind, [...path, "?"], "key");
  switch (meaning?.of) {
    case "unit":
      return unitChoices(file, around);
    case "framework":
      return frameworkChoices(file, around);
    case "rule":
      return ruleChoices(false);
    case "term":
      return termChoices();
    default:
      return null;
  }
}

/** Whether a value is mostly written on the lines below its key. */
function isDeep(kind: FileKind, path: Path): boolean {
  const found = schemasAt(kind, path);
  if (found.length === 0) return false;
  return found.every(
    ({ schema }) => schema.type === "object" || (schema.type === "array" && isDeep(kind, [...path, 0])),
  );
}
