import { countOf, joinWords } from "../text/words.ts";
import type { Colours } from "./colours.ts";

interface ReportedFile {
  readonly path: string;
  readonly status: "written" | "unchanged";
}

/** What was made, and which file to open first. */
export function prettyFiles(files: readonly ReportedFile[], checked: number, chalk: Colours): string {
  const widest = Math.max(...files.map(({ path }) => path.length));
  const rows = files.map(({ path, status }) => {
    const paint = status === "written" ? chalk.green : chalk.dim;
    return `  ${path.padEnd(widest)}  ${paint(status)}`;
  });
  const written = files.filter(({ status }) => status === "written").length;
  const counts = [
    written > 0 ? `${written} written` : "",
    written < files.length ? `${files.length - written} unchanged` : "",
  ].filter((one) => one !== "");
  const first = files.find(({ path }) => path.endsWith(".html")) ?? files[0];
  return [
    `Checked ${countOf(checked, "file")}, made ${countOf(files.length, "paper")} (${joinWords(counts)}):`,
    ...rows,
    `Open ${chalk.bold(first?.path ?? "")} ${first?.path.endsWith(".html") ? "in a web browser " : ""}to look at the first.`,
    "",
  ].join("\n");
}
