import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import type { MappedUnit } from "../../../src/record/paper-map.ts";
import { progressOf } from "../../../src/record/progress.ts";
import { signOffsOf } from "../../../src/record/sign-off.ts";
import { pageLanguage } from "../shared/clock.ts";
import { element, inOwnLanguage } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";
import type { Show } from "./state.ts";

/** "57 of 200 met · 3 of 15 units" */
export function progressWords({ say, paper }: Session, record: LearnerRecord): string {
  const { met, total, units } = progressOf(paper.map, record);
  const achieved = signOffsOf(paper.map, record, pageLanguage()).filter(({ state }) => state === "signed").length;
  const criteria = say("bar.criteria", { met, total });
  return units.length === 1 ? criteria : `${criteria} · ${say("bar.units", { achieved, count: units.length })}`;
}

/** Under the heading of a unit: how far it is, and a link to what comes next. */
export function unitProgress({ say, fields }: Session, { id }: MappedUnit): Show {
  const line = element("p", { class: "program how-far" });
  const heading = document.querySelector(`#unit-${CSS.escape(id)} h2`);
  heading?.after(inOwnLanguage(line, heading));
  return ({ units, signOffs, record }) => {
    const unit = units.find((one) => one.id === id);
    const signOff = signOffs.get(id);
    if (unit === undefined || signOff === undefined) return;
    const { met, total } = unit;
    const date = record.units.find((one) => one.id === id)?.date ?? "";
    const state =
      signOff.state === "signed" && date !== "" ? say("unit.signed-on", { date }) : say(`unit.${signOff.state}`);
    const said = `${say("progress.criteria", { met, count: total })} · ${state}`;
    const [next] = signOff.open;
    line.replaceChildren(said);
    if (next === undefined) return;
    const target = fields.find(`${next.field}.r`)[0]?.closest("tr")?.id ?? "";
    line.append(" · ", element("a", { href: `#${target}` }, say("unit.next", { number: next.number })));
  };
}
