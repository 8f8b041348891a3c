import { printedPath } from "../files/paths.ts";
import { disk } from "../files/view.ts";
import { type SpecificationKind, specificationKinds } from "../schema/kinds.ts";
import type { QualificationShape } from "../schema/shapes.ts";
import { Library } from "./library.ts";
import { idWritten, type ReadFile, readSpecification } from "./read-file.ts";
import type { Workspace } from "./workspace.ts";

/** A file of a workspace as its text alone tells: much quicker than to read all of it as YAML. */
export interface KnownFile {
  readonly path: string;
  readonly printed: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly kind: SpecificationKind | null;
  /** As far as it stands on a line of its own. */
  readonly id: string | null;
}

/** What there is in a workspace, for whoever adds something to it. */
export function takeInventory(workspace: Workspace, cwd: string): readonly KnownFile[] {
  return new Library(workspace, cwd).paths().map((path) => {
    const printed = printedPath(path, cwd);
    const bytes = disk.bytes(path, printed);
    const text = new TextDecoder("utf-8").decode(bytes);
    const kind = /^["']?kind["']?\s*:\s*["']?(\w+)/mu.exec(text)?.[1];
    return {
      path,
      printed,
      bytes,
      text,
      kind: specificationKinds.find((one) => one === kind) ?? null,
      id: idWritten(text),
    };
  });
}

/** What keeps an id from being given to something new. */
export interface IdHolder {
  readonly file: KnownFile;
  readonly isRetired: boolean;
}

/**
 * Tells who has an id, as a file, as a unit in the file of a qualification, or retired; null where it is free. Ids are
 * compared without case. Each file is looked through once, however many ids are asked for.
 */
export function holdersAmong(inventory: readonly KnownFile[]): (id: string) => Promise<IdHolder | null> {
  const named = new Map(
    inventory.flatMap((file) => (file.id === null ? [] : [[file.id.toLowerCase(), file] as const])),
  );
  const words = inventory.map((file) => ({ file, words: new Set(file.text.toLowerCase().match(/[\w-]+/gu)) }));
  const given = new Map<KnownFile, ReturnType<typeof idsGivenBy>>();
  return async (id) => {
    const wanted = id.toLowerCase();
    const own = named.get(wanted);
    if (own !== undefined) return { file: own, isRetired: false };
    for (const { file } of words.filter((one) => one.words.has(wanted))) {
      const ids = given.get(file) ?? idsGivenBy(await read(file), file);
      given.set(file, ids);
      if (ids.own.includes(wanted)) return { file, isRetired: false };
      if (ids.retired.includes(wanted)) return { file, isRetired: true };
    }
    return null;
  };
}

function read(file: KnownFile): Promise<ReadFile> {
  return readSpecification(file.path, file.printed, file.bytes, false);
}

/** The ids that a file uses up, in lower case. */
function idsGivenBy(
  { id, sound, isForeign }: ReadFile,
  { text }: KnownFile,
): { readonly own: readonly string[]; readonly retired: readonly string[] } {
  const lower = (ids: readonly string[]) => ids.map((one) => one.toLowerCase());
  // Of a file that is broken only the text tells.
  if (sound === null && !isForeign) {
    return { own: lower([...text.matchAll(/\bid:[ \t]*["']?([\w-]+)/gu)].map(([, one = ""]) => one)), retired: [] };
  }
  if (sound?.kind !== "qualification") return { own: lower(id === null ? [] : [id]), retired: [] };
  const { units = [], retired = [] } = sound.spec.data as QualificationShape;
  return { own: lower([...(id === null ? [] : [id]), ...units.map((unit) => unit.id)]), retired: lower(retired) };
}
