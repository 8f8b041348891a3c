import type { Unit } from "../model/types.ts";
import type { Words } from "../words/words.ts";
import type { Subject } from "./define-document.ts";

/** "Unit 2: Title" among the units of a qualification; the title alone where the paper is about that unit. */
export function unitHeading(unit: Unit, position: number, { qualification, isPart }: Subject, words: Words): string {
  const { title } = unit;
  return qualification === null || isPart
    ? words("unit.alone", { title })
    : words("unit.heading", { position: position + 1, title });
}
