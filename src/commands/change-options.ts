import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import { code } from "../text/words.ts";
import type { Changes } from "../workspace/open-changes.ts";
import type { CommandOption } from "./define-command.ts";

export interface ChangeOptions {
  readonly since?: string;
  readonly staged?: boolean;
}

const group = "Only what has changed, in a folder under git:";

export const changeOptions: readonly CommandOption[] = [
  {
    flags: "--since <revision>",
    description:
      "report only on files that have changed since a branch, tag or commit, and on those that depend on them",
    group,
  },
  {
    flags: "--staged",
    description: "report only on what the next commit changes, as it is staged, and on what depends on it",
    group,
  },
];

/** Loaded only when it is asked for. @throws UserError where git cannot say */
export async function changesOf(io: Io, { since, staged = false }: ChangeOptions): Promise<Changes | null> {
  if (since === undefined && !staged) return null;
  if (since !== undefined && staged) {
    throw usageError(`Unexpected ${code("--since")} together with ${code("--staged")}; leave one of them out`);
  }
  const { openChangesSince, openStagedChanges } = await import("../workspace/open-changes.ts");
  return since === undefined ? openStagedChanges(io) : openChangesSince(io, since);
}

/** What to say where there was nothing to look at, among so many specifications. */
export function nothingChanged({ since }: ChangeOptions, specifications: number): string {
  if (specifications === 0) return "The next commit holds no specification, so there is nothing to check";
  return since === undefined
    ? "Nothing is staged that concerns these specifications"
    : `Nothing that concerns these specifications has changed since ${code(since)}`;
}
