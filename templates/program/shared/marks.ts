import type { CriterionRecord, LearnerRecord } from "../../../src/record/learner-record.ts";
import { criteriaOf, type MappedCriterion } from "../../../src/record/paper-map.ts";
import { criterionId } from "../../../src/record/places.ts";
import { button, element, inOwnLanguage, paragraph } from "./element.ts";
import { labelled } from "./fit-report.ts";
import type { Confirmation, Part } from "./part.ts";
import { plainText } from "./plain.ts";
import type { Session } from "./session.ts";

/** The criteria whose wording has changed since they were answered or judged. */
export function toLookAt(session: Session, confirmation: Confirmation, record: LearnerRecord) {
  const written = new Map(record.criteria.map((one) => [criterionId(one), one]));
  return criteriaOf(session.paper.map).flatMap((asked) => {
    const one = written.get(criterionId(asked));
    const hash = one === undefined ? null : confirmation.hashOf(one);
    return one === undefined || hash === null || hash === asked.hash ? [] : [{ asked, written: one }];
  });
}

/** Marks on the page what needs another look, until a person has looked or has written anew. */
export function startMarks(session: Session, { confirmation }: Part): void {
  if (confirmation === undefined) return;
  const marks = new Map<string, { readonly mark: HTMLElement; readonly written: string }>();
  session.watch((record) => {
    const found = new Map(toLookAt(session, confirmation, record).map((one) => [criterionId(one.asked), one]));
    for (const [id, { mark, written }] of marks) {
      // Another record may have been written for yet another wording.
      if (found.get(id)?.written.text === written) continue;
      mark.remove();
      marks.delete(id);
    }
    for (const [id, { asked, written }] of found) {
      if (marks.has(id)) continue;
      const place = confirmation.placeOf(asked);
      const mark = inOwnLanguage(markOf(session, confirmation, asked, written), place);
      place?.after(mark);
      marks.set(id, { mark, written: written.text });
    }
  });
}

function markOf(session: Session, confirmation: Confirmation, asked: MappedCriterion, written: CriterionRecord) {
  const { say } = session;
  const { number } = asked;
  const isSameText = plainText(written.text) === plainText(asked.text);
  const confirm = () => {
    session.update(
      (record) => ({
        ...record,
        criteria: record.criteria.map((one) =>
          criterionId(one) === criterionId(asked) ? confirmation.confirm(one, asked) : one,
        ),
      }),
      "as they are",
    );
    confirmation.fieldOf(asked)?.focus();
  };
  return element(
    "div",
    { class: "program mark", role: "note", "aria-label": say("mark.label", { number }) },
    element("p", {}, element("strong", {}, say("mark.title"))),
    ...(isSameText ? [paragraph(say("mark.around"))] : labelled(say("report.before"), plainText(written.text))),
    button(say("mark.confirm"), confirm, { "aria-label": say("mark.confirm-which", { number }) }),
  );
}
