import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fixOf } from "../diagnostics/fix.ts";
import { removeHidden } from "../source/edits/remove-hidden.ts";
import { rewriteValue } from "../source/edits/rewrite.ts";
import type { Path } from "../source/spec-file.ts";
import { insideCurlyQuotes } from "../text/curly-quotes.ts";
import { hiddenIn, withoutHidden } from "../text/hidden.ts";
import { code, excerpt } from "../text/words.ts";
import type { Found } from "./schema-at.ts";
import { type ShapeCase, shapeFinding } from "./shape-case.ts";

/** A value that looks right, with something around it that was copied along: curly quotes, or letters that nobody sees. */
export function explainCopied(
  { spec }: ShapeCase,
  path: Path,
  value: unknown,
  found: readonly Found[],
): Diagnostic | null {
  if (typeof value !== "string") return null;
  const name = hiddenIn(value);
  if (name !== null) {
    const plain = withoutHidden(value);
    const message = `Unexpected ${name}, which nobody sees, in ${excerpt(plain, 40)}; delete it`;
    return shapeFinding(
      "wrong-form",
      message,
      spec.valueAt(path),
      [],
      fixOf("Delete what nobody sees", removeHidden(spec, path)),
    );
  }
  const inside = insideCurlyQuotes(value)?.trim();
  if (inside === undefined || inside === "") return null;
  const isNumber = /^[1-9]\d*$/u.test(inside) && found.some(({ schema }) => schema.type === "integer");
  const written = isNumber ? inside : `"${inside}"`;
  const message = `Unexpected curly quotes in ${excerpt(value.trim(), 40)}, which YAML takes for a part of the text, expected straight ones or none; write ${code(written)}`;
  const fix = inside.includes('"') ? null : fixOf(`Write ${code(written)}`, rewriteValue(spec, path, written));
  return shapeFinding("wrong-form", message, spec.valueAt(path), [], fix);
}
