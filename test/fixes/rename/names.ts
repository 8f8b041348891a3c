import { SourceFile } from "../../../src/diagnostics/source-file.ts";
import type { SoundFile } from "../../../src/references/mention.ts";
import type { SpecificationKind } from "../../../src/schema/kinds.ts";
import { parse } from "../../../src/source/parse.ts";
import type { Files } from "../../check-folder.ts";

/** Files as the gates let them through; the text of each has to be sound. */
export function soundFiles(files: Files): readonly SoundFile[] {
  return Object.entries(files).map(([path, text]) => {
    const { spec, findings } = parse(new SourceFile(path, String(text)));
    if (spec === null) throw new Error(`${path}: ${findings[0]?.message}`);
    return { kind: (spec.data as { kind: SpecificationKind }).kind, spec };
  });
}
