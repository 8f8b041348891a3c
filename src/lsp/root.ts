import { resolve } from "node:path";
import type { Io } from "../cli/io.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { printedPath } from "../files/paths.ts";
import type { FileView } from "../files/view.ts";
import type { Specification } from "../model/types.ts";
import { decode } from "../source/decode.ts";
import { specificationsOf } from "../waivers/locate.ts";
import type { Checked } from "../workspace/check.ts";
import { Memory } from "../workspace/memory.ts";
import { checkRoot } from "./check-root.ts";
import type { OpenDocument } from "./documents.ts";
import { describeFile, type KnownFile } from "./known-file.ts";

/** A folder whose files are looked at together, again and again: a class because of what one look leaves to the next. */
export class Root {
  readonly path: string;
  /** What came of the last look that could be finished. */
  checked: Checked | null = null;
  /** By absolute path. */
  findings: ReadonlyMap<string, readonly Diagnostic[]> = new Map();
  /** Every specification by its id in small letters, as it was when its file was last sound. */
  readonly models = new Map<string, Specification>();
  /** What can be said of each file, as it was then. */
  known: ReadonlyMap<string, KnownFile> = new Map();
  readonly #io: Io;
  readonly #memory: Memory;
  readonly #described = new WeakMap<object, KnownFile>();

  /** @param over what is seen in place of some of the disk */
  constructor(io: Io, path: string, over: (view: FileView) => FileView) {
    this.path = path;
    this.#io = io;
    this.#memory = new Memory(over);
  }

  /**
   * Looks at everything as it is now, and takes note of it unless `isLate`, when something has changed meanwhile. While
   * somebody types, `isDiskKept` leaves the disk as it was last seen: asking after every file takes its time.
   */
  async look(
    open: readonly OpenDocument[],
    isWhole: boolean,
    isDiskKept: boolean,
    isLate: () => boolean,
  ): Promise<boolean> {
    if (isDiskKept) this.#memory.beginAgain();
    else this.#memory.begin();
    const own = await this.specifications(open);
    const checked = await checkRoot(this.#io, this.path, own, { isWhole, memory: this.#memory });
    if (isLate()) return false;
    const found = findingsByPath(checked.findings, this.path);
    if (checked.isWorkspaceBroken) {
      // Elsewhere things stay as they were but for what is wrong in a file by itself: what its house asks for cannot be read.
      for (const [path, findings] of this.findings) if (!found.has(path)) found.set(path, findings);
      for (const path of own) found.set(path, this.#memory.read.get(path)?.file.findings ?? []);
      this.findings = found;
      return true;
    }
    this.findings = found;
    this.checked = checked;
    this.#takeNote(checked);
    return true;
  }

  /** What is wrong with what is open and what it uses: all that can be said soon of a large folder. */
  async glance(open: readonly OpenDocument[]): Promise<void> {
    this.#memory.begin();
    const own = await this.specifications(open);
    const checked = await checkRoot(this.#io, this.path, own, { isWhole: false, memory: this.#memory });
    if (!checked.isWorkspaceBroken) this.findings = findingsByPath(checked.findings, this.path);
  }

  /** What would be found with other texts in place of what some files say. */
  async lookWith(
    open: readonly OpenDocument[],
    isWhole: boolean,
    texts: ReadonlyMap<string, string>,
  ): Promise<Checked> {
    return checkRoot(this.#io, this.path, await this.specifications(open), { isWhole, memory: this.#memory, texts });
  }

  /** Those among some documents that are specifications: an editor opens YAML of other programs, too. */
  async specifications(open: readonly OpenDocument[]): Promise<readonly string[]> {
    const paths: string[] = [];
    for (const { path, bytes } of open) {
      const read = await this.#memory.readFile(path, printedPath(path, this.path), bytes, false);
      if (!read.isForeign) paths.push(path);
    }
    return paths;
  }

  #takeNote(checked: Checked): void {
    for (const { corpus } of checked.workspaces) {
      for (const one of specificationsOf(corpus)) this.models.set(one.id.toLowerCase(), one);
    }
    const known = new Map<string, KnownFile>();
    for (const [path, { bytes, file }] of this.#memory.read) {
      if (file.isForeign) continue;
      const described =
        this.#described.get(file) ?? describeFile(path, file.sound ?? decode(printedPath(path, this.path), bytes).file);
      this.#described.set(file, described);
      known.set(path, described);
    }
    this.known = known;
  }
}

function findingsByPath(findings: readonly Diagnostic[], root: string): Map<string, readonly Diagnostic[]> {
  const byName = new Map<string, Diagnostic[]>();
  for (const one of findings) {
    const { path } = one.place.file;
    const own = byName.get(path);
    if (own === undefined) byName.set(path, [one]);
    else own.push(one);
  }
  return new Map([...byName].map(([path, own]) => [resolve(root, path), own]));
}
