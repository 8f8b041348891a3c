import type { Overview } from "../diff/overview.ts";
import { changeReportPage } from "../documents/change-report.ts";
import type { Look } from "../documents/make-page.ts";
import { html } from "../formats/html.ts";
import type { Words } from "../words/words.ts";
import { filled } from "./paper-finding.ts";

/** What has changed between two sides as a web page. @throws PaperFinding where a template of the house makes no page */
export async function changeReport(
  overview: Overview,
  names: { readonly before: string; readonly after: string },
  words: Words,
  look: Look,
): Promise<string> {
  const page = filled(() => changeReportPage(overview, names, words, look));
  return new TextDecoder().decode(await html.encode(page));
}
