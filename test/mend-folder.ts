import { type Mended, mend, type Texts } from "../src/fixes/mend.ts";
import { check } from "../src/workspace/check.ts";
import { ioIn } from "./check-folder.ts";

/** What `qualspec check --fix --dry-run` would do when it is called in a folder. */
export async function mendFolder(folder: string, paths: readonly string[] = ["."]): Promise<Mended> {
  const look = (texts: Texts = new Map()) => check(ioIn(folder), paths, { texts });
  return mend(folder, await look(), look);
}
