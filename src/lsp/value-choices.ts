import { meaningAt } from "../references/meaning.ts";
import { schemasAt } from "../schema/schema-at.ts";
import type { Path } from "../source/spec-file.ts";
import {
  type Choice,
  frameworkChoices,
  labelChoices,
  nodeChoices,
  placeChoices,
  ruleChoices,
  unitChoices,
} from "./choices.ts";
import type { KnownFile } from "./known-file.ts";
import { configOf, type Lookout } from "./lookout.ts";

/** The words that a value at `path` may be: names of things, or words of a list. */
export function valueChoices(path: Path, file: KnownFile, around: Lookout): readonly Choice[] {
  if (file.kind === null) return [];
  const meaning = meaningAt(file.kind, path, "scalar");
  if (meaning !== null && "isDefinition" in meaning && meaning.isDefinition) return [];
  switch (meaning?.of) {
    case "unit":
      return unitChoices(file, around);
    case "framework":
      return [...frameworkChoices(file, around), { of: "word", label: "none" }];
    case "entry":
      return nodesMeant(meaning, file, around);
    case "group":
      return labelChoices("groups", file);
    case "pathway":
      return labelChoices("pathways", file);
    case "rule":
      return ruleChoices(true);
    case "place":
      return placeChoices(writtenAt(file, path), file, around);
    default:
      return [...(around.hasShape ? schemaWords(path, file) : []), ...ownWords(path, file, around)];
  }
}

function nodesMeant(
  { framework, isSuccessor }: { readonly framework: string | null; readonly isSuccessor: boolean },
  file: KnownFile,
  around: Lookout,
): readonly Choice[] {
  const own = file.declared()[0]?.id ?? "";
  const newer = isSuccessor
    ? around.files.find((one) => one.kind === "framework" && writtenAt(one, ["replaces"]) === own)
    : undefined;
  return [
    ...nodeChoices(newer?.declared()[0]?.id ?? framework, file, around),
    ...(newer === undefined ? [] : nodeChoices(null, file, around)),
  ];
}

function schemaWords(path: Path, { kind }: KnownFile): readonly Choice[] {
  const words = schemasAt(kind ?? "unit", path).flatMap(({ schema }) => {
    if (schema.const !== undefined) return [String(schema.const)];
    if (schema.enum !== undefined) return schema.enum.map(String);
    const { type, minimum = 0, maximum } = schema;
    if (type !== "integer" || maximum === undefined || maximum - minimum > 10) return [];
    return Array.from({ length: maximum - minimum + 1 }, (_, at) => String(minimum + at));
  });
  return [...new Set(words)].map((label) => ({ of: "word", label }));
}

/** The house's own methods and settings, of a unit. */
function ownWords(path: Path, { kind }: KnownFile, around: Lookout): readonly Choice[] {
  const isOfUnit = kind === "unit" || (kind === "qualification" && path[0] === "units");
  if (!isOfUnit) return [];
  const { methods = [], settings = [] } = configOf(around).vocabulary ?? {};
  const words = path.at(-2) === "methods" ? methods : path.at(-1) === "setting" ? settings : [];
  return words.map((label) => ({ of: "word", label, detail: "from the vocabulary in qualspec.yaml" }));
}

function writtenAt(file: KnownFile, path: Path): string {
  const wanted = path.join("/");
  return file.entries().find((one) => one.part === "scalar" && one.path.join("/") === wanted)?.value ?? "";
}
