import type { Deciding } from "../../../src/record/decide.ts";
import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { today } from "../shared/clock.ts";
import { button, element } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";

/** What the assessor says once instead of beside every decision. */
export interface OwnPanel {
  readonly element: HTMLElement;
  readonly deciding: () => Deciding;
  /** The record with who decided: the next learner has the same assessor, but an empty checklist stays empty. */
  readonly signed: (record: LearnerRecord) => LearnerRecord;
  readonly show: (record: LearnerRecord) => void;
  /** Called when a person has written the initials or the date, and has gone on. */
  readonly onChange: (act: () => void) => void;
}

const initialsField = "people.initials";
const nameField = "people.assessor";

export function ownPanel({ say, slot }: Session): OwnPanel {
  const initials = element("input", { type: "text", id: "own-initials", autocomplete: "off" });
  const date = element("input", { type: "text", id: "own-date", autocomplete: "off" });
  const panel = element(
    "section",
    { class: "program own", id: "own", "aria-labelledby": "own-title" },
    element("h2", { id: "own-title" }, say("own.title")),
    element("p", {}, say("own.text")),
    element(
      "div",
      { class: "row" },
      element("div", { class: "field" }, element("label", { for: "own-initials" }, say("own.initials")), initials),
      element("div", { class: "field" }, element("label", { for: "own-date" }, say("own.date")), date),
      button(say("own.today"), () => {
        date.value = today();
        tell();
      }),
    ),
  );
  // A house may have a template of its own without that section.
  (document.getElementById("people") ?? document.querySelector("main > *"))?.after(panel);
  const watchers: (() => void)[] = [];
  const tell = () => {
    for (const watcher of watchers) watcher();
  };
  for (const input of [initials, date]) input.addEventListener("change", tell);
  let shown = "";
  let name = "";
  return {
    element: panel,
    deciding: () => ({ date: date.value, assessor: initials.value }),
    onChange: (act) => {
      watchers.push(act);
    },
    signed: (record) => {
      const own = { [initialsField]: initials.value.trim(), [nameField]: record.fields[nameField] ?? name };
      const written = Object.entries(own).filter(([, value]) => value !== "");
      return { ...record, fields: { ...record.fields, ...Object.fromEntries(written) } };
    },
    show: ({ fields }) => {
      name = fields[nameField] ?? name;
      if (shown === slot()) return;
      shown = slot();
      initials.value = fields[initialsField] ?? initials.value;
    },
  };
}
