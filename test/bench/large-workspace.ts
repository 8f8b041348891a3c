import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const specs = fileURLToPath(new URL("../../specs", import.meta.url));

/** The one that is copied: `<id>-1`, `<id>-2` and so on. */
export const qualification = "l3-community-horticulture";

/** Copies of one qualification with its units, under other ids, until there are so many files. @returns how many */
export function writeLargeWorkspace(folder: string, files: number): number {
  cpSync(join(specs, "frameworks"), join(folder, "frameworks"), { recursive: true });
  for (const below of ["units", "qualifications"]) mkdirSync(join(folder, below));
  writeFileSync(join(folder, "qualspec.yaml"), "format: 1\n");
  const names = readdirSync(join(specs, "units")).filter((name) => name.startsWith("hort-"));
  const whole = readFileSync(join(specs, "qualifications", `${qualification}.yaml`), "utf8");
  const ids = [...names.map((name) => name.replace(".yaml", "")), qualification];
  const renamed = (text: string, copy: number) =>
    ids.reduce((now, id) => now.replaceAll(new RegExp(`\\b${id}\\b(?!-)`, "gu"), `${id}-${copy}`), text);
  let written = 0;
  for (let copy = 1; written < files; copy += 1) {
    writeFileSync(join(folder, "qualifications", `${qualification}-${copy}.yaml`), renamed(whole, copy));
    for (const name of names) {
      const text = readFileSync(join(specs, "units", name), "utf8");
      writeFileSync(join(folder, "units", name.replace(".yaml", `-${copy}.yaml`)), renamed(text, copy));
    }
    written += names.length + 1;
  }
  return written;
}
