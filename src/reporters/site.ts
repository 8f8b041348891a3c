import { countOf, joinWords } from "../text/words.ts";
import type { Colours } from "./colours.ts";

interface ReportedFile<Status> {
  readonly path: string;
  readonly document: string;
  readonly format: string;
  readonly status: Status;
}

/** What a site consists of, what has changed in it, and which file to open. */
export function prettySite(
  made: readonly ReportedFile<"written" | "unchanged">[],
  others: readonly ReportedFile<"removed" | "left">[],
  checked: number,
  chalk: Colours,
): string {
  const pages = made.filter(({ document, format }) => document === "site" && format === "html");
  const papers = made.filter(({ document }) => document !== "site").length;
  const counts = (["written", "unchanged", "removed"] as const).flatMap((status) => {
    const count = [...made, ...others].filter((file) => file.status === status).length;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  const left = others.filter(({ status }) => status === "left");
  return [
    `Checked ${countOf(checked, "file")}, made a website of ${countOf(pages.length, "page")}${papers === 0 ? "" : ` and ${countOf(papers, "paper")}`} (files: ${joinWords(counts)}).`,
    ...(left.length === 0
      ? []
      : ["Left where they are, for somebody has changed them since:", ...left.map(({ path }) => `  ${path}`)]),
    `Open ${chalk.bold(pages[0]?.path ?? "")} in a web browser.`,
    "",
  ].join("\n");
}
