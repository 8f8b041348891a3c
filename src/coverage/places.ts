import type { Criterion, Unit } from "../model/types.ts";

/** Some criteria of a unit by their numbers: an outcome stands for all of its criteria, and nothing is listed where it is the whole unit. */
export interface Places {
  readonly isWhole: boolean;
  readonly numbers: readonly string[];
}

export function placesOf({ outcomes }: Unit, some: readonly Criterion[]): Places {
  const chosen = new Set(some);
  const places = outcomes
    .filter(({ criteria }) => criteria.length > 0)
    .map(({ number, criteria }) => {
      const own = criteria.filter((criterion) => chosen.has(criterion));
      const isAll = own.length === criteria.length;
      return { isAll, numbers: isAll ? [number] : own.map((criterion) => criterion.number) };
    });
  const isWhole = places.length > 0 && places.every(({ isAll }) => isAll);
  return { isWhole, numbers: isWhole ? [] : places.flatMap(({ numbers }) => numbers) };
}
