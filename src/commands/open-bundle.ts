import type { Io } from "../cli/io.ts";
import { UserError, usageError } from "../cli/user-error.ts";
import { printedPath, resolvePath } from "../files/paths.ts";
import { kindOfPath } from "../files/read.ts";
import { disk } from "../files/view.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Qualification, Specification } from "../model/types.ts";
import { unitMentions } from "../model/unit-mentions.ts";
import { type Bundle, bundle } from "../split/bundle.ts";
import { code } from "../text/words.ts";
import { type Checked, check } from "../workspace/check.ts";
import { qualificationFile } from "../workspace/find-qualification.ts";
import { type KnownFile, takeInventory } from "../workspace/inventory.ts";
import { readSpecification } from "../workspace/read-file.ts";
import { readModel } from "../workspace/read-model.ts";
import { findWorkspaceRoot, languageOf, openWorkspace, type Workspace } from "../workspace/workspace.ts";
import { brokenWorkspace } from "./broken-workspace.ts";

export interface OpenBundle extends Bundle {
  readonly qualification: Qualification;
  /** Absolute. */
  readonly path: string;
  readonly workspace: Workspace;
  readonly inventory: readonly KnownFile[];
}

/** Why there is nothing to write. */
interface Stopped {
  readonly findings: Checked["findings"];
  readonly message: string;
}

/** A qualification, named by its file or its id, and the one file that it makes. @throws UserError */
export async function openBundle(io: Io, named: string): Promise<OpenBundle | Stopped> {
  const path = await pathOf(io, named);
  const read = await readModel(io, [path], { view: disk, readFile: readSpecification });
  if (read.isWorkspaceBroken) throw new UserError(brokenWorkspace.message, brokenWorkspace.exitCode);
  const stop = (findings: Stopped["findings"]): Stopped => ({
    findings: findings.filter(({ severity }) => severity === "error"),
    message: "Nothing was written: mend first what is shown",
  });
  const [within] = read.workspaces;
  const printed = printedPath(path, io.cwd);
  const isMeant = ({ origin }: Specification) => origin.path.length === 0 && origin.spec.source.path === printed;
  const qualification = within?.corpus.qualifications.find(isMeant);
  if (within === undefined || qualification === undefined) {
    const isOther = within !== undefined && [...within.corpus.units, ...within.corpus.frameworks].some(isMeant);
    if (!isOther) return stop(read.findings);
    throw usageError(`${code(named)} is no qualification, expected one; name its file or its id`);
  }
  if (isIncomplete(qualification, within.corpus)) {
    const { findings } = await check(io, [path]);
    const unknown = findings.filter(({ rule }) => rule === "unit-exists");
    return {
      ...stop([...read.findings, ...unknown]),
      message: "Nothing was written: units that it names are missing or broken",
    };
  }
  const { workspace } = within;
  const made = bundle(qualification, within.corpus, languageOf(workspace));
  if ("place" in made) return stop([made]);
  return { ...made, workspace, inventory: takeInventory(workspace, io.cwd), qualification, path };
}

/** Whether it names a unit that is missing or broken, wherever. */
function isIncomplete(qualification: Qualification, corpus: Corpus): boolean {
  const known = (id: string) => typeof corpus.find(id) === "object" && corpus.find(id) !== null;
  return !qualification.isComplete || unitMentions(qualification.source).some(({ id }) => !known(id));
}

/** Checks the one file that was meant, and not the whole workspace. */
async function pathOf(io: Io, named: string): Promise<string> {
  if (named.trim() === "") throw usageError("Unexpected empty name, expected a qualification; add its file or its id");
  const typed = resolvePath(named, io.cwd);
  if (kindOfPath(typed) === "file") return typed;
  if (kindOfPath(typed) === "folder") {
    throw usageError(`${code(named)} is a folder, expected a qualification; name its file or its id`);
  }
  const workspace = await openWorkspace(findWorkspaceRoot(io.cwd) ?? io.cwd, io.cwd);
  return qualificationFile(named, takeInventory(workspace, io.cwd)).path;
}
