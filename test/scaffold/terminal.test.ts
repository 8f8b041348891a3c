import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeInto } from "../check-folder.ts";
import { emptyFolder, environment, launcher } from "../run-qualspec.ts";

/** The real command at a pseudo terminal, which `script` of util-linux makes. */

const hasTerminal = /util-linux/u.test(spawnSync("script", ["--version"], { encoding: "utf8" }).stdout ?? "");

/** Types each answer once the question for it stands there. @returns what stood on the screen, and the exit code */
function typeAt(cwd: string, args: readonly string[], answers: readonly (readonly [shows: string, typed: string])[]) {
  const command = [process.execPath, launcher, ...args].map((word) => `'${word}'`).join(" ");
  const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    cwd,
    env: environment(),
  });
  let screen = "";
  let from = 0;
  const open = [...answers];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    screen += text;
    for (let [next] = open; next !== undefined && screen.includes(next[0], from); [next] = open) {
      from = screen.indexOf(next[0], from) + next[0].length;
      child.stdin.write(next[1]);
      open.shift();
    }
  });
  return new Promise<{ screen: string; code: number | null }>((resolve) => {
    child.on("close", (code) => resolve({ screen, code }));
  });
}

test.skipIf(!hasTerminal)("a person answers, and another stops (skipped without `script` of util-linux)", async () => {
  const folder = emptyFolder();
  writeInto(folder, { "qualspec.yaml": "format: 1\n" });
  const given = ["--title", "Bake bread", "--total-hours", "20", "--guided-hours", "12", "--methods", "product"];
  const [answered, stopped] = await Promise.all([
    typeAt(
      folder,
      ["new", "unit", ...given],
      [
        ["[bake-bread]: ", "\r"],
        ["1 to 8): ", "9\r"],
        ["Unexpected number `9`", ""],
        ["1 to 8): ", "2\r"],
        ["[2]: ", "\r"],
      ],
    ),
    typeAt(
      folder,
      ["new", "unit", ...given],
      [
        ["[bake-bread]: ", "other\r"],
        ["1 to 8): ", "\u0003"],
      ],
    ),
  ]);
  expect(answered.screen).toContain("Made units/bake-bread.yaml.");
  expect(answered.code).toBe(0);
  expect(readFileSync(join(folder, "units/bake-bread.yaml"), "utf8")).toContain("\nlevel: 2\n");
  expect(stopped.screen).toContain("Stopped: nothing was written");
  expect(stopped.code).toBe(3);
  expect(existsSync(join(folder, "units/other.yaml"))).toBe(false);
});
