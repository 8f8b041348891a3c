import type { Touched } from "../diff/change.ts";
import type { Described } from "../diff/describe.ts";
import { type Overview, wholeTask } from "../diff/overview.ts";
import type { Mark } from "../diff/word-marks.ts";
import { printable } from "../text/printable.ts";
import { countOf } from "../text/words.ts";
import { indent, wrap } from "../text/wrap.ts";
import { type Colours, noColours } from "./colours.ts";

export interface ComparedNames {
  readonly before: string;
  readonly after: string;
}

/** A comparison for people: what it comes to, what has to be done, and each change with its words marked. */
export function prettyComparison(
  { counts, versions, tasks, sections }: Overview,
  names: ComparedNames,
  columns: number,
  chalk: Colours,
): string {
  const width = Math.max(40, Math.min(columns, 100));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const compared = `Compared ${printable(names.before)} with ${printable(names.after)}`;
  if (total === 0) return `${compared}: ${chalk.green("no change of meaning")}.\n`;
  const widest = Math.max(...counts.map(({ name }) => name.length));
  const summary = counts.flatMap(({ class: touched, name, means, count }) => {
    const head = `  ${String(count).padStart(4)}  ${paintOf(touched, chalk)(name.padEnd(widest))}  `;
    return hanging(means, head, width, 2 + 4 + 2 + widest + 2);
  });
  const blocks = [
    `${chalk.bold(`${compared}: ${countOf(total, "change")}`)}\n${summary.join("\n")}`,
    ...listed("Version", versions, width, chalk),
    ...listed("What has to be done", tasks.map(wholeTask), width, chalk),
    ...sections.map(({ heading, shared, changes }) =>
      [
        chalk.underline(printable(heading)),
        ...(shared === null ? [] : [`  ${chalk.dim(printable(shared))}`]),
        ...changes.map((change) => prettyChange(change, width, chalk)),
      ].join("\n"),
    ),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function listed(heading: string, items: readonly string[], width: number, chalk: Colours): readonly string[] {
  if (items.length === 0) return [];
  return [`${chalk.bold(heading)}\n${items.flatMap((item) => hanging(printable(item), "  - ", width, 4)).join("\n")}`];
}

function hanging(text: string, head: string, width: number, margin: number): readonly string[] {
  const [first = "", ...rest] = wrap(text, width - margin);
  return [head + first, ...rest.map((line) => " ".repeat(margin) + line)];
}

function prettyChange(described: Described, width: number, chalk: Colours): string {
  const { class: touched, title, effect, note, about } = described;
  const means = effect === null ? "" : ` (${effect})`;
  const head = hanging(`${printable(title)}${means}`, `  ${paintOf(touched, chalk)(touched.padEnd(13))} `, width, 16);
  const room = width - 16;
  const below = [
    ...(about === null ? [] : wrap(printable(about), room).map((line) => chalk.dim(line))),
    ...wordings(described, room, chalk),
    ...(note === null ? [] : wrap(printable(note), room)),
  ];
  return [...head, ...below.map((line) => indent(line, " ".repeat(16)))].join("\n");
}

/** Old and new in one where most words are in both; else each by itself. */
function wordings({ before, after, merged }: Described, room: number, chalk: Colours): readonly string[] {
  if (merged !== null) return painted(merged, room, chalk);
  const labelled = (marks: readonly Mark[] | null, label: string) =>
    marks === null
      ? []
      : painted(marks, room - label.length, chalk).map(
          (line, at) => (at === 0 ? label : " ".repeat(label.length)) + line,
        );
  return [...labelled(before, "before  "), ...labelled(after, "now     ")];
}

/** Signs that no text has, for wrapping to see through. */
const [gone, added, end] = ["\ue000", "\ue001", "\ue002"] as const;

/** Marked words in colour, or between signs where there is none: `[-gone-]`, `{+new+}`. */
function painted(marks: readonly Mark[], room: number, chalk: Colours): readonly string[] {
  const hasColour = chalk !== noColours;
  const signs = { gone: ["[-", "-]"], new: ["{+", "+}"], same: ["", ""] } as const;
  const text = marks
    .map(({ kind, text: own }, at) => {
      const before = marks[at - 1];
      // What takes the place of a word stands beside it.
      const isInstead = kind === "new" && before?.kind === "gone" && !/\s$/u.test(before.text);
      const clean = `${isInstead ? " " : ""}${printable(own)}`;
      const inner = clean.trim();
      if (kind === "same" || inner === "") return clean;
      const [open, close] = hasColour ? [kind === "gone" ? gone : added, end] : signs[kind];
      return clean.replace(inner, () => `${open}${inner}${close}`);
    })
    .join("");
  let open: Colours["bold"] | null = null;
  return wrap(text, room).map((line) =>
    line
      .split(/([\ue000-\ue002])/u)
      .map((piece) => {
        if (piece === gone) open = chalk.red;
        else if (piece === added) open = (inner) => chalk.green(chalk.underline(inner));
        else if (piece === end) open = null;
        else return open === null || piece === "" ? piece : open(piece);
        return "";
      })
      .join(""),
  );
}

function paintOf(touched: Touched, chalk: Colours): Colours["bold"] {
  return { learners: chalk.red, certification: chalk.yellow, assessors: chalk.cyan, editorial: chalk.dim }[touched];
}
