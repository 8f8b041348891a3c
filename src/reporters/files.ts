import { countOf, joinWords } from "../text/words.ts";
import type { Colours } from "./colours.ts";

interface ReportedFile {
  readonly path: string;
  readonly status: "written" | "unchanged";
}

/** More than these are told folder by folder. */
const mostLines = 30;

/** What was made, and which file to open first. */
export function prettyFiles(files: readonly ReportedFile[], checked: number, chalk: Colours): string {
  const lines = files.length > mostLines ? byFolder(files) : files.map(({ path, status }) => ({ path, says: status }));
  const widest = Math.max(...lines.map(({ path }) => path.length));
  const rows = lines.map(({ path, says }) => {
    const paint = says.includes("written") ? chalk.green : chalk.dim;
    return `  ${path.padEnd(widest)}  ${paint(says)}`;
  });
  const first = files.find(({ path }) => path.endsWith(".html")) ?? files[0];
  return [
    `Checked ${countOf(checked, "file")}, made ${countOf(files.length, "paper")} (${countsOf(files)}):`,
    ...rows,
    `Open ${chalk.bold(first?.path ?? "")} ${first?.path.endsWith(".html") ? "in a web browser " : ""}to look at the first.`,
    "",
  ].join("\n");
}

function byFolder(files: readonly ReportedFile[]) {
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
  const folders = [...new Set(files.map(({ path }) => folderOf(path)))];
  return folders.map((folder) => {
    const own = files.filter(({ path }) => folderOf(path) === folder);
    return { path: folder, says: `${countOf(own.length, "file")}, ${countsOf(own)}` };
  });
}

/** "2 written and 1 unchanged". */
function countsOf(files: readonly ReportedFile[]): string {
  const written = files.filter(({ status }) => status === "written").length;
  const counts = [
    written > 0 ? `${written} written` : "",
    written < files.length ? `${files.length - written} unchanged` : "",
  ];
  return joinWords(counts.filter((one) => one !== ""));
}
