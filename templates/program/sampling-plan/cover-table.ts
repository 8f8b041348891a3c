import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { type Covered, coverOf } from "../../../src/record/sampling-cover.ts";
import { element, paragraph } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";

const states = ["none", "planned", "done"] as const;

/** Which assessors, units and methods a sample has reached, and which it has not. */
export function coverTable(session: Session) {
  const { say, paper } = session;
  const table = element("table", { class: "review", role: "table" });
  const box = element(
    "div",
    { hidden: "" },
    element("h3", {}, say("cover.title")),
    paragraph(say("cover.text")),
    table,
  );
  return { element: box, show };

  function show(record: LearnerRecord): void {
    const cover = coverOf(paper.map, record);
    box.hidden = cover.units.length === 0;
    const heads = ["what", ...states].map((key) =>
      element("th", { scope: "col", role: "columnheader" }, say(`cover.${key}`)),
    );
    const rows = (["assessors", "units", "methods"] as const).map((what) =>
      element(
        "tr",
        { role: "row" },
        element("th", { scope: "row", role: "rowheader" }, say(`cover.${what}`)),
        ...states.map((state) =>
          element("td", { role: "cell", "data-label": say(`cover.${state}`) }, namesIn(cover[what], state)),
        ),
      ),
    );
    table.replaceChildren(
      element("caption", { class: "hidden" }, say("cover.title")),
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...heads)),
      element("tbody", { role: "rowgroup" }, ...rows),
    );
  }

  function namesIn(covered: readonly Covered[], state: Covered["state"]): Node | string {
    const names = covered
      .filter((one) => one.state === state)
      .map(({ name }) => (name === "" ? say("learners.no-assessor") : name));
    if (names.length === 0) return say("cover.nothing");
    return element("ul", {}, ...names.map((name) => element("li", {}, name)));
  }
}
