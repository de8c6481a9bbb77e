// Weights of customers: how many people of the reference each one stands for. Their mean is 1.

/** One weight per row, 0 or more; null = everyone counts as one. */
export type Weights = Float64Array | null;

/** Σw; the number of rows without weights. */
export function totalWeight(weights: Weights, rows: number): number {
  if (weights === null) return rows;
  let total = 0;
  for (const weight of weights) total += weight;
  return total;
}

/**
 * Effective sample size (Kish 1965, §8.2): (Σw)² / Σw². As many equally weighted customers would tell as much
 * about a mean. 0 without rows or when all weights are 0.
 */
export function effectiveSize(weights: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? (sum * sum) / squares : 0;
}

/** Kish's design effect of unequal weights: rows / effective size, 1 or more; 1 without rows. */
export function designEffect(weights: ArrayLike<number>): number {
  const effective = effectiveSize(weights);
  return effective > 0 ? weights.length / effective : 1;
}

/**
 * Base weights as they are used: a missing or negative one counts as the mean of the others, then all are divided
 * by their mean. Null when nothing is left to weight by (no usable weight, or all alike).
 */
export function baseWeights(given: ArrayLike<number>): Weights {
  const usable = Array.from(given, (weight) => Number.isFinite(weight) && weight >= 0);
  let sum = 0;
  let count = 0;
  for (let row = 0; row < given.length; row++) {
    if (!usable[row]) continue;
    sum += given[row]!;
    count++;
  }
  if (sum === 0) return null;
  const mean = sum / count;
  const weights = Float64Array.from(given, (weight, row) => (usable[row] ? weight / mean : 1));
  return weights.every((weight) => weight === weights[0]) ? null : weights;
}

/** Null for weights that are all 1: they change nothing. */
export function unevenWeights(weights: Weights): Weights {
  return weights === null || weights.every((weight) => weight === 1) ? null : weights;
}

/** The weights of the named rows, in their order. */
export function takeWeights(weights: Weights, rows: ArrayLike<number>): Weights {
  return weights && Float64Array.from(rows, (row) => weights[row] ?? 0);
}
