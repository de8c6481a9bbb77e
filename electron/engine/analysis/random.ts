// The only source of chance in analysis: a seeded generator, identical on every machine.
// Math.random is never used, so a project computed again gives the same numbers.

export interface Random {
  /** Uniform in [0, 1), 32 bits of resolution. */
  readonly next: () => number;
  /** Uniform integer in 0..below−1. */
  readonly integer: (below: number) => number;
}

/**
 * sfc32 (C. Doty-Humphrey, PractRand): 128 bits of state, passes PractRand and BigCrush, and needs
 * only 32-bit integer operations, which JavaScript does exactly.
 * @param seed any finite number; its integer part modulo 2³² is used.
 */
export function createRandom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed >>> 0;
  let counter = 1;
  function word(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  // Neighbouring seeds start alike; these rounds spread the difference over the whole state.
  for (let round = 0; round < 16; round++) word();
  const next = (): number => word() / 4_294_967_296;
  return { next, integer: (below) => Math.floor(next() * below) };
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
