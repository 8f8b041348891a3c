import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { environment } from "./run-qualspec.ts";

export interface Position {
  /** Zero-based, as everything in the protocol. */
  readonly line: number;
  readonly character: number;
}

export interface Problem {
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const server = join(
  dirname(createRequire(import.meta.url).resolve("yaml-language-server/package.json")),
  "bin/yaml-language-server",
);

/** Lets nothing out of the server's process. */
const withoutNetwork = `data:text/javascript,${encodeURIComponent(
  'import net from "node:net"; net.Socket.prototype.connect = () => { throw new Error("There is no network here"); };',
)}`;

/** What an editor answers when the server asks for its settings of YAML. */
const settings = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };

/** A folder that is open in the editor, and its own settings. */
export interface OpenFolder {
  readonly uri: string;
  readonly schemas: Readonly<Record<string, readonly string[]>>;
}

/** The part of an editor that talks to the YAML language server: a class because of the running process. */
export class LanguageClient {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #problems = new Map<string, readonly Problem[]>();
  #listeners: (() => void)[] = [];
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;
  readonly #folder: OpenFolder | null;

  constructor(folder: OpenFolder | null = null) {
    this.#folder = folder;
    this.#process = spawn(process.execPath, ["--import", withoutNetwork, server, "--stdio"], { env: environment() });
    this.#process.stdout.on("data", (chunk: Buffer) => this.#receive(chunk));
  }

  async start(): Promise<void> {
    await this.request("initialize", {
      processId: process.pid,
      rootUri: this.#folder?.uri ?? null,
      ...(this.#folder === null ? {} : { workspaceFolders: [{ uri: this.#folder.uri, name: "folder" }] }),
      capabilities: {
        workspace: {
          workspaceFolders: true,
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
        },
        textDocument: { hover: { contentFormat: ["markdown"] } },
      },
    });
    this.notify("initialized", {});
    this.notify("workspace/didChangeConfiguration", { settings: { yaml: this.#yaml() } });
  }

  stop(): void {
    this.#process.kill();
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  async request<T>(method: string, params: unknown): Promise<T> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise<Message>((resolve) => {
      this.#waiting.set(id, resolve);
    });
    this.#send({ id, method, params });
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  /** The problems of a document, as soon as they are as wanted. */
  async problems(uri: string, isWanted: (problems: readonly Problem[]) => boolean): Promise<readonly Problem[]> {
    for (;;) {
      const problems = this.#problems.get(uri);
      if (problems !== undefined && isWanted(problems)) return problems;
      await new Promise<void>((resolve) => {
        this.#listeners.push(resolve);
      });
    }
  }

  #send(message: Message): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      const length = /Content-Length: (\d+)/u.exec(this.#received.toString("ascii", 0, Math.max(0, end)))?.[1];
      if (length === undefined || this.#received.length < end + 4 + Number(length)) return;
      const body = this.#received.toString("utf8", end + 4, end + 4 + Number(length));
      this.#received = this.#received.subarray(end + 4 + Number(length));
      this.#handle(JSON.parse(body) as Message);
    }
  }

  #handle(message: Message): void {
    if (message.method === undefined) {
      this.#waiting.get(message.id ?? 0)?.(message);
    } else if (message.id !== undefined) {
      this.#send({ id: message.id, result: this.#answerTo(message) });
    } else if (message.method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = message.params as { uri: string; diagnostics: readonly Problem[] };
      this.#problems.set(uri, diagnostics);
      for (const tell of this.#listeners.splice(0)) tell();
    }
  }

  #answerTo({ method, params }: Message): unknown {
    if (method !== "workspace/configuration") return null;
    const { items } = params as { readonly items: readonly { readonly section?: string }[] };
    return items.map(({ section }) => (section === "yaml" ? this.#yaml() : null));
  }

  #yaml(): Readonly<Record<string, unknown>> {
    return { ...settings, schemas: this.#folder?.schemas ?? {} };
  }
}
