/** Two things that may be the same, and how much speaks for it: more than 0. */
export interface Candidate {
  readonly before: number;
  readonly after: number;
  readonly score: number;
}

/** Beyond this, things that all resemble each other are paired off one after another, the most alike first. */
const mostTogether = 120;

/** Pairs, each thing in one at most, such that the sum of their scores is the greatest. */
export function assign(candidates: readonly Candidate[]): readonly Candidate[] {
  return componentsOf(candidates).flatMap((some) => (some.length === 1 ? some : best(some)));
}

/** The candidates in sets that have nothing in common. */
function componentsOf(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    parents.set(name, root);
    return root;
  };
  for (const { before, after } of candidates) parents.set(rootOf(`b${before}`), rootOf(`a${after}`));
  const components = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const root = rootOf(`b${one.before}`);
    const known = components.get(root);
    if (known === undefined) components.set(root, [one]);
    else known.push(one);
  }
  return [...components.values()];
}

function best(candidates: readonly Candidate[]): readonly Candidate[] {
  const rows = [...new Set(candidates.map(({ before }) => before))];
  const columns = [...new Set(candidates.map(({ after }) => after))];
  if (rows.length > mostTogether || columns.length > mostTogether) return mostAlikeFirst(candidates);
  const size = Math.max(rows.length, columns.length);
  const [rowOf, columnOf] = [rows, columns].map((list) => new Map(list.map((name, at) => [name, at])));
  const scores = new Float64Array(size * size);
  const known = new Map<number, Candidate>();
  for (const one of candidates) {
    const cell = (rowOf?.get(one.before) ?? 0) * size + (columnOf?.get(one.after) ?? 0);
    scores[cell] = one.score;
    known.set(cell, one);
  }
  return columnsOfRows(scores, size).flatMap((column, row) => known.get(row * size + column) ?? []);
}

function mostAlikeFirst(candidates: readonly Candidate[]): readonly Candidate[] {
  const [before, after] = [new Set<number>(), new Set<number>()];
  return [...candidates]
    .sort((a, b) => b.score - a.score || a.before - b.before || a.after - b.after)
    .filter((one) => {
      if (before.has(one.before) || after.has(one.after)) return false;
      before.add(one.before);
      after.add(one.after);
      return true;
    });
}

/**
 * The column of each row of a square of scores, such that their sum is the greatest: the Hungarian method, by shortest
 * augmenting paths. Row and column 0 are none of the square: the path begins there.
 */
function columnsOfRows(scores: Float64Array, size: number): readonly number[] {
  const rowPrices = new Float64Array(size + 1);
  const columnPrices = new Float64Array(size + 1);
  const rowOfColumn = new Int32Array(size + 1);
  for (let row = 1; row <= size; row += 1) {
    const [cheapest, from] = [new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY), new Int32Array(size + 1)];
    const isDone = new Uint8Array(size + 1);
    let column = 0;
    for (rowOfColumn[0] = row; rowOfColumn[column] !== 0; ) {
      isDone[column] = 1;
      const here = rowOfColumn[column] ?? 0;
      let [step, next] = [Number.POSITIVE_INFINITY, 0];
      for (let other = 1; other <= size; other += 1) {
        if (isDone[other] === 1) continue;
        const score = scores[(here - 1) * size + other - 1] ?? 0;
        const cost = -score - (rowPrices[here] ?? 0) - (columnPrices[other] ?? 0);
        if (cost < (cheapest[other] ?? 0)) {
          cheapest[other] = cost;
          from[other] = column;
        }
        if ((cheapest[other] ?? 0) < step) [step, next] = [cheapest[other] ?? 0, other];
      }
      for (let other = 0; other <= size; other += 1) {
        if (isDone[other] === 1) {
          const owner = rowOfColumn[other] ?? 0;
          rowPrices[owner] = (rowPrices[owner] ?? 0) + step;
          columnPrices[other] = (columnPrices[other] ?? 0) - step;
        } else cheapest[other] = (cheapest[other] ?? 0) - step;
      }
      column = next;
    }
    while (column !== 0) {
      const before = from[column] ?? 0;
      rowOfColumn[column] = rowOfColumn[before] ?? 0;
      column = before;
    }
  }
  const columns = new Array<number>(size).fill(0);
  for (let column = 1; column <= size; column += 1) columns[(rowOfColumn[column] ?? 1) - 1] = column - 1;
  return columns;
}
