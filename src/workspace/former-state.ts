import { basename, resolve } from "node:path";
import { exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { UserError, usageError } from "../cli/user-error.ts";
import { isSpecificationName } from "../files/find.ts";
import { isInside } from "../files/paths.ts";
import { treeView } from "../files/tree-view.ts";
import { disk, type FileView } from "../files/view.ts";
import { changesSince } from "../git/changes.ts";
import { openRepository } from "../git/repository.ts";
import { filesAt, lastInCommon } from "../git/revision.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Qualification, Specification, Unit } from "../model/types.ts";
import { code, countOf } from "../text/words.ts";
import type { CheckedWorkspace } from "./check.ts";
import { type ReadModel, readingOnce, readModel } from "./read-model.ts";
import { workspaceFileName } from "./workspace.ts";

/** Specifications with what they use. */
type Specifications = Pick<Corpus, "qualifications" | "units" | "frameworks">;

/** What was, and what is, of everything that may be different: what no changed file touches is in neither. */
export interface FormerState {
  readonly before: Specifications;
  readonly after: Specifications;
}

/**
 * What the user asked for as it was when a revision and the files of now parted. Only what a changed file touches is read.
 *
 * @throws UserError where git cannot say, and where what was then cannot be read
 */
export async function readFormerState(
  io: Io,
  named: readonly string[],
  checked: CheckedWorkspace,
  revision: string,
): Promise<FormerState> {
  const { root } = checked.workspace;
  const repository = await openRepository({ ...io, cwd: root }).catch((error: unknown) => {
    throw noRepository(error, root, revision);
  });
  const changed = (await changesSince(repository, revision)).map(({ path }) => path);
  const own = changed.filter((path) => isInside(path, root) && isSpecificationName(path));
  const isEverything = own.includes(resolve(root, workspaceFileName));
  const paths = new Set(own);
  const isChanged = (one: Specification) => isEverything || paths.has(resolve(io.cwd, one.origin.spec.source.path));
  const now = touched(checked, isChanged);
  const isAsked = (path: string) => named.length === 0 || named.some((one) => isInside(path, resolve(io.cwd, one)));
  const gone = own.filter((path) => disk.kindOf(path) === "nothing" && isAsked(path));
  const asked = [...now.qualifications, ...now.units, ...now.frameworks];
  if (asked.length + gone.length === 0) return { before: nothing, after: now };
  const files = await filesAt(repository, await lastInCommon(repository, revision), isSpecificationName);
  const view = treeView(repository.folder, files);
  const then = [...asked.map(({ origin }) => resolve(io.cwd, origin.spec.source.path)), ...gone].filter(
    (path) => basename(path) !== workspaceFileName && view.kindOf(path) === "file",
  );
  if (then.length === 0) return { before: nothing, after: now };
  const before = await readThen(io, [...new Set(then)], view, revision);
  // What is still there is not gone because nothing that is published uses it any more.
  const had = new Set(before.units.map(({ id }) => id));
  const others = checked.corpus.units.filter((unit) => had.has(unit.id) && !now.units.includes(unit));
  const broken = new Set(checked.asked.flatMap((one) => (isIncomplete(one) ? [one.id] : [])));
  return {
    before: {
      ...before,
      qualifications: before.qualifications.filter(({ id }) => !broken.has(id)),
      frameworks: before.frameworks.filter(isChanged),
    },
    after: { ...now, units: [...now.units, ...others] },
  };
}

const nothing: Specifications = { qualifications: [], units: [], frameworks: [] };

/** Of what the user asked for, what stands in a changed file, or uses something that does; qualifications with their units. */
function touched({ asked, corpus }: CheckedWorkspace, isChanged: (one: Specification) => boolean): Specifications {
  const isTouched = (unit: Unit) => isChanged(unit) || unit.frameworks.some(isChanged);
  const qualifications = asked.filter(
    (one): one is Qualification =>
      one.type === "qualification" && !isIncomplete(one) && (isChanged(one) || one.units.some(isTouched)),
  );
  const units = new Set([
    ...qualifications.flatMap((one) => one.units),
    ...asked.filter((one): one is Unit => one.type === "unit" && isTouched(one)),
  ]);
  return { qualifications, units: [...units], frameworks: corpus.frameworks.filter(isChanged) };
}

/** What it misses would seem to be gone. */
function isIncomplete(one: Specification): boolean {
  return one.type === "qualification" && !one.isComplete;
}

async function readThen(io: Io, paths: readonly string[], view: FileView, revision: string): Promise<Specifications> {
  const { workspaces, findings } = await readModel(io, paths, { view, readFile: readingOnce() });
  const errors = findings.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (first !== undefined) throw unreadable(revision, errors.length, first);
  const corpora = workspaces.map(({ corpus }) => corpus);
  const qualifications = corpora.flatMap((corpus) => corpus.qualifications);
  const broken = qualifications.find(({ isComplete }) => !isComplete);
  if (broken !== undefined) {
    const why = `${code(broken.id)} named units there that were nowhere`;
    throw new UserError(
      `Nothing was built: ${code(revision)} cannot be compared with, since ${why}`,
      exitCode.findings,
    );
  }
  return {
    qualifications,
    units: corpora.flatMap((corpus) => corpus.units),
    frameworks: corpora.flatMap((corpus) => corpus.frameworks),
  };
}

function unreadable(revision: string, count: number, { place, message }: ReadModel["findings"][number]): UserError {
  const { line } = place.file.positionAt(place.start);
  const where = `${place.file.path}:${line}`;
  return new UserError(
    `Nothing was built: ${code(revision)} cannot be compared with, since it cannot be read as it is (${countOf(count, "error")}, the first in ${where}: ${message}); name a later revision`,
    exitCode.findings,
  );
}

/** In words that fit: git's own door speaks of other options. */
function noRepository(error: unknown, folder: string, revision: string): unknown {
  if (!(error instanceof UserError) || error.exitCode !== exitCode.usage) return error;
  return usageError(
    `No git repository at ${folder}, so nobody can say what ${code(`--since ${revision}`)} means; leave it out, or publish from a repository`,
  );
}
