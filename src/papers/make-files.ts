import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { environmentError } from "../cli/user-error.ts";
import { isInsideReally } from "../files/inside.ts";
import { printedPath } from "../files/paths.ts";
import { readBytesIfThere } from "../files/read.ts";
import { Batch, type FileToWrite, hashOf } from "../files/write.ts";
import { MissingProgram } from "../formats/define-format.ts";
import { countOf } from "../text/words.ts";
import type { Crew } from "../workers/crew.ts";
import { inOrder } from "../workers/in-order.ts";
import type { Making } from "./making.ts";
import { type Manifest, manifestName, printManifest, readManifest, siteManifestName } from "./manifest.ts";

export interface MadeFile {
  /** As printed: relative to where the user stands. */
  readonly path: string;
  readonly document: string;
  readonly format: string;
  /** null for a unit by itself. */
  readonly qualification: string | null;
  readonly bytes: number;
  readonly status: "written" | "unchanged";
}

/** What was made before and is made no longer; `left` where somebody has changed it since. */
export interface OtherFile extends Omit<MadeFile, "status"> {
  readonly status: "removed" | "left";
}

export interface HowToMake {
  readonly isForced: boolean;
  readonly cwd: string;
  /** Told after each file how many are made; when it answers true, the work is given up. */
  readonly afterEach: (made: number, of: number) => boolean;
  /** Told of each file with signs that its form has no letters for. */
  readonly onMissing?: (printed: string, signs: readonly string[]) => void;
  /** Who makes them together; left out where this thread works alone. */
  readonly crew?: Crew | undefined;
  /**
   * The folder is one whole, such as a website: what was made there before and is made no longer is removed, and told. Left
   * out where it is not.
   */
  readonly onOther?: (file: OtherFile) => void;
}

/**
 * Makes the files and writes those that are new or different: all of them or, where any fails, none. What a person may
 * have written into is refused. Only as many files are held in memory as are made at a time.
 *
 * @throws UserError (environment) where a file was changed by hand or is not ours, where the machine refuses, or where the user gives up.
 */
export async function makeFiles(makings: readonly Making[], how: HowToMake): Promise<readonly MadeFile[]> {
  const folders = [...new Set(makings.map(({ folder }) => folder))];
  const listName = how.onOther === undefined ? manifestName : siteManifestName;
  const manifests = new Map(folders.map((folder) => [folder, new Map(readManifest(folder, listName))]));
  const batch = new Batch();
  const foreign: { readonly printed: string; readonly elsewhere: string }[] = [];
  const made: MadeFile[] = [];
  try {
    const encoded = inOrder(makings, how.crew?.atOnce ?? 1, (making) => encode(making, how));
    for await (const [making, { place, bytes, missing }] of encoded) {
      const { folder, path, document, format, qualification } = making;
      const manifest = manifests.get(folder) ?? new Map();
      if (missing.size > 0) how.onMissing?.(place.printed, [...missing]);
      const hash = hashOf(bytes);
      const there = standingAt(place);
      if (!how.isForced && there !== null && there !== hash && there !== manifest.get(path))
        foreign.push({ printed: place.printed, elsewhere: elsewhereOf(making) });
      const isChanged = there !== hash;
      if (isChanged && foreign.length === 0) batch.add({ ...place, bytes });
      manifest.set(path, hash);
      const status = isChanged ? "written" : "unchanged";
      made.push({ path: place.printed, document, format, qualification, bytes: bytes.length, status });
      if (how.afterEach(made.length, makings.length)) throw environmentError("Stopped: nothing was written");
      // Between two files the process hears that somebody wants it to stop.
      await nextTurn();
    }
    if (foreign.length > 0) throw refusal(foreign);
    const others = how.onOther === undefined ? [] : removeOthers(makings, manifests, batch, how.cwd);
    for (const file of manifestFiles(manifests, listName, how.cwd)) batch.add(file);
    batch.commit();
    for (const other of others) how.onOther?.(other);
  } catch (error) {
    batch.abandon();
    throw error;
  }
  return made;
}

/** What we made earlier and do not make now; what somebody has changed since is left to them. */
function removeOthers(
  makings: readonly Making[],
  manifests: ReadonlyMap<string, Map<string, string>>,
  batch: Batch,
  cwd: string,
): readonly OtherFile[] {
  const now = new Set(makings.map(({ folder, path }) => join(folder, ...path.split("/"))));
  return [...manifests].flatMap(([folder, manifest]) =>
    [...manifest].flatMap(([path, hash]): readonly OtherFile[] => {
      const file = join(folder, ...path.split("/"));
      if (now.has(file)) return [];
      manifest.delete(path);
      if (!isInsideReally(file, folder)) return [];
      const place = { path: file, printed: printedPath(file, cwd) };
      const there = standingAt(place);
      if (there === null) return [];
      const status = there === hash ? "removed" : "left";
      if (status === "removed") batch.remove(place, folder);
      const format = path.slice(path.lastIndexOf(".") + 1);
      return [{ path: place.printed, document: "site", format, qualification: null, bytes: 0, status }];
    }),
  );
}

interface Encoded {
  readonly place: Place;
  readonly bytes: Uint8Array;
  readonly missing: ReadonlySet<string>;
}

/** @throws UserError where the form needs a program that this machine does not have. */
async function encode(making: Making, { cwd, crew }: HowToMake): Promise<Encoded> {
  const place = placeOf(making, cwd);
  const missing = new Set<string>();
  try {
    return { place, bytes: await making.encode((sign) => missing.add(sign), crew), missing };
  } catch (error) {
    throw error instanceof MissingProgram ? environmentError(error.message) : error;
  }
}

type Place = Omit<FileToWrite, "bytes">;

function placeOf(making: Making, cwd: string): Place {
  const { folder, path: name } = making;
  const path = join(folder, ...name.split("/"));
  const printed = printedPath(path, cwd);
  if (!isInsideReally(path, folder)) {
    throw environmentError(
      `Refused to write ${printed}: a link leads out of the output folder; remove it, or ${elsewhereOf(making)}`,
    );
  }
  return { path, printed };
}

/** The hash of what stands there now. */
function standingAt({ path, printed }: Place): string | null {
  const there = readBytesIfThere(path, printed);
  return there === null ? null : hashOf(there);
}

function elsewhereOf({ elsewhere }: Making): string {
  return elsewhere ?? "choose another folder with --out";
}

/** A file that differs from what we wrote holds somebody's work. */
function refusal(foreign: readonly { readonly printed: string; readonly elsewhere: string }[]) {
  const names = foreign.map(({ printed }) => `  ${printed}`).join("\n");
  const [what, them] =
    foreign.length === 1 ? ["This file was", "it"] : [`These ${countOf(foreign.length, "file")} were`, "them"];
  const ways = [...new Set(foreign.map(({ elsewhere }) => elsewhere))];
  return environmentError(
    `Nothing was written. ${what} changed since qualspec made ${them}, or made by somebody else:\n${names}\nMove ${them} away, ${ways.join(", ")}, or overwrite ${them} with --force.`,
  );
}

function manifestFiles(manifests: ReadonlyMap<string, Manifest>, name: string, cwd: string): readonly FileToWrite[] {
  return [...manifests].flatMap(([folder, manifest]) => {
    const path = join(folder, name);
    const place = { path, printed: printedPath(path, cwd) };
    const bytes = printManifest(manifest);
    return standingAt(place) === hashOf(bytes) ? [] : [{ ...place, bytes }];
  });
}
