// A small seeded generator for the sample. Every draw comes from here, so the files are the same on every machine.

export interface SampleRandom {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number in 0 … bound − 1. */
  below(bound: number): number;
  /** Normal by Box and Muller. */
  normal(mean: number, sd: number): number;
  /** Log-normal with the given median; `sigma` is the standard deviation of the logarithm. */
  around(median: number, sigma: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** Mulberry32 (T. Ettinger, public domain): 32-bit state, a period of 2³², ample for some 200,000 draws. */
export function createSampleRandom(seed: number): SampleRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = (mean: number, sd: number): number =>
    mean + sd * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    next,
    below,
    normal,
    around: (median, sigma) => median * Math.exp(normal(0, sigma)),
    chance: (share) => next() < share,
    pick: (list) => {
      const item = list[below(list.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
}
