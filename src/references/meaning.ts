import type { FileKind } from "../schema/kinds.ts";
import type { Entry } from "../source/entries.ts";
import type { Path } from "../source/spec-file.ts";

/** What a word at some place of a file names, whatever the word is. */
export type Meaning =
  | { readonly of: "qualification" | "unit" | "framework" | "group" | "pathway"; readonly isDefinition: boolean }
  /** `framework` is null for the one that the file itself is. */
  | {
      readonly of: "entry";
      readonly framework: string | null;
      readonly isDefinition: boolean;
      /** It may stand in the version that takes the place of this one. */
      readonly isSuccessor: boolean;
    }
  /** Of an outcome or a criterion. */
  | { readonly of: "part"; readonly isDefinition: true }
  /** `unit`, `unit#key` or `unit/1.2`. */
  | { readonly of: "place" }
  | { readonly of: "rule" }
  | { readonly of: "term" };

const units: Meaning = { of: "unit", isDefinition: false };
const groups: Meaning = { of: "group", isDefinition: false };
const ownEntries: Meaning & { readonly of: "entry" } = {
  of: "entry",
  framework: null,
  isDefinition: false,
  isSuccessor: false,
};
const rule: Meaning = { of: "rule" };

/** Steps down to a value, each index as *; `>` at the end is for a key and what it is. */
const meanings: Readonly<Partial<Record<FileKind, Readonly<Record<string, Meaning>>>>> = {
  qualification: {
    id: { of: "qualification", isDefinition: true },
    "rulesOfCombination/groups/*/id": { of: "group", isDefinition: true },
    "rulesOfCombination/groups/*/units/*": units,
    "rulesOfCombination/constraints/*/from/*": units,
    "rulesOfCombination/constraints/*/groups/*": groups,
    "rulesOfCombination/constraints/*/pathway": { of: "pathway", isDefinition: false },
    "rulesOfCombination/barred/*/*": units,
    "rulesOfCombination/equivalent/*/*": units,
    "rulesOfCombination/corequisites/*/*": units,
    "rulesOfCombination/prerequisites/?>": units,
    "rulesOfCombination/prerequisites/?/*": units,
    "rulesOfCombination/pathways/*/id": { of: "pathway", isDefinition: true },
    "rulesOfCombination/pathways/*/groups/*": groups,
    "selfAssessment/statements/*/unit": units,
    "waivers/*/rule": rule,
    "waivers/*/at": { of: "place" },
  },
  unit: {
    id: { of: "unit", isDefinition: true },
    "learningOutcomes/*/key": { of: "part", isDefinition: true },
    "learningOutcomes/*/assessmentCriteria/*/key": { of: "part", isDefinition: true },
    "assessment/maps/?>": { of: "framework", isDefinition: false },
    "learningOutcomes/*/maps/?>": { of: "framework", isDefinition: false },
    "learningOutcomes/*/assessmentCriteria/*/maps/?>": { of: "framework", isDefinition: false },
    "waivers/*/rule": rule,
    "waivers/*/at": { of: "place" },
  },
  framework: {
    id: { of: "framework", isDefinition: true },
    replaces: { of: "framework", isDefinition: false },
    "waivers/*/rule": rule,
    "waivers/*/at": { of: "place" },
  },
  workspace: { "rules/?>": rule, "house/terms/?>": { of: "term" } },
};

/** What the key or the value at a place of a file of this kind names; null where it is no name. */
export function meaningAt(kind: FileKind, path: Path, part: Entry["part"]): Meaning | null {
  if (part === "list" || part === "map") return null;
  if (kind === "qualification" && path[0] === "units" && path.length > 2) return meaningAt("unit", path.slice(2), part);
  const last = path.at(-1);
  const end = part === "key" ? ">" : "";
  const own = meanings[kind] ?? {};
  const steps = path.map((step) => (typeof step === "number" ? "*" : step));
  const found = own[steps.join("/") + end];
  if (found !== undefined) return found;
  if (part === "key") return own[[...steps.slice(0, -1), "?"].join("/") + end] ?? null;
  if (typeof last === "number") {
    const frameworkId = path.at(-2);
    if (path.at(-3) === "maps" && kind === "unit" && typeof frameworkId === "string") {
      return { of: "entry", framework: frameworkId, isDefinition: false, isSuccessor: false };
    }
    if (kind === "framework" && path[0] === "nodes") return amongEntries(path);
    return own[[...steps.slice(0, -2), "?", "*"].join("/")] ?? null;
  }
  if (kind === "framework" && path[0] === "nodes" && last === "id") return { ...ownEntries, isDefinition: true };
  return null;
}

function amongEntries(path: Path): Meaning | null {
  switch (path.at(-2)) {
    case "next":
    case "includes":
      return ownEntries;
    case "replacedBy":
      return { ...ownEntries, isSuccessor: true };
    default:
      return null;
  }
}
