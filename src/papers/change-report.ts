import type { Overview } from "../diff/overview.ts";
import { changeReportPage } from "../documents/change-report.ts";
import { html } from "../formats/html.ts";
import type { Words } from "../words/words.ts";

/** What has changed between two sides as a web page. */
export async function changeReport(
  overview: Overview,
  names: { readonly before: string; readonly after: string },
  words: Words,
): Promise<string> {
  return new TextDecoder().decode(await html.encode(changeReportPage(overview, names, words)));
}
