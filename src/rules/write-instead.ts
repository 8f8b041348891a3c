import type { Fix } from "../diagnostics/diagnostic.ts";
import { fixOf } from "../diagnostics/fix.ts";
import type { Origin } from "../model/types.ts";
import { rewriteValue } from "../source/edits/rewrite.ts";
import type { Path } from "../source/spec-file.ts";
import { code } from "../text/words.ts";

/** The one word that belongs in place of the value under these keys of a thing; null where there is none. */
export function writeInstead({ origin }: { readonly origin: Origin }, meant: string | null, ...keys: Path): Fix | null {
  if (meant === null) return null;
  return fixOf(`Write ${code(meant)}`, rewriteValue(origin.spec, [...origin.path, ...keys], meant));
}
