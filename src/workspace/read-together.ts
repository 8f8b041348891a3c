import type { Io } from "../cli/io.ts";
import { printedPath } from "../files/paths.ts";
import { readBytes } from "../files/read.ts";
import { Crew } from "../workers/crew.ts";
import { inOrder } from "../workers/in-order.ts";
import type { Library } from "./library.ts";
import { readAs, readClean } from "./read-clean.ts";
import { type ReadFile, readSpecification } from "./read-file.ts";
import type { TargetFile } from "./read-targets.ts";
import type { Target } from "./targets.ts";

/** The files of many targets on the disk, in their order, read by several threads. */
export async function readTogether(
  io: Io,
  library: Library,
  targets: readonly Target[],
): Promise<readonly TargetFile[]> {
  const crew = new Crew(io.threads ?? null);
  try {
    const files: TargetFile[] = [];
    const read = inOrder(targets, crew.atOnce, (target) => readWith(crew, target, io.cwd));
    for await (const [target, file] of read) files.push({ target, file: library.add(file) });
    return files;
  } finally {
    await crew.end();
  }
}

async function readWith(crew: Crew, { path, isNamed }: Target, cwd: string): Promise<ReadFile> {
  const wanted = { path, printed: printedPath(path, cwd), isNamed };
  const here = () => readSpecification(path, wanted.printed, readBytes(path, wanted.printed), isNamed);
  const read = await crew.do(readClean, () => wanted, here);
  if (read === null) return here();
  return "data" in read ? readAs(read, wanted) : read;
}
