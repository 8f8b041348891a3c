import { basename } from "node:path";
import { SourceFile } from "../diagnostics/source-file.ts";
import type { SoundFile } from "../references/mention.ts";
import { type FileKind, type SpecificationKind, specificationKinds } from "../schema/kinds.ts";
import { type Entry, readEntries } from "../source/entries.ts";
import type { Path } from "../source/spec-file.ts";
import { workspaceFileName } from "../workspace/workspace.ts";

/** What can be said of a file, be it sound or not. */
export interface KnownFile {
  /** Absolute. */
  readonly path: string;
  readonly source: SourceFile;
  /** null where the file does not tell. */
  readonly kind: FileKind | null;
  /** null where it is not sound, or has changed since it was last looked at. */
  readonly sound: SoundFile | null;
  /** Everything that is written in it: read when first asked for. */
  readonly entries: () => readonly Entry[];
  /** The specification that it is, and units that are written in it. */
  readonly declared: () => readonly Declared[];
}

/** A specification and where it calls itself so. */
export interface Declared {
  readonly kind: SpecificationKind;
  readonly id: string;
  /** Empty where there is none yet. */
  readonly title: string;
  readonly file: KnownFile;
  /** From the top of the file. */
  readonly path: Path;
}

/** @param written the file after the gates, or its text alone where it did not pass them */
export function describeFile(path: string, written: SoundFile | SourceFile): KnownFile {
  const sound = written instanceof SourceFile ? null : written;
  const source = written instanceof SourceFile ? written : written.spec.source;
  const kind = kindOf(path, source.text);
  let entries: readonly Entry[] | null = null;
  let declared: readonly Declared[] | null = null;
  const file: KnownFile = {
    path,
    source,
    kind,
    sound,
    entries: () => {
      entries ??= sound === null ? readEntries(source.text) : sound.spec.entries();
      return entries;
    },
    declared: () => {
      declared ??= declaredIn(file, sound === null ? namesIn(file.entries()) : sound.spec.data);
      return declared;
    },
  };
  return file;
}

/** By its name or its key `kind`, whatever else is wrong with it. */
function kindOf(path: string, text: string): FileKind | null {
  if (basename(path) === workspaceFileName) return "workspace";
  const written = /^kind[ \t]*:[ \t]*["']?([\w-]+)/mu.exec(text)?.[1];
  return specificationKinds.find((kind) => kind === written) ?? (basename(path) === "brand.yaml" ? "brand" : null);
}

interface Named {
  readonly id?: unknown;
  readonly title?: unknown;
  readonly units?: unknown;
}

function declaredIn(file: KnownFile, data: unknown): readonly Declared[] {
  const kind = specificationKinds.find((one) => one === file.kind);
  if (kind === undefined || typeof data !== "object" || data === null) return [];
  const inline = (data as Named).units;
  const units = kind === "qualification" && Array.isArray(inline) ? inline : [];
  const declare = (of: SpecificationKind, one: Named | null, path: Path): readonly Declared[] =>
    typeof one?.id === "string"
      ? [{ kind: of, id: one.id, title: typeof one.title === "string" ? one.title : "", file, path }]
      : [];
  return [
    ...declare(kind, data as Named, []),
    ...units.flatMap((unit: Named | null, at) => declare("unit", unit, ["units", at])),
  ];
}

/** The same of a file that is not sound, from what is written in it. */
function namesIn(entries: readonly Entry[]): Named {
  const units: { id?: string; title?: string }[] = [];
  const own: { id?: string; title?: string } = {};
  for (const { path, part, value } of entries) {
    const key = path.at(-1);
    if (part !== "scalar" || (key !== "id" && key !== "title")) continue;
    if (path.length === 1) own[key] = value;
    if (path.length === 3 && path[0] === "units") {
      const at = Number(path[1]);
      units[at] = { ...units[at], [key]: value };
    }
  }
  return { ...own, units: Array.from(units, (unit) => unit ?? {}) };
}
