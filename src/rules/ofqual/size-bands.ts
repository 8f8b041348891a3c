import data from "./data/size-bands.json" with { type: "json" };

export interface SizeBand {
  readonly size: string;
  /** Hours of total qualification time, both ends inclusive. */
  readonly from: number;
  readonly to: number;
}

/** The word that a title has for its size. */
export const sizeBands: readonly SizeBand[] = data.bands.map(({ size, from, to }) => ({
  size,
  from,
  to: to ?? Number.POSITIVE_INFINITY,
}));
