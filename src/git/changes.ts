import { usageError } from "../cli/user-error.ts";
import { code } from "../text/words.ts";
import type { Repository } from "./repository.ts";

/** A file that is not what it was. */
export interface Change {
  /** Absolute. */
  readonly path: string;
  /** The name that git gives to what it said before; null where it was not there. */
  readonly before: string | null;
  /** The same for what it says now; null where it is gone, and where git has not stored it. */
  readonly after: string | null;
}

const rawDiff = ["diff", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--ignore-submodules"];

/**
 * What differs between the files of now, new ones included, and a revision: where it has gone its own way since, the last
 * one before both parted.
 *
 * @throws UserError where there is no such revision
 */
export async function changesSince(repository: Repository, revision: string): Promise<readonly Change[]> {
  const commit = await findCommit(repository, revision);
  const base = (await repository.try(["merge-base", commit, "HEAD"])) ?? commit;
  const tracked = parseRaw(repository, await repository.git([...rawDiff, base, "--"]));
  const untracked = lines(
    await repository.git(["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"]),
  );
  return [...tracked, ...untracked.map((name) => ({ path: repository.pathOf(name), before: null, after: null }))];
}

/** What the next commit would change. */
export async function stagedChanges(repository: Repository): Promise<readonly Change[]> {
  return parseRaw(repository, await repository.git([...rawDiff, "--cached", "--"]));
}

/** Where the files of now are not those that are staged. */
export async function unstagedChanges(repository: Repository): Promise<readonly Change[]> {
  return parseRaw(repository, await repository.git([...rawDiff, "--"]));
}

/** Every file that the next commit would hold. */
export async function stagedPaths(repository: Repository): Promise<readonly string[]> {
  const printed = await repository.git(["ls-files", "--cached", "--full-name", "-z", "--", ":/"]);
  return lines(printed).map(repository.pathOf);
}

/** What git has stored under these names. */
export async function readBlobs(
  repository: Repository,
  names: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const blobs = new Map<string, Buffer>();
  if (names.length === 0) return blobs;
  const answer = await repository.git(["cat-file", "--batch"], names.map((name) => `${name}\n`).join(""));
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf("\n", at);
    const [name = "", type, size] = answer.toString("utf8", at, end).split(" ");
    const length = size === undefined ? -1 : Number(size);
    if (type === "blob") blobs.set(name, answer.subarray(end + 1, end + 1 + length));
    at = end + 1 + length + 1;
  }
  return blobs;
}

/** @throws UserError where there is no such revision */
export async function findCommit(repository: Repository, revision: string): Promise<string> {
  // Git would take it for an option.
  const isOption = revision.startsWith("-") || revision.trim() === "";
  const commit = isOption ? null : await repository.try(["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  if (commit === null || commit === "") {
    throw usageError(
      `Unknown revision ${code(revision)}, expected a branch, a tag or a commit such as ${code("main")} or ${code("HEAD~1")}; where a copy holds only the last commits, fetch the others first`,
    );
  }
  return commit.split("\n")[0] ?? commit;
}

/** `:100644 100644 <before> <after> M`, then the name, each ended by a zero byte. */
function parseRaw({ pathOf }: Repository, printed: Buffer): readonly Change[] {
  const parts = lines(printed);
  return parts.flatMap((head, at) => {
    if (at % 2 === 1) return [];
    const [, , before = "", after = ""] = head.split(" ");
    return [{ path: pathOf(parts[at + 1] ?? ""), before: stored(before), after: stored(after) }];
  });
}

/** Zeros stand for what is not stored. */
function stored(name: string): string | null {
  return /^0*$/u.test(name) ? null : name;
}

function lines(printed: Buffer): readonly string[] {
  return printed
    .toString("utf8")
    .split("\0")
    .filter((one) => one !== "");
}
