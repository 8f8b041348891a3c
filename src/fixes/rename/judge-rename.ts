import { type ExitCode, exitCode } from "../../cli/exit-code.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../diagnostics/source-file.ts";
import type { SoundFile } from "../../references/mention.ts";
import { code, joinWords } from "../../text/words.ts";
import type { Checked } from "../../workspace/check.ts";
import { followMarks } from "./follow-marks.ts";
import { planRename, type RenameWish } from "./plan-rename.ts";
import type { Renamed } from "./rename-edits.ts";
import { sameFinding } from "./same-finding.ts";
import type { FileEdit } from "./write-name.ts";

/** A file of the workspace, be it sound or not. */
export interface WorkspaceFile {
  readonly source: SourceFile;
  readonly sound: SoundFile | null;
  readonly findings: readonly Diagnostic[];
}

/** What stands in the way in the files themselves: these findings. */
export interface Hindered {
  readonly message: string;
  readonly exitCode: ExitCode;
  readonly findings: readonly Diagnostic[];
}

/** What would be found with some edits made. */
export type Look = (renamed: Renamed, edits: readonly FileEdit[]) => Promise<Checked>;

/** All that is to be done, or why nothing can be: in words where the wish is wrong, with findings where files are. */
export type Judged =
  | { readonly rename: Renamed; readonly edits: readonly FileEdit[] }
  | { readonly refusal: string }
  | Hindered;

/** Works out what gives a thing another name in the files of its workspace, and checks what would come of it. */
export async function judgeRename(
  files: readonly WorkspaceFile[],
  wish: RenameWish,
  before: Checked,
  look: Look,
): Promise<Judged> {
  if (before.isWorkspaceBroken) return brokenWorkspace(before.findings);
  const broken = files.filter(({ sound }) => sound === null);
  const unread = broken.filter(({ source }) => isIn(source.text, wish.address.split("#").at(-1) ?? "", ""));
  if (unread.length > 0) return unreadable(unread, `may use ${code(wish.address)}`);
  const planned = planRename(
    files.flatMap(({ sound }) => sound ?? []),
    wish,
  );
  if ("refusal" in planned) return planned;
  const { rename } = planned;
  const taken = broken.filter(({ source }) => rename.name.within === null && isIn(source.text, rename.to, "id"));
  if (taken.length > 0) return unreadable(taken, `may have the name ${code(rename.to)} already`);
  const first = await look(rename, rename.edits);
  if (first.isWorkspaceBroken) return brokenWorkspace(first.findings);
  const marks = followMarks(before, first, rename);
  const edits = [...rename.edits, ...marks];
  const after = marks.length === 0 ? first : await look(rename, edits);
  const added = newFindings(before, after, rename);
  if (added.length === 0) return { rename, edits };
  return {
    message: `Nothing was renamed: with the name ${code(rename.to)} this would be wrong; choose another, or mend what is shown`,
    exitCode: exitCode.findings,
    findings: added,
  };
}

function brokenWorkspace(findings: readonly Diagnostic[]): Hindered {
  return {
    message: "The workspace file qualspec.yaml is not in order; mend it and try again",
    exitCode: exitCode.usage,
    findings,
  };
}

/** Whether a text that cannot be read may use a name, or give it below a key. */
function isIn(text: string, name: string, key: string): boolean {
  const before = key === "" ? "(?<![\\w-])" : `(?<![\\w-])${key}["']?[ \\t]*:[ \\t]*["']?`;
  const plain = name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  return new RegExp(`${before}${plain}(?![\\w-])`, "u").test(text);
}

function unreadable(files: readonly WorkspaceFile[], why: string): Hindered {
  const names = [...new Set(files.map(({ source }) => code(source.path)))];
  return {
    message: `Nothing was renamed: ${joinWords(names)} ${why}, and cannot be read; mend what is shown`,
    exitCode: exitCode.findings,
    findings: files.flatMap(({ findings }) => findings),
  };
}

/** What is found after that was not found before, wherever its file is now. */
function newFindings(before: Checked, after: Checked, rename: Renamed): readonly Diagnostic[] {
  const keyOf = sameFinding(rename);
  const left = new Map<string, number>();
  for (const one of before.findings) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1);
  return after.findings.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), count - 1);
    return count <= 0;
  });
}
