// Distributions and adjusted p-values against a second implementation, @stdlib, over the whole range that is used.
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import studentCdf from '@stdlib/stats-base-dists-t-cdf';
import studentQuantile from '@stdlib/stats-base-dists-t-quantile';
import adjustP from '@stdlib/stats-padjust';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquareUpper } from '../../../electron/engine/analysis/stats/chiSquare.ts';
import {
  normalCdf,
  normalQuantile,
  tCdf,
  tQuantile,
} from '../../../electron/engine/analysis/stats/distributions.ts';
import { benjaminiHochberg, holm } from '../../../electron/engine/analysis/stats/multiplicity.ts';

/** Relative, so that tails count; what differs by less than the last digit of 1 is alike. */
function expectAlike(ours: number, other: number, relative: number): void {
  const off = Math.abs(ours - other);
  if (off > 1e-15) expect(off / Math.abs(other)).toBeLessThan(relative);
}

/** Of all sizes alike: 0.001 is as likely as 1,000. */
const sizes = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const share = sizes(1e-6, 0.5);
const degrees = fc.oneof(fc.integer({ min: 1, max: 5000 }), sizes(0.5, 1e5));
const seeds = { seed: 1, numRuns: 300 };

describe('against @stdlib', () => {
  test('quantiles of the normal, and back', () => {
    fc.assert(
      fc.property(share, (p) => {
        // In the tails it is @stdlib that is some 1e-11 off, by SciPy's word.
        expectAlike(normalQuantile(p), normalQuantileOf(p, 0, 1), 1e-10);
        expectAlike(normalCdf(normalQuantileOf(p, 0, 1)), p, 1e-8);
      }),
      seeds,
    );
  });

  test("Student's t with whole and broken degrees of freedom", () => {
    fc.assert(
      fc.property(sizes(1e-3, 60), degrees, (t, freedom) => {
        expectAlike(tCdf(-t, freedom), studentCdf(-t, freedom), 2e-11);
        expectAlike(tCdf(t, freedom), studentCdf(t, freedom), 1e-11);
      }),
      seeds,
    );
    fc.assert(
      fc.property(sizes(1e-6, 0.49), degrees, (p, freedom) => {
        expectAlike(tQuantile(p, freedom), studentQuantile(p, freedom), 1e-8);
      }),
      seeds,
    );
  });

  test('the upper tail of χ²', () => {
    fc.assert(
      fc.property(sizes(1e-3, 300), fc.integer({ min: 1, max: 200 }), (x, freedom) => {
        expect(chiSquareUpper(x, freedom)).toBeCloseTo(1 - chiSquareCdf(x, freedom), 12);
      }),
      seeds,
    );
  });

  test('Holm and Benjamini-Hochberg, with ties', () => {
    const pValues = fc.array(
      fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 1)),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(pValues, (values) => {
        const close = (expected: ArrayLike<number>) =>
          Array.from(expected, (value) => expect.closeTo(value, 12) as number);
        expect(holm(values)).toEqual(close(adjustP(values, 'holm')));
        expect(benjaminiHochberg(values)).toEqual(close(adjustP(values, 'bh')));
      }),
      seeds,
    );
  });
});
