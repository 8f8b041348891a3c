/** A stretch of a text, in UTF-16 offsets, end exclusive. */
export type Stretch = readonly [start: number, end: number];

/** A text without the « » in it, and where each pair of them stood. */
export function takeMarks(marked: string): { readonly text: string; readonly stretches: readonly Stretch[] } {
  const stretches: Stretch[] = [];
  let text = "";
  let opened = 0;
  for (const part of marked.split(/([«»])/u)) {
    if (part === "«") opened = text.length;
    else if (part === "»") stretches.push([opened, text.length]);
    else text += part;
  }
  return { text, stretches };
}
