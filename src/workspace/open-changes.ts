import { basename, extname } from "node:path";
import type { Io } from "../cli/io.ts";
import { isSpecificationName } from "../files/find.ts";
import { disk, type FileView, viewThrough } from "../files/view.ts";
import { type Change, changesSince, readBlobs, stagedChanges, stagedPaths, unstagedChanges } from "../git/changes.ts";
import { openRepository, type Repository } from "../git/repository.ts";
import { idWritten } from "./read-file.ts";

/** What a check that looks only at changes has to know. */
export interface Changes {
  /** Through which the files are read. */
  readonly view: FileView;
  /** The YAML files that are not what they were: absolute. */
  readonly paths: ReadonlySet<string>;
  /** What these files called themselves before, in small letters: whoever still speaks of it is concerned too. */
  readonly formerIds: ReadonlySet<string>;
  /** Whether there may be no specification at all: whoever commits need not have begun with them. */
  readonly mayBeNone: boolean;
}

/** What has changed in the files of now since a revision. @throws UserError where git cannot say */
export async function openChangesSince(io: Io, revision: string): Promise<Changes> {
  const repository = await openRepository(io);
  return { ...(await describe(repository, disk, await changesSince(repository, revision))), mayBeNone: false };
}

/** What the next commit changes: every file is read as it is staged. @throws UserError where git cannot say */
export async function openStagedChanges(io: Io): Promise<Changes> {
  const repository = await openRepository(io);
  const there = new Set(await stagedPaths(repository));
  const unlike = (await unstagedChanges(repository)).filter(isYaml).filter(({ before }) => before !== null);
  const blobs = await readBlobs(repository, namesOf(unlike));
  const bytes = new Map(
    unlike.flatMap(({ path, before }) => {
      const blob = blobs.get(before ?? "");
      return blob === undefined ? [] : [[path, blob] as const];
    }),
  );
  const view = viewThrough({ folder: repository.folder, there, bytes });
  return { ...(await describe(repository, view, await stagedChanges(repository))), mayBeNone: true };
}

async function describe(repository: Repository, view: FileView, changes: readonly Change[]) {
  const ours = changes.filter(isYaml);
  const blobs = await readBlobs(repository, namesOf(ours));
  const written = [...blobs.values()].flatMap((blob) => idWritten(blob.toString("utf8")) ?? []);
  const named = ours.map(({ path }) => basename(path, extname(path)));
  return {
    view,
    paths: new Set(ours.map(({ path }) => path)),
    formerIds: new Set([...written, ...named].map((id) => id.toLowerCase())),
  };
}

function isYaml({ path }: Change): boolean {
  return isSpecificationName(path);
}

function namesOf(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.flatMap(({ before }) => before ?? []))];
}
