import type {
  CancellationToken,
  Connection,
  MarkupContent,
  Position,
  ServerCapabilities,
  TextDocumentIdentifier,
  WorkspaceEdit,
} from "vscode-languageserver";
import { CodeActionKind, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { codeActions, fixAllKind } from "./code-actions.ts";
import { complete } from "./completion.ts";
import type { OpenDocument } from "./documents.ts";
import { hover } from "./hover.ts";
import type { Lookout } from "./lookout.ts";
import { findDefinition, findReferences, highlight } from "./navigation.ts";
import { outline } from "./outline.ts";
import { asPlainText } from "./plain-text.ts";
import { prepareRename, rename } from "./rename.ts";
import type { Session } from "./session.ts";
import { asChanges } from "./workspace-edit.ts";

/** What the editor said that it can do. */
export interface Client {
  hasDocumentChanges: boolean;
  hasFileRenames: boolean;
  hasMarkdown: { readonly hover: boolean; readonly completion: boolean };
}

/** What an editor may ask. */
export const capabilities: ServerCapabilities = {
  completionProvider: { triggerCharacters: [" ", "-", "#", "[", "{", ",", '"'] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
};

interface Asked {
  readonly textDocument: TextDocumentIdentifier;
}

interface AskedAt extends Asked {
  readonly position: Position;
}

/** Hands each question to whatever answers it, with what is known around the document. */
export function answerRequests(connection: Connection, session: Session, client: Client): void {
  const seen = async <T>(
    { textDocument: { uri } }: Asked,
    token: CancellationToken,
    answer: (document: OpenDocument, around: Lookout) => T | Promise<T>,
    isExact = false,
  ): Promise<T | ResponseError<void> | null> => {
    const document = session.documents.get(uri);
    const around = document === null ? null : await session.around(document, isExact);
    await hearEditor();
    if (token.isCancellationRequested)
      return new ResponseError(LSPErrorCodes.RequestCancelled, "Nobody waits for this");
    // It may have been closed meanwhile, or have another text: the last one is asked about.
    const now = session.documents.get(uri);
    if (around === null || now === null) return null;
    const known = around.files.find(({ path }) => path === now.path) ?? now.known;
    return answer({ ...now, known }, around);
  };
  const at = <T>(
    asked: AskedAt,
    token: CancellationToken,
    answer: (document: OpenDocument, offset: number, around: Lookout) => T,
  ) => seen(asked, token, (document, around) => answer(document, document.placed.offset(asked.position), around));
  const shown = (says: MarkupContent, where: keyof Client["hasMarkdown"]): MarkupContent =>
    client.hasMarkdown[where] ? says : asPlainText(says);
  const edited = (edit: WorkspaceEdit): WorkspaceEdit => (client.hasDocumentChanges ? edit : asChanges(edit));

  connection.onCompletion((asked, token) =>
    at(asked, token, ({ known, placed }, offset, around) =>
      complete(known, offset, placed, around).map(({ documentation, ...item }) =>
        documentation === undefined ? item : { ...item, documentation: shown(documentation, "completion") },
      ),
    ),
  );
  connection.onHover(async (asked, token) => {
    const found = await at(asked, token, ({ known, placed }, offset, around) => hover(known, offset, placed, around));
    if (found === null || found instanceof ResponseError) return found;
    return { ...found, contents: shown(found.contents, "hover") };
  });
  connection.onDefinition((asked, token) =>
    at(asked, token, ({ known }, offset, around) => [...findDefinition(known, offset, around)]),
  );
  connection.onReferences((asked, token) =>
    at(asked, token, ({ known }, offset, around) => [
      ...findReferences(known, offset, around, asked.context.includeDeclaration),
    ]),
  );
  connection.onDocumentHighlight((asked, token) =>
    at(asked, token, ({ known }, offset, around) => [...highlight(known, offset, around)]),
  );
  connection.onDocumentSymbol((asked, token) =>
    seen(asked, token, ({ known, placed }, around) => [...outline(known, placed, around)]),
  );
  connection.onPrepareRename((asked, token) =>
    at(asked, token, ({ known, placed }, offset, around) => prepareRename(known, offset, placed, around)),
  );
  connection.onRenameRequest((asked, token) =>
    seen(
      asked,
      token,
      async ({ known, placed }, around) => {
        const edit = await rename(known, placed.offset(asked.position), asked.newName, around, client.hasFileRenames);
        return edit instanceof ResponseError ? edit : edited(edit);
      },
      true,
    ),
  );
  connection.onCodeAction((asked, token) =>
    seen(
      asked,
      token,
      async ({ known, placed }, around) => {
        const actions = await codeActions(known, asked.range, placed, around, asked.context.only ?? null);
        return actions.map(({ edit, ...action }) => ({
          ...action,
          ...(edit === undefined ? {} : { edit: edited(edit) }),
        }));
      },
      true,
    ),
  );
}

/** Lets in what the editor has said during a look, such as that nobody waits any more: the second turn is behind its streams. */
async function hearEditor(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
