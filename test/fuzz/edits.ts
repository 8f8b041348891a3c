import type { Choose } from "./random.ts";

export type Edit = (text: string, choose: Choose) => string;

const marks = [...":#-[]{},\"'&*!|>%@\t"];

/** What slips of a hand, an editor or a copy do to a file. */
export const edits: Readonly<Record<string, Edit>> = {
  "delete a line": (text, choose) => onLine(text, choose, () => []),
  "repeat a line": (text, choose) => onLine(text, choose, (line) => [line, line]),
  "delete a character": (text, choose) => onPlace(text, choose, (rest) => rest.slice(1)),
  "swap two characters": (text, choose) =>
    onPlace(text, choose, ([first = "", second = "", ...rest]) => second + first + rest.join("")),
  "insert a mark": (text, choose) => onPlace(text, choose, (rest) => markOf(choose) + rest),
  "insert a mark before a value": (text, choose) =>
    onLine(text, choose, (line) => [line.replace(/^(\s*(?:- )?(?:[\w-]+: )?)/u, `$1${markOf(choose)}`)]),
  "insert a mark at the end of a line": (text, choose) => onLine(text, choose, (line) => [line + markOf(choose)]),
  "indent a line more": (text, choose) => onLine(text, choose, (line) => [` ${line}`]),
  "indent a line less": (text, choose) => onLine(text, choose, (line) => [line.replace(/^ /u, "")]),
  "cut the file off": (text, choose) => text.slice(0, choose(text.length)),
};

function onLine(text: string, choose: Choose, change: (line: string) => readonly string[]): string {
  const lines = text.split("\n");
  const at = choose(lines.length);
  lines.splice(at, 1, ...change(lines[at] ?? ""));
  return lines.join("\n");
}

function onPlace(text: string, choose: Choose, change: (rest: string) => string): string {
  const at = choose(text.length);
  return text.slice(0, at) + change(text.slice(at));
}

function markOf(choose: Choose): string {
  return marks[choose(marks.length)] ?? "";
}
