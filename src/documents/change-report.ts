import { type Overview, wholeTask } from "../diff/overview.ts";
import type { Page } from "../page/page.ts";
import { renderTemplate } from "../render/render.ts";
import type { Words } from "../words/words.ts";
import { changeCounts, changeSections } from "./change-rows.ts";
import type { Look } from "./make-page.ts";

/** What the two sides are called. */
type Names = Readonly<Record<"before" | "after", string>>;

/** A page that says what has changed between two sides, for those who answer for the specifications. @throws TemplateError */
export function changeReportPage(overview: Overview, names: Names, words: Words, look: Look): Page {
  const { brand, templates } = look;
  const title = `${words("diff.report")}: ${words("diff.compared", names)}`;
  return {
    title,
    language: "en-GB",
    direction: "ltr",
    footer: title,
    notices: [],
    orientation: "portrait",
    phrases: {
      write: words("page.write"),
      date: words("page.date"),
      sheet: words("page.sheet", { page: "{page}", pages: "{pages}" }),
    },
    // Nobody writes into it.
    paper: {
      document: "change-report",
      specification: { id: "", title, version: null, hash: "", unit: null },
      person: "people",
      units: [],
      choices: { met: "", "not-yet": "", achieved: "", "further-work": "" },
    },
    program: null,
    content: renderTemplate("change-report", changeReportView(overview, names, words), words, templates),
    ...(brand === null ? {} : { brand }),
  };
}

export function changeReportView({ counts, versions, tasks, sections }: Overview, names: Names, words: Words) {
  return {
    compared: words("diff.compared", names),
    counts: changeCounts(counts),
    versions,
    tasks: tasks.map(wholeTask),
    sections: changeSections(sections, words),
  };
}
