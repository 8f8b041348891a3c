import type { Unit } from "../model/types.ts";
import type { Change, Said } from "./change.ts";
import { effectOnNumber, effectOnRange } from "./compare-demands.ts";
import { keptUnder, recordChange, valueChange } from "./record.ts";
import { creditOf, hoursOf, levelOf, listOf, rangeOf, textOrNull } from "./values.ts";

/** Where a unit's own changes are. */
export function atUnit(unit: Unit, qualifications: readonly string[]) {
  return { of: "unit" as const, qualifications, unit: unit.id, number: null, key: null, name: unit.title };
}

/** What is said of a unit as a whole, and is not what it was. */
export function compareUnit(before: Unit, after: Unit, qualifications: readonly string[]): readonly Change[] {
  return saidOf(before, after).map((said) => recordChange(atUnit(after, qualifications), said));
}

function saidOf(before: Unit, after: Unit): readonly Said[] {
  const [then, now] = [before.source, after.source];
  const isText = true;
  const text = (aspect: string, read: (source: Unit["source"]) => string | undefined) =>
    valueChange(aspect, textOrNull(read(then)), textOrNull(read(now)), { isText });
  return [
    ...valueChange("id", before.id, after.id, { note: keptUnder("id") }),
    ...text("title", ({ title }) => title),
    ...valueChange("level", levelOf(before.level), levelOf(after.level)),
    ...valueChange("credit", creditOf(then.credit), creditOf(now.credit)),
    ...valueChange("guidedLearningHours", hoursOf(then.guidedLearningHours), hoursOf(now.guidedLearningHours)),
    ...valueChange("totalUnitTime", hoursOf(then.totalUnitTime), hoursOf(now.totalUnitTime)),
    ...valueChange("minimumAge", ageOf(then.minimumAge), ageOf(now.minimumAge), {
      effect: effectOnNumber(then.minimumAge ?? null, now.minimumAge ?? null),
    }),
    ...valueChange("reference", textOrNull(then.reference), textOrNull(now.reference)),
    ...valueChange("ownerReference", textOrNull(then.ownerReference), textOrNull(now.ownerReference)),
    ...valueChange("owner", textOrNull(then.owner), textOrNull(now.owner)),
    ...text("aim", ({ aim }) => aim),
    ...text("requirements", ({ assessment }) => assessment?.requirements),
    ...text("evidence", ({ assessment }) => assessment?.evidence?.minimum),
    ...valueChange("range", rangeOf(then.assessment?.range), rangeOf(now.assessment?.range), {
      change: "changed",
      effect: effectOnRange(then.assessment?.range ?? null, now.assessment?.range ?? null),
      isText,
    }),
    ...valueChange("glossary", glossaryOf(before), glossaryOf(after), { change: "changed", isText }),
    ...valueChange("resources", resourcesOf(before), resourcesOf(after), { change: "changed", isText }),
    ...text("notice", ({ notice }) => notice),
    ...valueChange("language", before.language, after.language),
  ];
}

function ageOf(age: number | undefined): string | null {
  return age === undefined ? null : String(age);
}

function glossaryOf({ source }: Unit): string | null {
  return listOf(source.glossary?.map(({ term, meaning }) => `${term}: ${meaning}`));
}

function resourcesOf({ source }: Unit): string | null {
  return listOf(source.resources?.map(({ title, url }) => (url === undefined ? title : `${title} (${url})`)));
}
