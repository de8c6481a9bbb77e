// Scales of surveys, transformations, bands, filled gaps and redundancy. Numbers from scikit-learn 1.2.1, SciPy 1.10.1
// and NumPy where no formula is given.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { banded, quantileCuts } from '../../../../electron/engine/analysis/features/bands.ts';
import { impute, modeOf } from '../../../../electron/engine/analysis/features/impute.ts';
import { likertScale } from '../../../../electron/engine/analysis/features/likert.ts';
import { correlationRatio } from '../../../../electron/engine/analysis/features/correlationRatio.ts';
import { cramersV, similarPairs } from '../../../../electron/engine/analysis/features/redundancy.ts';
import {
  percentRanks,
  transform,
  winsorise,
} from '../../../../electron/engine/analysis/features/transform.ts';
import { matrixFromColumns, matrixFromRows } from '../../../../electron/engine/analysis/matrix.ts';

const close = (values: readonly number[], digits = 12) =>
  values.map((value) => (Number.isNaN(value) ? NaN : (expect.closeTo(value, digits) as number)));
const numbers = fc.array(fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(NaN)), {
  maxLength: 40,
});

describe('scales of surveys', () => {
  const answers = [
    [4, 5, 2],
    [3, 4, 3],
    [5, 5, 1],
    [2, 3, 4],
    [4, 4, 1],
    [1, 2, 5],
    [3, 3, 3],
    [5, 4, 2],
  ];
  const item = (at: number, extra: readonly number[] = []) =>
    Float64Array.from([...answers.map((row) => row[at] ?? NaN), ...extra]);

  test('α, item-rest correlations and α without an item (NumPy)', () => {
    const scale = likertScale(
      [0, 1, 2].map((at) => ({ values: item(at), reversed: at === 2 })),
      1,
      5,
    );
    expect(scale.alpha).toBeCloseTo(0.94921875, 12);
    expect(scale.items.map(({ itemRest }) => itemRest)).toEqual(
      close([0.9311173501297453, 0.8736360085238063, 0.9311173501297453]),
    );
    expect(scale.items.map(({ alphaWithout }) => alphaWithout)).toEqual(
      close([0.90032154340836, 0.9626168224299065, 0.90032154340836]),
    );
    expect([...scale.values]).toEqual(close([13 / 3, 10 / 3, 5, 7 / 3, 13 / 3, 4 / 3, 3, 13 / 3]));
    expect([scale.complete, scale.outside]).toEqual([8, 0]);
  });

  test('half of the answers are enough for a mean; answers beyond the scale count as none', () => {
    const scale = likertScale(
      [item(0, [NaN, 2, 9]), item(1, [4, NaN, 1]), item(2, [3, NaN, 2])].map((values) => ({
        values,
        reversed: false,
      })),
      1,
      5,
    );
    expect([...scale.values].slice(8)).toEqual([3.5, NaN, 1.5]);
    expect([scale.complete, scale.outside]).toEqual([8, 1]);
  });

  test('nothing to compute from', () => {
    const flat = { values: new Float64Array(3).fill(2), reversed: false };
    expect(likertScale([flat, flat], 1, 5)).toMatchObject({ alpha: null, complete: 3 });
    expect(likertScale([flat], 1, 5)).toMatchObject({
      alpha: null,
      items: [{ itemRest: null, alphaWithout: null }],
    });
    expect(likertScale([], 1, 5)).toEqual({
      values: new Float64Array(0),
      alpha: null,
      complete: 0,
      outside: 0,
      items: [],
    });
  });
});

describe('transformations', () => {
  test('each of five values', () => {
    const values = Float64Array.of(3, 1, NaN, 2, 2, 5);
    const of = (method: Parameters<typeof transform>[1]) => [...transform(values, method).values];
    expect(of('rank')).toEqual([0.7, 0.1, NaN, 0.4, 0.4, 0.9]);
    expect(of('minMax')).toEqual([0.5, 0, NaN, 0.25, 0.25, 1]);
    const sd = Math.sqrt((0.4 ** 2 + 1.6 ** 2 + 2 * 0.6 ** 2 + 2.4 ** 2) / 5);
    expect(of('z')).toEqual(close([0.4 / sd, -1.6 / sd, NaN, -0.6 / sd, -0.6 / sd, 2.4 / sd]));
    expect(of('robust')).toEqual([1, -1, NaN, 0, 0, 3]);
    expect(of('log1p')).toEqual(close([3, 1, NaN, 2, 2, 5].map(Math.log1p)));
    expect(transform(Float64Array.of(-1, -2, 0), 'log1p')).toEqual({
      values: Float64Array.of(NaN, NaN, 0),
      capped: 0,
      undefined: 2,
    });
  });

  test('tails are capped at quantiles and counted', () => {
    const { values, capped } = winsorise(Float64Array.of(1, 2, 3, 4, 100, NaN), 0.1);
    expect([[...values], capped]).toEqual([close([1.4, 2, 3, 4, 61.6, NaN]), 2]);
  });

  test('a column without spread becomes 0, an empty one stays empty', () => {
    for (const method of ['z', 'robust', 'minMax'] as const) {
      expect([...transform(Float64Array.of(7, 7, NaN), method).values]).toEqual([0, 0, NaN]);
      expect([...transform(Float64Array.of(NaN), method).values]).toEqual([NaN]);
    }
    expect([...transform(new Float64Array(0), 'rank').values]).toEqual([]);
  });

  test('ranks keep the order, lie within 0 … 1 and have the mean ½', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const values = Float64Array.from(list);
        const ranks = percentRanks(values);
        const known = [...values.keys()].filter((at) => !Number.isNaN(values[at]));
        // −0 − 0 is −0.
        for (const a of known)
          for (const b of known)
            expect(Math.sign(ranks[a]! - ranks[b]!)).toBe(Math.sign(values[a]! - values[b]!) + 0);
        if (known.length > 0)
          expect(known.reduce((sum, at) => sum + ranks[at]!, 0) / known.length).toBeCloseTo(0.5, 9);
      }),
      { seed: 1 },
    );
  });
});

describe('bands', () => {
  test('own cut points: lower bound inclusive', () => {
    expect(banded(Float64Array.of(17, 18, 24, 25, NaN), [18, 25])).toEqual({
      codes: Int32Array.of(0, 1, 1, 2, -1),
      levels: ['<18', '18–24', '25+'],
    });
    expect(banded(Float64Array.of(1.5, 2.25), [2]).levels).toEqual(['<2', '2+']);
    expect(banded(Float64Array.of(), [])).toEqual({ codes: Int32Array.of(), levels: ['…'] });
  });

  test('quantiles: fewer bands where values are tied, none empty', () => {
    expect(quantileCuts(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8), 4)).toEqual([2.75, 4.5, 6.25]);
    expect(quantileCuts(Float64Array.of(1, 1, 1, 1, 1, 9), 4)).toEqual([]);
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 8 }), (list, groups) => {
        const values = Float64Array.from(list);
        const { codes, levels } = banded(values, quantileCuts(values, groups));
        const used = new Set([...codes].filter((code) => code >= 0));
        if (used.size > 0) expect(used.size).toBe(levels.length);
      }),
      { seed: 1 },
    );
  });
});

describe('gaps', () => {
  const matrix = matrixFromRows([
    [1, 2, NaN],
    [3, 4, 3],
    [NaN, 6, 5],
    [8, 8, 7],
    [2, NaN, 4],
    [5, 5, 5],
  ]);

  test('nearest: as scikit-learn’s KNNImputer on columns of standard deviation 1', () => {
    const { matrix: filled, counts, indicators } = impute(matrix, 'nearest', { neighbours: 2 });
    expect([...filled.values]).toEqual(close([1, 2, 3.5, 3, 4, 3, 3.5, 6, 5, 8, 8, 7, 2, 3, 4, 5, 5, 5]));
    expect(counts).toEqual([1, 1, 1]);
    expect(indicators).toEqual([
      { column: 0, filled: Uint8Array.of(0, 0, 1, 0, 0, 0) },
      { column: 1, filled: Uint8Array.of(0, 0, 0, 0, 1, 0) },
      { column: 2, filled: Uint8Array.of(1, 0, 0, 0, 0, 0) },
    ]);
  });

  test('median and most frequent value; a column without any value becomes 0', () => {
    const columns = matrixFromColumns([
      [1, 3, NaN, 3, 9],
      [NaN, NaN, NaN, NaN, NaN],
    ]);
    expect([...impute(columns, 'median').matrix.values]).toEqual([1, 0, 3, 0, 3, 0, 3, 0, 9, 0]);
    expect([...impute(columns, 'mode').matrix.values]).toEqual([1, 0, 3, 0, 3, 0, 3, 0, 9, 0]);
    expect([...impute(columns, 'nearest').matrix.values]).toEqual(
      [1, 0, 3, 0, 4, 0, 3, 0, 9, 0].map((v, at) => (at === 4 ? 3 : v)),
    );
    expect(modeOf(Float64Array.of(5, 2, 5, 2))).toBe(2);
    expect(modeOf(Float64Array.of(NaN))).toBeNaN();
  });

  test('known values never change, and nothing stays missing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(1, 2, NaN)), { maxLength: 20 }),
        (rows) => {
          const given = matrixFromRows(rows.map((row) => [...row]));
          const { values } = impute(given, 'nearest', { donors: 8 }).matrix;
          given.values.forEach((value, at) => {
            if (Number.isNaN(value)) expect(Number.isFinite(values[at])).toBe(true);
            else expect(values[at]).toBe(value);
          });
        },
      ),
      { seed: 1 },
    );
  });
});

describe('redundancy', () => {
  test('Cramér’s V (SciPy)', () => {
    const table = [
      [10, 2, 1],
      [3, 12, 2],
    ];
    const [first, second]: [number[], number[]] = [[-1], [0]];
    table.forEach((row, one) =>
      row.forEach((count, other) => {
        first.push(...new Array<number>(count).fill(one));
        second.push(...new Array<number>(count).fill(other));
      }),
    );
    const codes = (list: readonly number[], levels: number) => ({
      name: '',
      codes: Int32Array.from(list),
      levels,
    });
    const { v, n } = cramersV(codes(first, 2), codes(second, 4));
    expect([v, n]).toEqual([expect.closeTo(0.602936476924894, 12), 30]);
    expect(cramersV(codes(first, 2), codes(first, 2)).v).toBeCloseTo(1, 12);
    expect(cramersV(codes([0, 0], 1), codes([0, 1], 2)).v).toBeNaN();
  });

  test('Spearman’s ρ ranks the rows in common alone (SciPy 1.10.1, spearmanr with nan_policy omit)', () => {
    const gap = (rows: readonly number[], value: (row: number) => number) =>
      Float64Array.from({ length: 24 }, (_, row) => (rows.includes(row) ? NaN : value(row)));
    const seventh = (row: number): number => (row * 7) % 11;
    const numbers = [
      { name: 'a', values: gap([1, 6, 13], seventh) },
      { name: 'b', values: gap([0, 6, 20, 21], (row) => seventh(row) ** 2 + ((row * 5) % 13)) },
      { name: 'c', values: gap([], (row) => (row * 3) % 5) },
    ];
    expect(similarPairs(numbers, [], { minRows: 1, strength: 0 })).toEqual([
      { first: 'a', second: 'b', measure: 'spearman', value: expect.closeTo(0.9803156180632394, 12), n: 18 },
      { first: 'a', second: 'c', measure: 'spearman', value: expect.closeTo(0.07457841803201706, 12), n: 21 },
      {
        first: 'b',
        second: 'c',
        measure: 'spearman',
        value: expect.closeTo(-0.04153246556796274, 12),
        n: 20,
      },
    ]);
  });

  test('the correlation ratio: F of SciPy’s f_oneway, by hand with weights, Kelley’s ε for chance', () => {
    const [values, codes] = [
      Float64Array.of(5, 7, 9, 1, 3, 2, 8, 8, NaN, 4),
      Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 0, -1),
    ];
    // F = 13.96875 on 2 and 5 degrees of freedom: η² = 2F / (2F + 5); ε² = 1 − (1 − η²) · 7/5.
    expect(correlationRatio(values, codes, 4)).toEqual({
      eta: expect.closeTo(0.9209762990726257, 12),
      adjusted: expect.closeTo(0.8873986031287827, 12),
      n: 8,
    });
    const weights = Float64Array.of(1, 2, 1, 1, 3, 1, 1, 1, 1, 1);
    expect(correlationRatio(values, codes, 4, weights).eta).toBeCloseTo(0.9263177187817538, 12);
    const nobody = correlationRatio(values, codes.fill(1), 4);
    expect([nobody.eta, nobody.adjusted, nobody.n]).toEqual([NaN, NaN, 10 - 1]);
  });

  test('a number and its bands say the same; a category of nearly as many levels as customers says nothing', () => {
    const age = Float64Array.from({ length: 40 }, (_, row) => row + 18);
    const bands = {
      name: 'decade',
      codes: Int32Array.from(age, (_, row) => Math.floor(row / 10)),
      levels: 4,
    };
    const street = { name: 'street', codes: Int32Array.from(age, (_, row) => (row * 7) % 39), levels: 39 };
    // Of 40 evenly spread ages in 4 bands: η² = (15/16) · 1600/1599.
    const eta = expect.closeTo(Math.sqrt((15 / 16) * (1600 / 1599)), 12) as number;
    expect(correlationRatio(age, street.codes, 39).eta).toBeGreaterThan(0.92);
    const numbers = [{ name: 'age', values: age }];
    expect(similarPairs(numbers, [street])).toEqual([]);
    expect(similarPairs(numbers, [bands])).toEqual([
      { first: 'age', second: 'decade', measure: 'eta', value: eta, n: 40 },
    ]);
  });

  test('bands of a skewed amount say the same by its ranks: η² = H / (n − 1) of SciPy’s kruskal', () => {
    const spend = Float64Array.from({ length: 13 }, (_, row) => (row === 12 ? 3 : 2 ** row));
    const codes = Int32Array.from(spend, (_, row) => (row === 12 ? -1 : Math.floor(row / 4)));
    const pairs = (strength: number) =>
      similarPairs([{ name: 'spend', values: spend }], [{ name: 'third', codes, levels: 3 }], {
        minRows: 5,
        strength,
      });
    const value = expect.closeTo(0.9460998335825321, 12) as number;
    expect(correlationRatio(spend, codes, 3).eta).toBeLessThan(0.75);
    expect(pairs(0.9)).toEqual([{ first: 'spend', second: 'third', measure: 'etaRanks', value, n: 12 }]);
  });

  test('pairs by the stronger measure, strongest first, only from enough rows', () => {
    const count = 40;
    const x = Float64Array.from({ length: count }, (_, row) => row);
    const columns = [
      { name: 'x', values: x },
      { name: 'exponential', values: x.map((value) => Math.exp(value / 2)) },
      { name: 'half', values: x.map((value) => (value < 29 ? NaN : -value)) },
      { name: 'other', values: x.map((value) => (value * 17) % 40) },
    ];
    const codes = Int32Array.from(x, (value) => value % 3);
    const categories = [
      { name: 'third', codes, levels: 3 },
      { name: 'same third', codes: codes.map((code) => 2 - code), levels: 3 },
      { name: 'half', codes: Int32Array.from(x, (value) => Math.floor(value / 20)), levels: 2 },
    ];
    expect(similarPairs(columns, categories)).toEqual([
      { first: 'x', second: 'exponential', measure: 'spearman', value: expect.closeTo(1, 12), n: 40 },
      { first: 'third', second: 'same third', measure: 'cramer', value: expect.closeTo(1, 12), n: 40 },
    ]);
    expect(
      similarPairs(columns, [], { minRows: 5 }).map(({ first, second }) => `${first}/${second}`),
    ).toContain('x/half');
    expect(similarPairs([], [])).toEqual([]);
  });
});
