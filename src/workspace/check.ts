import { basename } from "node:path";
import type { Io } from "../cli/io.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderFindings } from "../diagnostics/order.ts";
import { printedPath } from "../files/paths.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Specification } from "../model/types.ts";
import { runRules } from "../rules/run.ts";
import { buildCorpus } from "./build-corpus.ts";
import { gatherUsed } from "./gather-used.ts";
import { Library } from "./library.ts";
import { type ReadFile, readSpecification } from "./read-file.ts";
import { findTargets, noSpecifications, type Target } from "./targets.ts";
import { openWorkspace, type Workspace, workspaceFileName } from "./workspace.ts";

/** One workspace after the whole pipeline. */
export interface CheckedWorkspace {
  readonly workspace: Workspace;
  readonly corpus: Corpus;
  /** The specifications that the user asked for, not what they merely use. */
  readonly asked: readonly Specification[];
  /** Those among them that the user named by their own file. */
  readonly named: readonly Specification[];
}

export interface Checked {
  readonly workspaces: readonly CheckedWorkspace[];
  /** In the one order that every report prints. */
  readonly findings: readonly Diagnostic[];
  /** Files looked at, those that are used included. */
  readonly files: number;
  /** Whether a workspace file is wrong: nothing else was looked at then. */
  readonly isWorkspaceBroken: boolean;
}

export interface CheckOptions {
  readonly stdinName?: string;
}

/** The one pipeline: from paths to specifications and everything that is wrong with them. @throws UserError */
export async function check(io: Io, paths: readonly string[], options: CheckOptions = {}): Promise<Checked> {
  const targets = await findTargets(io, paths, { stdinName: options.stdinName ?? "stdin.yaml" });
  const roots = [...new Set(targets.map((target) => target.root))];
  const workspaces: Workspace[] = [];
  for (const root of roots) workspaces.push(await openWorkspace(root, io.cwd));
  const broken = workspaces.flatMap(({ findings }) => findings);
  if (broken.some(({ severity }) => severity === "error")) {
    return { workspaces: [], findings: orderFindings(broken), files: 0, isWorkspaceBroken: true };
  }

  const checked: Awaited<ReturnType<typeof checkWorkspace>>[] = [];
  for (const workspace of workspaces) {
    checked.push(
      await checkWorkspace(
        io,
        workspace,
        targets.filter(({ root }) => root === workspace.root),
      ),
    );
  }
  const met = new Set(
    [...targets.filter(isWorkspaceFile), ...checked.flatMap(({ own }) => own)].map(({ typed }) => typed),
  );
  const nothing = targets.find(({ typed }) => !met.has(typed));
  if (nothing !== undefined) throw noSpecifications(nothing.typed, io.cwd);
  return {
    workspaces: checked,
    findings: orderFindings([...broken, ...checked.flatMap(({ findings }) => findings)]),
    files: checked.reduce((sum, { files }) => sum + files, 0),
    isWorkspaceBroken: false,
  };
}

async function checkWorkspace(io: Io, workspace: Workspace, targets: readonly Target[]) {
  const library = new Library(workspace, io.cwd);
  const wanted: { target: Target; file: ReadFile }[] = [];
  for (const target of targets.filter((one) => !isWorkspaceFile(one))) {
    wanted.push({ target, file: await readTarget(io, library, target) });
  }
  const own = wanted.filter(({ file }) => !file.isForeign);
  const used = await gatherUsed(
    library,
    own.map(({ file }) => file),
  );
  const corpus = buildCorpus(library, used);
  const findings = [...used.files.flatMap((file) => file.findings), ...runRules(corpus)];
  const specificationsOf = (files: readonly ReadFile[]) => {
    const specs = new Set(files.map((file) => file.sound?.spec));
    const all: readonly Specification[] = [...corpus.qualifications, ...corpus.units, ...corpus.frameworks];
    return all.filter(({ origin }) => origin.path.length === 0 && specs.has(origin.spec));
  };
  return {
    workspace,
    corpus,
    asked: specificationsOf(own.map(({ file }) => file)),
    named: specificationsOf(own.filter(({ target }) => target.isNamed).map(({ file }) => file)),
    findings,
    files: used.files.length,
    /** The targets that turned out to be specifications. */
    own: own.map(({ target }) => target),
  };
}

function isWorkspaceFile({ path }: Target): boolean {
  return basename(path) === workspaceFileName;
}

async function readTarget(io: Io, library: Library, target: Target): Promise<ReadFile> {
  if (!target.isStdin) return library.read(target.path, target.isNamed);
  const printed = printedPath(target.path, io.cwd);
  return library.add(await readSpecification(target.path, printed, await io.readStdin(), true));
}
