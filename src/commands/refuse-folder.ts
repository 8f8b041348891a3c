import { resolve } from "node:path";
import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import { isInside, printedPath } from "../files/paths.ts";
import type { Making } from "../papers/making.ts";
import { code } from "../text/words.ts";
import type { Checked } from "../workspace/check.ts";

/** @throws UserError where nothing stands after `--out`: that would mean the folder that the user is in */
export function refuseEmptyFolder(out: string | undefined): void {
  if (out === undefined || out.trim() !== "") return;
  throw usageError(
    `Unexpected empty path after ${code("--out")}, expected a folder; name one, or leave ${code("--out")} out`,
  );
}

/** What is made would be hard to tell from what it is made of. @throws UserError where specifications lie in an output folder */
export function refuseFolderOfSpecifications(
  { cwd }: Io,
  makings: readonly Making[],
  { paths }: Pick<Checked, "paths">,
  option = "--out",
): void {
  for (const folder of new Set(makings.map((making) => making.folder))) {
    const among = paths.find((path) => isInside(resolve(cwd, path), folder));
    if (among === undefined) continue;
    throw usageError(
      `Nothing was made: in ${code(printedPath(folder, cwd))} there are specifications (${code(among)}), and what is made would stand among them; name another folder with ${code(option)}, or write there all the same with ${code("--force")}`,
    );
  }
}
