import { resolve } from "node:path";
import { ErrorCodes, type Range, type RenameFile, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import { applyEdits } from "../fixes/apply-edits.ts";
import { followMarks } from "../fixes/rename/follow-marks.ts";
import { planRename } from "../fixes/rename/plan-rename.ts";
import type { Renamed } from "../fixes/rename/rename-edits.ts";
import type { FileEdit } from "../fixes/rename/write-name.ts";
import { addressOf } from "../references/mention.ts";
import { mentionsIn } from "../references/mentions.ts";
import { mentionAt } from "../references/references.ts";
import { code, joinWords } from "../text/words.ts";
import { definitionsOf, occurrenceAt } from "./find-thing.ts";
import type { KnownFile } from "./known-file.ts";
import type { Lookout } from "./lookout.ts";
import { uriOf } from "./paths.ts";
import type { PlacedText } from "./placed-text.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** The stretch of the name at an offset that can be given another; null where there is none, or nothing has it. */
export function prepareRename(file: KnownFile, offset: number, placed: PlacedText, around: Lookout): Range | null {
  const found = occurrenceAt(file, offset);
  if (found === null || found.thing.of === "rule" || found.thing.of === "term") return null;
  return definitionsOf(found, around.files).length === 0 ? null : placed.range(found.start, found.end);
}

/** Gives the thing that is named at an offset another name, wherever it is named: as `qualspec rename` does it. */
export async function rename(
  file: KnownFile,
  offset: number,
  to: string,
  around: Lookout,
  hasFileRenames: boolean,
): Promise<WorkspaceEdit | ResponseError<void>> {
  const found = occurrenceAt(file, offset);
  const unread = around.files.filter(({ kind, sound, source }) => {
    return kind !== "workspace" && kind !== "brand" && sound === null && source.text.includes(found?.thing.name ?? "");
  });
  if (found === null || file.sound === null || unread.length > 0) {
    return refuse(found === null ? "There is no name here" : cannotBeRead(unread.length > 0 ? unread : [file], around));
  }
  const files = around.files.flatMap(({ sound }) => sound ?? []);
  const mention = mentionAt(mentionsIn(files), file.sound.spec.source, offset);
  if (mention === null) return refuse("There is no name here that can be given another");
  const planned = planRename(files, { address: addressOf(mention), to, retire: "published" });
  if ("refusal" in planned) return refuse(planned.refusal);
  const edits = [...planned.rename.edits, ...(await marks(planned.rename, around))];
  const edit = workspaceEdit(
    edits.map((one) => ({ ...one, path: resolve(around.root, one.file.path) })),
    around,
  );
  return hasFileRenames
    ? { documentChanges: [...(edit.documentChanges ?? []), ...moves(planned.rename, around)] }
    : edit;
}

function refuse(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, message);
}

function cannotBeRead(files: readonly KnownFile[], { root }: Lookout): string {
  const names = files.map(({ path }) => code(path.slice(root.length + 1)));
  return `Nothing was renamed: ${joinWords(names)} may use the name, and cannot be read; mend what is found there first`;
}

/** What waivers that were written for one finding need, so that they still cover it. */
async function marks(renamed: Renamed, { checked, root, look }: Lookout): Promise<readonly FileEdit[]> {
  if (checked?.waived.some(({ waiver }) => waiver.content !== null) !== true) return [];
  const paths = new Set(renamed.edits.map(({ file }) => file.path));
  const texts = [...paths].map((path): readonly [string, string] => {
    const own = renamed.edits.filter(({ file }) => file.path === path);
    return [resolve(root, path), applyEdits(own[0]?.file.text ?? "", own).text];
  });
  return followMarks(checked, await look(new Map(texts)), renamed);
}

/** A file is named by the id of what it holds. */
function moves({ move }: Renamed, { root, placing }: Lookout): readonly RenameFile[] {
  if (move === null) return [];
  return [{ kind: "rename", oldUri: placing.uri(resolve(root, move.from)), newUri: uriOf(resolve(root, move.to)) }];
}
