import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { WordLook } from "../page/brand.ts";
import type { BrandShape } from "../schema/shapes.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { type BrandFolder, readNamed } from "./brand-folder.ts";
import { houseFinding } from "./finding.ts";

/** More than this is a document with pictures in it, of which none is taken over. */
const largest = 5 * 1024 * 1024;

interface Read {
  readonly look: WordLook | null;
  readonly findings: readonly Diagnostic[];
}

/** What papers take over from a Word document of the house. */
export async function readWord(spec: SpecFile, { word }: BrandShape, folder: BrandFolder): Promise<Read> {
  if (word === undefined) return { look: null, findings: [] };
  const place = spec.valueAt(["word"]);
  const file = readNamed(folder, word, place, largest);
  if ("rule" in file) return { look: null, findings: [file] };
  const { readHouseDocx } = await import("../exchange/house-docx.ts");
  const { look, fault } = readHouseDocx(file.bytes);
  if (fault === null) return { look, findings: [] };
  const remedy = fault.remedy ?? "save it again as a Word document";
  const message = `Unexpected ${fault.found}, expected a Word document of your own; ${remedy}`;
  return { look: null, findings: [houseFinding("brand-file", message, place)] };
}
