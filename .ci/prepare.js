/**
 * What npm runs once the repository's own dependencies are there: builds dist.
 *
 * Where npm installs the repository itself, globally and from git, as pre-commit asks it to, npm 11 leaves the
 * dependencies for building out: they are fetched here then.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const tsx = fileURLToPath(new URL("../node_modules/tsx/dist/cli.mjs", import.meta.url));
const npm = process.env.npm_execpath;

if (!existsSync(tsx) && npm !== undefined) {
  const { npm_config_global: _global, npm_config_location: _location, ...env } = process.env;
  run([npm, "ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"], env);
}
run([tsx, "bundle.config.ts"], process.env);

function run(args, env) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
