/** The lines of a text, without their line ends. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/u);
}

/** A line without as many of its first spaces as stand before what it belongs to, or as it has. */
export function outdented(line: string, by: number): string {
  const own = /^ */u.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(own, by));
}

/** Only an empty line stays where it is: spaces alone may be a part of a text. */
export function indented(line: string, by: number): string {
  return line === "" ? "" : " ".repeat(by) + line;
}

/** The lines of a stretch that begins where a line does: a line end at its end begins no further one. */
export function wholeLines(text: string): readonly string[] {
  const lines = linesOf(text);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

export function isEmpty(line: string): boolean {
  return line.trim() === "";
}

/** How many of the lines are empty before the first that is not. */
export function emptyBefore(lines: readonly string[]): number {
  const first = lines.findIndex((line) => !isEmpty(line));
  return first === -1 ? lines.length : first;
}

export function isComment(line: string): boolean {
  return /^\s*#/u.test(line);
}

/** The comments in a stretch that holds nothing else but spaces, commas and marks; the first as far as it stands beside something. */
export function commentsIn(gap: string): readonly string[] {
  return linesOf(gap).flatMap((line) => /(?:^|[\s,])(#.*)$/u.exec(line)?.[1]?.trimEnd() ?? []);
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

/** Where the line ends that `at` stands in, before its line end. */
export function lineEnd(text: string, at: number): number {
  return at + (/^[^\r\n]*/u.exec(text.slice(at))?.[0].length ?? 0);
}

/** Where the next line begins. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end + 1;
}

/** Where a document ends: at a line of three dots, else with its text. */
export function documentEnd(text: string): number {
  const dots = text.search(/^\.\.\.(?=\s|$)/mu);
  return dots === -1 ? text.length : dots;
}
