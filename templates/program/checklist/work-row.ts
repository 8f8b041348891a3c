import { confirmed, suggestedLocation, withdrawn } from "../../../src/record/decide.ts";
import type { CriterionRecord } from "../../../src/record/learner-record.ts";
import { button, element, inOwnLanguage, paragraph } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";
import { type Row, safe } from "./rows.ts";
import { isFrozen, type Show, type State } from "./state.ts";

/** Below a criterion: what the learner wrote and which evidence is linked, only to read, and the feedback on it. */
export function workRow(session: Session, row: Row): Show {
  const { say } = session;
  const { asked, cell, work } = row;
  const { number } = asked;
  const notes = element("div", { class: "program notes" });
  const learners = element("div", { class: "program learners" });
  const feedback = feedbackField(session, row);
  const takeBack = button(
    say("decision.withdraw"),
    () => {
      session.update((record) => withdrawn(record, asked));
      row.find("r")[0]?.focus();
    },
    { class: "program", "aria-label": say("decision.withdraw-which", { number }) },
  );
  cell.append(notes, element("div", { class: "parts" }, learners, element("div", {}, feedback.element, takeBack)));
  inOwnLanguage(cell, work.parentElement);
  const suggestion = locationSuggestion(session, row);
  let shown = "";
  return (state) => {
    const written = state.writtenFor(asked);
    const frozen = isFrozen(state, asked.unit);
    takeBack.hidden = frozen || (written?.assessment.decision ?? null) === null;
    work.classList.toggle("has-feedback", feedback.input.value.trim() !== "");
    suggestion(written, frozen);
    // What is expanded stays expanded while the rest of the page changes.
    const notices = state.notices.get(asked.field) ?? [];
    const evidence = (written?.evidence ?? []).map((reference) => [reference, state.evidence.get(reference)]);
    const now = JSON.stringify([notices, written?.answer, evidence, state.hasWork, frozen]);
    if (now === shown) return;
    shown = now;
    learners.replaceChildren(...learnersWork(session, row, written, state));
    notes.replaceChildren(
      ...(notices.includes("answer-older") ? [paragraph(say("notice.answer-older"))] : []),
      ...(notices.includes("changed") ? [changedNote(session, row)] : []),
    );
  };
}

function learnersWork({ say }: Session, { asked }: Row, written: CriterionRecord | undefined, state: State) {
  if (!state.hasWork) return [];
  const { number } = asked;
  const answer = written?.answer ?? null;
  const references = written?.evidence ?? [];
  const count = answer === null ? 0 : answer.trim().split(/\s+/u).length;
  const items = references.map((reference) => {
    const item = state.evidence.get(reference);
    const what = [item?.description, item?.date].filter((part) => part !== null && part !== undefined).join(", ");
    return element(
      "li",
      {},
      element("strong", {}, reference),
      ` ${item === undefined ? say("evidence.unknown") : what}`,
    );
  });
  if (answer === null && items.length === 0) return [paragraph(say("work.none"))];
  return [
    answer === null
      ? paragraph(say("answer.none"))
      : element(
          "details",
          {},
          element("summary", {}, say("answer.summary", { number, count })),
          element("p", { class: "answer" }, answer),
        ),
    ...(items.length === 0
      ? [paragraph(say("evidence.none"))]
      : [paragraph(say("evidence.linked")), element("ul", {}, ...items)]),
  ];
}

function changedNote(session: Session, { asked, find }: Row) {
  const { say } = session;
  const { number } = asked;
  const text = element("p", {}, element("strong", {}, say("notice.changed")));
  const confirm = () => {
    session.update((record) => confirmed(record, asked));
    find("r")[0]?.focus();
  };
  return element(
    "div",
    {},
    text,
    button(say("notice.confirm"), confirm, { "aria-label": say("notice.confirm-which", { number }) }),
  );
}

function feedbackField({ say }: Session, { asked }: Row) {
  const name = `${asked.field}.f`;
  const id = `f-${safe(name)}`;
  const input = element("textarea", {
    id,
    name,
    "data-field": name,
    rows: "1",
    autocomplete: "off",
  });
  const label = element("label", { for: id }, say("feedback", { number: asked.number }));
  return { input, element: element("div", { class: "field" }, label, input) };
}

/** Where the evidence is, taken from what the learner has linked. */
function locationSuggestion(session: Session, { asked, find }: Row) {
  const [control] = find("l");
  const use = button("", () => {
    if (control === undefined) return;
    control.value = use.value;
    control.focus();
    use.hidden = true;
    session.saveNow();
  });
  use.classList.add("program", "suggestion");
  control?.after(inOwnLanguage(use, control));
  return (written: CriterionRecord | undefined, frozen: boolean) => {
    const suggested = suggestedLocation(written?.evidence ?? []);
    use.hidden = frozen || suggested === null || control === undefined || control.value.trim() !== "";
    if (use.hidden || suggested === null || use.value === suggested) return;
    use.value = suggested;
    use.textContent = session.say("location.use", { evidence: suggested });
    use.setAttribute("aria-label", session.say("location.use-for", { evidence: suggested, number: asked.number }));
  };
}
