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

export interface Forces {
  /** Per unit of distance, at a squared distance above 0. */
  readonly pull: (square: number) => number;
  readonly push: (square: number) => number;
}

const pullAt = (square: number): number => (2 * A * B * square ** (B - 1)) / (A * square ** B + 1);
const pushAt = (square: number): number => (2 * B) / ((0.001 + square) * (A * square ** B + 1));

/** Tables over the exponent and the first seven bits of the fraction of a squared distance. */
export function createForces(): Forces {
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  // The word with the exponent, whichever way this machine orders bytes.
  number[0] = 1;
  const high = words[1] === 0 ? 0 : 1;
  const first = (1023 + LOWEST) * PER_DOUBLING;
  const last = DOUBLINGS * PER_DOUBLING - 1;
  const middle = (entry: number): number => {
    const within = ((entry % PER_DOUBLING) + 0.5) / PER_DOUBLING;
    return 2 ** (LOWEST + Math.floor(entry / PER_DOUBLING)) * (1 + within);
  };
  const pulls = Float64Array.from({ length: last + 1 }, (_, entry) => pullAt(middle(entry)));
  const pushes = Float64Array.from({ length: last + 1 }, (_, entry) => pushAt(middle(entry)));
  const entryOf = (square: number): number => {
    number[0] = square;
    const entry = (words[high]! >>> 13) - first;
    return entry < 0 ? 0 : entry > last ? last : entry;
  };
  return { pull: (square) => pulls[entryOf(square)]!, push: (square) => pushes[entryOf(square)]! };
}
