/** What an author wrote; null where there is nothing, or where `none` says that there is nothing. */
export function given(text: string | undefined): string | null {
  return text === undefined || text === "none" ? null : text;
}
