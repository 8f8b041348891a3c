import type { FrameworkNode } from "./types.ts";

/** What an entry is called: plain text, or where it has no title the first paragraph of its text, as inline CommonMark. */
export interface EntryName {
  readonly title: string | null;
  readonly text: string | null;
}

export function entryName({ id, title, text }: FrameworkNode): EntryName {
  const [paragraph = ""] = (text ?? "").trim().split(/\n\s*\n/u);
  return {
    title: title ?? (paragraph === "" ? id : null),
    text: title === null && paragraph !== "" ? paragraph : null,
  };
}

/** The same on one line, where nothing makes words bold. */
export function plainEntryName(node: FrameworkNode): string {
  const { title, text } = entryName(node);
  return (title ?? text ?? node.id).replace(/\s+/gu, " ").trim();
}
