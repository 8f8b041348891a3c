import type { PageElement } from "../page/page.ts";
import { elementsOf } from "../page/parse-page.ts";
import { hasClass } from "./classes.ts";

/** Whether an element begins on a sheet of its own, as on the printed web page. */
export function beginsSheet(node: PageElement, before: PageElement | undefined): boolean {
  const follows = (name: string) => before !== undefined && hasClass(before, name);
  if (hasClass(node, "chapter")) {
    return !follows("chapter") || elementsOf(node.children).some((inner) => hasClass(inner, "self"));
  }
  if (hasClass(node, "people")) return !follows("contents");
  return hasClass(node, "contents") || hasClass(node, "unit");
}
