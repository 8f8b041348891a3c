import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { environment, launcher } from "../run-qualspec.ts";

export interface Position {
  readonly line: number;
  readonly character: number;
}

interface Told {
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

const capabilities: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
};

/** An editor that talks to `qualspec lsp`: a class because of the running process. */
export class Editor {
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #told = new Map<string, Told>();
  readonly #versions = new Map<string, number>();
  readonly #texts = new Map<string, string>();
  readonly warnings: string[] = [];
  readonly exit: Promise<number | null>;
  result: InitializeResult | null = null;
  stderr = "";
  onPublish: (told: PublishDiagnosticsParams) => void = () => {};
  #listeners: (() => void)[] = [];

  constructor(folder: string, args: readonly string[] = []) {
    this.folder = folder;
    this.#process = spawn(process.execPath, [launcher, "lsp", ...args], { env: environment(), cwd: folder });
    this.#process.stderr.on("data", (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    this.exit = new Promise((resolve) => {
      this.#process.on("exit", resolve);
    });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", (told: PublishDiagnosticsParams) => {
      const { uri, version = null, diagnostics } = told;
      this.onPublish(told);
      this.#told.set(uri, { version, diagnostics });
      for (const tell of this.#listeners.splice(0)) tell();
    });
    this.connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
      this.warnings.push(message);
      for (const tell of this.#listeners.splice(0)) tell();
    });
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.listen();
  }

  async start(folders: readonly string[] = [this.folder], can: ClientCapabilities = capabilities): Promise<this> {
    this.result = await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder })),
      capabilities: can,
    });
    await this.notify("initialized", {});
    return this;
  }

  uri(path: string): string {
    return path.includes(":") ? path : pathToFileURL(join(this.folder, path)).href;
  }

  /** Opens a file with this text, or replaces the text of one that is open. */
  async write(path: string, text: string): Promise<void> {
    const uri = this.uri(path);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    const isOpen = this.#versions.has(uri);
    this.#versions.set(uri, version);
    this.#texts.set(uri, text);
    await this.notify(
      isOpen ? "textDocument/didChange" : "textDocument/didOpen",
      isOpen
        ? { textDocument: { uri, version }, contentChanges: [{ text }] }
        : { textDocument: { uri, languageId: "yaml", version, text } },
    );
  }

  /** What the editor shows of a file; null where it is not open. */
  text(path: string): string | null {
    return this.#texts.get(this.uri(path)) ?? null;
  }

  async close(path: string): Promise<void> {
    this.#versions.delete(this.uri(path));
    await this.notify("textDocument/didClose", { textDocument: { uri: this.uri(path) } });
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  request<T>(method: string, path: string, params: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri(path) }, ...params });
  }

  /** Writes a text in which | stands for where the cursor is, and asks something about that place. */
  async ask<T>(method: string, path: string, marked: string, params: object = {}): Promise<T> {
    const at = marked.indexOf("|");
    const text = marked.slice(0, at) + marked.slice(at + 1);
    if (this.#texts.get(this.uri(path)) !== text) await this.write(path, text);
    return this.request<T>(method, path, { position: positionAt(text, at), ...params });
  }

  /** What was found in a file, once that was looked at as it stands now and is as wanted. */
  async findings(
    path: string,
    isWanted: (found: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<readonly Diagnostic[]> {
    const uri = this.uri(path);
    for (;;) {
      const told = this.#told.get(uri);
      const version = this.#versions.get(uri) ?? null;
      if (told !== undefined && told.version === version && isWanted(told.diagnostics)) return told.diagnostics;
      await this.#next();
    }
  }

  async warning(isWanted: (message: string) => boolean): Promise<string> {
    for (;;) {
      const found = this.warnings.find(isWanted);
      if (found !== undefined) return found;
      await this.#next();
    }
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest("shutdown");
    await this.notify("exit", {});
    return this.exit;
  }

  kill(): void {
    this.#process.kill();
  }

  /** The editor goes away without a word. */
  hangUp(): void {
    this.#process.stdin.end();
  }

  #next(): Promise<void> {
    return new Promise((resolve) => {
      this.#listeners.push(resolve);
    });
  }
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
