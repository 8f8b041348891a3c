import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import type { SourceFile } from "../diagnostics/source-file.ts";
import type { Lookout } from "./lookout.ts";

/** An edit of a file by its absolute path, in the text that the edit was made for. */
export interface PlacedEdit {
  readonly path: string;
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits of any files as the protocol has them: refused by the editor where a file has changed meanwhile. */
export function workspaceEdit(edits: readonly PlacedEdit[], { placing, versionOf }: Lookout): WorkspaceEdit {
  const byPath = new Map<string, PlacedEdit[]>();
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
  const documentChanges = [...byPath].map(
    ([path, own]): TextDocumentEdit => ({
      textDocument: { uri: placing.uri(path), version: versionOf(path) },
      edits: own.map(({ file, start, end, text }) => ({
        range: placing.text(path, file).range(start, end),
        newText: text,
      })),
    }),
  );
  return { documentChanges };
}

/** The same for editors that know only the older form, without versions. */
export function asChanges({ documentChanges = [] }: WorkspaceEdit): WorkspaceEdit {
  const edits = documentChanges.filter((one): one is TextDocumentEdit => "edits" in one);
  return {
    changes: Object.fromEntries(
      edits.map((one) => [one.textDocument.uri, one.edits.filter((edit) => "newText" in edit)]),
    ),
  };
}
