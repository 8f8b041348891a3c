import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Io } from "../src/cli/io.ts";
import type { Diagnostic, Place } from "../src/diagnostics/diagnostic.ts";
import { readRegister } from "../src/exchange/read-register.ts";
import { type Checked, check } from "../src/workspace/check.ts";

/** Files by their path below a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export function writeInto(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** What `qualspec check` finds when it is called in a folder; `register` is a file in it, an export of the Register. */
export function checkFolder(
  folder: string,
  paths: readonly string[] = ["."],
  { input = "", stdinName = "stdin.yaml", register = "" } = {},
): Promise<Checked> {
  const read = register === "" ? null : readRegister(register, folder).register;
  return check(ioIn(folder, input), paths, { stdinName, register: read });
}

/** A world that stands in a folder, and hears nobody. */
export function ioIn(folder: string, input = ""): Io {
  const silent = { write: () => {}, isTerminal: false, columns: 80 };
  return {
    cwd: folder,
    env: {},
    readStdin: async () => Buffer.from(input),
    out: silent,
    err: silent,
    today: () => "2026-04-01",
  };
}

/** A finding on one line: where, which rule, and the text that it points at. */
export function brief({ rule, place }: Diagnostic): string {
  return `${placed(place)} ${rule} ${JSON.stringify(place.file.text.slice(place.start, place.end))}`;
}

/** "units/a.yaml:3:5-3:9" */
export function placed({ file, start, end }: Place): string {
  const [from, to] = [file.positionAt(start), file.positionAt(end)];
  return `${file.path}:${from.line}:${from.column}-${to.line}:${to.column}`;
}
