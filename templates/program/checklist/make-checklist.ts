import { decided, withChanges } from "../../../src/record/decide.ts";
import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import type { MappedCriterion } from "../../../src/record/paper-map.ts";
import { withdrawnWithUnits } from "../../../src/record/reopened.ts";
import { signedOff } from "../../../src/record/sign-off.ts";
import { pageLanguage } from "../shared/clock.ts";
import type { Part } from "../shared/part.ts";
import type { Session } from "../shared/session.ts";
import { bulkMarking } from "./bulk-marking.ts";
import { doubtWords } from "./doubts.ts";
import { declared, evidenceLog } from "./learner-work.ts";
import { madeHere } from "./made-here.ts";
import { methodList } from "./method-list.ts";
import { askOpen, filterOpen } from "./open-criteria.ts";
import { ownPanel } from "./own-panel.ts";
import { progressWords, unitProgress } from "./progress.ts";
import { findRows } from "./rows.ts";
import { stateOf } from "./state.ts";
import { unitGate } from "./unit-gate.ts";
import { wholeGate } from "./whole-gate.ts";
import { workRow } from "./work-row.ts";

/** What the checklist does beside what all papers do: it shows the learner's work, and no sign-off comes before its decisions. */
export function makeChecklist(session: Session): Part {
  const { paper } = session;
  const { map } = paper;
  const rows = findRows(session);
  const own = ownPanel(session);
  const made = madeHere(session, own);
  const parts = [
    ...rows.map((row) => workRow(session, row)),
    ...map.units.flatMap((unit) => [
      unitProgress(session, unit),
      ...unit.outcomes.map((outcome) => bulkMarking(session, outcome, rows, own, made)),
      declared(session, unit),
      unitGate(session, unit, rows, own),
    ]),
    wholeGate(session),
    filterOpen(session, rows, own),
    evidenceLog(session, own),
  ];
  methodList(rows);
  session.fields.lookAgain();
  let decisions: ReadonlyMap<MappedCriterion, unknown> = new Map();
  const showAll = (record: LearnerRecord) => {
    own.show(record);
    const state = stateOf(map, record);
    decisions = new Map(rows.map(({ asked }) => [asked, state.writtenFor(asked)?.assessment.decision ?? null]));
    for (const show of parts) show(state);
  };
  session.watch(showAll);
  own.onChange(() => {
    if (!made.complete()) showAll(session.record());
  });

  const rowOf = new Map(rows.map((row) => [row.asked.field, row]));
  const unitOf = new Map(map.units.map(({ id }) => [`${id}..decision`, id]));
  onChange((name) => {
    const row = name.endsWith(".r") ? rowOf.get(name.slice(0, -2)) : undefined;
    if (row !== undefined) {
      made.note(row.asked);
      const isFirst = (decisions.get(row.asked) ?? null) === null;
      session.update((record) => own.signed(decided(record, row.asked, own.deciding(), isFirst)));
    }
    const unit = unitOf.get(name);
    if (unit !== undefined)
      session.update((record) => own.signed(signedOff(record, unit, own.deciding(), pageLanguage())));
    if (name === "qualification.decision") session.saveNow();
  });
  return {
    progress: (record) => progressWords(session, record),
    showMissing: () => askOpen(session, rows),
    confirmation: {
      hashOf: ({ assessment }) => (assessment.decision === null ? null : assessment.hash),
      confirm: (one, { hash }) => ({ ...one, assessment: { ...one.assessment, hash } }),
      wordsOf: ({ assessment: { decision, date, assessor, feedback } }) =>
        [decision === null ? null : map.choices[decision], date, assessor, feedback]
          .filter((part) => part !== null)
          .join(" · "),
      placeOf: ({ field }) => rowOf.get(field)?.marks ?? null,
      fieldOf: ({ field }) => session.fields.find(`${field}.r`)[0],
    },
    doubts: (record) => doubtWords(session, record),
    arrived: (before: LearnerRecord, now: LearnerRecord) =>
      withdrawnWithUnits(map, before, withChanges(map, before, now)),
  };
}

/** Something was chosen or ticked: what follows from it is there at once, and not only with the next saving. */
function onChange(act: (name: string) => void): void {
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "radio") return;
    act(target.dataset["field"] ?? "");
  });
}
