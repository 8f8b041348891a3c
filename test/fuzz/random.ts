/** A sequence of numbers from 0 up to 1 that is the same for the same seed: mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Whole numbers from 0 up to a bound. */
export type Choose = (bound: number) => number;

export function chooser(seed: number): Choose {
  const next = randomNumbers(seed);
  return (bound) => Math.floor(next() * bound);
}
