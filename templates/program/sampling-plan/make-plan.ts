import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { learnersOf, sampleField } from "../../../src/record/sampling.ts";
import { element, paragraph } from "../shared/element.ts";
import type { Part } from "../shared/part.ts";
import type { Session } from "../shared/session.ts";
import { coverTable } from "./cover-table.ts";
import { importFiles } from "./import-files.ts";
import { learnerTable } from "./learner-table.ts";

/** What the sampling plan does beside what all papers do: it reads assessors' files, and says what nobody has looked at. */
export function makePlan(session: Session): Part {
  const { say, paper } = session;
  const table = learnerTable(session);
  const cover = coverTable(session);
  const section = element(
    "section",
    { class: "step sampling", id: "sampling" },
    element("h2", { tabindex: "-1" }, say("learners.title")),
    paragraph(say("learners.text"), { class: "program" }),
    table.element,
    cover.element,
  );
  const plan = document.getElementById("units");
  // A house may have a template of its own without that section.
  if (plan === null) document.querySelector("main")?.append(section);
  else plan.before(section);
  session.prepare((record) => {
    table.makeRoom(record);
    session.fields.lookAgain();
  });
  session.watch((record) => {
    table.show(record);
    cover.show(record);
  });
  return {
    progress: (record) => {
      const { chosen, done } = samplesIn(record);
      const learners = say("progress.learners", { count: record.records.length });
      return chosen === 0 ? learners : `${learners} · ${say("progress.samples", { done, count: chosen })}`;
    },
    showMissing: () => {
      section.scrollIntoView();
      section.querySelector("h2")?.focus({ preventScroll: true });
    },
    importFiles: () => importFiles(session),
  };

  function samplesIn(record: LearnerRecord) {
    const { fields } = record;
    const all = learnersOf(paper.map, record).flatMap(({ slot, units }) =>
      units.filter(({ id }) => fields[sampleField(slot, id, "chosen")] !== undefined).map(({ id }) => ({ slot, id })),
    );
    const done = all.filter(({ slot, id }) => fields[sampleField(slot, id, "done")] !== undefined);
    return { chosen: all.length, done: done.length };
  }
}
