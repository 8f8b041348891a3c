import type { MappedUnit } from "../../../src/record/paper-map.ts";
import { signOffField } from "../../../src/record/places.ts";
import { reopened, reopenedField, wholeDecision } from "../../../src/record/reopened.ts";
import { today } from "../shared/clock.ts";
import { button, element, inOwnLanguage, paragraph } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";
import { fieldsUnder, lock } from "./gate.ts";
import { lacksOf, reasonWords } from "./gate-words.ts";
import type { OwnPanel } from "./own-panel.ts";
import { type Row, safe } from "./rows.ts";
import { isFrozen, type Show } from "./state.ts";

/**
 * The sign-off of a unit waits until every criterion is met, says what it waits for, and keeps the unit as it was signed
 * until somebody opens it again and says why.
 */
export function unitGate(session: Session, { id }: MappedUnit, rows: readonly Row[], own: OwnPanel): Show {
  const { say, paper } = session;
  const reasonId = `why-${safe(id)}`;
  const decision = session.fields.find(`${id}..decision`);
  const choice = decision[0]?.closest("fieldset");
  const achieved = decision.filter(({ value }) => value === paper.map.choices.achieved);
  const signatures = fieldsUnder(signOffField(id, ""));
  const summary = [`${id}..achieved`, `${id}..achieved-by`].flatMap((name) => session.fields.find(name));
  const ownRows = rows.filter(({ asked }) => asked.unit === id);
  const reason = element("div", { id: `gate-${safe(id)}` });
  const trail = element("p", { class: "trail" });
  const reopening = reopenForm(session, id, own);
  choice?.after(
    inOwnLanguage(
      element("div", { class: "gate" }, element("div", { class: "program" }, reason, reopening.element), trail),
      choice,
    ),
  );
  choice?.setAttribute("aria-describedby", reasonId);

  let shown = "";
  return (state) => {
    const signOff = state.signOffs.get(id);
    if (signOff === undefined) return;
    const frozen = isFrozen(state, id);
    lock(decision, frozen, reasonId);
    const lacks = signOff.state === "ready" || frozen ? lacksOf(signOff, own) : [];
    if (!frozen) lock(achieved, signOff.state !== "ready" || lacks.length > 0, reasonId);
    lock(signatures, signOff.state !== "ready" && signOff.state !== "signed", reasonId);
    lock(summary, signOff.state !== "signed", reasonId);
    for (const row of ownRows) {
      const feedback = session.fields.find(`${row.asked.field}.f`);
      lock([...(["l", "m", "d", "r", "i"] as const).flatMap(row.find), ...feedback], frozen, reasonId);
    }
    reopening.element.hidden = !frozen;
    reopening.whole.hidden = state.record.fields[wholeDecision] !== paper.map.choices.achieved;
    const history = state.record.fields[reopenedField(id)];
    trail.textContent = history === undefined ? "" : `${say("reopen.trail")}\n${history}`;
    const { open, incomplete, signer } = signOff;
    const now = JSON.stringify([
      signOff.state,
      open.map(({ field }) => field),
      incomplete,
      lacks,
      signer,
      own.deciding(),
    ]);
    if (now === shown) return;
    shown = now;
    reason.closest(".gate")?.classList.toggle("lost", signOff.state === "unsupported");
    const said = reasonWords(session, signOff, ownRows, own);
    // What a field is described by is one sentence, without the list.
    if (said[0] !== undefined) said[0].id = reasonId;
    reason.replaceChildren(...said);
  };
}

function reopenForm(session: Session, id: string, own: OwnPanel) {
  const { say } = session;
  const reasonId = `reopen-${safe(id)}`;
  const errorId = `${reasonId}-error`;
  const why = element("textarea", { id: reasonId, rows: "2", "aria-describedby": errorId });
  const error = element("p", { id: errorId, class: "error", role: "alert" });
  const fold = element("details", {}, element("summary", {}, say("reopen.title")));
  const reopen = button(say("reopen.do"), () => {
    if (why.value.trim() === "") {
      error.textContent = say("reopen.no-reason");
      why.focus();
      return;
    }
    const { date, assessor } = own.deciding();
    const day = date.trim() === "" ? today() : date;
    session.update((record) => reopened(session.paper.map, record, id, { day, by: assessor, reason: why.value }));
    error.textContent = "";
    why.value = "";
    fold.open = false;
    const section = document.getElementById(`unit-${id}`)?.querySelector<HTMLElement>(".gate a, .decision input");
    section?.focus();
  });
  const whole = paragraph(say("reopen.whole"));
  fold.append(
    paragraph(say("reopen.text")),
    whole,
    element("div", { class: "field" }, element("label", { for: reasonId }, say("reopen.reason")), why),
    error,
    reopen,
  );
  return { element: fold, whole };
}
