import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Qualification } from "../../src/model/types.ts";
import { checkFolder, type Files, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

/** The one qualification of a workspace, as documents see it. */
export async function readQualification(files: Files): Promise<Qualification> {
  const folder = emptyFolder();
  writeInto(folder, files);
  const { workspaces } = await checkFolder(folder);
  const found = workspaces[0]?.corpus.qualifications[0];
  if (found === undefined) throw new Error(`no qualification in ${readFileSync(join(folder, "q.yaml"), "utf8")}`);
  return found;
}
