import type { Described } from "../diff/describe.ts";
import type { Overview, TaskInWords } from "../diff/overview.ts";
import type { Mark } from "../diff/word-marks.ts";
import { countOf } from "../text/words.ts";
import type { ComparedNames } from "./diff.ts";
import { codeSpan, plain } from "./markdown-text.ts";

/** GitHub takes a comment of 65,536 characters. */
const longestComment = 60_000;

/** A comparison for a comment on a pull request: nothing that stands in a file is markup. */
export function markdownComparison(overview: Overview, names: ComparedNames): string {
  const { counts, versions, tasks, sections } = overview;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const compared = `Compared ${codeSpan(names.before)} with ${codeSpan(names.after)}`;
  if (total === 0) return `## What changed\n\n${compared}: no change of meaning.\n`;
  const head = [
    "## What changed",
    `${compared}: ${countOf(total, "change")}.`,
    counts.map(({ name, means, count }) => `- **${count} ${plain(name.toLowerCase())}.** ${plain(means)}`).join("\n"),
    ...list("Version", versions.map(plain)),
    ...list("What has to be done", tasks.map(task)),
  ];
  let room = longestComment - head.join("\n\n").length;
  let left = 0;
  const blocks = sections.flatMap(({ heading, shared, changes }) => {
    const items = changes.map(item).filter((text) => {
      room -= text.length + 1;
      if (room <= 0) left += 1;
      return room > 0;
    });
    const about = shared === null ? [] : [plain(shared)];
    return items.length === 0 ? [] : [`### ${plain(heading)}`, ...about, items.join("\n")];
  });
  const more = left === 0 ? [] : [`And ${countOf(left, "more change")}; \`qualspec diff\` lists all.`];
  return `${[...head, ...blocks, ...more].join("\n\n")}\n`;
}

function list(heading: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`### ${heading}`, items.map((one) => `- ${one}`).join("\n")];
}

/** Ids and keys are there to be pasted into files. */
function task({ before, about, after }: TaskInWords): string {
  return `${plain(before)}${about.map(codeSpan).join(", ")}${plain(after)}`;
}

function item({ class: touched, title, effect, before, after, merged, note, about }: Described): string {
  const means = effect === null ? "" : ` (${plain(effect)})`;
  const wordings =
    merged !== null
      ? [marked(merged)]
      : [
          ...(before === null ? [] : [`Before: ${marked(before)}`]),
          ...(after === null ? [] : [`Now: ${marked(after)}`]),
        ];
  const below = [
    ...(about === null ? [] : [`*${plain(about)}*`]),
    ...wordings,
    ...(note === null ? [] : [plain(note)]),
  ];
  return [`- **${plain(title)}**${means}: ${touched}`, ...below.map((line) => `  - ${line}`)].join("\n");
}

/** What is gone is struck out, what is new is bold. */
function marked(marks: readonly Mark[]): string {
  return (
    marks
      .map(({ kind, text }) => {
        const inner = text.trim();
        if (kind === "same" || inner === "") return plain(text);
        const sign = kind === "gone" ? "~~" : "**";
        return text.replace(inner, () => `${sign}${plain(inner)}${sign}`);
      })
      .join("")
      // Where one word takes the place of another, their marks would touch.
      .replace(/(\S~~)(\*\*\S)/gu, "$1 $2")
  );
}
