import { markedMet, takenBack } from "../../../src/record/decide.ts";
import type { MappedCriterion, MappedOutcome } from "../../../src/record/paper-map.ts";
import { button, element, inOwnLanguage } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";
import type { MadeHere } from "./made-here.ts";
import { offerMethods } from "./method-list.ts";
import type { OwnPanel } from "./own-panel.ts";
import { type Row, safe } from "./rows.ts";
import { isFrozen, type Show } from "./state.ts";

/** Below the criteria of an outcome: several of them met with one action, which can be taken back. */
export function bulkMarking(
  session: Session,
  outcome: MappedOutcome,
  rows: readonly Row[],
  own: OwnPanel,
  made: MadeHere,
): Show {
  const { say } = session;
  const { number } = outcome;
  const fields = new Set(outcome.criteria.map(({ field }) => field));
  const ownRows = rows.filter(({ asked }) => fields.has(asked.field));
  const [first] = ownRows;
  const table = first?.row.closest("table");
  if (first === undefined || !table) return () => undefined;

  const boxes = new Map<MappedCriterion, HTMLInputElement>();
  const form = element("div");
  const fold = element("details", {}, element("summary", {}, say("bulk.title", { number })), form);
  const done = element("p", { role: "status" });
  const undo = element("div");
  table.after(inOwnLanguage(element("div", { class: "program bulk" }, fold, done, undo), table));
  fold.addEventListener("toggle", () => {
    if (fold.open) fill();
  });
  return (state) => {
    fold.hidden = isFrozen(state, first.asked.unit);
    for (const [asked, box] of boxes) {
      if (state.writtenFor(asked)?.assessment.decision === "met") box.checked = false;
    }
  };

  /** Made when it is opened: of two hundred criteria few are marked in this way. */
  function fill(): void {
    const record = session.record();
    const met = new Set(
      record.criteria
        .filter(({ assessment }) => assessment.decision === "met")
        .map(({ unit, number: one }) => `${unit} ${one}`),
    );
    boxes.clear();
    const options = ownRows.map(({ asked, text }) => {
      const id = `bulk-${safe(asked.field)}`;
      const box = element("input", { type: "checkbox", id });
      box.checked = !met.has(`${asked.unit} ${asked.number}`);
      boxes.set(asked, box);
      return element("div", { class: "tick" }, box, element("label", { for: id }, `${asked.number} ${text}`));
    });
    const methodId = `bulk-method-${safe(first?.asked.field ?? "")}`;
    const method = element("input", { type: "text", id: methodId, autocomplete: "off" });
    offerMethods(method);
    const { date, assessor } = own.deciding();
    const how = [date, assessor].filter((one) => one.trim() !== "").join(", ");
    form.replaceChildren(
      element("fieldset", {}, element("legend", {}, say("bulk.which")), ...options),
      element("div", { class: "field" }, element("label", { for: methodId }, say("bulk.method")), method),
      how === ""
        ? element("p", {}, `${say("bulk.nobody")} `, element("a", { href: "#own" }, say("own.title")))
        : element("p", {}, say("bulk.how", { how })),
      button(say("bulk.do"), () => mark(method.value), { class: "main" }),
    );
  }

  function mark(method: string): void {
    const chosen = [...boxes].filter(([, box]) => box.checked).map(([asked]) => asked);
    if (chosen.length === 0) {
      done.textContent = say("bulk.none");
      return;
    }
    const before = session.record();
    made.note(...chosen);
    session.update((record) => own.signed(markedMet(record, chosen, { ...own.deciding(), method })));
    fold.open = false;
    done.textContent = say("bulk.done", { count: chosen.length });
    const takeBack = button(say("bulk.undo"), () => {
      session.update((record) => takenBack(record, before, chosen));
      undo.replaceChildren();
      done.textContent = say("bulk.undone");
      fold.querySelector("summary")?.focus();
    });
    undo.replaceChildren(takeBack);
    takeBack.focus();
  }
}
