import type { Overview } from "../diff/overview.ts";
import type { Page } from "../page/page.ts";
import { renderTemplate } from "../render/render.ts";
import type { Words } from "../words/words.ts";
import { changeCounts, changeSections } from "./change-rows.ts";

/** A page that says what has changed between two sides, for those who answer for the specifications. */
export function changeReportPage(
  { counts, versions, tasks, sections }: Overview,
  names: { readonly before: string; readonly after: string },
  words: Words,
): Page {
  const compared = words("diff.compared", names);
  const view = { compared, counts: changeCounts(counts), versions, tasks, sections: changeSections(sections, words) };
  const title = `${words("diff.report")}: ${compared}`;
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
    content: renderTemplate("change-report", view, words),
  };
}
