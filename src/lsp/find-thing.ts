import { type FrameworkNames, homeOf } from "../references/home-of.ts";
import type { Name } from "../references/mention.ts";
import type { KnownFile } from "./known-file.ts";
import { isSameThing, type Occurrence, occurrencesIn, withoutCase } from "./occurrences.ts";

/** The name that is written at an offset of a file; null where there is none. */
export function occurrenceAt(file: KnownFile, offset: number): Occurrence | null {
  return occurrencesIn(file).find(({ start, end }) => start <= offset && offset <= end) ?? null;
}

/** Where a name leads to: mostly one place. */
export function definitionsOf(occurrence: Occurrence, files: readonly KnownFile[]): readonly Occurrence[] {
  const meant = nameMeant(occurrence, files);
  return candidates(meant, files).filter(({ name }) => name.isDefinition && isSameThing(name, meant));
}

/** Every place where a thing is named, its definition among them. */
export function allOf(occurrence: Occurrence, files: readonly KnownFile[]): readonly Occurrence[] {
  const meant = nameMeant(occurrence, files);
  return files
    .filter(({ source }) => source.text.toLowerCase().includes(meant.id.toLowerCase()))
    .flatMap(occurrencesIn)
    .filter((one) => isSameThing(nameMeant(one, files), meant));
}

/** What replaces an entry of a framework stands in the next version of it, else in the same. */
export function nameMeant({ name }: Occurrence, files: readonly KnownFile[]): Name {
  if (!name.isSuccessor) return name;
  const { of, id, within } = withoutCase(name);
  const frameworks = files.filter(({ kind }) => kind === "framework").map(namesOf);
  return { of, id, within: homeOf(id, within ?? "", frameworks) };
}

const known = new WeakMap<KnownFile, FrameworkNames>();

/** Without case. */
function namesOf(file: KnownFile): FrameworkNames {
  const found = known.get(file) ?? readNames(file);
  known.set(file, found);
  return found;
}

function readNames(file: KnownFile): FrameworkNames {
  const replaces = file
    .entries()
    .find(({ path, part }) => path.length === 1 && path[0] === "replaces" && part === "scalar");
  const entries = occurrencesIn(file).filter(({ name }) => name.of === "entry" && name.isDefinition);
  return {
    id: file.declared()[0]?.id.toLowerCase() ?? "",
    replaces: replaces?.value.toLowerCase() ?? null,
    nodeIds: new Set(entries.map(({ name }) => name.id.toLowerCase())),
  };
}

/** What may define a thing, without looking into every file. */
function candidates(name: Name, files: readonly KnownFile[]): readonly Occurrence[] {
  const id = (name.within ?? name.id).toLowerCase();
  const own = files.filter((file) => file.declared().some((one) => one.id.toLowerCase() === id));
  return own.flatMap(occurrencesIn);
}
