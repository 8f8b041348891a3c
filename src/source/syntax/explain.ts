import type { Document } from "yaml";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../diagnostics/source-file.ts";
import { excerpt } from "../../text/words.ts";
import { missingColonBeforeBracket, secondColon, textAfterBracket, unclosedBracket } from "./brackets.ts";
import { at, type Case, lineAround, type Reader } from "./case.ts";
import { indentation } from "./indentation.ts";
import { explainDuplicates } from "./keys.ts";
import {
  blankBeforeText,
  codeFence,
  foreignBullet,
  gluedColon,
  gluedDash,
  hardSpace,
  listOnKeyLine,
  missingColon,
  severalDocuments,
  starBeforeText,
  strayMark,
  tabIndent,
  textAfterBlockMark,
  textCutByHash,
  unquotedColon,
  wideColon,
} from "./lines.ts";
import { pastedList } from "./pasted-list.ts";
import { badEscape, reservedStart, textAfterQuote, unclosedQuote } from "./quotes.ts";

/** Each reader knows one mistake; the first that recognises it explains it. */
const readers: readonly Reader[] = [
  codeFence,
  severalDocuments,
  pastedList,
  tabIndent,
  hardSpace,
  foreignBullet,
  blankBeforeText,
  strayMark,
  starBeforeText,
  wideColon,
  gluedDash,
  unclosedQuote,
  missingColonBeforeBracket,
  secondColon,
  unclosedBracket,
  textAfterQuote,
  textAfterBracket,
  textAfterBlockMark,
  reservedStart,
  badEscape,
  gluedColon,
  listOnKeyLine,
  unquotedColon,
  textCutByHash,
  missingColon,
  indentation,
];

/**
 * The findings for the errors that the parser met. Keys that stand twice are reported each; of anything else only the
 * first, because what follows a broken place is mostly its consequence.
 */
export function explainSyntaxErrors(file: SourceFile, document: Document.Parsed): readonly Diagnostic[] {
  const errors = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const real = errors.find((error) => error.code !== "DUPLICATE_KEY");
  const duplicates = real === undefined ? errors : errors.slice(0, errors.indexOf(real));
  const explained = explainDuplicates(file, document, duplicates);
  return real === undefined ? explained : [...explained, explain({ file, text: file.text, document, error: real })];
}

function explain(one: Case): Diagnostic {
  for (const read of readers) {
    const found = read(one);
    if (found !== null) return found;
  }
  const [start, end] = one.error.pos;
  const message = `Unexpected ${excerpt(lineAround(one.text, start).text)}, which YAML cannot read (${one.error.message.toLowerCase()}); look for a missing quote, colon, bracket or space on this line or the one above`;
  return at(one, "yaml-syntax", message, start, Math.max(end, start + 1));
}
