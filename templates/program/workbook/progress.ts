import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { type Progress, progressOf } from "../../../src/record/progress.ts";
import { element, inOwnLanguage } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";

/** How far each outcome and each unit is, beside its heading and in the list of contents. */
export function startProgress({ paper, say, fields, watch }: Session): void {
  const said = new Map<HTMLElement, string>();
  const show = (line: HTMLElement, { answered, evidenced, total, met }: Progress, begun: number) => {
    const words = [
      say("progress.short", { done: answered, total }),
      ...(evidenced === 0 ? [] : [say("progress.evidence", { evidenced })]),
      ...(met === 0 ? [] : [say("progress.met", { met })]),
    ].join(" · ");
    if (said.get(line) === words) return;
    said.set(line, words);
    const meter = element("progress", { max: String(total), value: String(begun), "aria-hidden": "true" });
    line.replaceChildren(meter, words);
  };
  const units = paper.map.units.map((unit) => {
    const section = document.getElementById(`unit-${unit.id}`);
    const entry = document.querySelector(`.contents a[href="#unit-${CSS.escape(unit.id)}"]`);
    return {
      lines: [lineBehind(section?.querySelector("h2") ?? null, "p"), lineBehind(entry, "span")],
      outcomes: unit.outcomes.map(({ criteria }) => {
        const [field] = criteria.flatMap((one) => fields.find(`${one.field}.a`));
        return lineBehind(field?.closest(".outcome")?.querySelector("h3") ?? null, "p");
      }),
    };
  });
  watch((record: LearnerRecord) => {
    const progress = progressOf(paper.map, record);
    for (const [at, unit] of progress.units.entries()) {
      const missing = unit.outcomes.reduce((all, one) => all + one.missing.length, 0);
      for (const line of units[at]?.lines ?? []) if (line !== null) show(line, unit, unit.total - missing);
      for (const [position, outcome] of unit.outcomes.entries()) {
        const line = units[at]?.outcomes[position];
        if (line) show(line, outcome, outcome.total - outcome.missing.length);
      }
    }
  });
}

function lineBehind(anchor: Element | null, name: "p" | "span"): HTMLElement | null {
  if (anchor === null) return null;
  const line = inOwnLanguage(element(name, { class: "program meter" }), anchor);
  anchor.after(line);
  return line;
}
