import type { Diagnostic as Shown } from "vscode-languageserver";
import { UserError } from "../cli/user-error.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import type { OpenDocument, OpenDocuments } from "./documents.ts";
import { type Placing, shownFinding, withoutShape } from "./findings.ts";
import { uriOf } from "./paths.ts";
import { PlacedText } from "./placed-text.ts";
import type { Root } from "./root.ts";

/** What an editor is told without having asked. */
export interface Editor {
  readonly publish: (uri: string, version: number | null, findings: readonly Shown[]) => void;
  /** What people have to know at once. */
  readonly warn: (message: string) => void;
  /** What only whoever mends qualspec wants to know. */
  readonly log: (message: string) => void;
}

/** Tells the editor what is found, and takes back what is no longer so: a class because it remembers what it told. */
export class Teller {
  readonly #editor: Editor;
  readonly #documents: OpenDocuments;
  readonly #hasShape: boolean;
  /** The addresses that there are findings of, by folder. */
  readonly #told = new Map<string, ReadonlySet<string>>();
  readonly #complaints = new Map<string, string>();
  readonly #placed = new WeakMap<SourceFile, PlacedText>();

  constructor(editor: Editor, documents: OpenDocuments, hasShape: boolean) {
    this.#editor = editor;
    this.#documents = documents;
    this.#hasShape = hasShape;
  }

  readonly placing: Placing = {
    uri: (path) => this.#documents.at(path)?.uri ?? uriOf(path),
    text: (path, file) => {
      const open = this.#documents.at(path)?.placed;
      if (open !== undefined && open.text === file.text) return open;
      const placed = this.#placed.get(file) ?? new PlacedText(file.text);
      this.#placed.set(file, placed);
      return placed;
    },
  };

  /** Of what is open also that there is nothing: whoever waits for an answer gets one. */
  tell(root: Root, open: readonly OpenDocument[]): void {
    this.#complaints.delete(root.path);
    const before = new Set(this.#told.get(root.path));
    const told = new Set<string>();
    for (const path of new Set([...root.findings.keys(), ...open.map((one) => one.path)])) {
      const found = root.findings.get(path) ?? [];
      const shown = this.#hasShape ? found : withoutShape(found);
      const uri = this.placing.uri(path);
      if (shown.length > 0) told.add(uri);
      before.delete(uri);
      this.#editor.publish(
        uri,
        this.#documents.at(path)?.version ?? null,
        shown.map((one) => shownFinding(one, root.path, this.placing)),
      );
    }
    for (const uri of before) this.#editor.publish(uri, null, []);
    this.#told.set(root.path, told);
  }

  /** Nobody looks at a folder any more. */
  untell({ path }: Root): void {
    for (const uri of this.#told.get(path) ?? []) this.#editor.publish(uri, null, []);
    this.#told.delete(path);
    this.#complaints.delete(path);
  }

  /** Says once why a folder could not be looked at. */
  complain({ path }: Root, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (message === this.#complaints.get(path)) return;
    this.#complaints.set(path, message);
    if (error instanceof UserError) {
      this.#editor.warn(message);
      return;
    }
    this.#editor.warn("This is a bug in qualspec, which goes on as well as it can; please report what its log says");
    this.#editor.log(error instanceof Error ? (error.stack ?? message) : message);
  }
}
