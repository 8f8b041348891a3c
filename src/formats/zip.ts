import { type Zippable, zipSync } from "fflate";

/** Files as one zip. The same files make the same bytes: no clock, and a packer that is the same on every machine. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const encoder = new TextEncoder();
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === "string" ? encoder.encode(content) : content,
    ]),
  );
  // A zip names the time of the wall clock: this is the same in any time zone, on the first day that it can name.
  return zipSync(entries, { mtime: new Date(1980, 0, 1, 12) });
}
