import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { Io } from "../cli/io.ts";
import { Overlay } from "../files/overlay.ts";
import { isInside } from "../files/paths.ts";
import { disk, type FileView } from "../files/view.ts";
import { findWorkspaceRoot } from "../workspace/workspace.ts";
import { rootOf } from "./check-root.ts";
import { type OpenDocument, OpenDocuments } from "./documents.ts";
import type { KnownFile } from "./known-file.ts";
import type { Lookout } from "./lookout.ts";
import { Root } from "./root.ts";
import { type Editor, Teller } from "./teller.ts";

/** When a folder is looked at again. */
interface Turn {
  readonly root: Root;
  /** Something has changed since the last look. */
  isStale: boolean;
  /** Whether what stands on the disk was asked a moment ago. */
  isDiskKnown: boolean;
  timer: NodeJS.Timeout | null;
}

/** Milliseconds without a key being hit before files are looked at: longer where there are so many that it takes time. */
const pause = { few: 150, many: 300 };
const many = 300;
/** For so many milliseconds the disk is as it was, unless somebody says otherwise: some editors never tell of other programs. */
const diskStays = 10_000;

/** Everything that a server knows while an editor is there: a class because that is what it keeps. */
export class Session {
  readonly documents = new OpenDocuments();
  readonly #io: Io;
  readonly #hasShape: boolean;
  readonly #overlay = new Overlay();
  /** Without memory: where roots are has to be right at once, and is asked seldom. */
  readonly #view: FileView = this.#overlay.over(disk);
  readonly #turns = new Map<string, Turn>();
  readonly #teller: Teller;
  #folders: readonly string[] = [];
  #queue: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(io: Io, editor: Editor, hasShape: boolean) {
    this.#io = io;
    this.#hasShape = hasShape;
    this.#teller = new Teller(editor, this.documents, hasShape);
  }

  /** The folders that are open in the editor. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    for (const folder of folders) {
      const root = findWorkspaceRoot(folder, this.#view);
      // What is open comes right behind, and first.
      if (root !== null) this.#touch(root, pause.few);
    }
    for (const { root } of this.#turns.values()) if (!this.#isUsed(root)) this.#drop(root);
  }

  open(uri: string, version: number, text: string): void {
    this.#put(this.documents.put(uri, version, text, this.#home()), 0);
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.#put(this.documents.change(uri, version, changes, this.#home()), null);
  }

  close(uri: string): void {
    const document = this.documents.remove(uri);
    if (document === null) return;
    const root = this.#rootOf(document.path);
    this.#overlay.put(document.path, null);
    this.#touch(root, 0);
  }

  /** Files were written, made, moved or deleted. */
  diskChanged(): void {
    for (const document of this.documents.all()) this.#touch(this.#rootOf(document.path), pause.few);
    for (const path of this.#turns.keys()) this.#touch(path, pause.few);
    this.setFolders(this.#folders);
  }

  /** Nothing more is looked at. */
  stop(): void {
    this.#isStopped = true;
    for (const { timer } of this.#turns.values()) if (timer !== null) clearTimeout(timer);
  }

  /** What is known around a document, null where it is none of ours; `isExact`: with all that was typed so far. */
  async around(document: OpenDocument, isExact = false): Promise<Lookout | null> {
    const turn = this.#turnOf(this.#rootOf(document.path));
    const { root } = turn;
    if (!this.#hasSettings(root) && (await root.specifications(this.#openIn(root))).length === 0) return null;
    if (isExact && turn.isStale) turn.isDiskKnown = false;
    if (root.checked === null || (isExact && turn.isStale)) await this.#lookNow(turn);
    const paths = new Set([...root.known.keys(), document.path, ...this.#openIn(root).map(({ path }) => path)]);
    return {
      root: root.path,
      files: [...paths].flatMap((path) => this.#knownFile(path, root) ?? []),
      checked: root.checked,
      models: root.models,
      findings: root.findings,
      placing: this.#teller.placing,
      hasShape: this.#hasShape,
      versionOf: (path) => this.documents.at(path)?.version ?? null,
      look: (texts) => root.lookWith(this.#openIn(root), this.#isWhole(root), texts),
    };
  }

  #put(document: OpenDocument | null, delay: number | null): void {
    if (document === null) return;
    this.#overlay.put(document.path, document.bytes);
    const path = this.#rootOf(document.path);
    const isLarge = (this.#turns.get(path)?.root.known.size ?? 0) > many;
    this.#touch(path, delay ?? (isLarge ? pause.many : pause.few), delay === null);
  }

  /** Where what was never saved is thought to lie. */
  #home(): string {
    return this.#folders[0] ?? this.#io.cwd;
  }

  /** As it stands in the editor now; as it was last looked at where it is not open, or still says the same. */
  #knownFile(path: string, root: Root): KnownFile | null {
    const kept = root.known.get(path) ?? null;
    const open = this.documents.at(path);
    return open === null || kept?.source.text === open.placed.text ? kept : open.known;
  }

  #rootOf(path: string): string {
    return rootOf(path, this.#folders, this.#view);
  }

  #openIn({ path: root }: Root): readonly OpenDocument[] {
    return this.documents.all().filter(({ path }) => this.#rootOf(path) === root);
  }

  #turnOf(path: string): Turn {
    const known = this.#turns.get(path);
    if (known !== undefined) return known;
    const root = new Root(this.#io, path, (view) => this.#overlay.over(view));
    const turn: Turn = { root, isStale: true, isDiskKnown: false, timer: null };
    this.#turns.set(path, turn);
    return turn;
  }

  #touch(path: string, delay: number, isTyped = false): void {
    const turn = this.#turnOf(path);
    turn.isStale = true;
    if (!isTyped) turn.isDiskKnown = false;
    if (turn.timer !== null) clearTimeout(turn.timer);
    turn.timer = setTimeout(() => void this.#lookNow(turn), delay);
  }

  /** One look follows upon another; whoever waits gets what came of the last. */
  #lookNow(turn: Turn): Promise<void> {
    if (turn.timer !== null) clearTimeout(turn.timer);
    turn.timer = null;
    this.#queue = this.#queue.then(() => this.#look(turn));
    return this.#queue;
  }

  async #look(turn: Turn): Promise<void> {
    if (!turn.isStale || this.#isStopped) return;
    turn.isStale = false;
    const { root } = turn;
    try {
      const open = this.#openIn(root);
      if (!this.#hasSettings(root) && (await root.specifications(open)).length === 0) {
        this.#drop(root);
        return;
      }
      if (root.checked === null && this.#isWhole(root)) await this.#glance(root, open);
      // What is typed meanwhile has its own look to come.
      const isLate = () => turn.isStale || this.#isStopped;
      const isDone = await root.look(open, this.#isWhole(root), isDiskKnown(turn), isLate);
      if (isDone) this.#teller.tell(root, this.#openIn(root));
    } catch (error) {
      this.#teller.complain(root, error);
    }
  }

  /** The first look at a whole folder may take seconds: whoever has opened a file of it need not wait so long. */
  async #glance(root: Root, open: readonly OpenDocument[]): Promise<void> {
    if (open.length === 0) return;
    await root.glance(open);
    this.#teller.tell(root, open);
    // What is told has to go out before the processor is busy again.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }

  #drop(root: Root): void {
    this.#teller.untell(root);
    const turn = this.#turns.get(root.path);
    if (turn !== undefined && turn.timer !== null) clearTimeout(turn.timer);
    this.#turns.delete(root.path);
  }

  #hasSettings({ path }: Root): boolean {
    return findWorkspaceRoot(path, this.#view) === path;
  }

  /** A folder of the editor's is looked at as a whole, as is one with settings; around a file alone, only what it uses. */
  #isWhole(root: Root): boolean {
    return this.#hasSettings(root) || this.#folders.some((folder) => isInside(root.path, folder));
  }

  #isUsed(root: Root): boolean {
    const isOpen = this.#folders.some((folder) => isInside(root.path, folder) || isInside(folder, root.path));
    return isOpen || this.#openIn(root).length > 0;
  }
}

/** What is learnt now is taken to be so for a while. */
function isDiskKnown(turn: Turn): boolean {
  const { isDiskKnown: isKnown } = turn;
  if (!isKnown) {
    turn.isDiskKnown = true;
    setTimeout(() => {
      turn.isDiskKnown = false;
    }, diskStays).unref();
  }
  return isKnown;
}
