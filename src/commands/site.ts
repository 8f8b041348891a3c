import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import type { PaperChoice } from "../papers/plan-papers.ts";
import { code } from "../text/words.ts";
import type { Checked } from "../workspace/check.ts";
import { defineCommand, formatOption } from "./define-command.ts";
import { listed } from "./listed.ts";
import { hasPapers, type MakeOptions, makeAndReport } from "./make-and-report.ts";
import { todayOption } from "./waiver-options.ts";

interface Options extends MakeOptions {
  readonly document?: string;
  readonly all?: boolean;
  readonly papers: boolean;
  readonly to?: string;
  readonly url?: string;
  readonly since?: string;
}

export const siteCommand = defineCommand<Options>({
  name: "site",
  arguments: "[path...]",
  argumentsHelp: "files, folders or patterns; without one, the specifications of the folder that you are in",
  summary: "Make a website that people can browse and search",
  details:
    "Makes web pages of the qualifications, their units with links to each criterion that stay when numbers change, the frameworks that they answer to, a page on which learners plan their choice of units, a glossary, and what has changed; with the learner workbooks and assessor checklists. Open index.html in a web browser, or copy the folder to any web server: nothing else is needed. Like build it checks first and makes all or nothing. Made again, it writes only what is different, and removes what it had made and makes no longer; a file that somebody has changed is never overwritten without --force, and never removed.",
  examples: [
    ["qualspec site", "the website of the specifications in this folder, in out/site"],
    ["qualspec site --out public --url https://example.org/q/", "ready to be published there, with a feed of changes"],
    ["qualspec site --since v1.0", "also with what is different from the tag v1.0, whatever the authors wrote down"],
    ["qualspec site --all --to html,pdf", "with every paper, also as PDF"],
    ["qualspec site --no-papers", "only the pages to read"],
  ],
  options: [
    { flags: "--out <folder>", description: "where the website goes (default: the folder out/site)" },
    {
      flags: "--url <address>",
      description:
        "where it will be found; it then has a feed of changes, a sitemap and data for search engines as well",
    },
    {
      flags: "--since <revision>",
      description:
        "say besides, change by change, what is different from a branch, tag or commit of git, such as the tag of what was published last, and whom it touches",
    },
    {
      flags: "--document <names>",
      description:
        "which papers it offers, with commas between, as build lists them (default: workbooks and checklists)",
    },
    { flags: "--all", description: "it offers every paper but the report on the specification itself" },
    { flags: "--no-papers", description: "it offers no papers" },
    { flags: "--to <forms>", description: "in which forms it offers them, with commas between (default: html)" },
    { flags: "--force", description: "make it in spite of errors, and overwrite files that were changed" },
    todayOption,
    formatOption,
  ],
  emptyAnswer: { files: [] },
  run: async (io, paths, options) => {
    const choice = choiceOf(options);
    const url = options.url === undefined ? null : readUrl(options.url);
    return makeAndReport(io, paths, options, {
      choice: (checked) => (hasPapers(checked) ? choice : null),
      makings: async (papers, checked) => {
        const { siteMakings } = await import("../site/make-site.ts");
        const differences =
          options.since === undefined ? null : await differencesSince(io, paths, checked, options.since);
        return siteMakings(checked, papers, { out: options.out ?? null, url, differences, cwd: io.cwd });
      },
      isSound: ({ workspaces }) => workspaces.some(({ asked }) => asked.some(({ type }) => type !== "framework")),
      isWhole: true,
      print: async ({ files, others }, checked, colours) => {
        const { prettySite } = await import("../reporters/site.ts");
        return prettySite(files, others, checked, colours);
      },
    });
  },
});

/** What is different from what a revision said. @throws UserError */
async function differencesSince(io: Io, paths: readonly string[], checked: Checked, since: string) {
  const { onlyWorkspace } = await import("../site/make-site.ts");
  const { readFormerState } = await import("../workspace/former-state.ts");
  const { differencesOf } = await import("../site/differences.ts");
  const { wordsFor } = await import("../words/words.ts");
  const workspace = onlyWorkspace(checked);
  const { before, after } = await readFormerState(io, paths, workspace, since);
  return differencesOf(before, after, since, wordsFor(workspace.workspace.config.house?.terms ?? {}));
}

function choiceOf({ all, document, papers, to, out }: Options): PaperChoice | null {
  const given = [
    all === true ? "--all" : "",
    document === undefined ? "" : "--document",
    papers ? "" : "--no-papers",
  ].filter((flag) => flag !== "");
  const [first = "", second] = given;
  if (second !== undefined)
    throw usageError(`${code(first)} and ${code(second)} were both given, expected one of them`);
  if (!papers && to !== undefined) {
    throw usageError(`${code("--to")} and ${code("--no-papers")} were both given, expected one of them`);
  }
  if (!papers) return null;
  return {
    isAll: all === true,
    documents: listed(document, "--document") ?? ["learner-workbook", "assessor-checklist"],
    to: listed(to, "--to") ?? ["html"],
    units: null,
    out: out ?? null,
  };
}

/** With a slash at its end, so that the paths of pages can follow. */
function readUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  const isWeb = url !== null && /^https?:\/\//iu.test(given) && /^https?:$/u.test(url.protocol);
  if (!isWeb || url.search !== "" || url.hash !== "" || url.username !== "" || url.password !== "") {
    throw usageError(
      `Unexpected ${code(given)} after ${code("--url")}, expected the address of a folder, such as ${code("https://example.org/qualifications/")}`,
    );
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
