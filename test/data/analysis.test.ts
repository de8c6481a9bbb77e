// Published and computed reference values on real data: iris, mall and S1 (scikit-learn 1.2, R 4.2).
// The data are found through CLIENTELA_DATA.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { adjustedRand, crossTable } from '../../electron/engine/analysis/choosing/agreement.ts';
import { kmeans } from '../../electron/engine/analysis/kmeans.ts';
import { seedCentroids } from '../../electron/engine/analysis/kmeansSeeds.ts';
import { lloyd } from '../../electron/engine/analysis/lloyd.ts';
import { type Matrix, matrixFromRows, runToEnd, takeRows } from '../../electron/engine/analysis/matrix.ts';
import { nearestCentroids } from '../../electron/engine/analysis/methods/centroidModel.ts';
import { pca } from '../../electron/engine/analysis/pca.ts';
import { Random, sampleIndices } from '../../electron/engine/analysis/random.ts';
import { scaleMatrix } from '../../electron/engine/analysis/scale.ts';
import {
  calinskiHarabasz,
  clusterMoments,
  daviesBouldin,
  silhouette,
} from '../../electron/engine/analysis/validity.ts';

const folder = process.env['CLIENTELA_DATA'];
if (folder === undefined)
  console.warn('NOT RUN: test/data/analysis needs CLIENTELA_DATA, the folder of real data.');

function csv(...path: readonly string[]): readonly (readonly string[])[] {
  const text = readFileSync(join(folder ?? '', ...path), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .trim()
        .split(',')
        .map((cell) => cell.replaceAll('"', '')),
    );
}

const iris = (): Matrix => matrixFromRows(csv('iris', 'iris.csv').map((row) => row.slice(0, 4).map(Number)));
const mall = (): Matrix =>
  matrixFromRows(csv('mall', 'mall-customers.csv').map((row) => row.slice(3, 5).map(Number)));

function scores(matrix: Matrix, k: number): readonly (number | null)[] {
  const { labels, inertia } = runToEnd(kmeans(matrix, { k, seed: 1 }));
  const moments = clusterMoments(matrix, labels, k);
  const { value } = runToEnd(silhouette(matrix, labels, k, { seed: 1 }));
  return [inertia, value, calinskiHarabasz(moments), daviesBouldin(moments)];
}

describe.runIf(folder !== undefined)('reference values', () => {
  test('iris', () => {
    const inertias = [1, 2, 3, 4, 5, 6].map((k) => runToEnd(kmeans(iris(), { k, seed: 1 })).inertia);
    expect(inertias).toEqual(
      [681.3706, 152.348, 78.8514, 57.2285, 46.4462, 39.04].map((v) => expect.closeTo(v, 4)),
    );
    const [inertia, separation, ch, db] = scores(iris(), 3);
    expect(inertia).toBeCloseTo(78.851441, 6);
    expect(separation).toBeCloseTo(0.552819, 6);
    expect(ch).toBeCloseTo(561.628, 3);
    expect(db).toBeCloseTo(0.661972, 6);
    expect(runToEnd(kmeans(iris(), { k: 3, seed: 1 })).sizes).toEqual([62, 50, 38]);
    expect(scores(iris(), 2)[1]).toBeCloseTo(0.681046, 6);
    const standardised = scores(scaleMatrix(iris(), { method: 'z' }).matrix, 3);
    expect(standardised[0]).toBeCloseTo(139.8205, 4);
    expect(standardised[1]).toBeCloseTo(0.459948, 6);
  });

  test('iris, k = 3: the second optimum, where many starts end', () => {
    const matrix = iris();
    const from = [Float64Array.from([6.8, 3, 5.7, 2, 5.9, 2.7, 4.4, 1.4, 5, 3.4, 1.5, 0.2])];
    const { labels, inertia, sizes } = runToEnd(kmeans(matrix, { k: 3, seed: 1, from }));
    const moments = clusterMoments(matrix, labels, 3);
    const { value } = runToEnd(silhouette(matrix, labels, 3, { seed: 1 }));
    expect([sizes, inertia, value]).toEqual([
      [61, 50, 39],
      expect.closeTo(78.855666, 6),
      expect.closeTo(0.551192, 6),
    ]);
    expect(calinskiHarabasz(moments)).toBeCloseTo(561.594, 3);
    expect(daviesBouldin(moments)).toBeCloseTo(0.66604, 5);
  });

  test('principal components of iris', () => {
    const shares = runToEnd(pca(iris())).explained.map((share) => Number((100 * share).toFixed(3)));
    expect(shares).toEqual([92.462, 5.307, 1.71, 0.521]);
  });

  test('mall', () => {
    const inertias = [1, 2, 3, 4, 5, 6].map((k) => runToEnd(kmeans(mall(), { k, seed: 1 })).inertia);
    expect(inertias).toEqual(
      [269981.28, 181363.6, 106348.37, 73679.79, 44448.46, 37233.81].map((v) => expect.closeTo(v, 2)),
    );
    const [inertia, separation, ch, db] = scores(mall(), 5);
    expect(inertia).toBeCloseTo(44448.4554, 4);
    expect(separation).toBeCloseTo(0.553932, 6);
    expect(ch).toBeCloseTo(247.359, 3);
    expect(db).toBeCloseTo(0.572563, 6);
    expect(runToEnd(kmeans(mall(), { k: 5, seed: 1 })).sizes).toEqual([81, 39, 35, 23, 22]);
  });

  test('S1: the known optimum from any seed, its agreement with what was planted', () => {
    const points = s1();
    const errors = [1, 2, 3].map(
      (seed) => runToEnd(kmeans(points, { k: 15, seed })).inertia / (points.rows * 2),
    );
    expect(errors.map((error) => Number(error.toPrecision(7)))).toEqual([8.917616e8, 8.917616e8, 8.917616e8]);
    const found = runToEnd(kmeans(points, { k: 15, seed: 1 }));
    const planted = s1Labels();
    expect(adjustedRand(crossTable(found.labels, planted, 15, 15))).toBeCloseTo(0.986799, 6);
    const { means } = clusterMoments(points, planted, 15);
    const middles = Float64Array.from(means.flatMap((mean) => [...mean]));
    expect(centroidIndex(found.centroids, middles)).toBe(0);
  });

  // scikit-learn 1.2 over 50 seeds: 1.88 and 0.22; the bounds are three standard errors of its 50 runs.
  test('S1: centroid index of single runs from random rows and from k-means++', () => {
    const points = s1();
    const truth = runToEnd(kmeans(points, { k: 15, seed: 1 })).centroids;
    const indexOf = (start: Float64Array): number =>
      centroidIndex(runToEnd(lloyd(points, start, { maxIterations: 300, tolerance: 0 })).centroids, truth);
    const mean = (startOf: (seed: number) => Float64Array): number =>
      Array.from({ length: 50 }, (_, seed) => indexOf(startOf(seed))).reduce((sum, index) => sum + index) /
      50;
    const random = mean((seed) => takeRows(points, sampleIndices(points.rows, 15, new Random(seed))).values);
    const greedy = mean((seed) => runToEnd(seedCentroids(points, 15, new Random(seed)))!);
    expect(Math.abs(random - 1.88)).toBeLessThan(0.4);
    expect(Math.abs(greedy - 0.22)).toBeLessThan(0.2);
  });
});

function s1Labels(): Int32Array {
  const text = gunzipSync(readFileSync(join(folder ?? '', 's1', 's1.labels0.gz'))).toString();
  return Int32Array.from(text.trim().split('\n'), (label) => Number(label) - 1);
}

function s1(): Matrix {
  const text = gunzipSync(readFileSync(join(folder ?? '', 's1', 's1.data.gz'))).toString();
  const lines = text.trim().split('\n');
  return matrixFromRows(lines.map((line) => line.trim().split(/\s+/).map(Number)));
}

/** Fränti, Rezaei & Zhao (2014): centroids of the one that are nearest to none of the other, the worse way round. */
function centroidIndex(first: Float64Array, second: Float64Array): number {
  const asMatrix = (values: Float64Array): Matrix => ({ rows: values.length / 2, columns: 2, values });
  const orphans = (from: Float64Array, to: Float64Array): number => {
    const rows = Array.from({ length: to.length / 2 }, (_, at) => [to[2 * at]!, to[2 * at + 1]!]);
    return rows.length - new Set(nearestCentroids(asMatrix(from), rows)).size;
  };
  return Math.max(orphans(first, second), orphans(second, first));
}
