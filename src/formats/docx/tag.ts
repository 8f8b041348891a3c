import { createHash } from "node:crypto";

/** The most that Word allows for the tag and for the title of a content control. */
export const longestTag = 64;

/**
 * The tag of a field's content control: the field's own name, by which a filled document is read back. A name that is
 * too long keeps its beginning and ends in a hash of the whole, so that it stays the same and stays its own.
 */
export function tagOf(name: string): string {
  if (name.length <= longestTag) return name;
  const hash = hashOf(name).slice(0, 16);
  return `${name.slice(0, longestTag - hash.length - 1)}~${hash}`;
}

/**
 * The bookmark around a field's content control: LibreOffice before 7.5 forgets tags when it saves, and keeps this.
 * Word takes 40 letters, digits and underscores, and hides what begins with an underscore.
 */
export function bookmarkOf(name: string): string {
  return `_f${hashOf(name).slice(0, 24)}`;
}

function hashOf(name: string): string {
  return createHash("sha256").update(name).digest("hex");
}
