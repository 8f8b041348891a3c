import { determine } from "./determine.ts";
import { type Graph, isDeterministic } from "./graph.ts";

/**
 * How many distinct sets of units the graphs accept between them: a set that several placements or pathways accept counts
 * once. null where telling them apart would take more than `mostSteps` steps.
 */
export function countSets(graphs: readonly Graph[], mostSteps: number): bigint | null {
  const feasible = graphs.filter(({ isFeasible }) => isFeasible);
  const [only] = feasible;
  if (only === undefined) return 0n;
  if (feasible.length === 1 && only.layers.every(isDeterministic)) return countPaths(only);
  const determined = determine(feasible, mostSteps);
  return determined === null ? null : countPaths(determined);
}

/** A count is a list of numbers of 50 bits, the lowest first: two of them can be added without loss, many times faster than big integers. */
const base = 2 ** 50;

/** From the end to the beginning: how many paths there are on from each node. */
function countPaths({ layers }: Graph): bigint {
  let after = Float64Array.of(1);
  let afterParts = 1;
  for (const [done, { before, ways, to }] of layers.toReversed().entries()) {
    // There are at most two paths for every unit that is left.
    const parts = Math.floor((done + 1) / 50) + 1;
    const own = new Float64Array(before * parts);
    for (let node = 0, edge = 0; node < before; node += 1) {
      for (let way = 0; way < ways; way += 1, edge += 1) {
        const target = to[edge] as number;
        if (target !== -1) add(own, node * parts, parts, after, target * afterParts, afterParts);
      }
    }
    after = own;
    afterParts = parts;
  }
  return after.reduceRight((sum, part) => (sum << 50n) + BigInt(part), 0n);
}

function add(
  sum: Float64Array,
  at: number,
  parts: number,
  other: Float64Array,
  from: number,
  otherParts: number,
): void {
  let carry = 0;
  for (let part = 0; part < parts; part += 1) {
    let value = (sum[at + part] as number) + (part < otherParts ? (other[from + part] as number) : 0) + carry;
    carry = 0;
    if (value >= base) {
      value -= base;
      carry = 1;
    }
    sum[at + part] = value;
  }
}
