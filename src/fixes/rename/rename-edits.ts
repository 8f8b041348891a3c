import { SourceFile } from "../../diagnostics/source-file.ts";
import type { Mention, Name, SoundFile } from "../../references/mention.ts";
import { referencesOf } from "../../references/references.ts";
import { isPublished, qualificationsUsing } from "../../references/uses.ts";
import { appendItems } from "../../source/edits/append-items.ts";
import { needsQuotes } from "../../source/needs-quotes.ts";
import { parse } from "../../source/parse.ts";
import { idsInMarker } from "../../source/pieces/units-marker.ts";
import { isSameData } from "../../source/same-data.ts";
import type { Path, SpecFile } from "../../source/spec-file.ts";
import { code } from "../../text/words.ts";
import { applyEdits } from "../apply-edits.ts";
import { type Heir, heirsOf, writeHeir } from "./heirs.ts";
import { type RetiredList, retiredIn, retiredLists } from "./retired.ts";
import { type FileEdit, withName, writeName } from "./write-name.ts";

/** Which old names are kept from coming back. published: those that stand in papers which have been issued. */
export type Retiring = "always" | "published" | "never";

/** A file that gets another name, as printed. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export interface Renamed {
  readonly name: Name;
  readonly to: string;
  /** They do not overlap. */
  readonly edits: readonly FileEdit[];
  /** The places that gave or used the old name. */
  readonly mentions: readonly Mention[];
  /** The file that is named by the id; null where there is none. */
  readonly move: Move | null;
  /** The files that list the old name as retired now, as printed. */
  readonly retiredIn: readonly string[];
  /** Whether papers with the old name have been issued. */
  readonly isPublished: boolean;
}

/** The edits that write another name in all its places, or in words for people why they cannot be made. */
export function renameEdits(
  files: readonly SoundFile[],
  all: readonly Mention[],
  name: Mention,
  to: string,
  retire: Retiring,
): { readonly rename: Renamed } | { readonly refusal: string } {
  const mentions = referencesOf(all, name);
  const using = qualificationsUsing(files, all, name);
  const published = using.filter(isPublished);
  const holders = retire === "never" ? [] : retire === "always" ? using : published;
  const lists = holders.length === 0 && retire !== "always" ? [] : listsFor(files, name, holders);
  if (retire === "always" && lists.length === 0) {
    const why =
      name.of === "group" || name.of === "pathway"
        ? "which has no list of retired names"
        : "which no qualification uses, so that there is no list to write it in";
    return { refusal: `Unexpected ${code("--retire")} for ${code(name.id)}, ${why}; leave it out` };
  }
  const heirs = heirsOf(files, name, to);
  const edits = [
    ...mentions.flatMap((one) => writeName(one, to)),
    ...heirs.flatMap(writeHeir),
    ...(name.of === "unit" ? files.flatMap(({ spec }) => orderEdits(spec, name.id, to)) : []),
    ...lists.flatMap((list) => retireEdits(list, name.id)),
  ];
  const meant: Meant = { mentions, heirs, lists, name, to };
  const touched = new Set([...mentions, ...heirs, ...lists].map(({ spec }) => spec));
  const broken = [...touched].find((spec) => !saysWhatIsMeant(spec.source, edits, expected(spec, meant)));
  if (broken !== undefined) {
    const file = code(broken.source.path);
    return {
      refusal: `Cannot write ${code(to)} in ${file}, which is written in a rare way (YAML references such as ${code("&a")} and ${code("*a")}, or comments between brackets); write the texts out there, and try again`,
    };
  }
  return {
    rename: {
      name: { of: name.of, id: name.id, within: name.within },
      to,
      edits,
      mentions,
      move: moveOf(name, to),
      retiredIn: [...new Set(lists.map(({ spec }) => spec.source.path))],
      isPublished: published.length > 0,
    },
  };
}

/** In the comment that says in which order `bundle` writes units. */
function orderEdits({ source }: SpecFile, id: string, to: string): readonly FileEdit[] {
  return idsInMarker(source.text)
    .filter((one) => one.id === id)
    .map(({ stretch: [start, end] }) => ({ start, end, text: to, file: source }));
}

function retireEdits({ spec, path }: RetiredList, id: string): readonly FileEdit[] {
  const edits = appendItems(spec, "retired", [quotedWord(id)], ["units"], path) ?? [];
  return edits.map((edit) => ({ ...edit, file: spec.source }));
}

function quotedWord(id: string): string {
  return needsQuotes(id) ? `"${id}"` : id;
}

/** The lists that the old name goes into: those of the qualifications that use it, or that of what it is a part of. */
function listsFor(files: readonly SoundFile[], name: Mention, holders: readonly SoundFile[]): readonly RetiredList[] {
  const lists = retiredLists(files, name).filter((list) => !retiredIn(list).includes(name.id));
  if (name.within !== null) return lists;
  return lists.filter(({ spec }) => holders.some((holder) => holder.spec === spec));
}

/** The file that has the name of the id. */
function moveOf({ of, id, spec, path, within }: Mention, to: string): Move | null {
  if (within !== null || of === "specification" || path.length > 1) return null;
  const [, folder = "", name = "", ending = ""] = /^(.*\/)?([^/]*)(\.ya?ml)$/iu.exec(spec.source.path) ?? [];
  return name.toLowerCase() === id ? { from: spec.source.path, to: `${folder}${to}${ending}` } : null;
}

interface Meant {
  readonly mentions: readonly Mention[];
  readonly heirs: readonly Heir[];
  readonly lists: readonly RetiredList[];
  readonly name: Name;
  readonly to: string;
}

/** What a file has to say once all is done. */
function expected(spec: SpecFile, { mentions, heirs, lists, name, to }: Meant): unknown {
  const own = <T extends { readonly spec: SpecFile }>(all: readonly T[]) => all.filter((one) => one.spec === spec);
  const data = withName(spec.data, own(mentions), to);
  const inherited = own(heirs).reduce((sofar, one) => withKey(sofar, one.path, "replacedBy", [one.replacedBy]), data);
  return own(lists).reduce(
    (sofar, one) => withKey(sofar, one.path, "retired", [...retiredIn(one), name.id]),
    inherited,
  );
}

function withKey(data: unknown, path: Path, key: string, value: unknown): unknown {
  const [step, ...rest] = path;
  if (typeof data !== "object" || data === null) return data;
  if (step === undefined) return { ...data, [key]: value };
  if (Array.isArray(data)) return data.map((one, at) => (at === Number(step) ? withKey(one, rest, key, value) : one));
  return { ...data, [step]: withKey((data as Readonly<Record<string, unknown>>)[step], rest, key, value) };
}

/** Whether a file would be read as what is meant: where texts are repeated by references, edits alone cannot tell. */
function saysWhatIsMeant({ path, text }: SourceFile, edits: readonly FileEdit[], meant: unknown): boolean {
  const own = edits.filter(({ file }) => file.path === path);
  const { spec } = parse(new SourceFile(path, applyEdits(text, own).text));
  return spec !== null && isSameData(spec.data, meant);
}
