import type { Unit } from "../../model/types.ts";
import { writeOptions } from "../../page/page.ts";
import { hasWord, type Words } from "../../words/words.ts";
import { briefCover } from "../cover.ts";
import type { Subject } from "../define-document.ts";
import { unitField } from "../field-name.ts";
import { given } from "../given.ts";
import { methodCodes } from "../method-codes.ts";
import { signatureRows } from "../signatures.ts";
import type { Form, FormField, FormTable, Section } from "./define-form.ts";

/** What the template of all forms prints. */
export function formView(form: Form, subject: Subject, words: Words) {
  const url = form.policy === undefined ? null : given(subject.qualification?.source.policies?.[form.policy]);
  return {
    cover: briefCover(form.id, subject, words),
    notes: Array.from({ length: form.notes }, (_, at) => words(`form.${form.id}.how-${at + 1}`)),
    policy: url === null ? null : { url, label: words(`handbook.policy.${form.policy}`) },
    people: form.people.map((what) => fieldView({ id: what }, `people.${what}`, words(`person.${what}`), words)),
    codes: form.hasCodes === true ? codesOf(subject.units, words) : null,
    sections: form.sections.map((section) => sectionView(form, section, subject.units, words)),
  };
}

/** "O observation, WP work product"; null where the units name no method. */
function codesOf(units: readonly Unit[], words: Words): string | null {
  const codes = methodCodes(units, words).map(({ code, name }) => `${code} ${name}`);
  return codes.length === 0 ? null : codes.join(", ");
}

function sectionView(form: Form, section: Section, units: readonly Unit[], words: Words) {
  const { id, fields = [], table, signed } = section;
  const key = `form.${form.id}.${id}`;
  const heading = words(key);
  const note = hasWord(`${key}.note`) ? words(`${key}.note`) : null;
  return {
    id,
    heading,
    // Over a table it is what the table is called.
    note: table === undefined ? note : null,
    fields: fields.map((field) => fieldView(field, `${id}.${field.id}`, labelOf(field, words), words)),
    table: table === undefined ? null : { caption: note ?? heading, ...tableView(id, table, units, words) },
    signatures: signed === undefined ? null : signatureRows(id, signed, words),
  };
}

function tableView(section: string, { rows, columns }: FormTable, units: readonly Unit[], words: Words) {
  return {
    head: words(rows === "units" ? "summary.unit" : typeof rows === "number" ? "check.table.number" : "form.question"),
    isNumbered: typeof rows === "number",
    columns: columns.map((column) => ({ label: labelOf(column, words), width: column.width ?? "" })),
    rows: rowsOf(section, rows, units, words).map(({ head, nameOf }) => ({
      head,
      cells: columns.map((column) => {
        const label = labelOf(column, words);
        const field = fieldView(column, nameOf(column.id), words("form.cell", { what: label, row: head }), words);
        return { column: label, field };
      }),
    })),
  };
}

interface Row {
  readonly head: string;
  readonly nameOf: (column: string) => string;
}

function rowsOf(section: string, rows: FormTable["rows"], units: readonly Unit[], words: Words): readonly Row[] {
  if (rows === "units") {
    return units.map((unit) => ({ head: unit.title, nameOf: (column) => unitField(unit, `${section}.${column}`) }));
  }
  const keys = typeof rows === "number" ? Array.from({ length: rows }, (_, at) => String(at + 1)) : rows;
  return keys.map((key) => ({
    head: typeof rows === "number" ? key : words(`form.question.${key}`),
    nameOf: (column) => `${section}.${key}.${column}`,
  }));
}

function fieldView({ kind, lines, options = [] }: FormField, name: string, label: string, words: Words) {
  return {
    name,
    label,
    kind: kind ?? (lines === undefined ? "line" : "lines"),
    lines: lines ?? 1,
    options: writeOptions(options.map((option) => words(`form.option.${option}`))),
  };
}

function labelOf({ id }: FormField, words: Words): string {
  return words(`form.field.${id}`);
}
