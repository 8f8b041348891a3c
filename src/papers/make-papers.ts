import { join } from "node:path";
import { environmentError } from "../cli/user-error.ts";
import { makePage } from "../documents/make-page.ts";
import { isInsideReally } from "../files/inside.ts";
import { printedPath } from "../files/paths.ts";
import { readBytesIfThere } from "../files/read.ts";
import { hashOf, writeFiles } from "../files/write.ts";
import { countOf } from "../text/words.ts";
import { manifestName, printManifest, readManifest } from "./manifest.ts";
import type { Paper } from "./plan-papers.ts";

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

interface Encoded {
  readonly paper: Paper;
  readonly path: string;
  readonly printed: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/**
 * Makes the papers and writes those that are new or different. All are made before any is written, and what a person
 * may have written into is refused, so that a failure leaves every file as it was.
 *
 * @throws UserError (environment) where a file was changed by hand or is not ours, or where the machine refuses.
 */
export async function makePapers(papers: readonly Paper[], how: { readonly isForced: boolean; readonly cwd: string }) {
  const encoded: Encoded[] = [];
  for (const paper of papers) encoded.push(await encode(paper, how.cwd));
  const folders = [...new Set(papers.map(({ folder }) => folder))];
  const manifests = new Map(folders.map((folder) => [folder, readManifest(folder)]));
  const found = new Map(encoded.map((one) => [one, readBytesIfThere(one.path, one.printed)]));
  if (!how.isForced) refuseForeign(encoded, found, manifests);

  const changed = encoded.filter((one) => {
    const there = found.get(one);
    return there === null || there === undefined || hashOf(there) !== one.hash;
  });
  const updated = folders.map((folder) => {
    const own = encoded
      .filter(({ paper }) => paper.folder === folder)
      .map(({ paper, hash }) => [paper.path, hash] as const);
    return manifestFile(folder, new Map([...(manifests.get(folder) ?? []), ...own]), how.cwd);
  });
  const stale = updated.filter(({ path, printed, bytes }) => {
    const there = readBytesIfThere(path, printed);
    return there === null || hashOf(there) !== hashOf(bytes);
  });
  writeFiles([...changed, ...stale]);
  return encoded.map((one): MadeFile => describe(one, changed.includes(one)));
}

async function encode(paper: Paper, cwd: string): Promise<Encoded> {
  const path = join(paper.folder, ...paper.path.split("/"));
  const printed = printedPath(path, cwd);
  if (!isInsideReally(path, paper.folder)) {
    throw environmentError(
      `Refused to write ${printed}: a link leads out of the output folder; remove it, or choose another folder with --out`,
    );
  }
  const bytes = await paper.format.encode(makePage(paper.document, paper.subject, paper.words));
  return { paper, path, printed, bytes, hash: hashOf(bytes) };
}

type Manifest = ReadonlyMap<string, string>;

/** A file that differs from what we wrote holds somebody's work. */
function refuseForeign(
  encoded: readonly Encoded[],
  found: ReadonlyMap<Encoded, Uint8Array | null>,
  manifests: ReadonlyMap<string, Manifest>,
): void {
  const foreign = encoded.filter((one) => {
    const there = found.get(one);
    if (there === null || there === undefined) return false;
    const hash = hashOf(there);
    return hash !== one.hash && hash !== manifests.get(one.paper.folder)?.get(one.paper.path);
  });
  if (foreign.length === 0) return;
  const names = foreign.map(({ printed }) => `  ${printed}`).join("\n");
  const [what, them] =
    foreign.length === 1 ? ["This file was", "it"] : [`These ${countOf(foreign.length, "file")} were`, "them"];
  throw environmentError(
    `Nothing was written. ${what} changed since qualspec made ${them}, or made by somebody else:\n${names}\nMove ${them} away, choose another folder with --out, or overwrite ${them} with --force.`,
  );
}

function manifestFile(folder: string, manifest: Manifest, cwd: string) {
  const path = join(folder, manifestName);
  return { path, printed: printedPath(path, cwd), bytes: printManifest(manifest) };
}

function describe({ paper, printed, bytes }: Encoded, isChanged: boolean): MadeFile {
  return {
    path: printed,
    document: paper.document.id,
    format: paper.format.id,
    qualification: paper.subject.qualification?.id ?? null,
    bytes: bytes.length,
    status: isChanged ? "written" : "unchanged",
  };
}
