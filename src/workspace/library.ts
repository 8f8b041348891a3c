import { basename, extname } from "node:path";
import { findYamlFiles } from "../files/find.ts";
import { printedPath } from "../files/paths.ts";
import { readBytes } from "../files/read.ts";
import { type ReadFile, readSpecification } from "./read-file.ts";
import { outputFolder, specificationFolders, type Workspace, workspaceFileName } from "./workspace.ts";

/** What an id leads to: a sound file, one that is broken, or nothing. */
export type Lookup = { readonly file: ReadFile } | "broken" | null;

/**
 * The files of one workspace, each read once. It finds what an id names without reading the whole workspace where it
 * can: a file is named by its id. A class because what has been read is kept.
 */
export class Library {
  readonly workspace: Workspace;
  readonly #cwd: string;
  readonly #files = new Map<string, ReadFile>();
  #names: ReadonlyMap<string, readonly string[]> | null = null;
  #isWhole = false;

  constructor(workspace: Workspace, cwd: string) {
    this.workspace = workspace;
    this.#cwd = cwd;
  }

  async read(path: string, isNamed: boolean): Promise<ReadFile> {
    const known = this.#files.get(path);
    if (known !== undefined && !(isNamed && known.isForeign)) return known;
    const printed = printedPath(path, this.#cwd);
    return this.add(await readSpecification(path, printed, readBytes(path, printed), isNamed));
  }

  add(file: ReadFile): ReadFile {
    this.#files.set(file.path, file);
    return file;
  }

  /** The file that calls itself `id`; ids are compared without case. */
  async find(id: string): Promise<Lookup> {
    const wanted = id.toLowerCase();
    const read = this.#findRead(wanted);
    if (read !== null) return read;
    const named = this.#namesOf().get(wanted) ?? [];
    for (const path of named) await this.read(path, false);
    const found = this.#findRead(wanted);
    if (found !== null) return found;
    // A file of that name with another id, or without one, has its own finding: the reference to it has none.
    if (named.some((path) => this.#files.get(path)?.isForeign === false)) return "broken";
    await this.#readAll();
    return this.#findRead(wanted);
  }

  /** The ids of every file read so far. */
  knownIds(): readonly string[] {
    return [...this.#files.values()].flatMap(({ id }) => id ?? []);
  }

  #findRead(wanted: string): Lookup {
    const files = [...this.#files.values()].filter(({ id }) => id?.toLowerCase() === wanted);
    const sound = files.find((file) => file.sound !== null);
    if (sound !== undefined) return { file: sound };
    return files.length > 0 ? "broken" : null;
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
    const found = specificationFolders(this.workspace).flatMap((folder) => findYamlFiles(folder, skipped));
    return [...new Set(found)].filter((path) => basename(path) !== workspaceFileName);
  }

  async #readAll(): Promise<void> {
    if (this.#isWhole) return;
    this.#isWhole = true;
    for (const path of this.paths()) await this.read(path, false);
  }
}
