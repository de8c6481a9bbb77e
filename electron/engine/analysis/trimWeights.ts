// No single customer may count for many: weights above a cap are cut, and what was cut goes to the others.

/**
 * Cuts weights to at most `cap` times their mean and scales the uncut ones up so that the total stays; repeated
 * until none is above (the "inside raking" trimming of Izrael, Battaglia & Frankel 2009, with the excess spread
 * proportionally as in Potter 1990). Works in place. Where too few have any weight for the cap to hold, all of
 * those get the same.
 * @param counts how many rows each weight stands for
 * @returns rows that were cut
 */
export function trimWeights(weights: Float64Array, counts: Float64Array, cap: number): number {
  let total = 0;
  let rows = 0;
  let weighted = 0;
  for (let at = 0; at < weights.length; at++) {
    rows += counts[at]!;
    total += counts[at]! * weights[at]!;
    if (weights[at]! > 0) weighted += counts[at]!;
  }
  if (total === 0) return 0;
  const limit = Math.max((cap * total) / rows, total / weighted);
  const cut = new Uint8Array(weights.length);
  for (;;) {
    let cutRows = 0;
    let rest = 0;
    let more = false;
    for (let at = 0; at < weights.length; at++) {
      // Within rounding error of the cap is at the cap: otherwise the loop would chase its own tail.
      if (cut[at] === 0 && weights[at]! > limit * (1 + 1e-12)) {
        cut[at] = 1;
        weights[at] = limit;
        more = true;
      }
      if (cut[at] === 1) cutRows += counts[at]!;
      else rest += counts[at]! * weights[at]!;
    }
    if (!more || rest === 0) return cutRows;
    const scale = (total - cutRows * limit) / rest;
    for (let at = 0; at < weights.length; at++) if (cut[at] === 0) weights[at]! *= scale;
  }
}
