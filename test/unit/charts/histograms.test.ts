import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binValues, sharesOf, stepPath } from '../../../renderer/charts/histograms.ts';

describe('binValues', () => {
  test('counts by equal bins; the last one is closed', () => {
    expect(binValues([0, 1, 1.9, 2, 4], 2)).toEqual({ edges: [0, 2, 4], counts: [3, 2] });
    expect(binValues([0, 5, 11, Number.NaN], 2, { low: 0, high: 10 })).toEqual({
      edges: [0, 5, 10],
      counts: [1, 1],
    });
  });

  test('a range of the smallest doubles has its bins', () => {
    expect(binValues([0, -5e-324], 2).counts).toEqual([1, 1]);
  });

  test('every finite value lands in exactly one bin', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
        fc.integer({ min: 1, max: 40 }),
        (values, count) => {
          const { counts, edges } = binValues(values, count);
          expect(counts.reduce((sum, each) => sum + each, 0)).toBe(values.length);
          expect(edges.length).toBe(count + 1);
        },
      ),
      { seed: 1 },
    );
  });
});

test('shares sum to one, or are all zero', () => {
  expect(sharesOf([1, 3])).toEqual([0.25, 0.75]);
  expect(sharesOf([0, 0])).toEqual([0, 0]);
});

test('the outline steps from bin to bin and closes on the base line', () => {
  expect(stepPath([1, 2], 100, 50, 2)).toBe('M0 50V25.0H50.0V0.0H100.0V50');
});
