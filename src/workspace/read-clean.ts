import { SourceFile } from "../diagnostics/source-file.ts";
import { readBytes } from "../files/read.ts";
import type { SpecificationKind } from "../schema/kinds.ts";
import { SpecFile, type Stretch } from "../source/spec-file.ts";
import { defineTask } from "../workers/define-task.ts";
import { type ReadFile, readSpecification } from "./read-file.ts";

export interface FileToRead {
  /** Absolute, and on the disk. */
  readonly path: string;
  readonly printed: string;
  readonly isNamed: boolean;
}

/** A specification in whose syntax and shape nothing is wrong, as data. */
export interface CleanFile {
  readonly text: string;
  readonly kind: SpecificationKind;
  readonly id: string | null;
  readonly data: unknown;
  readonly blockTexts: readonly Stretch[];
}

/** Reads a file of the disk; null where there is more to tell of it. */
export const readClean = defineTask<FileToRead, CleanFile | null>({
  id: "read-clean",
  perform: async ({ path, printed, isNamed }) => {
    const { sound, id, findings } = await readSpecification(path, printed, readBytes(path, printed), isNamed);
    if (sound === null || findings.length > 0) return null;
    const { source, data, blockTexts } = sound.spec;
    return { text: source.text, kind: sound.kind, id, data, blockTexts };
  },
});

/** The file as the thread that asked would have read it. */
export function readAs(clean: CleanFile, { path, printed }: FileToRead): ReadFile {
  const { text, kind, id, data, blockTexts } = clean;
  const spec = new SpecFile(new SourceFile(printed, text), data, blockTexts);
  return { path, sound: { kind, spec }, id, findings: [], isForeign: false };
}
