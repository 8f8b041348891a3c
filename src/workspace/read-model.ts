import { basename } from "node:path";
import type { Io } from "../cli/io.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderFindings } from "../diagnostics/order.ts";
import { printedPath } from "../files/paths.ts";
import type { FileView } from "../files/view.ts";
import type { Corpus } from "../model/corpus.ts";
import { buildCorpus } from "./build-corpus.ts";
import { gatherUsed } from "./gather-used.ts";
import { Library } from "./library.ts";
import { type ReadFile, readSpecification } from "./read-file.ts";
import { findTargets, type Target } from "./targets.ts";
import { openWorkspace, type Workspace, workspaceFileName } from "./workspace.ts";

/** What some paths lead to, through the gates of syntax and shape; no rule was asked. */
export interface ReadModel {
  readonly workspaces: readonly { readonly workspace: Workspace; readonly corpus: Corpus }[];
  /** What kept files from being read, in the one order. */
  readonly findings: readonly Diagnostic[];
  /** Whether a workspace file is wrong: nothing else was read then. */
  readonly isWorkspaceBroken: boolean;
  /** Whether any specification is there. */
  readonly isEmpty: boolean;
}

export interface HowToRead {
  readonly view: FileView;
  readonly readFile: typeof readSpecification;
}

/** From paths to models: as `check` reads them, but for its rules. @throws UserError where a path leads nowhere */
export async function readModel(io: Io, paths: readonly string[], { view, readFile }: HowToRead): Promise<ReadModel> {
  const targets = await findTargets(io, paths, { stdinName: "stdin.yaml", view, mayBeNone: true });
  const workspaces: Workspace[] = [];
  for (const root of new Set(targets.map((target) => target.root)))
    workspaces.push(await openWorkspace(root, io.cwd, view));
  const broken = workspaces.flatMap(({ findings }) => findings);
  if (broken.some(({ severity }) => severity === "error")) {
    return { workspaces: [], findings: orderFindings(broken), isWorkspaceBroken: true, isEmpty: false };
  }
  const read = [];
  for (const workspace of workspaces) {
    const library = new Library(workspace, io.cwd, new Map(), view, readFile);
    const own = targets.filter(({ root, path }) => root === workspace.root && basename(path) !== workspaceFileName);
    read.push({ workspace, ...(await readOwn(io, library, own, readFile)) });
  }
  return {
    workspaces: read,
    findings: orderFindings([...broken, ...read.flatMap(({ findings }) => findings)]),
    isWorkspaceBroken: false,
    isEmpty: read.every(({ count }) => count === 0),
  };
}

async function readOwn(io: Io, library: Library, targets: readonly Target[], readFile: typeof readSpecification) {
  const files: ReadFile[] = [];
  for (const { path, isNamed, isStdin } of targets) {
    files.push(
      isStdin
        ? library.add(await readFile(path, printedPath(path, io.cwd), await io.readStdin(), true))
        : await library.read(path, isNamed),
    );
  }
  const own = files.filter(({ isForeign }) => !isForeign);
  const used = await gatherUsed(library, own);
  return {
    corpus: buildCorpus(library, used),
    findings: used.files.flatMap((file) => file.findings),
    count: own.length,
  };
}

/** Reads each text once, wherever it stands: both sides of a comparison mostly say the same. */
export function readingOnce(): typeof readSpecification {
  const known = new Map<string, ReadFile>();
  return async (path, printed, bytes, isNamed) => {
    const text = `${isNamed} ${Buffer.from(bytes).toString("latin1")}`;
    const same = known.get(text);
    if (same !== undefined) return { ...same, path };
    const read = await readSpecification(path, printed, bytes, isNamed);
    // What has findings is told with its own place.
    if (read.findings.length === 0) known.set(text, read);
    return read;
  };
}
