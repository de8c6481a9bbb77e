// Published sample sizes (R: power.prop.test, pwr.2p.test, power.t.test) and SciPy's noncentral t.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  noncentralTCdf,
  powerOfMeans,
  powerOfShares,
  sampleSizeByArcsine,
  sampleSizeOfMeans,
  sampleSizeOfShares,
} from '../../../electron/engine/analysis/stats/experiments.ts';
import { newcombe } from '../../../electron/engine/analysis/stats/proportions.ts';
import { tCdf } from '../../../electron/engine/analysis/stats.ts';

test('customers per group, power .8, two-sided .05', () => {
  expect(sampleSizeOfShares(0.1, 0.12)).toBeCloseTo(3840.85, 2);
  expect(sampleSizeOfShares(0.05, 0.06)).toBeCloseTo(8157.73, 2);
  expect(sampleSizeByArcsine(0.1, 0.12)).toBeCloseTo(3834.6, 2);
  expect(sampleSizeByArcsine(0.05, 0.06)).toBeCloseTo(8142.6, 2);
  expect(sampleSizeOfMeans(0.5)).toBeCloseTo(63.766, 3);
});

test('power of 50 against 50', () => {
  expect(powerOfShares(50, 0.5, 0.75)).toBeCloseTo(0.740166, 6);
});

test('noncentral t (scipy.stats.nct)', () => {
  for (const [t, degrees, shift, expected] of [
    [1.98, 124, 2.8, 0.20680110751074154],
    [0.5, 3, 1, 0.2981104933709632],
    [-1, 10, 0.7, 0.050850834971828296],
    [2.5, 8.3, -1.2, 0.9992079023643603],
    [0, 5, 2, 0.02275013194817922],
    [40, 30, 35, 0.8120106006133077],
  ] as const)
    expect(noncentralTCdf(t, degrees, shift)).toBeCloseTo(expected, 10);
});

test('without a shift it is Student’s; the size that is asked for has the power that was asked for', () => {
  const t = fc.double({ min: -6, max: 6, noNaN: true });
  fc.assert(
    fc.property(t, fc.integer({ min: 1, max: 200 }), (value, degrees) => {
      expect(noncentralTCdf(value, degrees, 0)).toBeCloseTo(tCdf(value, degrees), 10);
    }),
    { seed: 1, numRuns: 60 },
  );
  const share = fc.double({ min: 0.02, max: 0.5, noNaN: true });
  const asked = fc.record({
    power: fc.double({ min: 0.5, max: 0.95, noNaN: true }),
    alpha: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
  });
  fc.assert(
    fc.property(
      share,
      fc.double({ min: 0.05, max: 0.4, noNaN: true }),
      asked,
      (p, more, { power, alpha }) => {
        const n = sampleSizeOfShares(p, p + more, { power, alpha });
        expect(powerOfShares(n, p, p + more, alpha)).toBeCloseTo(power, 9);
        const means = sampleSizeOfMeans(2 * more, { power, alpha });
        expect(powerOfMeans(means, 2 * more, alpha)).toBeCloseTo(power, 6);
      },
    ),
    { seed: 1, numRuns: 40 },
  );
});

test('no difference needs everyone there is; a huge one needs hardly anybody', () => {
  expect([sampleSizeOfShares(0.3, 0.3), sampleSizeByArcsine(0.3, 0.3), sampleSizeOfMeans(0)]).toEqual([
    Infinity,
    Infinity,
    Infinity,
  ]);
  expect(sampleSizeByArcsine(0, 1)).toBeLessThan(2.1);
});

test('Newcombe’s interval of 60/200 against 45/200, and at the edges', () => {
  const { difference, low, high } = newcombe(60, 200, 45, 200)!;
  expect([difference, low, high]).toEqual([
    expect.closeTo(0.075, 12),
    expect.closeTo(-0.011298, 6),
    expect.closeTo(0.159878, 6),
  ]);
  expect(newcombe(0, 0, 1, 5)).toBeNull();
  expect(newcombe(0, 10, 10, 10)).toMatchObject({ difference: -1, low: -1 });
});
