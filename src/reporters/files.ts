import { countOf, joinWords } from "../text/words.ts";
import type { Colours } from "./colours.ts";

interface ReportedFile {
  readonly path: string;
  /** The form: a zip file holds papers, and is none. */
  readonly format: string;
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
  const isZipped = files.every(({ format }) => format === "zip");
  return [
    `Checked ${countOf(checked, "file")}, made ${countOf(files.length, isZipped ? "zip file" : "paper")} (${countsOf(files)}):`,
    ...rows,
    isZipped ? whatIsInside(files, chalk) : whatToOpen(files, chalk),
    "",
  ].join("\n");
}

function whatToOpen(files: readonly ReportedFile[], chalk: Colours): string {
  const first = files.find(({ path }) => path.endsWith(".html")) ?? files[0];
  const how = first?.path.endsWith(".html") ? "in a web browser " : "";
  return `Open ${chalk.bold(first?.path ?? "")} ${how}to look at the first.`;
}

/** Programs in a page that is opened inside a zip file have no place to save to. */
function whatIsInside(files: readonly ReportedFile[], chalk: Colours): string {
  const [it, what] = files.length === 1 ? ["it", "the zip file"] : ["each", "a zip file"];
  return `Unpack ${it}, then open ${chalk.bold("index.html")} in its folder: that leads to every paper in ${what}.`;
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
