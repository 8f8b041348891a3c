/** The id that a field has on its page; each of several choices has a number behind it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9-]/gu, "_")}`;
}
