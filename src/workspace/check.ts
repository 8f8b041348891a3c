import { basename, resolve } from "node:path";
import type { Io } from "../cli/io.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderFindings } from "../diagnostics/order.ts";
import { printedPath } from "../files/paths.ts";
import { disk, type FileView } from "../files/view.ts";
import type { House } from "../house/open-house.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Register } from "../model/register.ts";
import type { Specification } from "../model/types.ts";
import { type Asked, runRules } from "../rules/run.ts";
import type { JudgedWaiver, Waived } from "../waivers/waiver.ts";
import { applyOwnWaivers, inOrder } from "./apply-own-waivers.ts";
import { buildCorpus } from "./build-corpus.ts";
import { gatherUsed } from "./gather-used.ts";
import { brandFileOf, houseOf } from "./house-of.ts";
import { Library } from "./library.ts";
import type { Memory } from "./memory.ts";
import { onlyIn, selectFiles } from "./only-changed.ts";
import type { Changes } from "./open-changes.ts";
import type { ReadFile } from "./read-file.ts";
import { readTargets, type TargetFile } from "./read-targets.ts";
import { findTargets, noSpecifications, type Target } from "./targets.ts";
import { nameUnitsByTitle } from "./units-by-title.ts";
import { openWorkspace, type Workspace, workspaceFileName } from "./workspace.ts";

/** One workspace after the whole pipeline. */
export interface CheckedWorkspace {
  readonly workspace: Workspace;
  readonly corpus: Corpus;
  /** The specifications that the user asked for, not what they merely use. */
  readonly asked: readonly Specification[];
  /** Those among them that the user named by their own file. */
  readonly named: readonly Specification[];
  /** Rules that were not asked of a qualification, and the rules that they gave way to. */
  readonly stoodBack: Asked["stoodBack"];
  /** How its papers look. */
  readonly house: House;
  /** Files that have findings in place of a model; `path` as printed. */
  readonly broken: readonly { readonly path: string; readonly id: string | null }[];
}

export interface Checked {
  readonly workspaces: readonly CheckedWorkspace[];
  /** In the one order that every report prints. */
  readonly findings: readonly Diagnostic[];
  /** Files looked at, those that are used included. */
  readonly files: number;
  /** These files, as printed, in order. */
  readonly paths: readonly string[];
  /** Whether a workspace file is wrong: nothing else was looked at then. */
  readonly isWorkspaceBroken: boolean;
  /** What the specifications' own waivers cover: not among `findings`. */
  readonly waived: readonly Waived[];
  /** Every waiver, in the order of file and place. */
  readonly waivers: readonly JudgedWaiver[];
  /** The files that the user asked for and that turned out to be specifications. */
  readonly targets: readonly Target[];
}

export interface CheckOptions {
  readonly stdinName?: string;
  /** What stands in place of what some files hold, by absolute path. */
  readonly texts?: ReadonlyMap<string, string>;
  /** An export of the Register to compare with. */
  readonly register?: Register | null;
  /** The day on which waivers are judged, as year-month-day; the clock's where it is left out. */
  readonly today?: string;
  /** Only what has changed, and what depends on it, is looked at. */
  readonly changes?: Changes;
  /** The ids of specifications that are looked at too, as if what was asked for used them. */
  readonly uses?: readonly string[];
  /** Through which files are read, where it is not the disk; with `changes` that of these. */
  readonly view?: FileView;
  /** What an earlier check has left to this one. */
  readonly memory?: Memory;
}

/** The one pipeline: from paths to specifications and everything that is wrong with them. @throws UserError */
export async function check(io: Io, paths: readonly string[], options: CheckOptions = {}): Promise<Checked> {
  const targets = await findTargets(io, paths, {
    stdinName: options.stdinName ?? "stdin.yaml",
    view: viewOf(options),
    mayBeNone: options.changes?.mayBeNone ?? false,
  });
  const checked = await checkTargets(io, targets, options);
  if (checked.isWorkspaceBroken || options.changes?.mayBeNone === true) return checked;
  const workspaces = checked.workspaces.map(({ workspace }) => workspace);
  const met = new Set(
    [...targets.filter((one) => isSettings(one, workspaces)), ...checked.targets].map(({ typed }) => typed),
  );
  const nothing = targets.find(({ typed }) => !met.has(typed));
  if (nothing !== undefined) throw noSpecifications(nothing.typed, io.cwd);
  return checked;
}

/** The same, once it is known which files are meant; there need be no specification among them. */
export async function checkTargets(io: Io, targets: readonly Target[], options: CheckOptions = {}): Promise<Checked> {
  const { memory } = options;
  const view = viewOf(options);
  const roots = [...new Set(targets.map((target) => target.root))];
  const workspaces: Workspace[] = [];
  for (const root of roots)
    workspaces.push(
      await (memory === undefined ? openWorkspace(root, io.cwd, view) : memory.openWorkspace(root, io.cwd)),
    );
  const broken = workspaces.flatMap(({ findings }) => findings);
  if (broken.some(({ severity }) => severity === "error")) {
    return {
      workspaces: [],
      findings: orderFindings(broken),
      files: 0,
      paths: [],
      isWorkspaceBroken: true,
      waived: [],
      waivers: [],
      targets: [],
    };
  }

  const checked: Awaited<ReturnType<typeof checkWorkspace>>[] = [];
  for (const workspace of workspaces) {
    checked.push(
      await checkWorkspace(
        io,
        workspace,
        targets.filter(({ root }) => root === workspace.root),
        options,
      ),
    );
  }
  return {
    workspaces: checked,
    findings: orderFindings([
      ...broken.filter(({ place }) => options.changes?.paths.has(resolve(io.cwd, place.file.path)) !== false),
      ...checked.flatMap(({ findings, house }) => [...findings, ...house.findings]),
    ]),
    waived: checked.flatMap(({ waived }) => waived),
    waivers: inOrder(checked.flatMap(({ waivers }) => waivers)),
    files: checked.reduce((sum, { files }) => sum + files, 0),
    paths: [...new Set(checked.flatMap(({ paths }) => paths))].sort(),
    isWorkspaceBroken: false,
    targets: checked.flatMap(({ own }) => own),
  };
}

async function checkWorkspace(io: Io, workspace: Workspace, targets: readonly Target[], options: CheckOptions) {
  const { memory } = options;
  const library = new Library(workspace, io.cwd, options.texts, viewOf(options), memory?.readFile);
  const isOnDisk = viewOf(options) === disk && (options.texts?.size ?? 0) === 0;
  const wanted = await readTargets(
    io,
    library,
    targets.filter((one) => !isSettings(one, [workspace])),
    isOnDisk,
  );
  const own = wanted.filter(({ file }) => !file.isForeign);
  const used = await gatherUsed(
    library,
    own.map(({ file }) => file),
    options.uses,
  );
  const extra = { isWhole: isWhole(library, wanted), register: options.register ?? null, kept: memory?.models };
  const corpus = buildCorpus(library, used, extra);
  const read = await nameUnitsByTitle(
    library,
    used.files.flatMap((file) => file.findings),
  );
  const { asked, applied } = await askAndWaive(corpus, read, options.today ?? io.today(), memory);
  const selected = await selectFiles(used.files, workspace, options.changes ?? null);
  const house = await (memory === undefined
    ? houseOf(workspace, io.cwd, options)
    : memory.openHouse(workspace, io.cwd));
  const specificationsOf = (files: readonly ReadFile[]) => {
    const specs = new Set(files.map((file) => file.sound?.spec));
    const all: readonly Specification[] = [...corpus.qualifications, ...corpus.units, ...corpus.frameworks];
    return all.filter(({ origin }) => origin.path.length === 0 && specs.has(origin.spec));
  };
  return {
    workspace,
    corpus,
    stoodBack: asked.stoodBack,
    house,
    broken: used.files
      .filter(({ sound, isForeign }) => sound === null && !isForeign)
      .map(({ path, id }) => ({ path: printedPath(path, io.cwd), id })),
    asked: specificationsOf(own.map(({ file }) => file)),
    named: specificationsOf(own.filter(({ target }) => target.isNamed).map(({ file }) => file)),
    ...(options.changes === undefined ? applied : onlyIn(applied, selected, options.changes, io.cwd)),
    files: selected.length,
    paths: selected.map(({ path }) => printedPath(path, io.cwd)),
    /** The targets that turned out to be specifications. */
    own: own.map(({ target }) => target),
  };
}

/** Asks the rules and takes out what is waived; and again those that gave way to nothing but what is waived, which has been accepted. */
async function askAndWaive(corpus: Corpus, read: readonly Diagnostic[], today: string, memory: Memory | undefined) {
  const keyOf = ({ rule, place }: Diagnostic) => `${rule} ${place.start} ${place.file.path}`;
  let accepted: ReadonlySet<string> = new Set();
  for (;;) {
    const asked = runRules(corpus, memory?.answers.ask, (finding) => accepted.has(keyOf(finding)));
    const applied = await applyOwnWaivers(corpus, [...read, ...asked.findings], today);
    const now = new Set(applied.waived.map(({ finding }) => keyOf(finding)));
    const gaveWay = [...asked.stoodBack.values()].some(({ size }) => size > 0);
    if (!gaveWay || [...now].every((key) => accepted.has(key))) return { asked, applied };
    accepted = new Set([...accepted, ...now]);
  }
}

function viewOf({ changes, view, memory }: CheckOptions): FileView {
  return changes?.view ?? view ?? memory?.view ?? disk;
}

/** Whether every file of the workspace was asked for, and can be looked at. */
function isWhole(library: Library, wanted: readonly TargetFile[]): boolean {
  // Whoever names files asks about these, also where there are no others.
  if (wanted.every(({ target }) => target.isNamed)) return false;
  const sound = new Set(
    wanted.filter(({ file }) => file.isForeign || file.sound !== null).map(({ target }) => target.path),
  );
  return library.paths().every((path) => sound.has(path));
}

/** What is read with each specification, and is none. */
function isSettings({ path }: Target, workspaces: readonly Workspace[]): boolean {
  return basename(path) === workspaceFileName || workspaces.some((workspace) => brandFileOf(workspace) === path);
}
