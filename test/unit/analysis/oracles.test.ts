// Second implementations on one generated table of 40 × 3: scikit-learn 1.2.1, SciPy 1.10.1 and NumPy computed the
// numbers below from the same formula; ml-kmeans runs here. Mixtures: 50 starts, tol 1e-12; k-means: 200 starts.
import { kmeans as mlKMeans } from 'ml-kmeans';
import { describe, expect, test } from 'vitest';
import { adjustedRand, crossTable } from '../../../electron/engine/analysis/choosing/agreement.ts';
import { contrast } from '../../../electron/engine/analysis/choosing/contrast.ts';
import { dunn } from '../../../electron/engine/analysis/choosing/dunn.ts';
import { treeFidelity } from '../../../electron/engine/analysis/explain/treeFidelity.ts';
import { likertScale } from '../../../electron/engine/analysis/features/likert.ts';
import { percentRanks } from '../../../electron/engine/analysis/features/transform.ts';
import { kmeans } from '../../../electron/engine/analysis/kmeans.ts';
import { lloyd } from '../../../electron/engine/analysis/lloyd.ts';
import { columnOf, matrixFromRows, runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import { inputFromMatrix } from '../../../electron/engine/analysis/methods/input.ts';
import { solve } from '../../../electron/engine/analysis/methods/solve.ts';
import { pca } from '../../../electron/engine/analysis/pca.ts';
import { Random } from '../../../electron/engine/analysis/random.ts';
import { silhouette } from '../../../electron/engine/analysis/silhouette.ts';
import {
  benjaminiHochberg,
  correlationMatrix,
  quantiles,
  skewness,
  summarise,
  welch,
} from '../../../electron/engine/analysis/stats.ts';
import { summariseWeighted } from '../../../electron/engine/analysis/stats/moments.ts';
import {
  calinskiHarabasz,
  clusterMoments,
  daviesBouldin,
} from '../../../electron/engine/analysis/validity.ts';

const ROWS = 40;
/** Three decimals of the part after the point of sin(12.9898·row + 78.233·at) · 43758.5453. */
function part(row: number, at: number): number {
  const value = Math.sin(row * 12.9898 + at * 78.233) * 43_758.545_3;
  return Math.round((value - Math.floor(value)) * 1000) / 1000;
}
const rows = Array.from({ length: ROWS }, (_, row) => [
  part(row, 0) + 1.5 * (row % 3),
  2 * part(row, 1) - 1.1 * (row % 2),
  part(row, 2) * part(row, 3) + 0.6 * (row % 3),
]);
const matrix = matrixFromRows(rows);
const labels = Int16Array.from(rows, (_, row) => row % 3);
const columns = [0, 1, 2].map((at) => columnOf(matrix, at));
const weights = Float64Array.from(rows, (_, row) => 1 + (row % 4) / 2);
const close = (values: readonly number[], digits = 10): number[] =>
  values.map((value) => expect.closeTo(value, digits) as number);

test('the table is the one that the numbers were computed from', () => {
  expect([rows[0], rows[39]]).toEqual([close([0, 0.366, 0.007263]), close([0.768, -0.576, 0.15732])]);
});

describe('separation', () => {
  test('silhouette, of rows and mean', () => {
    const { value, values } = runToEnd(silhouette(matrix, labels, 3, { seed: 1 }));
    expect(value).toBeCloseTo(0.3920224299899967, 7);
    expect(Array.from(values.subarray(0, 4))).toEqual(
      close([0.5256522436979766, 0.5195018578524384, 0.23637662203817478, 0.415071645825401], 7),
    );
  });

  test('Calinski-Harabasz, Davies-Bouldin, Dunn', () => {
    const moments = clusterMoments(matrix, labels, 3);
    const { value } = runToEnd(dunn(matrix, labels, { limit: 100, seed: 1 }));
    expect([calinskiHarabasz(moments), daviesBouldin(moments), value]).toEqual(
      close([42.78247466840102, 0.9303308382893859, 0.25732967825116876]),
    );
  });
});

describe('k-means', () => {
  test.each([
    [2, 46.04219596410063, [21, 19], 0.43666087501469397],
    [3, 31.242324783324623, [14, 13, 13], 0.3920224299899967],
    [4, 21.304416089727013, [13, 11, 9, 7], 0.42583101495884035],
  ] as const)('k = %i: inertia, sizes, silhouette', (k, inertia, sizes, value) => {
    const found = runToEnd(kmeans(matrix, { k, seed: 1 }));
    expect([found.inertia, found.sizes]).toEqual([expect.closeTo(inertia, 9), sizes]);
    expect(runToEnd(silhouette(matrix, found.labels, k, { seed: 1 })).value).toBeCloseTo(value, 7);
  });

  test('with weights; the planted groups', () => {
    expect(runToEnd(kmeans(matrix, { k: 3, seed: 1, weights })).inertia).toBeCloseTo(53.36158963699353, 9);
    const found = runToEnd(kmeans(matrix, { k: 3, seed: 1 }));
    expect(adjustedRand(crossTable(found.labels, labels, 3, 3))).toBe(1);
  });

  test('from the same starts ml-kmeans goes the same way', () => {
    let compared = 0;
    for (let seed = 0; seed < 20; seed++) {
      const random = new Random(seed);
      const k = 2 + (seed % 4);
      const starts = Array.from({ length: k }, () =>
        rows[random.integer(ROWS)]!.map((value) => value + random.next()),
      );
      const options = { maxIterations: 300, tolerance: 0 };
      const own = runToEnd(lloyd(matrix, Float64Array.from(starts.flat()), options));
      if (own.sizes.includes(0) || own.history.length < 2) continue;
      const other = mlKMeans(rows, k, { initialization: starts, maxIterations: 300, tolerance: 0 });
      const filled = new Set(other.clusters).size === k;
      if (!filled) continue; // it leaves empty clusters where they are
      expect([seed, [...own.labels]]).toEqual([seed, other.clusters]);
      expect([...own.centroids]).toEqual(close(other.centroids.flat(), 9));
      compared++;
    }
    expect(compared).toBeGreaterThan(12);
  });
});

test('principal components: variances and loadings, each with its largest entry positive', () => {
  const { variances, loadings } = runToEnd(pca(matrix, 3));
  expect(variances).toEqual(close([1.9314272542434197, 0.6773769609387724, 0.044843708748574414]));
  const expected = [
    0.9204929888175727, 0.016711061349975073, 0.3904015855068335, -0.0314800467271903, 0.9990090961270014,
    0.031461603798358, -0.38948897827248713, -0.04125004586746927, 0.9201069337420436,
  ];
  expect([...loadings]).toEqual(close(expected));
});

test.each([
  ['full', [257.27342274504, 273.2317866398501]],
  ['diagonal', [319.918100754843, 281.39739953353296]],
  ['spherical', [337.54138640203064, 308.8334297177172]],
] as const)('mixture, %s: BIC of one and two clouds', (covariance, bics) => {
  const input = inputFromMatrix(matrix);
  const found = [1, 2].map(
    (k) => runToEnd(solve(input, { method: 'gmm', k, seed: 1, covariance })).facts.bic,
  );
  expect(found).toEqual(close(bics, 2));
});

test('Ward: the last five heights', () => {
  const { facts } = runToEnd(solve(inputFromMatrix(matrix), { method: 'ward', k: 3, seed: 1 }));
  expect(facts.heights?.slice(-5)).toEqual(
    close([2.643384636866043, 3.7013206586867224, 4.21485319288033, 5.644054631014262, 10.613413014769426]),
  );
});

test('η², Welch’s test, correlations', () => {
  const last = columns[2]!;
  expect(contrast(last, labels, 3)?.etaSquared).toBeCloseTo(0.8642193467318912, 12);
  const here = last.filter((_, row) => labels[row] === 0);
  const rest = last.filter((_, row) => labels[row] !== 0);
  const test = welch(summarise(here), summarise(rest))!;
  expect([test.t, test.p / 1.1132597535241117e-11]).toEqual([
    expect.closeTo(-9.588388011130528, 10),
    expect.closeTo(1, 6),
  ]);
  const [, pearson] = correlationMatrix([columns[0]!, last]);
  const [, spearman] = correlationMatrix([percentRanks(columns[0]!), percentRanks(last)]);
  expect([pearson, spearman]).toEqual(close([0.915437198531522, 0.9166471232936986]));
});

test('quantiles, skewness, weighted means, α of three columns', () => {
  expect(quantiles(columns[1]!, [0.1, 0.25, 0.5, 0.9])).toEqual(close([-0.626, -0.1165, 0.439, 1.7014]));
  expect(skewness(columns[1]!)).toBeCloseTo(0.1635578715809795, 10);
  const means = columns.map((values) => summariseWeighted(values, weights).mean);
  expect(means).toEqual(close([1.995892857142857, 0.3673285714285714, 0.80919005]));
  const items = columns.map((values) => ({ values, reversed: false }));
  expect(likertScale(items, -10, 10).alpha).toBeCloseTo(0.5270080868645108, 10);
});

test('Benjamini-Hochberg of fifteen p-values (NumPy)', () => {
  const p = [
    0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34,
  ];
  expect(benjaminiHochberg(p)).toEqual(
    close([
      0.015, 0.06, 0.126, 0.126, 0.126, 0.15, 0.15857142857142856, 0.29464285714285715, 0.29464285714285715,
      0.29464285714285715, 0.29464285714285715, 0.29464285714285715, 0.29464285714285715, 0.29464285714285715,
      0.34,
    ]),
  );
});

test('a tree of four leaves is as right as DecisionTreeClassifier’s', () => {
  expect(runToEnd(treeFidelity({ features: columns }, labels, 3, { maxLeaves: 4 })).fidelity).toBe(1);
});
