import type { Page } from "../../src/page/page.ts";
import { parsePage } from "../../src/page/parse-page.ts";

/** A page with this markup, for tests of formats. */
export function samplePage(markup: string, more: Partial<Page> = {}): Page {
  return {
    title: "A paper",
    language: "en-GB",
    direction: "ltr",
    footer: "A paper · version 1",
    notices: [],
    orientation: "portrait",
    phrases: { write: "Write", date: "Day", sheet: "Sheet {page} of {pages}" },
    paper: {
      document: "a-paper",
      specification: { id: "a", title: "A", version: "1", hash: "0123456789ab", unit: null },
      person: "people",
      units: [],
      choices: { met: "Met", "not-yet": "Not yet", achieved: "Achieved", "further-work": "Further work" },
    },
    program: null,
    content: parsePage(markup, "test"),
    ...more,
  };
}
