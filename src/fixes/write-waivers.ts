import { resolve } from "node:path";
import { SourceFile } from "../diagnostics/source-file.ts";
import { encodeLike } from "../files/encode-like.ts";
import { isLink } from "../files/inside.ts";
import { readBytes } from "../files/read.ts";
import { refuseReadOnly } from "../files/refuse-read-only.ts";
import { type FileToWrite, writeFiles } from "../files/write.ts";
import { type SpecificationKind, specificationKinds } from "../schema/kinds.ts";
import { validate } from "../schema/validate.ts";
import { appendItems, type NewItem } from "../source/edits/append-items.ts";
import { parse } from "../source/parse.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { newWaivers, type Term } from "../waivers/new-waivers.ts";
import { wordsFor } from "../words/words.ts";
import type { Checked } from "../workspace/check.ts";
import { applyEdits } from "./apply-edits.ts";

/** What became of the waivers of one file. */
export interface WaivedFile {
  /** As printed. */
  readonly path: string;
  readonly waivers: number;
}

export interface WaiversWritten {
  readonly files: readonly WaivedFile[];
  /** The files that stay as they are, each with the reason. */
  readonly left: readonly { readonly path: string; readonly why: string }[];
}

/** Where a new list goes: what `retired` says, and units in the file itself, come last. */
const afterList = ["retired", "units"];

/**
 * Writes into each specification a waiver for each thing that a rule has found in it, without a word of anything else
 * changed. All files are written, or none.
 *
 * @param reason null for the house's own words
 * @throws UserError where the machine refuses
 */
export async function writeWaivers(
  cwd: string,
  { workspaces, findings }: Checked,
  { until, reason }: { readonly until: string; readonly reason: string | null },
): Promise<WaiversWritten> {
  const toWrite: (FileToWrite & WaivedFile)[] = [];
  const left: { path: string; why: string }[] = [];
  for (const { corpus } of workspaces) {
    const words = wordsFor(corpus.config.house?.terms ?? {});
    const term: Term = { until, reason: reason ?? words("waiver.reason") };
    for (const [spec, items] of newWaivers(corpus, findings, term)) {
      const { path: printed, text } = spec.source;
      const path = resolve(cwd, printed);
      const before = isLink(path) ? null : textOf(path, printed);
      if (before === null) left.push({ path: printed, why: "it is a link; name the file that it leads to" });
      else if (before !== text) left.push({ path: printed, why: "it is not what was checked" });
      else {
        const after = await withItems(spec, items);
        if (after === null) left.push({ path: printed, why: "it is written in a rare way; add them by hand" });
        else toWrite.push({ path, printed, bytes: encodeLike(readBytes(path, printed), after), waivers: items.length });
      }
    }
  }
  for (const { path, printed } of toWrite) refuseReadOnly(path, printed);
  writeFiles(toWrite);
  return { files: toWrite.map(({ printed, waivers }) => ({ path: printed, waivers })), left };
}

/** The new text of a file, or null where it would say anything else than before and the waivers. */
async function withItems(spec: SpecFile, items: readonly NewItem[]): Promise<string | null> {
  const edits = appendItems(spec, "waivers", items, afterList);
  if (edits === null) return null;
  const { text } = applyEdits(spec.source.text, edits);
  const made = parse(new SourceFile(spec.source.path, text)).spec;
  if (made === null) return null;
  const { waivers: old, kind, ...before } = spec.data as Data;
  const { waivers: now, kind: kindNow, ...after } = made.data as Data;
  const isSame = JSON.stringify({ kind, ...before }) === JSON.stringify({ kind: kindNow, ...after });
  const isKept = JSON.stringify(now?.slice(0, old?.length ?? 0)) === JSON.stringify(old ?? []);
  const isThere = now?.length === (old?.length ?? 0) + items.length;
  const known = specificationKinds.find((one): one is SpecificationKind => one === kind);
  if (!isSame || !isKept || !isThere || known === undefined) return null;
  return (await validate(made, known)).length === 0 ? text : null;
}

type Data = Readonly<Record<string, unknown>> & { readonly waivers?: readonly unknown[]; readonly kind?: unknown };

function textOf(path: string, printed: string): string {
  return new TextDecoder("utf-8").decode(readBytes(path, printed));
}
