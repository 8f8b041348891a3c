import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { ExitCode } from "../cli/exit-code.ts";
import type { Conversation, Io } from "../cli/io.ts";
import { connect } from "./connect.ts";
import { pathOf } from "./paths.ts";
import { answerRequests, type Client, capabilities as ours } from "./requests.ts";
import { Session } from "./session.ts";

export interface ServeOptions {
  /** Whether the shape of files is ours to report. */
  readonly hasShape: boolean;
  readonly version: string;
}

/** What papers and checks are made of: specifications, and what a brand folder holds. */
const watched = "**/*.{yaml,yml,hbs,css,svg,png,jpg,jpeg,docx}";

/** Answers an editor until it says that it is done, or goes away. */
export async function serve(io: Io, talk: Conversation, { hasShape, version }: ServeOptions): Promise<ExitCode> {
  const { connection, ended } = connect(talk);
  const session = new Session(
    io,
    {
      publish: (uri, known, diagnostics) => {
        const version = known === null ? {} : { version: known };
        tell(() => connection.sendDiagnostics({ uri, diagnostics: [...diagnostics], ...version }));
      },
      warn: (message) => {
        const told = { type: MessageType.Warning, message: `qualspec: ${message}` };
        tell(() => connection.sendNotification(ShowMessageNotification.method, told));
      },
      log: (message) => tell(() => connection.console.error(message)),
    },
    hasShape,
  );
  const client: Client = {
    hasDocumentChanges: false,
    hasFileRenames: false,
    hasMarkdown: { hover: false, completion: false },
  };
  connection.onInitialize((params) => {
    learn(client, params);
    return initialise(connection, session, params, version);
  });
  connection.onDidOpenTextDocument(({ textDocument: { uri, version: known, text } }) => session.open(uri, known, text));
  connection.onDidChangeTextDocument(({ textDocument: { uri, version: known }, contentChanges }) =>
    session.change(uri, known, contentChanges),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => session.close(uri));
  connection.onDidSaveTextDocument(() => session.diskChanged());
  connection.onDidChangeWatchedFiles(() => session.diskChanged());
  answerRequests(connection, session, client);
  connection.listen();
  const code = await ended;
  session.stop();
  return code;
}

/** An editor that is gone hears nothing: that it is, its streams say. */
function tell(work: () => Promise<void> | void): void {
  try {
    work()?.catch(() => {});
  } catch {
    // The connection is closed.
  }
}

function initialise(
  connection: Connection,
  session: Session,
  { capabilities, workspaceFolders, rootUri }: InitializeParams,
  version: string,
): InitializeResult {
  const given = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  let folders = pathsOf(given);
  connection.onInitialized(async () => {
    session.setFolders(folders);
    if (capabilities.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(pathsOf(removed.map(({ uri }) => uri)));
        folders = [...folders.filter((folder) => !gone.has(folder)), ...pathsOf(added.map(({ uri }) => uri))];
        session.setFolders(folders);
      });
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    await connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: watched }] })
      .catch((error: unknown) => connection.console.error(String(error)));
  });
  return {
    capabilities: {
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...ours,
    },
    serverInfo: { name: "qualspec", version },
  };
}

/** What the editor can do with answers. */
function learn(client: Client, { capabilities: { workspace, textDocument } }: InitializeParams): void {
  client.hasFileRenames = workspace?.workspaceEdit?.resourceOperations?.includes("rename") === true;
  // Neovim says only the second, which has no other form to come in.
  client.hasDocumentChanges = workspace?.workspaceEdit?.documentChanges === true || client.hasFileRenames;
  client.hasMarkdown = {
    hover: textDocument?.hover?.contentFormat?.includes("markdown") !== false,
    completion: textDocument?.completion?.completionItem?.documentationFormat?.includes("markdown") !== false,
  };
}

function pathsOf(uris: readonly string[]): readonly string[] {
  return uris.flatMap((uri) => pathOf(uri) ?? []);
}
