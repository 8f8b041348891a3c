import type { Io } from "../cli/io.ts";
import { printedPath } from "../files/paths.ts";
import type { Library } from "./library.ts";
import type { ReadFile } from "./read-file.ts";
import { readSpecification } from "./read-file.ts";
import type { Target } from "./targets.ts";

export interface TargetFile {
  readonly target: Target;
  readonly file: ReadFile;
}

/** Fewer files are read before other threads have begun. */
const manyFiles = 400;

/** The files that were asked for, in their order. @param isOnDisk whether they are read as they stand on the disk */
export async function readTargets(
  io: Io,
  library: Library,
  targets: readonly Target[],
  isOnDisk: boolean,
): Promise<readonly TargetFile[]> {
  const isMuch = targets.length >= manyFiles && targets.every(({ isStdin }) => !isStdin);
  if (isOnDisk && isMuch && (io.threads?.most ?? 0) > 0) {
    const { readTogether } = await import("./read-together.ts");
    return readTogether(io, library, targets);
  }
  const files: TargetFile[] = [];
  for (const target of targets) files.push({ target, file: await readTarget(io, library, target) });
  return files;
}

async function readTarget(io: Io, library: Library, target: Target): Promise<ReadFile> {
  if (!target.isStdin) return library.read(target.path, target.isNamed);
  const printed = printedPath(target.path, io.cwd);
  return library.add(await readSpecification(target.path, printed, await io.readStdin(), true));
}
