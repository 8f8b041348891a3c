import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { printedPath } from "../files/paths.ts";
import { kindOfPath } from "../files/read.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { code } from "../text/words.ts";
import { holdersAmong, type IdHolder, type KnownFile } from "../workspace/inventory.ts";

/** A unit and the file that it would get. */
interface NewUnit {
  readonly id: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What keeps units from files of their own: not a file that says the same already, such as one that was bundled. */
export async function clashesOf(
  spec: SpecFile,
  units: readonly NewUnit[],
  others: readonly KnownFile[],
  cwd: string,
): Promise<readonly Diagnostic[]> {
  const holder = holdersAmong(others);
  const before = new Set<string>();
  const found: Diagnostic[] = [];
  for (const [at, unit] of units.entries()) {
    const { id } = unit;
    const message = before.has(id.toLowerCase())
      ? `Unexpected second ${code(id)}, expected an id of its own; change one of the two`
      : clashOf(unit, await holder(id), cwd);
    before.add(id.toLowerCase());
    const place = spec.valueAt(["units", at, "id"]);
    if (message !== null) found.push({ rule: "id-unique", severity: "error", message, place, related: [] });
  }
  return found;
}

function clashOf({ id, path, bytes }: NewUnit, holder: IdHolder | null, cwd: string): string | null {
  if (holder?.file.path === path && Buffer.from(bytes).equals(holder.file.bytes)) return null;
  if (holder?.isRetired === true) {
    return `Unexpected id ${code(id)}, which is retired in ${code(holder.file.printed)} and may not come back; choose a new one`;
  }
  if (holder !== null) {
    return `Unexpected id ${code(id)}, which ${code(holder.file.printed)} has already, expected one for a new file; change it, or leave the unit out where it is the same`;
  }
  if (kindOfPath(path) === "nothing") return null;
  return `Unexpected id ${code(id)}, whose file ${code(printedPath(path, cwd))} is there already; change the id, or move the file`;
}
