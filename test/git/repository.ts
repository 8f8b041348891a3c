import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Files, writeInto } from "../check-folder.ts";
import { environment } from "../run-qualspec.ts";

const settings = [
  "user.name=A",
  "user.email=a@example.org",
  "commit.gpgsign=false",
  "core.autocrlf=false",
  "init.defaultBranch=main",
];

/** Runs git as it is on a machine that nobody has set up. */
export function git(cwd: string, ...args: readonly string[]): void {
  const env = { ...environment(), GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: join(cwd, "none") };
  execFileSync("git", [...settings.flatMap((one) => ["-c", one]), ...args], { cwd, env, stdio: "pipe" });
}

/** Writes files and puts everything that is there into the history. */
export function commit(cwd: string, files: Files = {}): void {
  writeInto(cwd, files);
  git(cwd, "add", "-A");
  git(cwd, "commit", "-q", "-m", "A step");
}
