import type { Io } from "../../cli/io.ts";
import { usageError } from "../../cli/user-error.ts";
import { viewAfter } from "../../files/changed-view.ts";
import type { SoundFile } from "../../references/mention.ts";
import { code, joinWords } from "../../text/words.ts";
import { check } from "../../workspace/check.ts";
import { readAll, type WholeWorkspace } from "../../workspace/read-all.ts";
import type { ReadFile } from "../../workspace/read-file.ts";
import { type Hindered, judgeRename, type WorkspaceFile } from "./judge-rename.ts";
import { type AbsoluteMove, absoluteMove } from "./move-file.ts";
import { type ChangedText, newTexts } from "./new-texts.ts";
import type { RenameWish } from "./plan-rename.ts";
import type { Renamed } from "./rename-edits.ts";
import type { FileEdit } from "./write-name.ts";

/** All that is to be written; nothing is yet. */
export interface Renaming {
  readonly rename: Renamed;
  readonly files: readonly ChangedText[];
  readonly move: AbsoluteMove | null;
}

/**
 * Works out what gives a thing another name in the workspace that the user stands in, and checks what would come of it.
 *
 * @throws UserError where the wish cannot be granted
 */
export async function rename(io: Io, wish: RenameWish, today: string): Promise<Renaming | Hindered> {
  const before = await check(io, [], { today });
  const files = before.isWorkspaceBroken
    ? []
    : chooseWorkspace(await readAll(io), wish.address).files.flatMap(workspaceFile);
  const changesOf = ({ move }: Renamed, edits: readonly FileEdit[]) => ({
    move: move === null ? null : absoluteMove(move, io.cwd),
    files: newTexts(io.cwd, edits),
  });
  const judged = await judgeRename(files, wish, before, (renamed, edits) => {
    const { move, files: texts } = changesOf(renamed, edits);
    const bytes = new Map(texts.map(({ path, after }) => [path, Buffer.from(after)]));
    return check(io, [], { today, view: viewAfter({ bytes, move }) });
  });
  if ("refusal" in judged) throw usageError(judged.refusal);
  if ("message" in judged) return judged;
  return { rename: judged.rename, ...changesOf(judged.rename, judged.edits) };
}

/** The one workspace that defines what is meant; any where none does. */
function chooseWorkspace(workspaces: readonly WholeWorkspace[], address: string): WholeWorkspace {
  const [id = ""] = address.split("#");
  const having = workspaces.filter(({ files }) =>
    files.some((file) => file.sound !== null && definesId(file.sound, id)),
  );
  const [found = workspaces[0], other] = having;
  if (found === undefined) throw new Error("no workspace");
  if (other === undefined) return found;
  const roots = having.map(({ workspace }) => code(workspace.root));
  throw usageError(
    `Several folders of specifications have the id ${code(id)}: ${joinWords(roots)}; go into the one that you mean`,
  );
}

function definesId({ spec }: SoundFile, id: string): boolean {
  const { id: own, units } = spec.data as { id: string; units?: readonly { id: string }[] };
  return own === id || units?.some((unit) => unit.id === id) === true;
}

/** A file that cannot be read has findings, and they have its text. */
function workspaceFile({ sound, findings }: ReadFile): readonly WorkspaceFile[] {
  const source = sound?.spec.source ?? findings[0]?.place.file;
  return source === undefined ? [] : [{ source, sound, findings }];
}
