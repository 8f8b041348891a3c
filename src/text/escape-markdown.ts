/** Text such that CommonMark prints exactly its characters: whatever could open markup is escaped. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&]/gu, "\\$&")
    .replace(/\b(https?|ftp|mailto):/giu, "$1\\:")
    .replace(/\bwww\./giu, "www\\.")
    .replace(/(?<=\S)@(?=\S)/gu, "\\@");
}
