import { resolve } from "node:path";
import { type PackagedFile, packagedFiles } from "../files/package-files.ts";
import { printedPath } from "../files/paths.ts";
import type { FileToWrite } from "../files/write.ts";

/** The files of a new folder of specifications: an example, its settings, and the schemas that editors need. */
export function starterFiles(root: string, cwd: string): readonly FileToWrite[] {
  return [...packagedFiles("templates/starter", ""), ...schemas()].map(({ name, bytes }) => {
    // A package cannot carry a file of that name: npm would obey it.
    const path = resolve(root, name === "gitignore" ? ".gitignore" : name);
    return { path, printed: printedPath(path, cwd), bytes };
  });
}

/** Those of what people write; what programs write and read has its own. */
function schemas(): readonly PackagedFile[] {
  return packagedFiles("schemas", "schemas/").filter(({ name }) => !/\b(?:reports|learner-record)\./u.test(name));
}
