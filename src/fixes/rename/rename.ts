import { resolve } from "node:path";
import { type ExitCode, exitCode } from "../../cli/exit-code.ts";
import type { Io } from "../../cli/io.ts";
import { environmentError, usageError } from "../../cli/user-error.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { viewAfter } from "../../files/changed-view.ts";
import { isLink } from "../../files/inside.ts";
import { kindOfPath } from "../../files/read.ts";
import type { SoundFile } from "../../references/mention.ts";
import { code, joinWords } from "../../text/words.ts";
import { type Checked, check } from "../../workspace/check.ts";
import { readAll, type WholeWorkspace } from "../../workspace/read-all.ts";
import type { ReadFile } from "../../workspace/read-file.ts";
import { followMarks } from "./follow-marks.ts";
import { type ChangedText, newTexts } from "./new-texts.ts";
import { planRename, type RenameWish } from "./plan-rename.ts";
import type { Renamed } from "./rename-edits.ts";
import { sameFinding } from "./same-finding.ts";

/** All that is to be written; nothing is yet. */
export interface Renaming {
  readonly rename: Renamed;
  readonly files: readonly ChangedText[];
  /** Absolute. */
  readonly move: { readonly from: string; readonly to: string; readonly printed: string } | null;
}

/** What stands in the way in the files themselves: these findings. */
export interface Hindered {
  readonly message: string;
  readonly exitCode: ExitCode;
  readonly findings: readonly Diagnostic[];
}

/**
 * Works out what gives a thing another name in the workspace that the user stands in, and checks what would come of it.
 *
 * @throws UserError where the wish cannot be granted
 */
export async function rename(io: Io, wish: RenameWish, today: string): Promise<Renaming | Hindered> {
  const before = await check(io, [], { today });
  if (before.isWorkspaceBroken) {
    return {
      message: "The workspace file qualspec.yaml is not in order; mend it and try again",
      exitCode: exitCode.usage,
      findings: before.findings,
    };
  }
  const { files: all } = chooseWorkspace(await readAll(io), wish.address);
  const unread = all.filter(
    (one) => one.sound === null && one.findings.some(({ place }) => mentions(place.file.text, wish.address)),
  );
  if (unread.length > 0) return unreadable(unread, wish.address);
  const planned = planRename(
    all.flatMap(({ sound }) => sound ?? []),
    wish,
  );
  if ("refusal" in planned) throw usageError(planned.refusal);
  const { rename } = planned;
  const move = rename.move === null ? null : absoluteMove(io, rename.move);
  const look = (texts: readonly ChangedText[]) =>
    check(io, [], {
      today,
      view: viewAfter({ bytes: new Map(texts.map(({ path, after }) => [path, Buffer.from(after)])), move }),
    });
  const renamed = newTexts(io.cwd, rename.edits);
  const first = await look(renamed);
  const marks = followMarks(before, first, rename);
  const files = marks.length === 0 ? renamed : newTexts(io.cwd, [...rename.edits, ...marks]);
  const after = marks.length === 0 ? first : await look(files);
  const added = newFindings(before, after, rename);
  if (added.length === 0) return { rename, files, move };
  return {
    message: `Nothing was renamed: with the name ${code(rename.to)} this would be wrong; choose another, or mend what is shown`,
    exitCode: exitCode.findings,
    findings: added,
  };
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

/** Whether a text that cannot be read may use a name. */
function mentions(text: string, address: string): boolean {
  return new RegExp(`(?<![\\w-])${address.split("#").at(-1) ?? ""}(?![\\w-])`, "u").test(text);
}

function unreadable(files: readonly ReadFile[], address: string): Hindered {
  const findings = files.flatMap((file) => file.findings);
  const names = [...new Set(findings.map(({ place }) => code(place.file.path)))];
  return {
    message: `Nothing was renamed: ${joinWords(names)} may use ${code(address)}, and cannot be read; mend what is shown`,
    exitCode: exitCode.findings,
    findings,
  };
}

function absoluteMove({ cwd }: Io, move: { readonly from: string; readonly to: string }) {
  const [from, to] = [resolve(cwd, move.from), resolve(cwd, move.to)];
  if (isLink(from)) throw environmentError(`Cannot rename ${move.from}: it is a link; rename it by hand`);
  if (kindOfPath(to) !== "nothing")
    throw environmentError(
      `Cannot rename ${move.from}: ${code(move.to)} is there already; move it away, or choose another name`,
    );
  return { from, to, printed: move.to };
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
