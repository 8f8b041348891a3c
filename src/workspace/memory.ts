import { join } from "node:path";
import { KeptView } from "../files/kept-view.ts";
import type { FileView } from "../files/view.ts";
import type { House } from "../house/open-house.ts";
import type { Framework, Qualification, Unit } from "../model/types.ts";
import { KeptAnswers } from "../rules/kept-answers.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { houseOf } from "./house-of.ts";
import { Kept } from "./kept.ts";
import { isSeenAgain, type Look, notingView } from "./looks.ts";
import { type ReadFile, readSpecification } from "./read-file.ts";
import { openWorkspace, type Workspace, workspaceFileName } from "./workspace.ts";

/** The models made from files. */
export interface KeptModels {
  readonly frameworks: Kept<SpecFile, Framework>;
  readonly units: Kept<SpecFile, Unit>;
  readonly qualifications: Kept<SpecFile, Qualification>;
}

/**
 * What one check leaves to the next, so that only what has changed is looked at again: the answer is that of a check from
 * scratch. What did not change is the same object as before, and that is how everybody knows.
 */
export class Memory {
  readonly models: KeptModels = { frameworks: new Kept(), units: new Kept(), qualifications: new Kept() };
  readonly answers = new KeptAnswers();
  readonly view: FileView;
  readonly #files = new KeptView();
  readonly #workspaces = new Map<string, { readonly bytes: Uint8Array | null; readonly workspace: Workspace }>();
  readonly #houses = new Map<string, KeptHouse>();
  #read = new Map<string, ReadBefore>();
  #readBefore: ReadonlyMap<string, ReadBefore> = new Map();

  /** @param over what is seen in place of some of the disk */
  constructor(over: (view: FileView) => FileView = (view) => view) {
    this.view = over(this.#files.view);
  }

  /** The files that were read since the last check began, and what they say: by absolute path. */
  get read(): ReadonlyMap<string, ReadBefore> {
    return this.#read;
  }

  /** Before a check that is to see what stands on the disk now. `doubted` files, absolute, are read in any case. */
  begin(doubted: ReadonlySet<string> = new Set()): void {
    this.#files.begin(doubted);
    this.beginAgain();
  }

  /** Before a check of what other texts stand in front of the disk, which is taken to be as it was. */
  beginAgain(): void {
    this.#readBefore = this.#read;
    this.#read = new Map();
  }

  /** Whether the disk is another than the last check saw. */
  hasChanged(): boolean {
    return this.#files.hasChanged();
  }

  /** Takes a file through the gates, unless it says what it said. */
  readonly readFile: typeof readSpecification = async (path, printed, bytes, isNamed) => {
    const known = this.#read.get(path) ?? this.#readBefore.get(path);
    if (known !== undefined && known.isNamed === isNamed && isSameBytes(known.bytes, bytes)) {
      this.#read.set(path, known);
      return known.file;
    }
    const file = await readSpecification(path, printed, bytes, isNamed);
    this.#read.set(path, { bytes, isNamed, file });
    return file;
  };

  async openWorkspace(root: string, cwd: string): Promise<Workspace> {
    const path = join(root, workspaceFileName);
    const bytes = this.view.kindOf(path) === "file" ? this.view.bytes(path, path) : null;
    const known = this.#workspaces.get(root);
    if (known !== undefined && isSameBytes(known.bytes, bytes)) return known.workspace;
    const workspace = await openWorkspace(root, cwd, this.view);
    this.#workspaces.set(root, { bytes, workspace });
    return workspace;
  }

  async openHouse(workspace: Workspace, cwd: string): Promise<House> {
    const known = this.#houses.get(workspace.root);
    if (known?.workspace === workspace && (await isSeenAgain(this.view, known.looks))) return known.house;
    const looks: Look[] = [];
    const house = await houseOf(workspace, cwd, { view: notingView(this.view, looks) });
    this.#houses.set(workspace.root, { workspace, looks, house });
    return house;
  }
}

/** A file as it was read. */
export interface ReadBefore {
  readonly bytes: Uint8Array;
  readonly isNamed: boolean;
  readonly file: ReadFile;
}

interface KeptHouse {
  readonly workspace: Workspace;
  readonly looks: readonly Look[];
  readonly house: House;
}

function isSameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === b || (a !== null && b !== null && Buffer.compare(a, b) === 0);
}
