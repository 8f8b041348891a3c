import type { Diagnostic as Shown } from "vscode-languageserver";
import { UserError } from "../cli/user-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
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

interface Told {
  readonly version: number | null;
  readonly findings: readonly Diagnostic[];
}

/** Tells the editor what is found, and takes back what is no longer so: a class because it remembers what it told. */
export class Teller {
  readonly #editor: Editor;
  readonly #documents: OpenDocuments;
  readonly #hasShape: boolean;
  /** What was told of each address, by folder. */
  readonly #told = new Map<string, ReadonlyMap<string, Told>>();
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
    const before = this.#told.get(root.path) ?? new Map<string, Told>();
    const told = new Map<string, Told>();
    for (const path of new Set([...root.findings.keys(), ...open.map((one) => one.path)])) {
      const found = root.findings.get(path) ?? [];
      const shown = this.#hasShape ? found : withoutShape(found);
      const uri = this.placing.uri(path);
      const now: Told = { version: this.#documents.at(path)?.version ?? null, findings: shown };
      told.set(uri, now);
      if (isTold(now, before.get(uri))) continue;
      this.#editor.publish(
        uri,
        now.version,
        shown.map((one) => shownFinding(one, root.path, this.placing)),
      );
    }
    for (const [uri, { findings }] of before) {
      if (!told.has(uri) && findings.length > 0) this.#editor.publish(uri, null, []);
    }
    this.#told.set(root.path, told);
  }

  /** Nobody looks at a folder any more. */
  untell({ path }: Root): void {
    for (const [uri, { findings }] of this.#told.get(path) ?? []) {
      if (findings.length > 0) this.#editor.publish(uri, null, []);
    }
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

/** Whether the editor knows. A file that has changed is another object. */
function isTold({ version, findings }: Told, before: Told | undefined): boolean {
  if (before?.version !== version || before.findings.length !== findings.length) return false;
  return findings.every((one, at) => isSaidSo(one, before.findings[at] ?? one));
}

function isSaidSo(one: Diagnostic, other: Diagnostic): boolean {
  const { rule, severity, ground, message, place, related, fix } = other;
  return (
    one.rule === rule &&
    one.severity === severity &&
    one.ground === ground &&
    one.message === message &&
    one.fix?.title === fix?.title &&
    isSamePlace(one.place, place) &&
    one.related.length === related.length &&
    one.related.every((own, at) => own.message === related[at]?.message && isSamePlace(own.place, related[at].place))
  );
}

function isSamePlace(one: Diagnostic["place"], { file, start, end }: Diagnostic["place"]): boolean {
  return one.file === file && one.start === start && one.end === end;
}
