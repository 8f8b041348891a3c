import type { Fix, Place } from "../diagnostics/diagnostic.ts";
import { fixOf, replacement } from "../diagnostics/fix.ts";
import type { Origin } from "../model/types.ts";
import { rewriteValue } from "../source/edits/rewrite.ts";
import type { Path } from "../source/spec-file.ts";
import { code } from "../text/words.ts";

/** The one word that belongs in place of the value under these keys of a thing; null where there is none. */
export function writeInstead({ origin }: { readonly origin: Origin }, meant: string | null, ...keys: Path): Fix | null {
  if (meant === null) return null;
  return fixOf(`Write ${code(meant)}`, rewriteValue(origin.spec, [...origin.path, ...keys], meant));
}

/** Other words in place of those at a place of a text; null where the file has them in another way, such as over two lines. */
export function rewordAt(place: Place, words: string, instead: string): Fix | null {
  const isAsWritten = place.file.text.slice(place.start, place.end) === words && !words.includes("\n");
  return isAsWritten ? replacement(`Write ${code(instead)}`, place, instead) : null;
}
