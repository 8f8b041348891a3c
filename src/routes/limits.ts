/** How much work may be done. */
export interface Limits {
  /** Beyond these, a graph of all demands is put off until nothing else helps. */
  readonly quickEdges: number;
  /** Beyond these, there is no graph of all demands. */
  readonly edges: number;
  /** Beyond these, sums over many groups are not counted as tables. */
  readonly cells: number;
  /** About how large the graph is that says nothing of those sums. */
  readonly smallEdges: number;
  /** Beyond these, there is no small graph of units that several groups list. */
  readonly sharedEdges: number;
  /** Beyond these, sets that can be placed in several ways are not counted. */
  readonly steps: number;
  /** About how large each of the graphs is that a search goes through. */
  readonly packEdges: number;
  /** Multiplications beyond which a linear programme does not answer one question. */
  readonly linearWork: number;
  /** Beyond these, the search for one answer is given up. */
  readonly searchSteps: number;
}

export const usualLimits: Limits = {
  quickEdges: 300_000,
  edges: 8_000_000,
  cells: 600_000_000,
  smallEdges: 200_000,
  sharedEdges: 1_500_000,
  steps: 2_000_000,
  packEdges: 500_000,
  linearWork: 60_000_000,
  searchSteps: 60_000,
};

/** Where a person waits, and what they look at stands still meanwhile: a tenth of a second or so for each question. */
export const pageLimits: Limits = {
  quickEdges: 30_000,
  edges: 100_000,
  cells: 1_000_000,
  smallEdges: 20_000,
  sharedEdges: 50_000,
  steps: 50_000,
  packEdges: 30_000,
  linearWork: 3_000_000,
  searchSteps: 2_000,
};
