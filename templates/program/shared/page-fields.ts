import type { FieldValues } from "../../../src/record/field-values.ts";

export type Control = HTMLInputElement | HTMLTextAreaElement;

/** The fields of the page that people fill in, by their names. */
export interface PageFields {
  /** What the program itself fills in, marked with `data-derived`, is left out. */
  readonly values: () => FieldValues;
  /** Fills every field of the page: what is not named is emptied. */
  readonly fill: (values: FieldValues) => void;
  readonly find: (name: string) => readonly Control[];
  /** To be called when fields have been added to the page. */
  readonly lookAgain: () => void;
}

export function pageFields(): PageFields {
  let known: ReadonlyMap<string, readonly Control[]> | null = null;
  const controls = () => {
    known ??= findControls();
    return known;
  };
  return {
    values: () => {
      const written = [...controls()].filter(([, [first]]) => first?.dataset["derived"] === undefined);
      return new Map(written.map(([name, found]) => [name, read(found)]));
    },
    fill: (values) => {
      for (const [name, found] of controls()) write(found, values.get(name) ?? "");
    },
    find: (name) => controls().get(name) ?? [],
    lookAgain: () => {
      known = null;
    },
  };
}

function findControls(): ReadonlyMap<string, readonly Control[]> {
  const found = new Map<string, Control[]>();
  for (const control of document.querySelectorAll<Control>("[data-field]")) {
    const name = control.dataset["field"] ?? "";
    const same = found.get(name);
    if (same === undefined) found.set(name, [control]);
    else same.push(control);
  }
  return found;
}

function read(controlsOfOne: readonly Control[]): string {
  const [first] = controlsOfOne;
  if (first === undefined) return "";
  if (!isTicked(first)) return first.value;
  const chosen = controlsOfOne.find((control) => isTicked(control) && control.checked);
  if (chosen === undefined) return "";
  return chosen.type === "checkbox" ? "yes" : chosen.value;
}

function write(controlsOfOne: readonly Control[], value: string): void {
  for (const control of controlsOfOne) {
    if (isTicked(control)) control.checked = control.type === "checkbox" ? value === "yes" : control.value === value;
    // Writing what stands there already would move the place where somebody types.
    else if (control.value !== value) control.value = value;
  }
}

function isTicked(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}
