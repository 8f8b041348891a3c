import { button, element, inOwnLanguage } from "../shared/element.ts";
import type { Control } from "../shared/page-fields.ts";
import type { Session } from "../shared/session.ts";

/** A piece of evidence as it stands in a row of the log. */
export interface LogItem {
  readonly reference: string;
  readonly description: string;
  readonly date: string;
}

/** The table of the evidence log at the end of the workbook. */
export interface EvidenceLog {
  readonly items: () => readonly LogItem[];
  /** Into the first row that is empty, or into a new one. */
  readonly add: (item: LogItem) => void;
  readonly makeRoom: (rows: number) => void;
  readonly showCriteria: (criteriaOf: (reference: string) => string) => void;
  readonly showRepeated: (repeated: ReadonlySet<string>) => void;
  /** Called when a person has given a piece of evidence another reference. */
  readonly onRename: (renamed: (from: string, to: string) => void) => void;
}

interface Row {
  readonly number: number;
  readonly reference: Control;
  readonly description: Control;
  readonly date: Control;
  /** What it was called when it was last finished. */
  name: string;
  readonly covers: HTMLElement;
}

/** null where the page has no log. */
export function evidenceLog(session: Session): EvidenceLog | null {
  const { fields, say } = session;
  const rows: Row[] = [];
  const readRow = (number: number): boolean => {
    const [reference] = fields.find(`log.${number}.reference`);
    const [description] = fields.find(`log.${number}.description`);
    const [date] = fields.find(`log.${number}.date`);
    const [criteria] = fields.find(`log.${number}.criteria`);
    if (reference === undefined || description === undefined || date === undefined || criteria === undefined)
      return false;
    criteria.dataset["derived"] = "";
    criteria.closest<HTMLElement>(".field")?.setAttribute("hidden", "");
    const covers = element("span", { class: "covers" });
    criteria.closest("td")?.append(covers);
    rows.push({ number, reference, description, date, name: reference.value.trim(), covers });
    return true;
  };
  let next = 1;
  while (readRow(next)) next += 1;
  const last = rows.at(-1);
  const table = last?.reference.closest("table");
  if (last === undefined || !table) return null;

  const addRow = () => {
    const line = last.reference.closest("tr");
    const copy = line?.cloneNode(true) as HTMLTableRowElement | undefined;
    if (copy === undefined) return;
    const number = (rows.at(-1)?.number ?? 0) + 1;
    for (const covers of copy.querySelectorAll(".covers, .twice")) covers.remove();
    rename(copy, last.number, number, say("log.row", { number }));
    line?.parentElement?.append(copy);
    fields.lookAgain();
    readRow(number);
  };
  const itemOf = ({ reference, description, date }: Row): LogItem => ({
    reference: reference.value.trim(),
    description: description.value.trim(),
    date: date.value.trim(),
  });
  const isEmpty = (row: Row) => Object.values(itemOf(row)).every((value) => value === "");
  const more = button(say("log.add"), () => {
    addRow();
    rows.at(-1)?.reference.focus();
  });
  table.after(inOwnLanguage(element("p", { class: "program add-row" }, more), table));

  const renamers: ((from: string, to: string) => void)[] = [];
  document.addEventListener("change", ({ target }) => {
    const row = rows.find(({ reference }) => reference === target);
    if (row === undefined) return;
    const [from, to] = [row.name, row.reference.value.trim()];
    const isTaken = (name: string) => rows.some((other) => other !== row && other.reference.value.trim() === name);
    if (from === to || to === "") return;
    row.name = to;
    if (from !== "" && !isTaken(from) && !isTaken(to)) for (const renamer of renamers) renamer(from, to);
  });

  return {
    items: () => rows.filter((row) => !isEmpty(row)).map(itemOf),
    add: (item) => {
      if (!rows.some(isEmpty)) addRow();
      const row = rows.find(isEmpty);
      if (row === undefined) return;
      for (const part of ["reference", "description", "date"] as const) row[part].value = item[part];
      row.name = item.reference;
      row.reference.dispatchEvent(new Event("input", { bubbles: true }));
    },
    makeRoom: (count) => {
      while (rows.length < count) addRow();
    },
    showCriteria: (criteriaOf) => {
      for (const row of rows) {
        const name = row.reference.value.trim();
        const covered = name === "" ? "" : criteriaOf(name);
        if (row.covers.textContent !== covered) row.covers.textContent = covered;
        if (document.activeElement !== row.reference && name !== "") row.name = name;
      }
    },
    showRepeated: (repeated) => {
      for (const { reference } of rows) {
        const isRepeated = repeated.has(reference.value.trim());
        const note = reference.closest("td")?.querySelector(".twice");
        if (isRepeated === Boolean(note)) continue;
        note?.remove();
        reference.removeAttribute("aria-describedby");
        if (!isRepeated) continue;
        const id = `${reference.id}-twice`;
        reference.setAttribute("aria-describedby", id);
        reference.closest("td")?.append(element("p", { class: "program twice", id }, say("evidence.twice")));
      }
    },
    onRename: (renamer) => {
      renamers.push(renamer);
    },
  };
}

/** A copy of a row becomes a row of its own: other names, other labels, nothing in it. */
function rename(copy: HTMLTableRowElement, from: number, to: number, row: string): void {
  const headings = [...(copy.closest("table") ?? document).querySelectorAll(".log thead th")];
  for (const [column, cell] of [...copy.cells].entries()) {
    const control = cell.querySelector<Control>("[data-field]");
    if (control === null) continue;
    const name = (control.dataset["field"] ?? "").replace(`log.${from}.`, `log.${to}.`);
    const id = `f-${name.replace(/[^A-Za-z0-9-]/gu, "_")}`;
    control.dataset["field"] = name;
    control.name = name;
    control.id = id;
    control.removeAttribute("aria-describedby");
    control.value = "";
    const label = cell.querySelector("label");
    if (label === null) continue;
    label.htmlFor = id;
    label.textContent = `${headings[column]?.textContent ?? ""}, ${row}`;
  }
}
