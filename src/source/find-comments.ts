import { Parser } from "yaml";
import type { Stretch } from "./spec-file.ts";

export interface Comment {
  /** With its #. */
  readonly text: string;
  readonly start: number;
}

export interface CommentsAndTexts {
  readonly comments: readonly Comment[];
  /** Where texts stand that may go on over several lines, but for those that begin with `|` or `>`. */
  readonly texts: readonly Stretch[];
}

/** What YAML takes for a comment: a # inside a text is none. */
export function findComments(text: string): CommentsAndTexts {
  const comments: Comment[] = [];
  const texts: Stretch[] = [];
  const walk = (token: unknown): void => {
    if (Array.isArray(token)) {
      for (const one of token) walk(one);
      return;
    }
    if (typeof token !== "object" || token === null) return;
    const { type, offset, source } = token as { type?: unknown; offset?: unknown; source?: unknown };
    if (typeof offset === "number" && typeof source === "string") {
      if (type === "comment") comments.push({ text: source, start: offset });
      else if (String(type).endsWith("scalar") && type !== "block-scalar") texts.push([offset, offset + source.length]);
    }
    for (const part of Object.values(token)) walk(part);
  };
  for (const token of new Parser().parse(text)) walk(token);
  return { comments: comments.sort((a, b) => a.start - b.start), texts };
}
