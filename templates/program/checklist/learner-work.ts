import type { MappedUnit } from "../../../src/record/paper-map.ts";
import { element, inOwnLanguage, paragraph } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";
import type { OwnPanel } from "./own-panel.ts";
import type { Show } from "./state.ts";

/** The learner's whole evidence log, with what is linked to no criterion. */
export function evidenceLog({ say, paper }: Session, own: OwnPanel): Show {
  const summary = element("summary");
  const list = element("ul");
  const fold = element("details", { hidden: "" }, summary, list);
  own.element.append(fold);
  const shownUnits = new Set(paper.map.units.map(({ id }) => id));
  let shown: unknown = null;
  return ({ record }) => {
    const linked = new Set(
      record.criteria.filter(({ unit }) => shownUnits.has(unit)).flatMap(({ evidence }) => evidence),
    );
    const now = JSON.stringify([record.evidence, [...linked]]);
    if (now === shown) return;
    shown = now;
    fold.hidden = record.evidence.length === 0;
    summary.textContent = say("log.title", { count: record.evidence.length });
    const items = record.evidence.map(({ reference, description, date }) => {
      const words = [description, date].filter((part) => part !== null).join(", ");
      const loose = linked.has(reference) ? "" : ` (${say("log.not-linked")})`;
      return element("li", {}, element("strong", {}, reference), ` ${words}${loose}`);
    });
    list.replaceChildren(...items);
  };
}

/** What the learner has declared about a unit, above its sign-off. */
export function declared({ say, fields }: Session, { id }: MappedUnit): Show {
  const box = element("div", { class: "program declared", hidden: "" });
  const choice = fields.find(`${id}..decision`)[0]?.closest("fieldset");
  choice?.before(inOwnLanguage(box, choice));
  return ({ record, hasWork }) => {
    const isOwn = record.fields[`${id}..own-work`] === "yes";
    const use = record.fields[`${id}..ai-use`] ?? "";
    box.hidden = !hasWork;
    box.replaceChildren(
      paragraph(say(isOwn ? "declared.own-work" : "declared.nothing")),
      ...(use === "" ? [] : [element("p", { class: "answer" }, say("declared.ai", { use }))]),
    );
  };
}
