/** A line that two texts share, or that only one has: the first, or the second. */
export interface DiffLine {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Two texts that differ in more lines than this are told apart as wholes: the shortest way would take too long to find. */
const mostChanges = 2_000;

/** The shortest list of lines to take out of `a` and put into it to make `b`: E. W. Myers, An O(ND) Difference Algorithm. */
export function diffLines(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = shortest(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [...lines("same", a.slice(0, start)), ...middle, ...lines("same", a.slice(a.length - end))];
}

function lines(kind: DiffLine["kind"], texts: readonly string[]): readonly DiffLine[] {
  return texts.map((text) => ({ kind, text }));
}

function shortest(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const trace = reach(a, b);
  if (trace === null) return [...lines("gone", a), ...lines("new", b)];
  const found: DiffLine[] = [];
  let [x, y] = [a.length, b.length];
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const before = trace[changes] ?? new Map<number, number>();
    const [fromX, fromY] = stepBefore(before, changes, x - y);
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      found.push({ kind: "same", text: a[x] ?? "" });
    }
    if (changes === 0) break;
    if (x > fromX) found.push({ kind: "gone", text: a[fromX] ?? "" });
    else found.push({ kind: "new", text: b[fromY] ?? "" });
    [x, y] = [fromX, fromY];
  }
  return found.reverse();
}

/** How far along each diagonal one gets with 0, 1, 2 … changes; null where there are too many. */
function reach(a: readonly string[], b: readonly string[]): readonly ReadonlyMap<number, number>[] | null {
  const trace: ReadonlyMap<number, number>[] = [];
  let furthest = new Map<number, number>();
  for (let changes = 0; changes <= mostChanges; changes += 1) {
    trace.push(furthest);
    const next = new Map<number, number>();
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = changes === 0 ? 0 : firstX(furthest, changes, diagonal);
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return trace;
    }
    furthest = next;
  }
  return null;
}

/** Down takes a line of `b` in, right takes one of `a` out. */
function firstX(furthest: ReadonlyMap<number, number>, changes: number, diagonal: number): number {
  return isDown(furthest, changes, diagonal)
    ? (furthest.get(diagonal + 1) ?? 0)
    : (furthest.get(diagonal - 1) ?? 0) + 1;
}

function isDown(furthest: ReadonlyMap<number, number>, changes: number, diagonal: number): boolean {
  if (diagonal === -changes) return true;
  return diagonal !== changes && (furthest.get(diagonal - 1) ?? 0) < (furthest.get(diagonal + 1) ?? 0);
}

function stepBefore(
  furthest: ReadonlyMap<number, number>,
  changes: number,
  diagonal: number,
): readonly [number, number] {
  if (changes === 0) return [0, 0];
  const from = isDown(furthest, changes, diagonal) ? diagonal + 1 : diagonal - 1;
  const x = furthest.get(from) ?? 0;
  return [x, x - from];
}
