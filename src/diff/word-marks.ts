import { type DiffLine, diffLines } from "../text/diff-lines.ts";

/** A stretch of a text that is in both wordings, only in the former, or only in the new one. */
export type Mark = DiffLine;

/** What was taken out of a wording, and what was put into it, word by word. */
export function markWords(before: string, after: string): readonly Mark[] {
  const [one, other] = [before, after].map(piecesOf) as [readonly string[], readonly string[]];
  return joined(bridged(diffLines(one, other)));
}

/** Words with the space that follows each, and signs by themselves, so that a word counts as the same before a stop. */
function piecesOf(text: string): readonly string[] {
  return (
    text
      .replace(/\s+/gu, " ")
      .trim()
      .match(/[\p{L}\p{M}\p{N}'’-]+| |[^\p{L}\p{M}\p{N}'’ -]/gu) ?? []
  );
}

/** Between two changes a space that both have is read more easily as part of them. */
function bridged(marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark, at): readonly Mark[] => {
    const isBetween = mark.kind === "same" && mark.text === " ";
    if (!isBetween || !isChange(marks[at - 1]) || !isChange(marks[at + 1])) return [mark];
    return [
      { kind: "gone", text: " " },
      { kind: "new", text: " " },
    ];
  });
}

function isChange(mark: Mark | undefined): boolean {
  return mark !== undefined && mark.kind !== "same";
}

/** Of what stands together, first all that is gone, then all that is new. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const found: Mark[] = [];
  let [gone, added] = ["", ""];
  const flush = () => {
    if (gone !== "") found.push({ kind: "gone", text: gone });
    if (added !== "") found.push({ kind: "new", text: added });
    [gone, added] = ["", ""];
  };
  for (const { kind, text } of marks) {
    if (kind === "gone") gone += text;
    else if (kind === "new") added += text;
    else {
      flush();
      const last = found.at(-1);
      if (last?.kind === "same") found[found.length - 1] = { kind, text: last.text + text };
      else found.push({ kind, text });
    }
  }
  flush();
  return found;
}
