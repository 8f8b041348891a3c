import { basename } from "node:path";
import { findFiles } from "../files/find.ts";
import { printedPath } from "../files/paths.ts";
import { readBytes } from "../files/read.ts";
import { code, joinWords } from "../text/words.ts";
import { workspaceFileName } from "./workspace.ts";

/** What stands behind the name that a specification would have: an editor that hides it has added its own. */
const addedEnding = /^(.+\.ya?ml)\.(?:txt|docx?|rtf|odt|pdf|bak|html?)$/iu;
const ownEnding = /^(.+)\.(?:txt|docx?|rtf|odt|pdf|json)$/iu;
/** As many as a message can carry. */
const mostNamed = 3;

/** A file that would be found under an id if it had another ending, and what to do with it; null where there is none. */
export function misnamedFile(id: string, folders: readonly string[], cwd: string): string | null {
  const isMeant = (name: string) => {
    const before = addedEnding.exec(name)?.[1]?.replace(/\.ya?ml$/iu, "") ?? ownEnding.exec(name)?.[1];
    return before?.toLowerCase() === id.toLowerCase();
  };
  const [found] = folders.flatMap((folder) => findFiles(folder, new Set(), isMeant));
  if (found === undefined) return null;
  const printed = code(printedPath(found, cwd));
  return addedEnding.test(basename(found)) && isText(found)
    ? `there is ${printed}: rename it to ${code(`${id}.yaml`)}`
    : `there is ${printed}, which is no specification: write it in ${code(`${id}.yaml`)}`;
}

/** The files of a folder that has no specification, and why they are none: "`a.yaml` (without `kind:`)". */
export function filesThatAreNone(folder: string, cwd: string): string {
  const found = findFiles(folder, new Set(), isShown);
  if (found.length === 0) return "";
  const named = found.slice(0, mostNamed).map((path) => `${code(printedPath(path, cwd))} (${whyNone(path)})`);
  const more = found.length > mostNamed ? [`${found.length - mostNamed} more`] : [];
  return joinWords([...named, ...more]);
}

/** What may have been meant as one; not the settings of the workspace. */
function isShown(name: string): boolean {
  return name !== workspaceFileName && /\.(?:ya?ml|txt|docx?|rtf|odt|pdf|json)$/iu.test(name);
}

function whyNone(path: string): string {
  const name = basename(path);
  if (addedEnding.test(name) && isText(path)) return `rename it to ${code(name.replace(addedEnding, "$1"))}`;
  return /\.ya?ml$/iu.test(name) ? `without ${code("kind:")}` : "no .yaml file";
}

function isText(path: string): boolean {
  return !readBytes(path, path).subarray(0, 1_000).includes(0);
}
