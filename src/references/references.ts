import type { SourceFile } from "../diagnostics/source-file.ts";
import { isSameName, type Mention, type Name, placeOfName } from "./mention.ts";

/** Every place that gives this name or uses it. */
export function referencesOf(mentions: readonly Mention[], name: Name): readonly Mention[] {
  return mentions.filter((one) => isSameName(one, name));
}

/** The places that give it: one, unless something is wrong. */
export function definitionsOf(mentions: readonly Mention[], name: Name): readonly Mention[] {
  return referencesOf(mentions, name).filter(({ isDefinition }) => isDefinition);
}

/** The name that is written at an offset of a file, its end included; null where none is. */
export function mentionAt(mentions: readonly Mention[], file: SourceFile, offset: number): Mention | null {
  const here = mentions.filter((one) => {
    if (one.spec.source !== file) return false;
    const { start, end } = placeOfName(one);
    return start <= offset && offset <= end;
  });
  return here.at(-1) ?? null;
}

/** The definitions that an address means: `dl1`, or with what it is within `dl1#job-duties`. */
export function definitionsAt(mentions: readonly Mention[], address: string): readonly Mention[] {
  const [id = "", ...rest] = address.split("#");
  const isMeant =
    rest.length === 0
      ? (one: Mention) => one.within === null && one.id === id
      : (one: Mention) => one.within === id && one.id === rest.join("#");
  return mentions.filter((one) => one.isDefinition && isMeant(one));
}
