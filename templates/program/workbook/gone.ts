import { isOfPaper, isWritten } from "../../../src/record/fit.ts";
import { criteriaOf } from "../../../src/record/paper-map.ts";
import { criterionId } from "../../../src/record/places.ts";
import { element, paragraph } from "../shared/element.ts";
import { labelled } from "../shared/fit-report.ts";
import { plainText } from "../shared/plain.ts";
import type { Session } from "../shared/session.ts";

/** What was written for criteria that this workbook does not ask for: it is kept, and stands at the end. */
export function startGone({ paper, say, watch }: Session): void {
  const asked = new Set(criteriaOf(paper.map).map(criterionId));
  let shown: HTMLElement | null = null;
  let written = "";
  watch((record) => {
    const gone = record.criteria.filter(
      (one) => !asked.has(criterionId(one)) && isOfPaper(paper.map, one) && isWritten(one),
    );
    const now = JSON.stringify(gone);
    if (now === written) return;
    written = now;
    shown?.remove();
    shown = null;
    if (gone.length === 0) return;
    const items = gone.map((one) =>
      element(
        "li",
        {},
        element("strong", {}, `${one.number} ${plainText(one.text)}`),
        ...labelled(say("report.written"), one.answer ?? ""),
        ...labelled(say("evidence.label"), one.evidence.join(", ")),
      ),
    );
    shown = element(
      "section",
      { class: "chapter gone", id: "no-longer-asked" },
      element("h2", {}, say("gone.title")),
      paragraph(say("report.gone-text")),
      element("ul", {}, ...items),
    );
    document.querySelector("#evidence-log")?.after(shown);
  });
}
