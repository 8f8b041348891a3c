export function escapeHtml(text: string): string {
  // Most texts are written as they are.
  if (!/[&<>"]/.test(text)) return text;
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}

/** A text as a CSS string: everything but plain letters is written as its code point. */
export function cssString(text: string): string {
  const escaped = text.replace(
    /[^A-Za-z0-9 .,:;()·-]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
