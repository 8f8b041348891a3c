import type { QualificationShape } from "../schema/shapes.ts";
import { isSameName, type Mention, type Name, type SoundFile } from "./mention.ts";

/** The qualifications that a name is a part of: they use it themselves, or one of their units does. */
export function qualificationsUsing(
  files: readonly SoundFile[],
  mentions: readonly Mention[],
  name: Name,
): readonly SoundFile[] {
  const own = new Set(mentions.filter((one) => isSameName(one, name)).map(({ spec }) => spec));
  const units = new Set(
    mentions
      .filter(({ spec, of, isDefinition, path }) => own.has(spec) && of === "unit" && isDefinition && path.length === 1)
      .map(({ id }) => id),
  );
  const using = new Set(mentions.filter(({ within, id }) => within === null && units.has(id)).map(({ spec }) => spec));
  return files.filter(({ kind, spec }) => kind === "qualification" && (own.has(spec) || using.has(spec)));
}

/** Whether people have papers of it. */
export function isPublished({ spec }: SoundFile): boolean {
  const { status } = spec.data as QualificationShape;
  return status === "published" || status === "withdrawn";
}
