// How strongly points pull and push at a distance, from tables: powers are what laying out would spend its time on.

/**
 * Of the curve 1/(1 + a·d^2b) that comes nearest to min(1, exp(−(d − 0.1))): what umap-learn 0.5.3 fits for its default
 * `min_dist` 0.1 and `spread` 1.
 */
const A = 1.576943460405378;
const B = 0.8950608781227859;
/** Squared distances from 2⁻³² to 2¹⁶; beyond, the first and last entry. 128 entries per doubling: within 1 %. */
const LOWEST = -32;
const DOUBLINGS = 48;
const PER_DOUBLING = 128;

const ENTRIES = DOUBLINGS * PER_DOUBLING;
const FIRST = (1023 + LOWEST) * PER_DOUBLING;

// One for all: what belongs to the module is reached without a detour, and this is the innermost loop of all.
const number = Float64Array.of(1);
const words = new Uint32Array(number.buffer);
/** The word with the exponent, whichever way this machine orders bytes. */
const HIGH = words[1] === 0 ? 0 : 1;
const pulls = tableOf((square) => (2 * A * B * square ** (B - 1)) / (A * square ** B + 1));
const pushes = tableOf((square) => (2 * B) / ((0.001 + square) * (A * square ** B + 1)));

/** By the exponent and the first seven bits of the fraction of a squared distance: the force in the middle between two. */
function tableOf(force: (square: number) => number): Float64Array {
  return Float64Array.from({ length: ENTRIES }, (_, entry) => {
    const within = ((entry % PER_DOUBLING) + 0.5) / PER_DOUBLING;
    return force(2 ** (LOWEST + Math.floor(entry / PER_DOUBLING)) * (1 + within));
  });
}

function entryOf(square: number): number {
  number[0] = square;
  const entry = (words[HIGH]! >>> 13) - FIRST;
  return entry < 0 ? 0 : entry >= ENTRIES ? ENTRIES - 1 : entry;
}

/** Per unit of distance, at a squared distance above 0. */
export const pullAt = (square: number): number => pulls[entryOf(square)]!;
export const pushAt = (square: number): number => pushes[entryOf(square)]!;
