import { posix, resolve } from "node:path";
import type { Io } from "../cli/io.ts";
import { environmentError, usageError } from "../cli/user-error.ts";
import { gitOutput, runGit } from "./run-git.ts";

/** The git repository that a folder belongs to. */
export interface Repository {
  /** The absolute path of a path that git prints. */
  readonly pathOf: (printed: string) => string;
  /** Its topmost folder. */
  readonly folder: string;
  readonly git: (args: readonly string[], input?: string) => Promise<Buffer>;
  readonly try: (args: readonly string[]) => Promise<string | null>;
}

/** @throws UserError where the folder is in no repository */
export async function openRepository(io: Pick<Io, "cwd" | "env">): Promise<Repository> {
  const { stdout, stderr, isDone } = await runGit(["rev-parse", "--is-inside-work-tree", "--show-prefix"], io);
  const [isInside, prefix = ""] = stdout.toString("utf8").split("\n");
  if (!isDone && !/not a git repository/iu.test(stderr))
    throw environmentError(`git could not answer: ${stderr.split("\n")[0]}`);
  if (!isDone || isInside !== "true") {
    throw usageError(
      `No git repository at ${io.cwd}, so nobody can say what has changed; go into one, or check without \`--since\` and \`--staged\``,
    );
  }
  // From where the user stands: what git calls the topmost folder may be another name of it.
  const pathOf = (printed: string) => resolve(io.cwd, posix.relative(prefix, printed));
  return {
    pathOf,
    folder: pathOf(""),
    git: (args, input) => gitOutput(args, io, input),
    try: async (args) => {
      const answer = await runGit(args, io);
      return answer.isDone ? answer.stdout.toString("utf8").trim() : null;
    },
  };
}
