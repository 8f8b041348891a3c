import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Io } from "../../src/cli/io.ts";
import { UserError } from "../../src/cli/user-error.ts";
import { bundleCommand } from "../../src/commands/bundle.ts";
import { splitCommand } from "../../src/commands/split.ts";
import { disk } from "../../src/files/view.ts";
import { contentHash } from "../../src/model/content-hash.ts";
import { readSpecification } from "../../src/workspace/read-file.ts";
import { readModel } from "../../src/workspace/read-model.ts";
import { ioIn } from "../check-folder.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `qualspec split` or `qualspec bundle` in a folder. */
export async function run(
  folder: string,
  command: "split" | "bundle",
  named: string,
  options: Readonly<Record<string, string | boolean>> = {},
): Promise<Ran> {
  let [out, err] = ["", ""];
  const io: Io = {
    ...ioIn(folder),
    out: { write: (text) => (out += text), isTerminal: false, columns: 80 },
    err: { write: (text) => (err += text), isTerminal: false, columns: 80 },
  };
  try {
    const verb = command === "split" ? splitCommand : bundleCommand;
    const code = await verb.run(io, [named], { format: "pretty", ...options }, "0.0.0");
    return { code, out, err };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { code: error.exitCode, out, err: err + error.message };
  }
}

/** What the one qualification that a path leads to says, as a short mark. */
export async function hashAt(folder: string, path: string): Promise<string> {
  const { workspaces } = await readModel(ioIn(folder), [path], { view: disk, readFile: readSpecification });
  const [one] = workspaces.flatMap(({ corpus }) => corpus.qualifications);
  if (one === undefined) throw new Error(`No qualification in ${path}`);
  return contentHash(one);
}

/** Every file of a folder. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(names.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]).sort());
}

/** The words of all comments in texts, but for those that tell editors of schemas, or keep the place of units. */
export function commentsIn(texts: Iterable<string>): readonly string[] {
  return [...texts]
    .map((text) => text.replace(/# qualspec bundle writes the units here(?: \([^)]*\))?/u, ""))
    .flatMap((text) => [...text.matchAll(/(?:^|\s)#\s*(\S.*)$/gmu)].map(([, words = ""]) => words.trim()))
    .filter((words) => !words.startsWith("yaml-language-server") && !words.startsWith("The settings of the"))
    .sort();
}
