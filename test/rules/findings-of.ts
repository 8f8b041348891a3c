import { brief, checkFolder, type Files, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

/** What one rule finds in some files: where, and the text that it points at. */
export async function findingsOf(
  rule: string,
  files: Files,
  paths: readonly string[] = ["."],
): Promise<readonly string[]> {
  const folder = emptyFolder();
  writeInto(folder, files);
  const { findings } = await checkFolder(folder, paths);
  return findings.filter((one) => one.rule === rule).map((one) => brief(one).replace(`:${rule}`, ""));
}

/** The text that each finding of one rule points at. */
export async function textsOf(
  rule: string,
  files: Files,
  paths: readonly string[] = ["."],
): Promise<readonly string[]> {
  const found = await findingsOf(rule, files, paths);
  return found.map((one) => JSON.parse(one.slice(one.indexOf(`${rule} `) + rule.length + 1)) as string);
}
