// Gaussian mixture against scikit-learn 1.2.1 (GaussianMixture, tol 1e-13, 20 starts, reg_covar 1e-6); of equal shape
// against the likelihood written down in NumPy and maximised by SciPy 1.10.1 (Nelder-Mead, then BFGS, 40 starts).
import { describe, expect, test } from 'vitest';
import { matrixFromRows, runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import { inputFromMatrix, takeInput } from '../../../../electron/engine/analysis/methods/input.ts';
import { fitMixture } from '../../../../electron/engine/analysis/methods/mixtureFit.ts';
import { assign, solve } from '../../../../electron/engine/analysis/methods/solve.ts';
import { Random } from '../../../../electron/engine/analysis/random.ts';
import { COVARIANCE_SHAPES, type CovarianceShape } from '../../../../shared/model/method.ts';

const thirteen = matrixFromRows([
  [0, 0],
  [1, 0.4],
  [0.3, 1.2],
  [-0.8, 0.5],
  [0.2, -1.1],
  [-0.4, -0.3],
  [6, 5],
  [7, 5.8],
  [5.5, 6.4],
  [6.6, 4.2],
  [5.1, 5.2],
  [7.4, 6.1],
  [6.2, 5.9],
]);
const MEANS = [
  [6.257142857, 5.514285714],
  [0.05, 0.116666667],
];
/** Shape, BIC, ln L, covariances of the two components. */
const FITS = [
  [
    'full',
    100.039576537,
    -35.912566802,
    [0.565307122, 0.033469388, 0.033469388, 0.492654061],
    [0.319167667, 0.0375, 0.0375, 0.511389889],
  ],
  [
    'equalShape',
    97.557338063,
    -35.953922244,
    [0.600897, 0.060223, 0.060223, 0.470169],
    [0.346131, 0.024699, 0.024699, 0.472736],
  ],
  ['diagonal', 94.98980901, -35.952632396, [0.565307122, 0.492654061], [0.319167667, 0.511389889]],
  ['spherical', 90.223309169, -36.134331833, [0.528980592], [0.415278778]],
] as const;

describe.each(FITS)('%s', (covariance, bic, logLikelihood, first, second) => {
  test('BIC, likelihood, shares, means and covariances', () => {
    const input = inputFromMatrix(thirteen);
    const { model, facts, sizes } = runToEnd(solve(input, { method: 'gmm', k: 2, seed: 1, covariance }));
    const close = (values: readonly number[]): number[] =>
      values.map((value) => expect.closeTo(value, 5) as number);
    expect(sizes).toEqual([7, 6]);
    expect(facts).toEqual({
      covariance,
      bic: expect.closeTo(bic, 5),
      logLikelihood: expect.closeTo(logLikelihood, 5),
      icl: expect.closeTo(bic, 3),
      mixtures: [{ k: 2, shape: covariance, bic: facts.bic, icl: facts.icl }],
    });
    expect(model).toEqual({
      method: 'gmm',
      shape: covariance,
      columns: [0, 1],
      components: [
        { share: expect.closeTo(7 / 13, 6), mean: close(MEANS[0]!), covariance: close(first) },
        { share: expect.closeTo(6 / 13, 6), mean: close(MEANS[1]!), covariance: close(second) },
      ],
    });
  });
});

function clouds(rows: number, apart: number): readonly (readonly number[])[] {
  const random = new Random(8);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Array.from({ length: rows }, (_, row) => [(row % 2) * apart + normal(), normal() * (1 + (row % 2))]);
}

describe('mixture', () => {
  test('the lowest BIC of three shapes is taken when none is named', () => {
    const { facts } = runToEnd(solve(inputFromMatrix(thirteen), { method: 'gmm', k: 2, seed: 1 }));
    expect([facts.covariance, facts.bic]).toEqual(['spherical', expect.closeTo(90.223309169, 5)]);
    const compared = facts.mixtures ?? [];
    expect(compared.map(({ k, shape }) => [k, shape])).toEqual([
      [2, 'full'],
      [2, 'diagonal'],
      [2, 'spherical'],
    ]);
    expect(Math.min(...compared.map(({ bic }) => bic))).toBe(facts.bic);
    expect(compared[2]?.icl).toBe(facts.icl);
  });

  test('yes/no and constant columns are left out, and that is said; nothing else is too few features', () => {
    const rows = clouds(60, 9).map(([x, y], row) => [row % 2, x!, 4, y!]);
    const input = inputFromMatrix(matrixFromRows(rows));
    const { facts, sizes, model } = runToEnd(solve(input, { method: 'gmm', k: 2, seed: 1 }));
    expect([facts.leftOutColumns, sizes]).toEqual([
      [0, 2],
      [30, 30],
    ]);
    expect(assign(JSON.parse(JSON.stringify(model)) as typeof model, input)).toEqual(
      Int16Array.from({ length: 60 }, (_, row) => row % 2),
    );
    const flat = inputFromMatrix(matrixFromRows([[0], [1], [0]]));
    expect(() => runToEnd(solve(flat, { method: 'gmm', k: 1, seed: 1 }))).toThrow(
      expect.objectContaining({ code: 'MIXTURE-NO-NUMBER' }),
    );
  });

  test.each(COVARIANCE_SHAPES)('%s: the likelihood never falls from step to step', (shape) => {
    const random = new Random(3);
    const matrix = matrixFromRows(clouds(90, 2).map(([x, y]) => [x!, y!, x! * y! + random.next()]));
    const labels = Int16Array.from({ length: 90 }, () => Math.floor(3 * random.next()));
    const options = { shape, k: 3, weights: null, tolerance: 0 };
    const steps = Array.from({ length: 25 }, (_, at) => {
      const fit = runToEnd(fitMixture(matrix, labels, { ...options, maxIterations: at + 1 }));
      return fit?.logLikelihood ?? NaN;
    });
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBeGreaterThan(steps[0]! + 1);
  });

  test.each(COVARIANCE_SHAPES)('%s: a single column, and one customer in each cloud', (covariance) => {
    const found = (rows: readonly (readonly number[])[], k: number, shape: CovarianceShape) =>
      runToEnd(
        solve(inputFromMatrix(matrixFromRows(rows)), { method: 'gmm', k, seed: 1, covariance: shape }),
      );
    const column = clouds(50, 12).map(([x]) => [x!]);
    const { sizes, facts } = found(column, 2, covariance);
    expect(sizes).toEqual([25, 25]);
    // In one dimension there is one shape.
    expect(facts.logLikelihood).toBeCloseTo(found(column, 2, 'full').facts.logLikelihood!, 6);
    const corners = [
      [0, 1],
      [5, 0],
      [9, 9],
    ];
    expect(found(corners, 3, covariance).sizes).toEqual([1, 1, 1]);
  });

  test.each(['full', 'equalShape'] as const)('%s: a weight of 2 is the row twice', (covariance) => {
    const input = inputFromMatrix(matrixFromRows(clouds(40, 3)));
    const weights = Float64Array.from({ length: 40 }, (_, row) => (row < 15 ? 2 : 1));
    const twice = [...Array(40).keys(), ...Array(15).keys()];
    const options = { method: 'gmm', k: 2, seed: 1, covariance } as const;
    const weighted = runToEnd(solve({ ...input, weights }, options));
    const doubled = runToEnd(solve(takeInput(input, twice), options));
    expect(weighted.facts.logLikelihood).toBeCloseTo(doubled.facts.logLikelihood!, 3);
    expect(weighted.facts.bic).toBeCloseTo(doubled.facts.bic!, 3);
  });

  test('above 50,000 rows a sample is fitted and every row placed', () => {
    const { facts, sizes } = runToEnd(
      solve(inputFromMatrix(matrixFromRows(clouds(50_100, 12))), {
        method: 'gmm',
        k: 2,
        seed: 1,
        covariance: 'diagonal',
      }),
    );
    expect([facts.sampledRows, sizes]).toEqual([50_000, [25_050, 25_050]]);
  });

  test('points on top of each other keep a width', () => {
    const rows = [...Array<number[]>(5).fill([0, 0]), ...Array<number[]>(5).fill([1, 1]), [2, 3]];
    const { sizes } = runToEnd(
      solve(inputFromMatrix(matrixFromRows(rows)), { method: 'gmm', k: 3, seed: 1 }),
    );
    expect(sizes).toEqual([5, 5, 1]);
  });

  test('a cloud on one repeated value is no solution, however likely: counts are not cut value by value', () => {
    const random = new Random(5);
    const rows = clouds(400, 4).map(([x, y]) => [x!, y!, 1 + Math.floor(random.next() * 6)]);
    const input = inputFromMatrix(matrixFromRows(rows));
    const { facts, model } = runToEnd(solve(input, { method: 'gmm', k: 8, seed: 1 }));
    expect((facts.mixtures ?? []).map(({ shape }) => shape)).toContain('spherical');
    const widths = model.method === 'gmm' ? model.components.flatMap(({ covariance }) => covariance) : [];
    expect(Math.min(...widths)).toBeGreaterThan(0.01);
  });
});
