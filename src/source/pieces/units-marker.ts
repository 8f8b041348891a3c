import type { Stretch } from "../spec-file.ts";

/** The comment that keeps the place of units which stand in files of their own begins so. */
export const markerWords = "# qualspec bundle writes the units here";

/** The ids that such a comment lists, each where it stands. */
export function idsInMarker(text: string): readonly { readonly id: string; readonly stretch: Stretch }[] {
  const [whole = "", order = ""] = new RegExp(`^ *${markerWords} \\(order: ([^);\\r\\n]*)`, "mu").exec(text) ?? [];
  const start = text.indexOf(whole) + whole.length - order.length;
  return [...order.matchAll(/[a-z\d-]+/gu)].map(({ 0: id, index }) => ({
    id,
    stretch: [start + index, start + index + id.length],
  }));
}
