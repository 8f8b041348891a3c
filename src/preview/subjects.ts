import { basename } from "node:path";
import type { Qualification, Unit } from "../model/types.ts";
import { code, joinWords } from "../text/words.ts";
import type { Checked, CheckedWorkspace } from "../workspace/check.ts";

/** What papers are made from: a model and the check that it comes from. */
export interface Source {
  readonly checked: Checked;
  readonly workspace: CheckedWorkspace;
  readonly model: Qualification | Unit;
}

/** A qualification, or a unit that stands in none: something that papers are made of. */
export interface Subject {
  /** The same from round to round. */
  readonly key: string;
  /** Its name in addresses. */
  readonly slug: string;
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly type: "qualification" | "unit";
  /** null while its file could never be read. */
  readonly source: Source | null;
  /** Why papers do not say what the files say now, for people; null where they do. */
  readonly why: string | null;
  /** The files that it is written in, as printed. */
  readonly paths: ReadonlySet<string>;
}

type Unnamed = Omit<Subject, "slug">;

/** The subjects after a check. What cannot be read any more stays as it last was. */
export function subjectsOf(checked: Checked, before: readonly Subject[]): readonly Subject[] {
  return withSlugs(checked.workspaces.flatMap((workspace) => inWorkspace(checked, workspace, before)));
}

/** The same subjects, of which nothing is known now. */
export function outdated(before: readonly Subject[], why: string): readonly Subject[] {
  return before.map((one) => ({ ...one, why: one.why ?? why }));
}

function inWorkspace(checked: Checked, workspace: CheckedWorkspace, before: readonly Subject[]): readonly Unnamed[] {
  const { root } = workspace.workspace;
  const counts = new Map<string, number>();
  const keyOf = (id: string) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return [root, id, count].join("\n");
  };
  const sound = modelsOf(workspace).map((model) => {
    const key = keyOf(model.id);
    return describe(
      { checked, workspace, model },
      key,
      before.find((one) => one.key === key),
    );
  });
  const met = new Set(sound.map(({ key }) => key));
  const broken = workspace.broken.flatMap(({ path, id }): readonly Unnamed[] => {
    const known = before.find((one) => !met.has(one.key) && one.key.startsWith(`${root}\n`) && isIn(one, path, id));
    if (known !== undefined) return [{ ...known, why: brokenSince([path]) }];
    const text = checked.findings.find(({ place }) => place.file.path === path)?.place.file.text ?? "";
    if (id === null || !/^["']?kind["']?\s*:\s*["']?qualification\b/mu.test(text)) return [];
    const title = /^title:\s*(.+)$/mu.exec(text)?.[1] ?? id;
    const why = `There is no paper yet: ${code(path)} cannot be read. Mend what is listed, and papers are made.`;
    const paths = new Set([path]);
    return [{ key: keyOf(id), id, title, language: "en-GB", type: "qualification" as const, source: null, why, paths }];
  });
  return [...sound, ...broken];
}

/** Qualifications that were asked for, and units that stand in none or were named. */
function modelsOf({ asked, named, corpus }: CheckedWorkspace): readonly (Qualification | Unit)[] {
  const used = new Set(corpus.qualifications.flatMap(({ units }) => units));
  return [
    ...asked.filter((one) => one.type === "qualification"),
    ...asked.filter((one) => one.type === "unit" && (!used.has(one) || named.includes(one))),
  ].filter((one) => one.type !== "framework");
}

function isIn({ source, id: own, paths }: Subject, path: string, id: string | null): boolean {
  return source === null ? paths.has(path) : source.model.origin.spec.source.path === path || own === id;
}

function describe(source: Source, key: string, before: Subject | undefined): Unnamed {
  const { model, workspace } = source;
  const { id, title, language, type } = model;
  const missing = brokenFilesOf(model, workspace);
  const paths = new Set([...filesOf(model), ...missing, ...(missing.length > 0 ? (before?.paths ?? []) : [])]);
  const own = { key, id, title, language, type, source, why: null, paths };
  if (missing.length === 0) return own;
  const last = before?.source ?? null;
  // Better the whole as it was than a paper that lacks a part.
  if (last !== null && brokenFilesOf(last.model, last.workspace).length === 0)
    return { ...own, source: last, why: brokenSince(missing) };
  return { ...own, why: `Papers lack what stands in ${list(missing)}, which cannot be read. Mend what is listed.` };
}

function filesOf(model: Qualification | Unit): readonly string[] {
  const all = model.type === "qualification" ? [model, ...model.units] : [model];
  return all.map(({ origin }) => origin.spec.source.path);
}

/** The files of units that the qualification names and that cannot be read. */
function brokenFilesOf(model: Qualification | Unit, { broken }: CheckedWorkspace): readonly string[] {
  if (model.type === "unit") return [];
  const ids = model.groups.flatMap(({ units }) => units.flatMap((one) => (one.isBroken ? [one.id.toLowerCase()] : [])));
  const isNamed = (path: string, id: string | null) =>
    ids.includes((id ?? "").toLowerCase()) ||
    ids.includes(
      basename(path)
        .replace(/\.[^.]*$/u, "")
        .toLowerCase(),
    );
  return [...new Set(broken.filter(({ path, id }) => isNamed(path, id)).map(({ path }) => path))];
}

function brokenSince(paths: readonly string[]): string {
  return `This is as it was before ${list(paths)} could no longer be read. Mend what is listed, and it is made anew.`;
}

function list(paths: readonly string[]): string {
  return joinWords(paths.map(code));
}

/** Two with one id have addresses of their own all the same. */
function withSlugs(subjects: readonly Unnamed[]): readonly Subject[] {
  const counts = new Map<string, number>();
  return subjects.map((one) => {
    const count = (counts.get(one.id) ?? 0) + 1;
    counts.set(one.id, count);
    return { ...one, slug: count === 1 ? one.id : `${one.id}~${count}` };
  });
}
