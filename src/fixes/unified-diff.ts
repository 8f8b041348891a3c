import { type DiffLine, diffLines } from "../text/diff-lines.ts";

/** Lines around a change that are shown with it. */
const around = 3;

export interface TwoTexts {
  /** With forward slashes. */
  readonly printed: string;
  /** Where the file gets another name: that. */
  readonly movedTo?: string;
  readonly before: string;
  readonly after: string;
}

/** What is changed in a file, as `git apply` and `patch -p1` read it; empty where nothing is. */
export function unifiedDiff({ printed, movedTo = printed, before, after }: TwoTexts): string {
  if (before === after && movedTo === printed) return "";
  const lines = diffLines(linesOf(before), linesOf(after));
  const head = `--- ${nameOf("a", printed)}\n+++ ${nameOf("b", movedTo)}\n`;
  return moveHead(printed, movedTo) + (before === after ? "" : head + hunksOf(lines).join(""));
}

/** As git writes it. */
function moveHead(from: string, to: string): string {
  if (from === to) return "";
  const [before, after] = [nameOf("a", from), nameOf("b", to)].map((name) => name.trimEnd());
  return `diff --git ${before} ${after}\nrename from ${from}\nrename to ${to}\n`;
}

/** Each with its line end, so that a last line without one differs from one with it. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

/** A tab ends a name with a space in it; other marks are escaped between quotation marks. */
function nameOf(side: string, printed: string): string {
  const name = `${side}/${printed}`;
  if (/["\\\p{Cc}]/u.test(name)) return JSON.stringify(name);
  return name.includes(" ") ? `${name}\t` : name;
}

function hunksOf(lines: readonly DiffLine[]): readonly string[] {
  const changes = lines.flatMap(({ kind }, at) => (kind === "same" ? [] : [at]));
  const hunks: [from: number, to: number][] = [];
  for (const at of changes) {
    const last = hunks.at(-1);
    if (last !== undefined && at - around <= last[1] + around) last[1] = at + 1;
    else hunks.push([at, at + 1]);
  }
  return hunks.map(([from, to]) => hunk(lines, Math.max(0, from - around), Math.min(lines.length, to + around)));
}

function hunk(lines: readonly DiffLine[], from: number, to: number): string {
  const count = (part: readonly DiffLine[], other: DiffLine["kind"]) =>
    part.filter(({ kind }) => kind !== other).length;
  const [above, shown] = [lines.slice(0, from), lines.slice(from, to)];
  const range = (other: DiffLine["kind"]) => {
    const length = count(shown, other);
    // Where a side has no line at all, the line before it is named.
    return `${count(above, other) + (length === 0 ? 0 : 1)},${length}`;
  };
  return `@@ -${range("new")} +${range("gone")} @@\n${shown.map(printed).join("")}`;
}

function printed({ kind, text }: DiffLine): string {
  const line = `${kind === "same" ? " " : kind === "gone" ? "-" : "+"}${text}`;
  return line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`;
}
