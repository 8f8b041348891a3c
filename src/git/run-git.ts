import { execFile } from "node:child_process";
import type { Io } from "../cli/io.ts";
import { environmentError } from "../cli/user-error.ts";

export interface GitAnswer {
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly isDone: boolean;
}

/** Far more than any repository of specifications holds. */
const mostBytes = 1024 ** 3;

/** Runs git, and no shell: what stands in a name or a revision is never a command. @throws UserError where there is no git */
export function runGit(args: readonly string[], { cwd, env }: Pick<Io, "cwd" | "env">, input = ""): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      "git",
      // A repository's own program that watches for changes is none of ours to start.
      ["-c", "core.fsmonitor=false", ...args],
      {
        cwd,
        // Words in English, to be understood here; and no lock taken that another git would wait for.
        env: { ...env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" },
        encoding: "buffer",
        maxBuffer: mostBytes,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        const reason = error as NodeJS.ErrnoException | null;
        if (reason?.code === "ENOENT")
          reject(environmentError("Cannot find git; install it, or check without `--since` and `--staged`"));
        else if (reason !== null && typeof reason.code === "string")
          reject(environmentError(`Cannot run git: ${reason.message}`));
        else resolve({ stdout, stderr: stderr.toString("utf8").trim(), isDone: error === null });
      },
    );
    // It may have ended before it has read everything: what it says then is what counts.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

/** What git prints, where it must succeed. @throws UserError with git's own words */
export async function gitOutput(args: readonly string[], io: Pick<Io, "cwd" | "env">, input = ""): Promise<Buffer> {
  const { stdout, stderr, isDone } = await runGit(args, io, input);
  if (!isDone) throw environmentError(`git could not answer: ${stderr.split("\n").at(-1)}`);
  return stdout;
}
