/** A text as YAML writes it in quotation marks: double ones, unless they would need a backslash. */
export function quoted(text: string): string {
  return /["\\]/u.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
