import { join } from "node:path";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { encodeLike } from "../files/encode-like.ts";
import { printedPath } from "../files/paths.ts";
import { kindOfPath } from "../files/read.ts";
import type { FileToWrite } from "../files/write.ts";
import type { InlineUnitShape, QualificationShape } from "../schema/shapes.ts";
import { type Piece, takeItems } from "../source/pieces/take-items.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { code } from "../text/words.ts";
import { homeOf, schemaLine } from "../workspace/home-of.ts";
import { holderOf, type KnownFile } from "../workspace/inventory.ts";
import { type Workspace, workspaceFileName } from "../workspace/workspace.ts";
import { ended, says, unitFile, withLineEndsOf } from "./compose.ts";

/** A qualification and the workspace that it stands in. */
export interface ToSplit {
  readonly spec: SpecFile;
  /** What its file holds, byte-order mark and all. */
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly workspace: Workspace;
  readonly inventory: readonly KnownFile[];
}

/** In the order in which they are told of: the qualification, then its units; a workspace file last, where there was none. */
export interface Split {
  readonly files: readonly FileToWrite[];
}

/** Why nothing can be written. */
export interface Unsplit {
  /** What is wrong with the file, or with what stands around it. */
  readonly findings: readonly Diagnostic[];
}

/** The files that a qualification becomes, with each of its units in one of its own. */
export async function split(
  { spec, bytes, path, workspace, inventory }: ToSplit,
  cwd: string,
): Promise<Split | Unsplit> {
  const refuse = (place: Place, message: string, rule = "yaml-syntax"): Unsplit => ({
    findings: [{ rule, severity: "error", message, place, related: [] }],
  });
  const taken = takeItems(spec, "units");
  if ("place" in taken) return refuse(taken.place, taken.message);
  const source = spec.data as QualificationShape;
  const units = source.units ?? [];
  const home = homeOfUnits(workspace, inventory);
  const others = inventory.filter((file) => file.path !== path);
  const clashes: Diagnostic[] = [];
  const files: FileToWrite[] = [];
  for (const [at, unit] of units.entries()) {
    const place = spec.valueAt(["units", at, "id"]);
    const target = join(home, `${unit.id}.yaml`);
    const clash = await clashOf(unit.id, units.slice(0, at), target, others, cwd);
    if (clash !== null) clashes.push({ rule: "id-unique", severity: "error", message: clash, place, related: [] });
    const piece = withLanguage(taken.pieces[at] ?? { above: [], lines: [] }, unit, source.language, workspace);
    const text = unitFile(piece, schemaLine(home, "unit"));
    const wanted = { kind: "unit", ...unit, ...(piece.language === null ? {} : { language: piece.language }) };
    if (!says(text, target, wanted)) {
      return refuse(
        place,
        `Unexpected way of writing the unit ${code(unit.id)}, expected keys on lines of their own; write it so`,
      );
    }
    files.push({
      path: target,
      printed: printedPath(target, cwd),
      bytes: Buffer.from(withLineEndsOf(spec.source.text, text)),
    });
  }
  if (clashes.length > 0) return { findings: clashes };
  const rules = source.rulesOfCombination ?? allMandatory(units);
  const added = source.rulesOfCombination === undefined ? mandatoryLines(units) : "";
  const rest = added === "" ? taken.rest : ended(taken.rest) + withLineEndsOf(spec.source.text, added);
  const { units: _units, ...kept } = source;
  if (!says(rest, path, { ...kept, rulesOfCombination: rules })) {
    return refuse(
      spec.keyAt(["units"]),
      `Unexpected way of writing the file, expected ${code("units")} as its last key; write it so`,
    );
  }
  const own = { path, printed: printedPath(path, cwd), bytes: encodeLike(bytes, rest) };
  return { files: [own, ...files, ...workspaceFile(workspace, spec.source.text, cwd)] };
}

/** Where there is no workspace yet, one begins that has order. */
function homeOfUnits(workspace: Workspace, inventory: readonly KnownFile[]): string {
  const isNew = workspace.spec === null && !inventory.some(({ kind }) => kind === "unit");
  return isNew ? join(workspace.root, "units") : homeOf("unit", workspace, inventory);
}

/** What keeps a unit from a file of its own; null where nothing does. */
async function clashOf(
  id: string,
  before: readonly InlineUnitShape[],
  target: string,
  others: readonly KnownFile[],
  cwd: string,
): Promise<string | null> {
  if (before.some((unit) => unit.id.toLowerCase() === id.toLowerCase())) {
    return `Unexpected second ${code(id)}, expected an id of its own; change one of the two`;
  }
  const holder = await holderOf(id, others);
  if (holder?.isRetired === true) {
    return `Unexpected id ${code(id)}, which is retired in ${code(holder.file.printed)} and may not come back; choose a new one`;
  }
  if (holder !== null) {
    return `Unexpected id ${code(id)}, which ${code(holder.file.printed)} has already, expected one for a new file; change it, or leave the unit out where it is the same`;
  }
  if (kindOfPath(target) === "nothing") return null;
  return `Unexpected id ${code(id)}, whose file ${code(printedPath(target, cwd))} is there already; change the id, or move the file`;
}

/** A unit takes its language from its qualification only in the file of that. */
function withLanguage(piece: Piece, unit: InlineUnitShape, language: string | undefined, workspace: Workspace) {
  const isSame = unit.language !== undefined || language === undefined || language === languageOf(workspace);
  if (isSame) return { ...piece, language: null };
  return { ...piece, lines: [...piece.lines, `language: ${language}`], language };
}

/** The language of files that name none. */
export function languageOf({ config }: Workspace): string {
  return config.language ?? "en-GB";
}

/** Without rules of combination every unit in the file is mandatory: a file elsewhere is not. */
function allMandatory(units: readonly InlineUnitShape[]) {
  const ids = units.map(({ id }) => id);
  return { groups: [{ id: "mandatory", title: "Mandatory units", require: "all", units: ids }] };
}

function mandatoryLines(units: readonly InlineUnitShape[]): string {
  const ids = units.map(({ id }) => id).join(", ");
  return `rulesOfCombination:\n  groups:\n    - { id: mandatory, title: Mandatory units, require: all, units: [${ids}] }\n`;
}

/** So that the units are found from wherever the folder is looked at. */
function workspaceFile({ root, spec }: Workspace, like: string, cwd: string): readonly FileToWrite[] {
  const path = join(root, workspaceFileName);
  if (spec !== null || kindOfPath(path) !== "nothing") return [];
  const text = "# The settings of the specifications in this folder. Everything here is optional.\nformat: 1\n";
  return [{ path, printed: printedPath(path, cwd), bytes: Buffer.from(withLineEndsOf(like, text)) }];
}
