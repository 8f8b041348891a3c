/**
 * "1, 3 and 5" names three pieces of evidence. References that are known may hold commas and the word "and" themselves.
 */
export function referencesIn(written: string | null, known: readonly string[] = []): readonly string[] {
  const whole = known.filter((one) => /[,;\n]|\band\b/u.test(one)).sort((a, b) => b.length - a.length);
  const names = whole.map((one) => one.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|");
  const between = String.raw`\s*(?:[,;\n]|\band\b|$)\s*`;
  const parts =
    whole.length === 0
      ? (written ?? "").split(/[,;\n]|\band\b/u)
      : (written ?? "").split(
          new RegExp(`(?<=^|[,;\\n]\\s*|\\band\\b\\s*)(${names})(?=${between})|[,;\\n]|\\band\\b`, "u"),
        );
  return [...new Set(parts.map((part) => (part ?? "").trim()).filter((part) => part !== ""))];
}
