import type { KnownFile } from "./known-file.ts";
import { isSameThing, type Occurrence, occurrencesIn, type Thing } from "./occurrences.ts";

/** The name that is written at an offset of a file; null where there is none. */
export function occurrenceAt(file: KnownFile, offset: number): Occurrence | null {
  return occurrencesIn(file).find(({ start, end }) => start <= offset && offset <= end) ?? null;
}

/** Where a name leads to: mostly one place. */
export function definitionsOf(occurrence: Occurrence, files: readonly KnownFile[]): readonly Occurrence[] {
  const thing = thingMeant(occurrence, files);
  return candidates(thing, files).filter((one) => one.isDefinition && isSameThing(one.thing, thing));
}

/** Every place where a thing is named, its definition among them. */
export function allOf(occurrence: Occurrence, files: readonly KnownFile[]): readonly Occurrence[] {
  const thing = thingMeant(occurrence, files);
  return files
    .filter(({ source }) => source.text.toLowerCase().includes(thing.name.toLowerCase()))
    .flatMap(occurrencesIn)
    .filter((one) => isSameThing(thingMeant(one, files), thing));
}

/** What replaces an entry of a framework stands in the next version of it, else in the same. */
export function thingMeant({ thing, isSuccessor }: Occurrence, files: readonly KnownFile[]): Thing {
  if (!isSuccessor) return thing;
  const newer = files
    .filter(({ kind }) => kind === "framework")
    .find((file) => replacedBy(file)?.toLowerCase() === thing.scope);
  const scope = newer?.declared()[0]?.id.toLowerCase();
  if (newer === undefined || scope === undefined) return thing;
  const there = { ...thing, scope };
  const isThere = occurrencesIn(newer).some((one) => one.isDefinition && isSameThing(one.thing, there));
  return isThere ? there : thing;
}

/** The framework that this one takes the place of. */
function replacedBy(file: KnownFile): string | null {
  const entry = file
    .entries()
    .find(({ path, part }) => path.length === 1 && path[0] === "replaces" && part === "scalar");
  return entry?.value ?? null;
}

/** What may define a thing, without looking into every file. */
function candidates(thing: Thing, files: readonly KnownFile[]): readonly Occurrence[] {
  const id = (thing.of === "specification" ? thing.name : thing.scope).toLowerCase();
  const own = files.filter(
    (file) => file.path === thing.scope || file.declared().some((one) => one.id.toLowerCase() === id),
  );
  return own.flatMap(occurrencesIn);
}
