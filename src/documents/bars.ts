import type { Unit } from "../model/types.ts";

/** How long the bars beside the credit and the hours of a unit are: "0" to "20", the longest among its like. */
export interface Bars {
  readonly credit: string;
  readonly hours: string;
}

/** Bars by which units are compared at a glance; the figures stand beside them, so that no form needs to draw them. */
export function barsOf(units: readonly Unit[]): (unit: Unit) => Bars {
  const credit = scaleOf(units.map((unit) => unit.credit));
  const hours = scaleOf(units.map((unit) => unit.guidedLearningHours));
  return (unit) => ({ credit: credit(unit.credit), hours: hours(unit.guidedLearningHours) });
}

const longest = 20;

/** What is not nothing can be seen. */
function scaleOf(values: readonly (number | null)[]): (value: number | null) => string {
  const most = values.reduce<number>((sofar, value) => Math.max(sofar, value ?? 0), 0);
  return (value) => (value === null || value === 0 ? "0" : String(Math.max(1, Math.round((longest * value) / most))));
}
