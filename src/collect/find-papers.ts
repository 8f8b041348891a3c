import { basename, resolve } from "node:path";
import { usageError } from "../cli/user-error.ts";
import { expandPattern, findFiles, isPattern } from "../files/find.ts";
import { printedPath } from "../files/paths.ts";
import { kindOfPath } from "../files/read.ts";
import { code } from "../text/words.ts";

/** A file that came back. */
export interface ReturnedFile {
  /** Absolute. */
  readonly path: string;
  readonly printed: string;
  /** The user named this very file, so that it must be a paper or a record. */
  readonly isNamed: boolean;
}

export interface FoundPapers {
  readonly files: readonly ReturnedFile[];
  /** What else stood in the folders, as printed. */
  readonly others: readonly string[];
}

/**
 * The files that the paths on the command line mean, in the order of their paths. In a folder they are told by their names.
 *
 * @throws UserError where a path leads to nothing, or to nothing that can be read back.
 */
export async function findPapers(
  typed: readonly string[],
  cwd: string,
  skipped: ReadonlySet<string>,
): Promise<FoundPapers> {
  const files = new Map<string, ReturnedFile>();
  const others = new Set<string>();
  const add = (path: string, isNamed: boolean) => {
    const known = files.get(path);
    files.set(path, { path, printed: printedPath(path, cwd), isNamed: isNamed || known?.isNamed === true });
  };
  for (const one of typed) {
    for (const { path, isPatterned } of await expand(one, cwd)) {
      if (kindOfPath(path) === "folder") {
        const found = findFiles(path, skipped, (name) => !isNobodys(name));
        for (const file of found) {
          if (isPaperName(file)) add(file, false);
          else others.add(printedPath(file, cwd));
        }
      } else if (!isPatterned || !isNobodys(basename(path))) add(path, !isPatterned || !isPaperName(path));
    }
  }
  if (files.size === 0) throw nothingFound(typed, [...others]);
  return {
    files: [...files.values()].sort((a, b) => (a.printed < b.printed ? -1 : 1)),
    others: [...others].filter((one) => ![...files.values()].some(({ printed }) => printed === one)).sort(),
  };
}

async function expand(typed: string, cwd: string) {
  const path = resolve(cwd, typed);
  if (kindOfPath(path) !== "nothing") return [{ path, isPatterned: false }];
  const found = isPattern(typed) ? await expandPattern(typed, cwd) : [];
  if (found.length > 0) return found.map((one) => ({ path: one, isPatterned: true }));
  const what = isPattern(typed) ? `No file matches ${code(typed)}` : `No such file or folder: ${code(typed)}`;
  throw usageError(`${what}; check the spelling, and that you are in the right folder (you are in ${cwd})`);
}

function isPaperName(path: string): boolean {
  return /\.(?:docx|json)$/iu.test(path);
}

/** What programs leave beside documents: the lock files of Word and LibreOffice, and what systems put into folders. */
function isNobodys(name: string): boolean {
  return /^~\$|^\.|^(?:Thumbs\.db|desktop\.ini)$/iu.test(name);
}

function nothingFound(typed: readonly string[], others: readonly string[]) {
  const where = typed.map(code).join(", ");
  const instead = others.length === 0 ? "" : ` (there are others, such as ${code(others[0] ?? "")})`;
  return usageError(
    `No filled papers in ${where}${instead}, expected .docx files that qualspec made or .json records that its papers export; name another folder, or the files`,
  );
}
