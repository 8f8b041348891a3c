import type { Edit, Fix, Place } from "./diagnostic.ts";

/** The fix that writes `text` where the place is. */
export function replacement(title: string, { start, end }: Omit<Place, "file" | "pointer">, text: string): Fix {
  return { title, edits: [{ start, end, text }] };
}

/** No edits are no fix. */
export function fixOf(title: string, edits: readonly Edit[] | null): Fix | null {
  return edits === null || edits.length === 0 ? null : { title, edits };
}

/** Spread into a finding: a fix that is not there leaves no key behind. */
export function withFix(fix: Fix | null): { readonly fix?: Fix } {
  return fix === null || fix === undefined ? {} : { fix };
}
