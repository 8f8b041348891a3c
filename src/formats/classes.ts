import type { PageElement } from "../page/page.ts";

export function classesOf({ attributes }: PageElement): readonly string[] {
  const written = attributes["class"];
  return written === undefined ? [] : written.split(" ");
}

export function hasClass(element: PageElement, name: string): boolean {
  return classesOf(element).includes(name);
}

/** The colour behind how an entry of a framework stands, as pages on screen have it; null where none is told. */
export function stateColour(element: PageElement): string | null {
  const [own = null] = hasClass(element, "state") ? classesOf(element).flatMap((name) => stateColours[name] ?? []) : [];
  return own;
}

const stateColours: Readonly<Record<string, string>> = { covered: "dcf2df", partly: "fff6db", gap: "fbe3e0" };
