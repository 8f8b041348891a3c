import { resolve } from "node:path";
import { environmentError } from "../cli/user-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderFindings } from "../diagnostics/order.ts";
import { isInsideReally, isLink } from "../files/inside.ts";
import { printedPath } from "../files/paths.ts";
import { readBytes } from "../files/read.ts";
import type { Checked } from "../workspace/check.ts";
import type { Target } from "../workspace/targets.ts";
import { applyEdits, type Stretch } from "./apply-edits.ts";
import { chooseFixes, editsOf, type Fixable, fixable } from "./choose-fixes.ts";
import { isImprovement } from "./is-improvement.ts";

/** One fix can bring another to light; a file that is never done is a bug, and ends here. */
const mostPasses = 10;
const byteOrderMark = "\ufeff";

/** The texts that stand for those of files, by absolute path. */
export type Texts = ReadonlyMap<string, string>;

/** A file before and after its fixes, each whole, with a byte-order mark where it has one. */
export interface MendedFile {
  readonly path: string;
  readonly printed: string;
  readonly before: string;
  readonly after: string;
}

export interface Mended {
  /** What is found once the fixes are made. */
  readonly checked: Checked;
  /** What was answered, with the places that it had then. */
  readonly fixed: readonly Fixable[];
  /** In the order of their paths. */
  readonly files: readonly MendedFile[];
}

/** How things stand after some fixes. */
export interface State {
  readonly texts: Texts;
  /** What the files held at first. */
  readonly originals: Texts;
  readonly checked: Checked;
}

/**
 * Makes every fix of the files that were asked for, again and again until there is none, without writing anything. A fix
 * that would do harm is left out, alone.
 *
 * @param look checks everything, with these texts in place of what the files hold
 */
export async function mend(cwd: string, first: Checked, look: (texts: Texts) => Promise<Checked>): Promise<Mended> {
  const own = new Set(first.targets.filter(isOwnFile).map(({ path }) => path));
  const { state, fixes } = await mendTexts(cwd, first, look, (path) => own.has(path));
  const files = [...state.texts.keys()].sort().map((path) => mendedFile(path, cwd, state));
  return { checked: state.checked, fixed: fixable(orderFindings(fixes), () => true), files };
}

/** The same in the texts alone, of the files that are `isOwn`, whether they stand on the disk or not. */
export async function mendTexts(
  cwd: string,
  first: Checked,
  look: (texts: Texts) => Promise<Checked>,
  isOwn: (path: string) => boolean,
): Promise<Made> {
  let state: State = { texts: new Map(), originals: new Map(), checked: first };
  const fixes: Fixable[] = [];
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const chosen = chooseFixes(fixable(state.checked.findings, (path) => isOwn(resolve(cwd, path))));
    const made = await settle(cwd, state, look, [], chosen);
    if (made.fixes.length === 0) break;
    state = made.state;
    fixes.push(...made.fixes);
  }
  return { state, fixes };
}

/** What came of making fixes, in the order in which they were made. */
export interface Made {
  readonly state: State;
  readonly fixes: readonly Fixable[];
}

/** Adds to the fixes that are known to do good as many of the others as do good with them: all at once, else by halves. */
async function settle(
  cwd: string,
  from: State,
  look: (texts: Texts) => Promise<Checked>,
  good: readonly Fixable[],
  others: readonly Fixable[],
  known: Made = { state: from, fixes: good },
): Promise<Made> {
  if (others.length === 0) return known;
  const fixes = [...good, ...others];
  const changed = change(cwd, from, fixes);
  const checked = await look(changed.texts);
  const { files, texts, originals } = changed;
  if (isImprovement({ before: from.checked.findings, after: checked.findings, fixed: fixes, files })) {
    return { state: { texts, originals, checked }, fixes };
  }
  if (others.length === 1) return known;
  const half = Math.ceil(others.length / 2);
  const left = await settle(cwd, from, look, good, others.slice(0, half), known);
  return settle(cwd, from, look, left.fixes, others.slice(half), left);
}

function change(cwd: string, from: State, fixes: readonly Fixable[]) {
  const texts = new Map(from.texts);
  const originals = new Map(from.originals);
  const files: { path: string; stretches: readonly Stretch[] }[] = [];
  const edits = fixes.flatMap(editsOf);
  for (const path of new Set(edits.map((edit) => edit.path))) {
    const before = textBefore(fixes, path);
    const { text, stretches } = applyEdits(
      before,
      edits.filter((edit) => edit.path === path),
    );
    const whole = resolve(cwd, path);
    if (!originals.has(whole)) originals.set(whole, before);
    texts.set(whole, text);
    files.push({ path, stretches });
  }
  return { texts, originals, files };
}

/** A link is mended where it leads, when that is asked for; and nothing that a link of a folder leads out to. */
function isOwnFile({ path, root, isStdin }: Target): boolean {
  return !isStdin && !isLink(path) && isInsideReally(path, root);
}

/** The text that the edits of a file were made for. */
function textBefore(fixes: readonly Diagnostic[], path: string): string {
  const files = fixes.flatMap(({ place, fix }) => [
    place.file,
    ...(fix?.edits ?? []).flatMap(({ file }) => file ?? []),
  ]);
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`no text of ${path}`);
  return file.text;
}

/** The file as it is and as it should be, byte-order mark and all. */
function mendedFile(path: string, cwd: string, { texts, originals }: State): MendedFile {
  const printed = printedPath(path, cwd);
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(readBytes(path, printed));
  const mark = before.startsWith(byteOrderMark) ? byteOrderMark : "";
  if (before !== mark + originals.get(path)) {
    throw environmentError(`Cannot mend ${printed}: another program has changed it meanwhile; try again`);
  }
  return { path, printed, before, after: mark + (texts.get(path) ?? "") };
}
