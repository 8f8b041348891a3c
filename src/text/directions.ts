const opening = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/u;
const popFormatting = "\u202c";
const popIsolate = "\u2069";

/**
 * A text after which the direction is what it was before: marks that turn it, and that nothing ends, are ended here.
 * What a paper prints behind the text would be turned, too.
 */
export function closeDirections(text: string): string {
  if (!opening.test(text)) return text;
  const open: string[] = [];
  for (const letter of text) {
    if (opening.test(letter)) open.push(letter >= "\u2066" ? popIsolate : popFormatting);
    else if (letter === popIsolate && open.includes(popIsolate)) open.length = open.lastIndexOf(popIsolate);
    else if (letter === popFormatting && open.at(-1) === popFormatting) open.pop();
  }
  return text + open.reverse().join("");
}
