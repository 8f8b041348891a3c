import type { Diagnostic, Edit } from "../diagnostics/diagnostic.ts";
import { code } from "../text/words.ts";

/** What a finding takes a slip for: less than a fix, since only the author knows. */
export interface Guess {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** The word that a message offers, in the place of the word that it is about; null where it offers none. */
export function guessOf({ message, place, fix }: Diagnostic): Guess | null {
  const meant = fix === undefined ? (offered.exec(message)?.slice(1).find(Boolean) ?? null) : null;
  const { file, start, end } = place;
  const [, quote = "", word] = /^(["']?)([\w.-]+)\1$/u.exec(file.text.slice(start, end)) ?? [];
  if (meant === null || word === undefined || word === meant || !message.includes(code(word))) return null;
  return { title: `Write ${code(meant)}`, edits: [{ start, end, text: `${quote}${meant}${quote}` }] };
}

/** Every message that guesses does so in these words. */
const offered = /did you mean `([\w.-]+)`\?|^Unexpected key `[^`]+`, expected `([\w.-]+)`; rename it$/u;
