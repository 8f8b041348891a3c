/** Levels of nesting that a file may have; real specifications stay below ten. */
export const deepestAllowed = 60;

/**
 * Where a construct opens that nests deeper than any specification does, or null. It looks at the characters alone:
 * its purpose is to keep a file of ten thousand brackets away from parsers that descend into each.
 */
export function findTooDeep(text: string): number | null {
  return findBrackets(text) ?? findDashes(text) ?? findIndents(text);
}

/** A bracket that many others follow before they close; no bracket reaches past a line that starts in the first column. */
function findBrackets(text: string): number | null {
  let depth = 0;
  let outermost = 0;
  for (const match of text.matchAll(/[[{]|[\]}]|^(?=[^\s[\]{}#])/gmu)) {
    if (match[0] === "") {
      depth = 0;
    } else if (match[0] === "]" || match[0] === "}") {
      depth = Math.max(0, depth - 1);
    } else {
      if (depth === 0) outermost = match.index;
      depth += 1;
      if (depth > deepestAllowed) return outermost;
    }
  }
  return null;
}

/** A line such as `- - - - x`, where each dash opens a list. */
function findDashes(text: string): number | null {
  for (const match of text.matchAll(/^ *(?:[-?] +)+/gmu)) {
    if ((match[0].match(/[-?]/gu)?.length ?? 0) > deepestAllowed) return match.index + match[0].search(/[-?]/u);
  }
  return null;
}

/** A line that stands inside that many others, each indented further than the one before. */
function findIndents(text: string): number | null {
  const open: number[] = [];
  for (const match of text.matchAll(/^( *)[^\s#]/gmu)) {
    const indent = match[1]?.length ?? 0;
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
    open.push(indent);
    if (open.length > deepestAllowed) return match.index + indent;
  }
  return null;
}
