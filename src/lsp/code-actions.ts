import { resolve } from "node:path";
import { type CodeAction, CodeActionKind, type Range } from "vscode-languageserver";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { SourceFile } from "../diagnostics/source-file.ts";
import { editsOf, type Fixable, fixable } from "../fixes/choose-fixes.ts";
import { mendTexts } from "../fixes/mend.ts";
import { shownFinding } from "./findings.ts";
import { guessOf } from "./guess.ts";
import type { KnownFile } from "./known-file.ts";
import type { Lookout } from "./lookout.ts";
import type { PlacedText } from "./placed-text.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** Everything that has one right answer, at once: as `check --fix` does it, in one file. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.qualspec`;

/** What can be done about the findings in a stretch of a file. @param only the kinds that the editor asks for; all but fixing everything where it does not say */
export async function codeActions(
  file: KnownFile,
  range: Range,
  placed: PlacedText,
  around: Lookout,
  only: readonly string[] | null,
): Promise<readonly CodeAction[]> {
  const wants = (kind: string) =>
    only?.some((one) => one === "" || kind === one || kind.startsWith(`${one}.`)) === true;
  const fixes = only === null || wants(CodeActionKind.QuickFix) ? quickFixes(file, range, placed, around) : [];
  return [...fixes, ...(wants(fixAllKind) ? await fixAll(file, placed, around) : [])];
}

function quickFixes(file: KnownFile, range: Range, placed: PlacedText, around: Lookout): readonly CodeAction[] {
  const [from, to] = [placed.offset(range.start), placed.offset(range.end)];
  const here = findingsIn(file, placed, around).filter(({ place }) => place.start <= to && from <= place.end);
  const certain = fixable(here, () => true).map((one) => ({
    ...quickFix(one, one.fix.title, editsMeant(one, around), around),
    isPreferred: true,
  }));
  const guessed = here.flatMap((one) => {
    const guess = guessOf(one);
    const edits = guess?.edits.map((edit) => ({ ...edit, path: file.path, file: one.place.file })) ?? [];
    return guess === null ? [] : [quickFix(one, guess.title, edits, around)];
  });
  return [...certain, ...guessed];
}

function quickFix(
  one: Diagnostic,
  title: string,
  edits: Parameters<typeof workspaceEdit>[0],
  around: Lookout,
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [shownFinding(one, around.root, around.placing)],
    edit: workspaceEdit(edits, around),
  };
}

/** Those of the text as it stands; none where it has changed since it was looked at. */
function findingsIn({ path }: KnownFile, { text }: PlacedText, { findings }: Lookout): readonly Diagnostic[] {
  return (findings.get(path) ?? []).filter(({ place }) => place.file.text === text);
}

function editsMeant(one: Fixable, { root }: Lookout) {
  return editsOf(one).map((edit) => ({ ...edit, path: resolve(root, edit.path), file: edit.file ?? one.place.file }));
}

async function fixAll(file: KnownFile, placed: PlacedText, around: Lookout): Promise<readonly CodeAction[]> {
  if (around.checked === null || findingsIn(file, placed, around).length === 0) return [];
  const { state, fixes } = await mendTexts(around.root, around.checked, around.look, (path) => path === file.path);
  const after = state.texts.get(file.path);
  if (after === undefined || fixes.length === 0) return [];
  const { start, end, text } = difference(placed.text, after);
  const edit = { path: file.path, file: new SourceFile(file.path, placed.text), start, end, text };
  return [{ title: "Mend what has one right answer", kind: fixAllKind, edit: workspaceEdit([edit], around) }];
}

/** The shortest stretch whose replacement makes one text of the other. */
function difference(before: string, after: string) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
