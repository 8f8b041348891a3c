import { isOvertaken } from "../../../src/record/judged.ts";
import type { CriterionRecord, UnitRecord } from "../../../src/record/learner-record.ts";
import { criteriaOf } from "../../../src/record/paper-map.ts";
import { criterionId } from "../../../src/record/places.ts";
import { element, inOwnLanguage, paragraph } from "../shared/element.ts";
import { labelled } from "../shared/fit-report.ts";
import type { Session } from "../shared/session.ts";

/** What the assessor decided and wrote, to be read where it belongs. */
export function startVerdicts(session: Session): void {
  const { paper, fields, say, watch } = session;
  const shown = new Map<string, { readonly written: string; readonly box: HTMLElement }>();
  const show = (id: string, written: string, place: () => Element | null | undefined, parts: () => readonly Node[]) => {
    const known = shown.get(id);
    if ((known?.written ?? "") === written) return;
    known?.box.remove();
    shown.delete(id);
    if (written === "") return;
    const anchor = place();
    if (!anchor) return;
    const box = element("div", { class: "verdict" }, paragraph(say("verdict.title"), { class: "title" }), ...parts());
    anchor.after(inOwnLanguage(box, anchor));
    shown.set(id, { written, box });
  };
  watch((record) => {
    const criteria = new Map(record.criteria.map((one) => [criterionId(one), one]));
    for (const asked of criteriaOf(paper.map)) {
      const id = criterionId(asked);
      const one = criteria.get(id);
      show(
        id,
        one === undefined ? "" : keyOf(one, isOvertaken(one, record.fields)),
        () => fields.find(`${asked.field}.e`)[0]?.closest(".field"),
        () => (one === undefined ? [] : ofCriterion(one, asked.hash, isOvertaken(one, record.fields))),
      );
    }
    for (const unit of record.units) {
      const { decision, feedback, actions } = unit;
      show(
        `unit ${unit.id}`,
        decision === null && feedback === null && actions === null ? "" : JSON.stringify(unit),
        () => {
          const heading = document.querySelector(`#unit-${CSS.escape(unit.id)} > h2`);
          return heading?.nextElementSibling?.matches(".meter") ? heading.nextElementSibling : heading;
        },
        () => ofUnit(unit),
      );
    }
  });

  function ofCriterion({ assessment }: CriterionRecord, hash: string, isNewer: boolean): readonly Node[] {
    const { decision, date, assessor, feedback } = assessment;
    return [
      ...decisionLine(decision === null ? null : paper.map.choices[decision], date, assessor),
      ...labelled(say("verdict.feedback"), feedback ?? ""),
      ...(decision !== null && assessment.hash !== hash ? [paragraph(say("verdict.older"))] : []),
      ...(isNewer ? [paragraph(say("verdict.overtaken"))] : []),
    ];
  }

  function ofUnit({ decision, date, assessor, feedback, actions }: UnitRecord): readonly Node[] {
    return [
      ...decisionLine(decision === null ? null : paper.map.choices[decision], date, assessor),
      ...labelled(say("verdict.feedback"), feedback ?? ""),
      ...labelled(say("verdict.actions"), actions ?? ""),
    ];
  }

  function decisionLine(decision: string | null, date: string | null, assessor: string | null): readonly Node[] {
    if (decision === null) return [];
    const rest = [date, assessor].filter((part) => part !== null).map((part) => ` · ${part}`);
    return [element("p", {}, `${say("verdict.decision")} `, element("strong", {}, decision), rest.join(""))];
  }
}

/** Where this is the same nothing has to be shown anew; empty where there is nothing to show. */
function keyOf({ assessment }: CriterionRecord, isNewer: boolean): string {
  return assessment.decision === null && assessment.feedback === null ? "" : JSON.stringify([assessment, isNewer]);
}
