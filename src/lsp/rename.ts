import { resolve } from "node:path";
import { ErrorCodes, type Range, type RenameFile, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import { UserError } from "../cli/user-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { applyEdits } from "../fixes/apply-edits.ts";
import { judgeRename, type WorkspaceFile } from "../fixes/rename/judge-rename.ts";
import { absoluteMove } from "../fixes/rename/move-file.ts";
import type { Renamed } from "../fixes/rename/rename-edits.ts";
import type { FileEdit } from "../fixes/rename/write-name.ts";
import { addressOf } from "../references/mention.ts";
import { definitionsOf, nameMeant, occurrenceAt } from "./find-thing.ts";
import type { KnownFile } from "./known-file.ts";
import type { Lookout } from "./lookout.ts";
import { uriOf } from "./paths.ts";
import type { PlacedText } from "./placed-text.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** The stretch of the name at an offset that can be given another; null where there is none, or nothing has it. */
export function prepareRename(file: KnownFile, offset: number, placed: PlacedText, around: Lookout): Range | null {
  const found = occurrenceAt(file, offset);
  if (found === null || found.name.of === "rule" || found.name.of === "term") return null;
  return definitionsOf(found, around.files).length === 0 ? null : placed.range(found.start, found.end);
}

/** Gives the thing that is named at an offset another name, wherever it is named: judged and made as by `qualspec rename`. */
export async function rename(
  file: KnownFile,
  offset: number,
  to: string,
  around: Lookout,
  hasFileRenames: boolean,
): Promise<WorkspaceEdit | ResponseError<void>> {
  const found = occurrenceAt(file, offset);
  if (found === null) return refuse("There is no name here");
  const { checked } = around;
  if (checked === null)
    return refuse("Nothing was renamed: the folder cannot be checked; mend what is found there first");
  // As it is written where it is given: here it may be in another case.
  const [definition = found] = definitionsOf(found, around.files);
  const wish = { address: addressOf(nameMeant(definition, around.files)), to, retire: "published" } as const;
  try {
    const judged = await judgeRename(
      around.files.flatMap((one) => fileOf(one, around)),
      wish,
      checked,
      (renamed, edits) => {
        if (hasFileRenames && renamed.move !== null) absoluteMove(renamed.move, around.root);
        return lookAfter(renamed, edits, around);
      },
    );
    if ("refusal" in judged) return refuse(judged.refusal);
    if ("message" in judged) return refuse([judged.message, ...judged.findings.slice(0, 3).map(onOneLine)].join("\n"));
    return editOf(judged.rename, judged.edits, around, hasFileRenames);
  } catch (error) {
    if (error instanceof UserError) return refuse(error.message);
    throw error;
  }
}

function refuse(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, message);
}

function fileOf({ path, kind, source, sound }: KnownFile, { findings }: Lookout): readonly WorkspaceFile[] {
  if (kind === "workspace" || kind === "brand") return [];
  return [{ source, sound, findings: findings.get(path) ?? [] }];
}

function onOneLine({ place: { file, start }, message }: Diagnostic): string {
  const { line, column } = file.positionAt(start);
  return `${file.path}:${line}:${column} ${message}`;
}

/** What would be found; that a file then has not the name of its id, its own new name answers. */
async function lookAfter({ move }: Renamed, edits: readonly FileEdit[], { root, look }: Lookout) {
  const paths = new Set(edits.map(({ file }) => file.path));
  const texts = [...paths].map((path): readonly [string, string] => {
    const own = edits.filter(({ file }) => file.path === path);
    return [resolve(root, path), applyEdits(own[0]?.file.text ?? "", own).text];
  });
  const after = await look(new Map(texts));
  const isMoved = ({ rule, place }: Diagnostic) => rule === "file-named-by-id" && place.file.path === move?.from;
  return { ...after, findings: after.findings.filter((one) => !isMoved(one)) };
}

function editOf(
  { move }: Renamed,
  edits: readonly FileEdit[],
  around: Lookout,
  hasFileRenames: boolean,
): WorkspaceEdit {
  const { root } = around;
  const edit = workspaceEdit(
    edits.map((one) => ({ ...one, path: resolve(root, one.file.path) })),
    around,
  );
  if (!hasFileRenames || move === null) return edit;
  // A file is named by the id of what it holds.
  const [oldUri, newUri] = [around.placing.uri(resolve(root, move.from)), uriOf(resolve(root, move.to))];
  const file: RenameFile = { kind: "rename", oldUri, newUri };
  return { documentChanges: [...(edit.documentChanges ?? []), file] };
}
