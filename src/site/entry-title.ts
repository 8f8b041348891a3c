import type { FrameworkNode } from "../model/types.ts";
import { plainBlock } from "../render/markdown.ts";

/** What an entry is called on a link: its title, else what it says, as plain text. */
export function titleOf({ id, title, text }: FrameworkNode): string {
  return title ?? (plainBlock(text ?? "") || id);
}
