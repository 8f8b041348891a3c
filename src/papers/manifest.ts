import { join } from "node:path";
import { readBytesIfThere } from "../files/read.ts";

/** In the output folder: the hash of each file that was written there, so that one changed since is known. */
export const manifestName = ".qualspec-manifest.json";

export type Manifest = ReadonlyMap<string, string>;

/** The same for a website, which removes what it makes no longer: of papers that stand in the same folder it knows nothing. */
export const siteManifestName = ".qualspec-site.json";

/** Paths below the folder, with the SHA-256 of what was written. A manifest that cannot be read vouches for nothing. */
export function readManifest(folder: string, name = manifestName): Manifest {
  const bytes = readBytesIfThere(join(folder, name), name);
  if (bytes === null) return new Map();
  try {
    const { files } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly files?: unknown };
    if (typeof files !== "object" || files === null) return new Map();
    return new Map(
      Object.entries(files).flatMap(([path, hash]) => (typeof hash === "string" ? [[path, hash] as const] : [])),
    );
  } catch {
    return new Map();
  }
}

export function printManifest(manifest: Manifest): Uint8Array {
  const files = Object.fromEntries([...manifest].sort(([a], [b]) => (a < b ? -1 : 1)));
  return new TextEncoder().encode(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
}
