// A number cut into bands: lower bound inclusive, upper exclusive, open at both ends.
import { bandLevel, bandsBetween } from '../../../../shared/model/referenceBands.ts';
import { quantile, sortedFinite } from '../stats/quantiles.ts';

export interface Banded {
  /** −1 = missing. */
  readonly codes: Int32Array;
  /** One per band, in their order: "<18", "18–24", "25+". */
  readonly levels: readonly string[];
}

/** The type-7 quantiles 1/groups, 2/groups, … that part the values: fewer where values are tied, no band is empty. */
export function quantileCuts(values: Float64Array, groups: number): readonly number[] {
  const sorted = sortedFinite(values);
  const cuts: number[] = [];
  let below = sorted[0];
  for (let at = 1; at < groups; at++) {
    const cut = quantile(sorted, at / groups);
    // The value that the band above would begin with.
    const begins = sorted.find((value) => value >= cut);
    if (begins === undefined || begins === below) continue;
    cuts.push(cut);
    below = begins;
  }
  return cuts;
}

/** @param cuts ascending and different */
export function banded(values: Float64Array, cuts: readonly number[]): Banded {
  let whole = true;
  const codes = Int32Array.from(values, (value) => {
    if (!Number.isFinite(value)) return -1;
    if (!Number.isInteger(value)) whole = false;
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value >= cuts[middle]!) low = middle + 1;
      else high = middle;
    }
    return low;
  });
  // Between whole numbers a cut at 297.4 is a cut at 298.
  const written = whole ? cuts.map(Math.ceil) : cuts.map((cut) => Number(cut.toPrecision(6)));
  const bands = bandsBetween(written);
  return { codes, levels: cuts.length === 0 ? ['…'] : bands.map((band) => bandLevel(band, whole)) };
}
