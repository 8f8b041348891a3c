import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { encodeLike } from "../files/encode-like.ts";
import { printedPath } from "../files/paths.ts";
import { kindOfPath } from "../files/read.ts";
import type { FileToWrite } from "../files/write.ts";
import type { InlineUnitShape, QualificationShape } from "../schema/shapes.ts";
import { type Piece, takeItems } from "../source/pieces/take-items.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { code } from "../text/words.ts";
import { homeOf, schemaLine } from "../workspace/home-of.ts";
import type { KnownFile } from "../workspace/inventory.ts";
import { languageOf, type Workspace, workspaceFileName } from "../workspace/workspace.ts";
import { clashesOf } from "./clashes.ts";
import { says, unitFile, withLineEndsOf } from "./compose.ts";
import { allMandatory, withRules } from "./mandatory.ts";
import { withoutUnits } from "./without-units.ts";

/** A qualification and the workspace that it stands in. */
export interface ToSplit {
  readonly spec: SpecFile;
  /** What its file holds, byte-order mark and all. */
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly workspace: Workspace;
  readonly inventory: readonly KnownFile[];
}

/** What a qualification becomes. */
export interface Split {
  readonly qualification: FileToWrite & { readonly id: string };
  readonly units: readonly (FileToWrite & { readonly id: string })[];
  /** A workspace file, where there was none. */
  readonly settings: FileToWrite | null;
}

/** Why nothing can be written. */
export interface Unsplit {
  /** What is wrong with the file, or with what stands around it. */
  readonly findings: readonly Diagnostic[];
}

/** The files that a qualification becomes, with each of its units in one of its own. */
export async function split(opened: ToSplit, cwd: string): Promise<Split | Unsplit> {
  const { spec, bytes, path, workspace, inventory } = opened;
  const taken = takeItems(spec, "units");
  if (taken === null) throw new Error("No units to split off");
  if ("place" in taken) return refuse(taken.place, taken.message);
  const source = spec.data as QualificationShape;
  const home = homeOfUnits(workspace, inventory);
  const parts = (source.units ?? []).map((unit, at) => {
    const piece = taken.pieces[at] ?? { above: [], lines: [], keepsEnd: false };
    return { id: unit.id, path: join(home, `${unit.id}.yaml`), ...unitPart(unit, piece, source.language, workspace) };
  });
  const file = (at: string, data: Uint8Array) => ({ path: at, printed: printedPath(at, cwd), bytes: data });
  const asWritten = (text: string) => Buffer.from(withLineEndsOf(spec.source.text, text));
  const line = schemaLine(home, "unit");
  const made = parts.map(({ piece, ...part }) => ({ ...part, text: unitFile(piece, line) }));
  const units = made.map(({ id, path: target, text }) => ({ id, ...file(target, asWritten(text)) }));
  const others = inventory.filter((known) => known.path !== path);
  const clashes = await clashesOf(spec, units, others, cwd);
  if (clashes.length > 0) return { findings: clashes };
  const rare = made.findIndex((part) => !says(part.text, part.path, part.says));
  if (rare !== -1) {
    const what = `the unit ${code(made[rare]?.id ?? "")}, expected keys on lines of their own`;
    return refuse(spec.valueAt(["units", rare, "id"]), `Unexpected way of writing ${what}; write it so`);
  }
  const whole = { ...source, rulesOfCombination: source.rulesOfCombination ?? allMandatory(source.units ?? []) };
  const rest = withRules(withoutUnits(spec, taken, whole), source);
  const { units: _units, ...kept } = whole;
  if (!says(rest, path, kept)) {
    const message = `Unexpected way of writing the file, expected ${code("units")} as its last key; write it so`;
    return refuse(spec.keyAt(["units"]), message);
  }
  const settings = newSettings(workspace);
  return {
    qualification: { id: source.id, ...file(path, encodeLike(bytes, rest)) },
    units,
    settings: settings === null ? null : file(settings.path, asWritten(settings.text)),
  };
}

function refuse(place: Diagnostic["place"], message: string): Unsplit {
  return { findings: [{ rule: "yaml-syntax", severity: "error", message, place, related: [] }] };
}

/** Where there is no workspace yet, one begins that has order. */
function homeOfUnits(workspace: Workspace, inventory: readonly KnownFile[]): string {
  const isNew = workspace.spec === null && !inventory.some(({ kind }) => kind === "unit");
  return isNew ? join(workspace.root, "units") : homeOf("unit", workspace, inventory);
}

/** A unit takes its language from its qualification only in the file of that, and from the workspace only out of it. */
function unitPart(unit: InlineUnitShape, piece: Piece, language: string | undefined, workspace: Workspace) {
  const usual = languageOf(workspace);
  const says = { kind: "unit", ...unit };
  if (language === undefined || language === usual) return { piece, says };
  if (unit.language === undefined)
    return { piece: { ...piece, lines: [...piece.lines, `language: ${language}`] }, says: { ...says, language } };
  // So `bundle` writes it, at the end: what it adds goes again.
  if (unit.language !== usual || piece.lines.at(-1) !== `language: ${usual}`) return { piece, says };
  const { language: _language, ...usualUnit } = says;
  return { piece: { ...piece, lines: piece.lines.slice(0, -1) }, says: usualUnit };
}

/** So that the units are found from wherever the folder is looked at. */
function newSettings({ root, spec }: Workspace) {
  const path = join(root, workspaceFileName);
  if (spec !== null || kindOfPath(path) !== "nothing") return null;
  const text = "# The settings of the specifications in this folder. Everything here is optional.\nformat: 1\n";
  return { path, text };
}
