// Ranks as a scaling, scaling column by column, and gaps filled from similar rows after scaling.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentRanks } from '../../../electron/engine/analysis/features/transform.ts';
import { columnOf, matrixFromColumns } from '../../../electron/engine/analysis/matrix.ts';
import { rankKnots, rankScore } from '../../../electron/engine/analysis/rankScale.ts';
import { applyScaling, scaleMatrix } from '../../../electron/engine/analysis/scale.ts';
import { sortedWithWeights } from '../../../electron/engine/analysis/stats/quantiles.ts';

const WIDE = Math.sqrt(12);

test('ranks are percentile ranks with mean 0 and deviation 1; ties share one, new values lie between', () => {
  const { matrix, scaling } = scaleMatrix(matrixFromColumns([[1, 10, 10, 1000]]), { method: 'rank' });
  expect([...matrix.values].map((value) => value / WIDE + 0.5)).toEqual(
    [0.125, 0.5, 0.5, 0.875].map((rank) => expect.closeTo(rank, 12)),
  );
  const next = applyScaling(matrixFromColumns([[-5, 5.5, 505, 9999, NaN]]), scaling);
  const ranks = [...next.matrix.values].map((value) => value / WIDE + 0.5);
  // 5.5 lies half way between 1 and 10; the gap takes the median, 10.
  expect(ranks).toEqual([0.125, 0.3125, 0.6875, 0.875, 0.5].map((value) => expect.closeTo(value, 12)));
  expect(next.imputed).toEqual([1]);
});

test('up to 1,001 different values ranks are those of the transformation; beyond, within a thousandth', () => {
  const column = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(column, (values) => {
      const all = Float64Array.from(values);
      const knots = rankKnots(sortedWithWeights(all, null));
      percentRanks(all).forEach((rank, at) => {
        expect(rankScore(knots, all[at]!) / WIDE + 0.5).toBeCloseTo(rank, 12);
      });
    }),
    { seed: 1 },
  );
  const many = Float64Array.from({ length: 5000 }, (_, at) => ((at * 7919) % 5000) ** 2);
  const knots = rankKnots(sortedWithWeights(many, null));
  expect(knots.values).toHaveLength(1001);
  const exact = percentRanks(many);
  const off = many.map((value, at) => Math.abs(rankScore(knots, value) / WIDE + 0.5 - exact[at]!));
  expect(Math.max(...off)).toBeLessThan(0.001);
});

test('a weight of 2 is the row twice; a constant and an empty column become 0', () => {
  const doubled = rankKnots(sortedWithWeights([1, 1, 2, 7, 7], null));
  expect(rankKnots(sortedWithWeights([1, 2, 7], Float64Array.of(2, 1, 2)))).toEqual(doubled);
  const flat = scaleMatrix(
    matrixFromColumns([
      [4, 4, 4],
      [NaN, NaN, NaN],
    ]),
    { method: 'rank' },
  );
  expect([...flat.matrix.values]).toEqual([0, 0, 0, 0, 0, 0]);
});

test('each column has its own scaling', () => {
  const column = [0, 1, 2, 5];
  const { matrix } = scaleMatrix(matrixFromColumns([column, column, column]), {
    method: ['minMax', 'none', 'robust'],
  });
  expect([...columnOf(matrix, 0)]).toEqual([0, 0.2, 0.4, 1]);
  expect([...columnOf(matrix, 1)]).toEqual(column);
  expect([...columnOf(matrix, 2)].map((value) => value * 2)).toEqual([-1.5, -0.5, 0.5, 3.5]);
});

test('gaps: the named value, the median, or the mean of the five nearest rows after scaling', () => {
  // Two crowds; the first row of each lacks the second value.
  const x = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 10, 10.1, 10.2, 10.3, 10.4, 10.5];
  const y = [NaN, 1, 2, 3, 4, 5, NaN, 101, 102, 103, 104, 105];
  const table = matrixFromColumns([x, y]);
  const second = (options: Parameters<typeof scaleMatrix>[1]) =>
    columnOf(scaleMatrix(table, options).matrix, 1);
  expect(second({ method: 'none' })[0]).toBe(53);
  expect(second({ method: 'none', fills: [null, 7] })[0]).toBe(7);
  const near = second({ method: 'none', missing: 'nearest' });
  expect([near[0], near[6]]).toEqual([3, 103]);
  const scaled = scaleMatrix(table, { method: 'minMax', missing: 'nearest' });
  expect(columnOf(scaled.matrix, 1)[0]).toBeCloseTo(2 / 104, 12);
  expect([scaled.imputed, scaled.excludedRows]).toEqual([[0, 2], 0]);
});
