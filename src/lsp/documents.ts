import { join } from "node:path";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { SourceFile } from "../diagnostics/source-file.ts";
import { describeFile, type KnownFile } from "./known-file.ts";
import { pathOf } from "./paths.ts";
import { PlacedText } from "./placed-text.ts";

/** A file as it stands in the editor, saved or not. */
export interface OpenDocument {
  readonly uri: string;
  /** Absolute; of what was never saved, one that no file has. */
  readonly path: string;
  readonly version: number;
  readonly placed: PlacedText;
  readonly bytes: Uint8Array;
  /** What can be said of it as it stands now. */
  readonly known: KnownFile;
}

/** What is open in the editor, by path: a class because the editor opens and closes. */
export class OpenDocuments {
  readonly #byUri = new Map<string, OpenDocument>();

  /** What was typed. @returns null where the document is none of ours */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[], home: string) {
    const document = this.#byUri.get(uri);
    if (document === undefined) return null;
    const written = TextDocument.create(uri, "yaml", document.version, document.placed.written);
    return this.put(uri, version, TextDocument.update(written, [...changes], version).getText(), home);
  }

  /** @returns null where it is nothing that we read, such as an old version that the editor shows beside the new one */
  put(uri: string, version: number, text: string, home: string): OpenDocument | null {
    const path = this.#byUri.get(uri)?.path ?? this.#pathFor(uri, home);
    if (path === null) return null;
    const placed = new PlacedText(text);
    const known = describeFile(path, new SourceFile(path, placed.text));
    const document = { uri, path, version, placed, bytes: Buffer.from(text), known };
    this.#byUri.set(uri, document);
    return document;
  }

  remove(uri: string): OpenDocument | null {
    const document = this.#byUri.get(uri) ?? null;
    this.#byUri.delete(uri);
    return document;
  }

  get(uri: string): OpenDocument | null {
    return this.#byUri.get(uri) ?? null;
  }

  at(path: string): OpenDocument | null {
    return this.all().find((one) => one.path === path) ?? null;
  }

  all(): readonly OpenDocument[] {
    return [...this.#byUri.values()];
  }

  /** What was never saved is no file yet: it is named as standard input is, so that nobody asks for another name. */
  #pathFor(uri: string, home: string): string | null {
    if (!uri.startsWith("untitled:")) return /\.ya?ml$/iu.test(uri) ? pathOf(uri) : null;
    const taken = new Set(this.all().map(({ path }) => path));
    for (let at = 1; ; at += 1) {
      const path = join(home, `untitled-${at}`, "stdin.yaml");
      if (!taken.has(path)) return path;
    }
  }
}
