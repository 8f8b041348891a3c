import type { Machine, Tracker } from "./trackers.ts";

/** How a machine is walked in an order: where each tracker has its place in a node, and what each unit does to it. */
export interface Plan {
  /** A node is this many whole numbers. */
  readonly words: number;
  /** One more than the largest first number of a node. */
  readonly span: number;
  /** Whether every tracker found a place. */
  readonly fits: boolean;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly unit: string;
  /** What trackers that begin here add to a node. */
  readonly base: Int32Array;
  /** By way, first into each group and last leaving the unit: what it does; null where no route goes that way. */
  readonly ways: readonly (readonly Move[] | null)[];
}

/** What a way does to one tracker: how much is added to a word of the node for each value, or `dead`. */
export interface Move {
  readonly word: number;
  readonly stride: number;
  /** That of the place, which may be wider than the tracker. */
  readonly size: number;
  readonly changes: Int32Array;
}

/** null where a tracker that no unit touches is not met: then nothing is valid. */
export function layOut({ trackers, groupsOf }: Machine, order: readonly string[]): Plan | null {
  const position = new Map(order.map((unit, index) => [unit, index]));
  const at = trackers.map(({ touches }) => [...touches].flatMap((unit) => position.get(unit) ?? []));
  if (trackers.some(({ isMet, start }, index) => at[index]?.length === 0 && !isMet(start))) return null;
  const touching = order.map((): Open[] => []);
  for (const [index, tracker] of trackers.entries()) {
    const places = [...(at[index] ?? [])].sort((a, b) => a - b);
    const [first] = places;
    const last = places.at(-1);
    if (first === undefined || last === undefined) continue;
    const open: Open = { tracker, first, last, left: leftAfter(tracker, order, places, groupsOf), slot: null };
    for (const place of places) touching[place]?.push(open);
  }
  const slots = new Slots();
  const drafts = order.map((unit, now) => {
    const opens = touching[now] ?? [];
    for (const open of opens) if (open.first === now && open.last > now) open.slot = slots.open(open.tracker.size);
    const ways = [...(groupsOf.get(unit) ?? []), null].map((place) => movesOf(opens, unit, place, now));
    const starts = opens.flatMap(({ first, slot, tracker }) =>
      first === now && slot !== null ? [{ slot, start: tracker.start }] : [],
    );
    for (const { slot, last } of opens) if (last === now && slot !== null) slot.isFree = true;
    return { unit, starts, ways };
  });
  const words = slots.words;
  const steps = drafts.map(({ unit, starts, ways }) => {
    const base = new Int32Array(words);
    for (const { slot, start } of starts) base[slot.word] = (base[slot.word] ?? 0) + start * slot.stride;
    return { unit, base, ways };
  });
  return { words, span: slots.spanOfFirst, fits: slots.fit, steps };
}

/** A tracker between the first and the last unit that touch it. */
interface Open {
  readonly tracker: Tracker;
  readonly first: number;
  readonly last: number;
  /** What the units after a position can still add to a sum. */
  readonly left: ReadonlyMap<number, number>;
  slot: Slot | null;
}

function leftAfter(
  { sum }: Tracker,
  order: readonly string[],
  places: readonly number[],
  groupsOf: Machine["groupsOf"],
): ReadonlyMap<number, number> {
  const left = new Map<number, number>();
  if (sum === null) return left;
  let total = 0;
  for (const place of places.toReversed()) {
    left.set(place, total);
    const unit = order[place] ?? "";
    total += Math.max(0, ...(groupsOf.get(unit) ?? []).map((group) => sum.weigh(unit, group)));
  }
  return left;
}

/** What a way of a unit does to the trackers that it touches; null where it is closed whatever came before. */
function movesOf(opens: readonly Open[], unit: string, place: number | null, now: number): readonly Move[] | null {
  const moves: Move[] = [];
  for (const { tracker, last, left, slot } of opens) {
    const next = nextOf(tracker, unit, place, last === now, left.get(now) ?? 0);
    if (slot === null) {
      if (next(tracker.start) === -1) return null;
      continue;
    }
    const { word, stride, size } = slot;
    const changes = new Int32Array(tracker.size);
    let isMove = false;
    for (let value = 0; value < changes.length; value += 1) {
      const stepped = next(value);
      const to = stepped !== -1 && last === now ? 0 : stepped;
      if (to === value) continue;
      changes[value] = to === -1 ? dead : (to - value) * stride;
      isMove = true;
    }
    if (isMove) moves.push({ word, stride, size, changes });
  }
  return moves;
}

/** What a tracker's number becomes: -1 where no way goes on. */
function nextOf(
  { sum, step, isMet, size }: Tracker,
  unit: string,
  place: number | null,
  isLast: boolean,
  left: number,
): (value: number) => number {
  if (sum === null) {
    return (value) => {
      const stepped = step(value, unit, place);
      return stepped !== -1 && isLast && !isMet(stepped) ? -1 : stepped;
    };
  }
  const { min, max } = sum;
  const weight = place === null ? 0 : sum.weigh(unit, place);
  // Sums that the units that are left can no longer tell apart are one: those too small for ever, and those safe for ever.
  return (value) => {
    const added = value + weight;
    if (added > max || added + left < min) return -1;
    const capped = added < size ? added : size - 1;
    return capped > min && capped + left <= max ? min : capped;
  };
}

/** What a move has no way on from. */
export const dead = 0x7fffffff;

interface Slot {
  readonly word: number;
  readonly stride: number;
  readonly size: number;
  isFree: boolean;
}

/** The places of the open trackers in a node: a place that is free again is used again. */
class Slots {
  readonly #slots: Slot[] = [];
  #spans: number[] = [1];
  fit = true;

  open(size: number): Slot {
    const [smallest] = this.#slots.filter((slot) => slot.isFree && slot.size >= size).sort((a, b) => a.size - b.size);
    if (smallest !== undefined) {
      smallest.isFree = false;
      return smallest;
    }
    if (size > widest) this.fit = false;
    const last = this.#spans.length - 1;
    const word = (this.#spans[last] ?? 1) * size <= widest ? last : this.#spans.push(1) - 1;
    const stride = this.#spans[word] ?? 1;
    this.#spans[word] = stride * size;
    const slot = { word, stride, size, isFree: false };
    this.#slots.push(slot);
    return slot;
  }

  get words(): number {
    return this.#spans.length;
  }

  get spanOfFirst(): number {
    return this.#spans[0] ?? 1;
  }
}

/** A word of a node stays below this. */
const widest = 2 ** 30;
