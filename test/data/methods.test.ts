// Methods on iris: Ward and PAM as published, mixtures as scikit-learn 1.2.1 has them (tol 1e-12, 30 starts, reg 1e-6),
// those of one shape as mclust.
// The data are found through CLIENTELA_DATA.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { squaredDistance } from '../../electron/engine/analysis/lloyd.ts';
import { type Matrix, matrixFromRows, runToEnd } from '../../electron/engine/analysis/matrix.ts';
import { fasterPam } from '../../electron/engine/analysis/methods/fasterPam.ts';
import { inputFromMatrix } from '../../electron/engine/analysis/methods/input.ts';
import type { CovarianceChoice } from '../../shared/model/method.ts';
import { solve } from '../../electron/engine/analysis/methods/solve.ts';
import { silhouette } from '../../electron/engine/analysis/silhouette.ts';

const folder = process.env['CLIENTELA_DATA'];
if (folder === undefined)
  console.warn('NOT RUN: test/data/methods needs CLIENTELA_DATA, the folder of real data.');

const iris = (): Matrix =>
  matrixFromRows(
    readFileSync(join(folder ?? '', 'iris', 'iris.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 4).map(Number)),
  );

describe.runIf(folder !== undefined)('iris', () => {
  test('Ward, k = 3: sizes, silhouette, and the last heights', () => {
    const input = inputFromMatrix(iris());
    const { sizes, labels, facts } = runToEnd(solve(input, { method: 'ward', k: 3, seed: 1 }));
    expect(sizes).toEqual([64, 50, 36]);
    expect(runToEnd(silhouette(input.matrix, labels, 3, { seed: 1 })).value).toBeCloseTo(0.554324, 6);
    const last = [3.82805262, 4.84770851, 6.39940682, 12.30039605, 32.447607];
    expect(facts.heights?.slice(-5)).toEqual(last.map((height) => expect.closeTo(height, 7)));
  });

  test('PAM with Euclidean distances, k = 3: silhouette', () => {
    const matrix = iris();
    const { rows, columns, values } = matrix;
    const distances = Float32Array.from({ length: rows * rows }, (_, at) =>
      Math.sqrt(
        squaredDistance(values, Math.floor(at / rows) * columns, values, (at % rows) * columns, columns),
      ),
    );
    const { labels } = runToEnd(fasterPam({ rows, values: distances }, [0, 50, 100], null));
    expect(runToEnd(silhouette(matrix, labels, 3, { seed: 1 })).value).toBeCloseTo(0.552819, 6);
  });

  test.each([
    ['full', [829.9782, 574.0178, 580.8389, 621.7512]],
    ['diagonal', [1522.1202, 857.5515, 744.6317, 705.0674]],
    ['spherical', [1804.0854, 1012.2352, 853.809, 783.8168]],
  ] as const)('mixture, %s: BIC for k = 1 to 4', (covariance, bics) => {
    const input = inputFromMatrix(iris());
    const found = [1, 2, 3, 4].map(
      (k) => runToEnd(solve(input, { method: 'gmm', k, seed: 1, covariance })).facts.bic,
    );
    expect(found).toEqual(bics.map((bic) => expect.closeTo(bic, 2)));
  });

  test('mixture, equalShape: the published BIC of VEV for k = 2 and 3, lower than of any other shape', () => {
    const input = inputFromMatrix(iris());
    const bicOf = (k: number, covariance: CovarianceChoice) =>
      runToEnd(solve(input, { method: 'gmm', k, seed: 1, covariance })).facts.bic;
    expect([bicOf(2, 'equalShape'), bicOf(3, 'equalShape')]).toEqual(
      // mclust counts the other way.
      [561.73, 562.55].map((bic) => expect.closeTo(bic, 2)),
    );
    // One cloud has the shape that it has.
    expect(bicOf(1, 'equalShape')).toBeCloseTo(bicOf(1, 'full')!, 6);
    expect(bicOf(2, 'best')).toBeGreaterThan(574);
  });
});
