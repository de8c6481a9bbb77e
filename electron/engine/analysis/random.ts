// The only source of chance in analysis: a seeded generator, identical on every machine.
// Math.random is never used, so a project computed again gives the same numbers.

/**
 * sfc32 (C. Doty-Humphrey, PractRand): 128 bits of state, passes PractRand and BigCrush, and needs
 * only 32-bit integer operations, which JavaScript does exactly. A class, for a closure's calls are
 * not compiled into their caller once there are two of it: a quarter of the time.
 */
export class Random {
  readonly #state: Int32Array;

  /** @param seed any finite number; its integer part modulo 2³² is used. */
  constructor(seed: number) {
    this.#state = Int32Array.of(0x9e3779b9, 0x243f6a88, seed, 1);
    // Neighbouring seeds start alike; these rounds spread the difference over the whole state.
    for (let round = 0; round < 16; round++) this.#word();
  }

  #word(): number {
    const state = this.#state;
    const b = state[1]!;
    const c = state[2]!;
    const counter = state[3]!;
    const sum = (state[0]! + b + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    state[3] = counter + 1;
    return sum >>> 0;
  }

  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number {
    return this.#word() / 4_294_967_296;
  }

  /** Uniform integer in 0..below−1. */
  integer(below: number): number {
    return Math.floor(this.next() * below);
  }
}

/** 0..length−1 in random order (Fisher–Yates). */
export function shuffledIndices(length: number, random: Random): Int32Array {
  return sampleIndices(length, length, random);
}

/** `size` numbers of 0..weights.length−1, each drawn with a chance in proportion to its weight; with replacement. */
export function drawIndices(weights: Float64Array, size: number, random: Random): Int32Array {
  const cumulative = new Float64Array(weights.length);
  let total = 0;
  for (let index = 0; index < weights.length; index++) cumulative[index] = total += weights[index]!;
  return Int32Array.from({ length: size }, () => {
    const wanted = random.next() * total;
    let low = 0;
    let high = weights.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/** `size` different numbers of 0..length−1, in random order; all of them when `size >= length`. */
export function sampleIndices(length: number, size: number, random: Random): Int32Array {
  const indices = new Int32Array(length);
  for (let index = 0; index < length; index++) indices[index] = index;
  const count = Math.min(size, length);
  for (let index = 0; index < count; index++) {
    const other = index + random.integer(length - index);
    const held = indices[index]!;
    indices[index] = indices[other]!;
    indices[other] = held;
  }
  return indices.slice(0, count);
}
