import { basename, dirname, extname } from "node:path";
import { printedPath } from "../files/paths.ts";
import { disk, type FileView } from "../files/view.ts";
import type { FrameworkShape } from "../schema/shapes.ts";
import { misnamedFile } from "./misnamed.ts";
import { type ReadFile, readSpecification } from "./read-file.ts";
import { outputFolder, specificationFolders, type Workspace, workspaceFileName } from "./workspace.ts";

/** What an id leads to. */
export interface Lookup {
  /** The sound file that calls itself so, the first where there are several; null where there is none. */
  readonly sound: ReadFile | null;
  /** Every file that claims the id, or has its name and something wrong: each has findings to tell. */
  readonly files: readonly ReadFile[];
}

/**
 * The files of one workspace, each read once. It finds what an id names without reading the whole workspace where it
 * can: a file is named by its id. A class because what has been read is kept.
 */
export class Library {
  readonly workspace: Workspace;
  readonly #cwd: string;
  readonly #view: FileView;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #readFile: typeof readSpecification;
  readonly #files = new Map<string, ReadFile>();
  /** The paths of the files that claim each id, in small letters, in the order in which they were first read. */
  readonly #claims = new Map<string, Set<string>>();
  #names: ReadonlyMap<string, readonly string[]> | null = null;
  #isWhole = false;

  /**
   * @param texts what stands in place of what some files hold, by absolute path
   * @param readFile how a file is taken through the gates
   */
  constructor(
    workspace: Workspace,
    cwd: string,
    texts: ReadonlyMap<string, string> = new Map(),
    view: FileView = disk,
    readFile = readSpecification,
  ) {
    this.#view = view;
    this.#readFile = readFile;
    this.workspace = workspace;
    this.#cwd = cwd;
    this.#texts = texts;
  }

  async read(path: string, isNamed: boolean): Promise<ReadFile> {
    const known = this.#files.get(path);
    if (known !== undefined && !(isNamed && known.isForeign)) return known;
    const printed = printedPath(path, this.#cwd);
    const text = this.#texts.get(path);
    const bytes = text === undefined ? this.#view.bytes(path, printed) : Buffer.from(text);
    return this.add(await this.#readFile(path, printed, bytes, isNamed));
  }

  add(file: ReadFile): ReadFile {
    this.#files.set(file.path, file);
    if (file.id !== null) {
      const id = file.id.toLowerCase();
      const claims = this.#claims.get(id) ?? new Set();
      this.#claims.set(id, claims.add(file.path));
    }
    return file;
  }

  /** What calls itself `id`; ids are compared without case. */
  async find(id: string): Promise<Lookup> {
    const wanted = id.toLowerCase();
    const named: ReadFile[] = [];
    for (const path of this.#namesOf().get(wanted) ?? []) named.push(await this.read(path, false));
    if (this.#claiming(wanted).length === 0 && named.every(({ isForeign }) => isForeign)) {
      await this.#readAll();
      // What is referred to by its name has to be a specification, whatever it looks like.
      if (this.#claiming(wanted).length === 0) {
        for (const [at, { path }] of named.entries()) named[at] = await this.read(path, true);
      }
    }
    const claiming = this.#claiming(wanted);
    // A file of that name with another id, or without one, has its own finding: the reference to it has none.
    const files = claiming.length > 0 ? claiming : named.filter(({ isForeign }) => !isForeign);
    return { sound: claiming.find(({ sound }) => sound !== null) ?? null, files };
  }

  /**
   * The frameworks that say that they replace one. They are looked for beside it, and where everything was read anyway:
   * nothing in the older file names them, and reading the whole workspace for it would cost too much.
   */
  async findNewer({ path, id }: ReadFile): Promise<readonly ReadFile[]> {
    const beside = [...this.#namesOf().values()].flat().filter((other) => dirname(other) === dirname(path));
    const newer: ReadFile[] = [];
    for (const other of new Set([...beside, ...this.#files.keys()])) {
      if (other === path || !(this.#files.has(other) || this.#mentions(other, id ?? ""))) continue;
      const file = await this.read(other, false);
      if (file.sound?.kind !== "framework") continue;
      if ((file.sound.spec.data as FrameworkShape).replaces === id) newer.push(file);
    }
    return newer;
  }

  /** Whether a file may say that it replaces `id`: a look at its text is much quicker than to read it. */
  #mentions(path: string, id: string): boolean {
    const text = this.#texts.get(path) ?? Buffer.from(this.#view.bytes(path, printedPath(path, this.#cwd))).toString();
    return text.includes("replaces") && text.includes(id);
  }

  /** The ids of every file read so far. */
  knownIds(): readonly string[] {
    return [...this.#files.values()].flatMap(({ id }) => id ?? []);
  }

  /** A file that looks as if it were meant to hold `id`, and what to do with it; null where there is none. */
  misnamed(id: string): string | null {
    const folders = specificationFolders(this.workspace).filter((folder) => disk.kindOf(folder) === "folder");
    return misnamedFile(id, folders, this.#cwd);
  }

  #claiming(wanted: string): readonly ReadFile[] {
    const files = [...(this.#claims.get(wanted) ?? [])].flatMap((path) => this.#files.get(path) ?? []);
    return files.filter(({ id }) => id?.toLowerCase() === wanted);
  }

  #namesOf(): ReadonlyMap<string, readonly string[]> {
    if (this.#names === null) {
      const names = new Map<string, string[]>();
      for (const path of this.paths()) {
        const name = basename(path, extname(path)).toLowerCase();
        names.set(name, [...(names.get(name) ?? []), path]);
      }
      this.#names = names;
    }
    return this.#names;
  }

  /** Every file of the workspace that may hold a specification. */
  paths(): readonly string[] {
    const skipped = new Set([outputFolder(this.workspace)]);
    const found = specificationFolders(this.workspace).flatMap((folder) => this.#view.yamlFiles(folder, skipped));
    return [...new Set(found)].filter((path) => basename(path) !== workspaceFileName);
  }

  async #readAll(): Promise<void> {
    if (this.#isWhole) return;
    this.#isWhole = true;
    for (const path of this.paths()) await this.read(path, false);
  }
}
