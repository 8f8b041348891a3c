import { join, resolve } from "node:path";
import type { Io } from "../cli/io.ts";
import { UserError, usageError } from "../cli/user-error.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { SourceFile } from "../diagnostics/source-file.ts";
import { isSpecificationName } from "../files/find.ts";
import { treeView } from "../files/tree-view.ts";
import { disk, type FileView } from "../files/view.ts";
import { openRepository, type Repository } from "../git/repository.ts";
import { filesAt, lastInCommon } from "../git/revision.ts";
import { code } from "../text/words.ts";
import { type ReadModel, readingOnce, readModel } from "./read-model.ts";
import { noSpecifications } from "./targets.ts";

/** One of two sides that are compared. */
export interface ComparedSide {
  /** As people are told of it. */
  readonly name: string;
  readonly model: ReadModel;
}

/** Where a side is read from. */
interface Origin {
  readonly name: string;
  /** None for the workspace that the user is in. */
  readonly paths: readonly string[];
  readonly view: FileView;
  /** null on the disk. */
  readonly revision: string | null;
  /** Before the first specification was written there was none. */
  readonly mayBeEmpty: boolean;
}

/**
 * Both sides: two that are named, each a file, a folder or `<revision>:<path>`; or with `since` what there is, and what there
 * was of it when a revision and the files of now parted.
 *
 * @throws UserError where a side leads nowhere, and where git cannot say
 */
export async function readSides(
  io: Io,
  given: readonly string[],
  since: string | undefined,
): Promise<readonly [before: ComparedSide, after: ComparedSide]> {
  const [before, after] = since === undefined ? await namedSides(io, given) : await sidesSince(io, given, since);
  const readFile = readingOnce();
  const read = async ({ name, paths, view, revision, mayBeEmpty }: Origin): Promise<ComparedSide> => {
    const model = await readModel(io, paths, { view, readFile });
    if (model.isEmpty && !mayBeEmpty) throw noSpecifications(paths.length === 0 ? io.cwd : name, io.cwd);
    return { name, model: { ...model, findings: model.findings.map((one) => atRevision(one, revision)) } };
  };
  return [await read(before), await read(after)];
}

async function namedSides(io: Io, given: readonly string[]): Promise<readonly [Origin, Origin]> {
  const [before, after, third] = given;
  if (before === undefined || after === undefined || third !== undefined) throw notTwo(given);
  if (before === "-" && after === "-") throw usageError("Unexpected `-` twice: standard input can be one side only");
  return [await originOf(io, before), await originOf(io, after)];
}

function notTwo(given: readonly string[]): UserError {
  const side = `a file, a folder or ${code("<revision>:<path>")}`;
  const [only, second] = given;
  if (only === undefined) {
    return usageError(
      `Unexpected nothing to compare, expected two: the old and then the new, each ${side}; name both, or see by ${code("--since <revision>")} what has changed here`,
    );
  }
  if (second === undefined) {
    return usageError(
      `Unexpected ${code(only)} alone, expected another side to compare it with, ${side}; name the old and then the new, or see by ${code("--since <revision>")} what has changed in one`,
    );
  }
  return usageError(
    `Unexpected ${given.length} sides ${given.map(code).join(" ")}, expected two: the old and then the new, each ${side}; leave out the others, or name folders that hold them`,
  );
}

/** The same path then and now; without one, the workspace. */
async function sidesSince(io: Io, given: readonly string[], since: string): Promise<readonly [Origin, Origin]> {
  const [path, second] = given;
  if (second !== undefined || path === "-") {
    throw usageError(
      `Unexpected ${given.map(code).join(" ")} with ${code("--since")}, expected at most one file or folder: it is compared with itself`,
    );
  }
  const paths = path === undefined ? [] : [path];
  const repository = await openRepository(io).catch((error: unknown) => {
    throw noRepository(error, io, code(`--since ${since}`));
  });
  const revision = await lastInCommon(repository, since);
  const files = await filesAt(repository, revision, isSpecificationName);
  const view = treeView(repository.folder, files);
  const isThere = path === undefined || view.kindOf(resolve(io.cwd, path)) !== "nothing";
  if (!isThere && disk.kindOf(resolve(io.cwd, path)) === "nothing") throw nothingAt(io, path);
  const of = path === undefined ? "" : `:${path}`;
  return [
    {
      name: `${since}${of}`,
      paths: isThere ? paths : [repository.folder],
      view: isThere ? view : treeView(repository.folder, new Map()),
      revision: since,
      mayBeEmpty: true,
    },
    { name: path ?? "now", paths, view: disk, revision: null, mayBeEmpty: true },
  ];
}

async function originOf(io: Io, typed: string): Promise<Origin> {
  const isOnDisk = typed === "-" || disk.kindOf(resolve(io.cwd, typed)) !== "nothing";
  if (isOnDisk) return { name: typed, paths: [typed], view: disk, revision: null, mayBeEmpty: false };
  const colon = typed.indexOf(":");
  // A drive is no revision.
  if (colon < 1 || /^[a-z]:[\\/]/iu.test(typed)) throw nothingAt(io, typed);
  const [revision, path] = [typed.slice(0, colon), typed.slice(colon + 1)];
  const repository = await openRepository(io).catch((error: unknown) => {
    throw noRepository(error, io, code(typed));
  });
  const view = treeView(repository.folder, await filesAt(repository, revision, isSpecificationName));
  const found = placesOf(io, repository, path).find((place) => view.kindOf(place) !== "nothing");
  if (found === undefined) {
    throw usageError(
      `No specification or folder ${code(path)} in revision ${code(revision)}; expected a path from the top of the repository, or from where you are with ${code("./")} before it; check the spelling`,
    );
  }
  return { name: typed, paths: [found], view, revision, mayBeEmpty: false };
}

/** As git reads such a path, from the top of the repository; and from where the user stands, as all other paths are read. */
function placesOf({ cwd }: Io, { folder }: Repository, path: string): readonly string[] {
  return /^\.{1,2}(?:\/|$)/u.test(path) ? [resolve(cwd, path)] : [join(folder, path), resolve(cwd, path)];
}

function nothingAt({ cwd }: Io, typed: string): UserError {
  return usageError(
    `No such file or folder: ${code(typed)}, expected one, or ${code("<revision>:<path>")} such as ${code("main:specs")}; check the spelling, and that you are in the right folder (you are in ${cwd})`,
  );
}

/** In words that fit: git's own door speaks of other options. */
function noRepository(error: unknown, { cwd }: Io, typed: string): unknown {
  if (!(error instanceof UserError) || error.exitCode !== 2) return error;
  return usageError(
    `No git repository at ${cwd}, so nobody can say what ${typed} means; go into one, or name two files or folders`,
  );
}

/** The same finding, such that it says in which revision its file is wrong. */
function atRevision(finding: Diagnostic, revision: string | null): Diagnostic {
  if (revision === null) return finding;
  const moved = ({ file, ...place }: Place): Place => ({
    ...place,
    file: new SourceFile(`${revision}:${file.path}`, file.text),
  });
  const { fix: _fix, ...rest } = finding;
  return {
    ...rest,
    place: moved(finding.place),
    related: finding.related.map((one) => ({ ...one, place: moved(one.place) })),
  };
}
