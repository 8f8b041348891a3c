import { explanations, gateIds, waivableRules } from "../rules/index.ts";
import { ownWord, wordKeys } from "../words/words.ts";
import type { Declared, KnownFile } from "./known-file.ts";
import type { Lookout } from "./lookout.ts";

/** One of the things that may be written at a place. */
export interface Choice {
  readonly of: "key" | "name" | "word";
  readonly label: string;
  /** What stands beside it in the list: the title of what an id names. */
  readonly detail?: string;
  /** Markdown. */
  readonly says?: string;
  readonly before?: string;
  readonly after?: string;
}

/** The units that a file can name, its own among them. */
export function unitChoices(file: KnownFile, { files }: Lookout): readonly Choice[] {
  const declared = files.flatMap((one) => one.declared());
  return declared
    .filter((one) => one.kind === "unit" && (one.path.length === 0 || one.file.path === file.path))
    .map(named);
}

/** The frameworks, but for the file itself. */
export function frameworkChoices(file: KnownFile, { files }: Lookout): readonly Choice[] {
  return files
    .filter((one) => one.path !== file.path)
    .flatMap((one) => one.declared())
    .filter(({ kind }) => kind === "framework")
    .map(named);
}

/** The entries of a framework; of the file itself where no id is given. */
export function nodeChoices(id: string | null, file: KnownFile, { files }: Lookout): readonly Choice[] {
  const isMeant = (one: Declared) => one.kind === "framework" && one.id.toLowerCase() === id?.toLowerCase();
  const framework = id === null ? file : files.find((one) => one.declared().some(isMeant));
  const parts = new Map<string, Map<string, string>>();
  for (const { path, part, value } of framework?.entries() ?? []) {
    if (part !== "scalar" || path[0] !== "nodes") continue;
    const owner = path.slice(0, -1).join("/");
    parts.set(owner, (parts.get(owner) ?? new Map()).set(String(path.at(-1)), value));
  }
  return [...parts.values()].flatMap((node) => {
    const label = node.get("id");
    if (label === undefined) return [];
    const detail = node.get("title") ?? node.get("type");
    const says = node.get("text");
    return [
      { of: "name", label, ...(detail === undefined ? {} : { detail }), ...(says === undefined ? {} : { says }) },
    ];
  });
}

/** The groups or pathways that a qualification has. */
export function labelChoices(list: "groups" | "pathways", file: KnownFile): readonly Choice[] {
  const titles = new Map<string, string>();
  const ids: { readonly label: string; readonly owner: string }[] = [];
  for (const { path, part, value } of file.entries()) {
    if (part !== "scalar" || path.length !== 4 || path[0] !== "rulesOfCombination" || path[1] !== list) continue;
    const owner = String(path[2]);
    if (path[3] === "id") ids.push({ label: value, owner });
    if (path[3] === "title") titles.set(owner, value);
  }
  return ids.map(({ label, owner }) => ({ of: "name", label, detail: titles.get(owner) ?? "" }));
}

/** Rules that can be waived, or whose strictness a house can set. */
export function ruleChoices(isWaiver: boolean): readonly Choice[] {
  const known = explanations.filter(({ id }) => (isWaiver ? waivableRules.includes(id) : !gateIds.includes(id)));
  return known.map(({ id, summary, why }) => ({ of: "name", label: id, detail: summary, says: why }));
}

/** The places that a waiver can speak of: the whole, a unit, or once the unit is written an outcome or a criterion of it. */
export function placeChoices(typed: string, file: KnownFile, { files }: Lookout): readonly Choice[] {
  const isWhole = !typed.includes("#");
  const declared = files
    .flatMap((one) => one.declared())
    .filter((one) => one.kind === "unit" || one.file.path === file.path);
  if (isWhole) return declared.map(named);
  const unit = declared.find(({ id }) => typed.startsWith(`${id}#`));
  if (unit === undefined) return [];
  return unit.file
    .entries()
    .filter(
      ({ path, part }) =>
        part === "scalar" && path.at(-1) === "key" && unit.path.every((step, at) => path[at] === step),
    )
    .map(({ path, value }) => ({ of: "name", label: `${unit.id}#${value}`, detail: textBeside(unit.file, path) }));
}

/** The names of words that a house may have others for. */
export function termChoices(): readonly Choice[] {
  return wordKeys.map((label) => ({ of: "key", label, detail: ownWord(label), after: ": " }));
}

function textBeside(file: KnownFile, path: readonly (string | number)[]): string {
  const beside = (key: string) => {
    const wanted = [...path.slice(0, -1), key].join("/");
    return file.entries().find((one) => one.part === "scalar" && one.path.join("/") === wanted)?.value;
  };
  return beside("criterion") ?? beside("outcome") ?? "";
}

function named({ id, title }: Declared): Choice {
  return { of: "name", label: id, ...(title === "" ? {} : { detail: title }) };
}
