import type { PageElement } from "../page/page.ts";

export function classesOf({ attributes }: PageElement): readonly string[] {
  const written = attributes["class"];
  return written === undefined ? [] : written.split(" ");
}

export function hasClass(element: PageElement, name: string): boolean {
  return classesOf(element).includes(name);
}
