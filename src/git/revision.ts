import { findCommit, readBlobs } from "./changes.ts";
import type { Repository } from "./repository.ts";

/** The files of a revision whose names are asked for, by their absolute paths. @throws UserError where there is no such revision */
export async function filesAt(
  repository: Repository,
  revision: string,
  isAsked: (path: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const commit = await findCommit(repository, revision);
  const printed = (await repository.git(["ls-tree", "-r", "-z", "--full-tree", commit])).toString("utf8");
  const entries = printed.split("\0").flatMap((entry) => {
    const [head = "", name = ""] = entry.split("\t");
    const [mode = "", type, blob = ""] = head.split(" ");
    // Links and other repositories are no files.
    return type === "blob" && !mode.startsWith("12") && isAsked(name) ? [{ path: repository.pathOf(name), blob }] : [];
  });
  const blobs = await readBlobs(repository, [...new Set(entries.map(({ blob }) => blob))]);
  return new Map(
    entries.flatMap(({ path, blob }) => {
      const bytes = blobs.get(blob);
      return bytes === undefined ? [] : [[path, bytes] as const];
    }),
  );
}

/** Where the files of now and a revision parted: the last one that both have; the revision itself where they have none. */
export async function lastInCommon(repository: Repository, revision: string): Promise<string> {
  const commit = await findCommit(repository, revision);
  return (await repository.try(["merge-base", commit, "HEAD"])) ?? commit;
}
