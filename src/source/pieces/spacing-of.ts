import { isMap, type Node } from "yaml";
import { lastOf } from "../edits/last-leaf.ts";
import { keyText } from "../key-text.ts";
import type { SpecFile } from "../spec-file.ts";
import { bodyEnd, keepsEnd } from "./body-end.ts";
import { isEmpty, lineStart, nextLine, wholeLines } from "./lines.ts";

/** Whether an empty line belongs above a new key at the end of a file; "kept" where it would belong to the text above. */
export type Spacing = "apart" | "close" | "kept";

/** What the last key of a file tells of the next; one key is not looked at. */
export function spacingOf(spec: SpecFile, except: string): Spacing {
  const { text } = spec.source;
  const root = spec.nodesTo([])?.[0];
  if (!isMap(root)) return "close";
  const [before, last] = root.items.filter((one) => keyText(one) !== except).slice(-2);
  if (before === undefined || last === undefined) return "close";
  if (keepsEnd(text, lastOf(last))) return "kept";
  const start = (last.key as Node | null)?.range?.[0] ?? 0;
  const gap = wholeLines(text.slice(nextLine(text, bodyEnd(text, lastOf(before))), lineStart(text, start)));
  return gap.some(isEmpty) ? "apart" : "close";
}
