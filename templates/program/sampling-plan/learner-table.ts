import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import {
  learnersOf,
  type SampledLearner,
  type SampledUnit,
  sampleField,
  withoutLearner,
} from "../../../src/record/sampling.ts";
import { withPaperFields } from "../../../src/record/sampling-paper.ts";
import { ask } from "../shared/dialog.ts";
import { doubtsIn } from "../shared/doubts.ts";
import { button, element, paragraph } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";
import { sampleRow } from "./sample-row.ts";

interface UnitRow {
  readonly slot: string;
  readonly unit: string;
  readonly isStarted: boolean;
  readonly row: HTMLTableRowElement;
  /** What is planned and found for it: made only for what is chosen. */
  sample: HTMLTableRowElement | null;
}

/** Every learner with an assessor, unit by unit: how far it is, and whether it is chosen. */
export function learnerTable(session: Session) {
  const { say, paper } = session;
  const { map } = paper;
  const nothing = paragraph(say("learners.none"));
  const all = element("input", { type: "checkbox", id: "all-units" });
  const showAll = element(
    "div",
    { class: "tick program" },
    all,
    element("label", { for: "all-units" }, say("learners.all-units")),
  );
  const table = element("table", { class: "review sampling", role: "table" });
  const box = element("div", {}, nothing, showAll, table);
  let rows: readonly UnitRow[] = [];
  let shown = "";
  all.addEventListener("change", () => hideRows(session.record()));
  return { element: box, makeRoom, show: hideRows };

  /** The fields that a record has: those of its learners, and those of the samples that are chosen. */
  function makeRoom(record: LearnerRecord): void {
    const learners = learnersOf(map, record);
    const now = JSON.stringify(
      learners.map(({ slot, name, number, assessor, units, record: { saved } }) => [
        [slot, name, number, assessor, units],
        saved,
      ]),
    );
    if (now !== shown) {
      shown = now;
      fill(learners);
    }
    for (const one of rows) {
      const isChosen = record.fields[sampleField(one.slot, one.unit, "chosen")] !== undefined;
      if (isChosen && one.sample === null) {
        one.sample = sampleRow(session, one.slot, one.unit, one.row.cells.length);
        one.row.after(one.sample);
      } else if (!isChosen) {
        one.sample?.remove();
        one.sample = null;
      }
    }
  }

  function fill(learners: readonly SampledLearner[]): void {
    const bodies = learners.map((learner) => {
      const made = learner.units.map((unit) => unitRow(learner, unit));
      return { made, body: element("tbody", { role: "rowgroup" }, learnerRow(learner), ...made.map(({ row }) => row)) };
    });
    rows = bodies.flatMap(({ made }) => made);
    table.replaceChildren(
      element("caption", {}, say("learners.caption")),
      element("thead", { role: "rowgroup" }, headRow()),
      ...bodies.map(({ body }) => body),
    );
    nothing.hidden = learners.length > 0;
    table.hidden = learners.length === 0;
    showAll.hidden = learners.length === 0;
  }

  function headRow() {
    const heads = ["unit", "standing", "methods", "initials", "sample"].map((what) =>
      element("th", { scope: "col", role: "columnheader" }, say(`learners.${what}`)),
    );
    return element("tr", { role: "row" }, ...heads);
  }

  function learnerRow({ slot, name, number, assessor, record }: SampledLearner) {
    const who = number === null || number === name ? name : say("who.both", { name, number });
    const remove = button(say("learners.remove"), () => removeLearner(slot, who), {
      class: "program",
      "aria-label": say("learners.remove-which", { who }),
    });
    const by = assessor === "" ? say("learners.no-assessor") : say("learners.by", { assessor });
    const own = element("span", { class: "own-decisions", "data-assessor": assessor });
    return element(
      "tr",
      { class: "learner", role: "row" },
      element(
        "th",
        { scope: "rowgroup", role: "rowheader", colspan: "5" },
        `${who} · ${by} `,
        remove,
        own,
        ...doubtsIn(session, record).map((doubt) => paragraph(doubt, { class: "doubt" })),
      ),
    );
  }

  function unitRow({ slot, name }: SampledLearner, unit: SampledUnit): UnitRow {
    const field = sampleField(slot, unit.id, "chosen");
    const id = `f-${field.replace(/[^A-Za-z0-9-]/gu, "_")}`;
    const tick = element("input", { type: "checkbox", id, name: field, "data-field": field });
    tick.addEventListener("change", () => session.update((record) => record));
    const label = element(
      "label",
      { for: id, class: "hidden" },
      say("learners.sample-which", { unit: unit.title, who: name }),
    );
    const cell = (what: string, ...content: readonly (Node | string)[]) =>
      element("td", { role: "cell", "data-label": say(`learners.${what}`) }, ...content);
    const row = element(
      "tr",
      { role: "row" },
      element("th", { scope: "row", role: "rowheader" }, unit.title),
      cell("standing", standing(unit)),
      cell("methods", unit.methods.join(", ")),
      cell("initials", unit.initialled === 0 ? "" : say("learners.initialled", { count: unit.initialled })),
      cell("sample", element("div", { class: "field tick" }, tick, label)),
    );
    return { slot, unit: unit.id, isStarted: unit.state !== "not-started", row, sample: null };
  }

  function standing({ state, met, total, date }: SampledUnit): string {
    if (state === "not-started") return say("state.not-started");
    const counts = say("state.in-progress", { met, total });
    if (state === "in-progress") return counts;
    const achieved = date === null ? say("state.achieved") : say("state.achieved-on", { date });
    // A sign-off without its decisions is the first thing to look at.
    return met === total ? achieved : `${achieved} · ${counts}`;
  }

  /** Nothing can be looked at in a unit where nothing is decided. */
  function hideRows(record: LearnerRecord): void {
    for (const { row, isStarted, sample } of rows) row.hidden = !isStarted && sample === null && !all.checked;
    const quality = (record.fields["people.iqa"] ?? "").trim().toLowerCase();
    for (const own of table.querySelectorAll<HTMLElement>(".own-decisions")) {
      const isOwn = quality !== "" && own.dataset["assessor"]?.toLowerCase() === quality;
      own.textContent = isOwn ? say("learners.own") : "";
    }
  }

  async function removeLearner(slot: string, who: string): Promise<void> {
    const answer = await ask<true>(say, {
      title: say("learners.remove-title", { who }),
      content: [say("learners.remove-text")],
      actions: [{ label: say("learners.remove"), value: true, look: "danger" }],
    });
    if (answer === true) session.update((record) => withPaperFields(map, record, withoutLearner(record, slot)));
  }
}
