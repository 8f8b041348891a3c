/** The one candidate that a word is but for case, spaces, underscores and hyphens; null where there is none, or several. */
export function sameLetters(word: string, candidates: Iterable<string>): string | null {
  const wanted = letters(word);
  const same = [...new Set(candidates)].filter((candidate) => letters(candidate) === wanted);
  return same.length === 1 && same[0] !== word ? (same[0] ?? null) : null;
}

function letters(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/gu, "");
}
