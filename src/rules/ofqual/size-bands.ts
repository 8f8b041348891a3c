/** The word that a title has for its size, by hours of total qualification time, both ends inclusive. Source: guidance under Condition E2. */
export const sizeBands = [
  { size: "award", from: 1, to: 120 },
  { size: "certificate", from: 121, to: 369 },
  { size: "diploma", from: 370, to: Number.POSITIVE_INFINITY },
] as const;
