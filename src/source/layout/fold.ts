/**
 * The lines of a text below `>`, where line ends are spaces: a paragraph with a line that is too wide is broken anew, the
 * others stay as they are.
 */
export function foldAnew(lines: readonly string[], width: number): readonly string[] {
  const folded: string[] = [];
  let paragraph: string[] = [];
  const end = () => {
    folded.push(...(isFoldable(paragraph, width) ? wrapped(paragraph.join(" "), width) : paragraph));
    paragraph = [];
  };
  for (const line of lines) {
    // Lines that begin with spaces keep their ends.
    if (line === "" || /^\s/u.test(line)) {
      end();
      folded.push(line);
    } else paragraph.push(line);
  }
  end();
  return folded;
}

function isFoldable(lines: readonly string[], width: number): boolean {
  return lines.some((line) => line.length > width) && !lines.some((line) => /\s\s|\s$|[^\S ]/u.test(line));
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
