import { criteriaOf, type MappedCriterion } from "../../../src/record/paper-map.ts";
import { element } from "../shared/element.ts";
import type { Control } from "../shared/page-fields.ts";
import type { Session } from "../shared/session.ts";

/** A criterion on the page. */
export interface Row {
  readonly asked: MappedCriterion;
  /** What links to the criterion lead to. */
  readonly id: string;
  readonly row: HTMLTableRowElement;
  /** Below the row: the learner's work and the feedback. */
  readonly work: HTMLTableRowElement;
  readonly cell: HTMLTableCellElement;
  /** Behind it stands what needs another look. */
  readonly marks: HTMLElement;
  /** The words of the criterion, as printed. */
  readonly text: string;
  readonly find: (end: "l" | "m" | "d" | "r" | "i" | "q") => readonly Control[];
}

export function findRows(session: Session): readonly Row[] {
  return criteriaOf(session.paper.map).flatMap((asked) => {
    const find = (end: string) => session.fields.find(`${asked.field}.${end}`);
    const row = find("r")[0]?.closest("tr");
    if (row === null || row === undefined) return [];
    const marks = element("div");
    // Where a narrow screen turns the table into blocks, readers of the page must still be told what these are.
    const cell = element("td", { role: "cell", colspan: String(row.cells.length) }, marks);
    const work = element("tr", { class: "work", role: "row" }, cell);
    row.after(work);
    const id = `row-${safe(asked.field)}`;
    row.id = id;
    const text = row.querySelector(".criterion-text")?.textContent ?? "";
    return [{ asked, id, row, work, cell, marks, text, find }];
  });
}

/** A name as part of an id, made in the same way as those of the page. */
export function safe(name: string): string {
  return name.replace(/[^A-Za-z0-9-]/gu, "_");
}
