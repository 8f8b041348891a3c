import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** What people run, over the bundle that ships. */
export const launcher = fileURLToPath(new URL("../bin/qualspec.js", import.meta.url));

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

export interface World {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs one command line to its end. */
export function runQualspec(args: readonly string[], { cwd, input = "", env = {} }: World): Ran {
  const ran = spawnSync(process.execPath, [launcher, ...args], {
    cwd,
    input,
    env: environment(env),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ran.error !== undefined) throw ran.error;
  return { stdout: ran.stdout, stderr: ran.stderr, code: ran.status };
}

/** The environment that the tests run in, without its own wishes about colour. */
export function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _forced, NO_COLOR: _none, ...rest } = process.env;
  return { ...rest, ...extra };
}

/** An empty folder that is gone after the test; its path is as the operating system gives it to programs in it. */
export function emptyFolder(): string {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "qualspec-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
