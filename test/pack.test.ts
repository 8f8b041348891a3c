import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect, test } from "vitest";
import { findNpm, installPackage, sizeOf } from "./install-package.ts";
import { emptyFolder, environment } from "./run-qualspec.ts";

const npm = findNpm();
const belongs =
  /^(?:bin|dist|schemas|templates\/(?:partials|starter|styles))\/|^templates\/[\w-]+\.hbs$|^src\/(?:page\/vocabulary\.ts|words\/en\.json)$|^(?:package\.json|LICENSE|README\.md|CHANGELOG\.md)$/u;

test.skipIf(npm === undefined && !process.env["CI"])(
  "the package installs and works alone (skipped unless npm runs the tests)",
  () => {
    if (npm === undefined) throw new Error("This test needs npm: run it with `npm test`");
    const folder = emptyFolder();
    const installed = installPackage(npm, folder);
    const files = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(installed, join(entry.parentPath, entry.name)).split(sep).join("/"));
    expect(files.filter((file) => !belongs.test(file))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(["LICENSE", "CHANGELOG.md", "dist/main.js", "schemas/unit.schema.json"]),
    );
    expect(sizeOf(installed)).toBeLessThanOrEqual(5 * 1024 * 1024);

    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Record<string, unknown>;
    expect([manifest["dependencies"], manifest["optionalDependencies"], manifest["peerDependencies"]]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(readdirSync(join(installed, "..")).filter((name) => !name.startsWith("."))).toEqual(["qualspec"]);

    cpSync("specs", join(folder, "project", "specs"), { recursive: true });
    const qualspec = (...args: readonly string[]) =>
      execFileSync(process.execPath, [join(installed, "bin", "qualspec.js"), ...args], {
        cwd: join(folder, "project"),
        env: environment({ NO_COLOR: "1" }),
        encoding: "utf8",
      });
    expect(qualspec("--version")).toBe(`${manifest["version"]}\n`);
    expect(qualspec("check", "specs")).toMatch(/^Checked \d+ files: nothing wrong found\.$/mu);
    expect(qualspec("check", "specs/units/*.yaml")).toMatch(/^Checked \d+ files: nothing wrong found\.$/mu);
    expect(readdirSync(join(installed, "..", ".bin"))).toContain(
      process.platform === "win32" ? "qualspec.cmd" : "qualspec",
    );
  },
);
