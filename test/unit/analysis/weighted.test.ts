// Two laws hold for every weighted statistic: weights of 1 change nothing, to the last bit, and a weight of 2 is the
// row twice. Tests of significance are apart: they rest on the effective number of customers, not on the weights.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  adjustedRand,
  bestJaccard,
  crossTable,
} from '../../../electron/engine/analysis/choosing/agreement.ts';
import { concentration, contrast } from '../../../electron/engine/analysis/choosing/contrast.ts';
import { dunn } from '../../../electron/engine/analysis/choosing/dunn.ts';
import { treeFidelity } from '../../../electron/engine/analysis/explain/treeFidelity.ts';
import { similarPairs } from '../../../electron/engine/analysis/features/redundancy.ts';
import { gowerSilhouette } from '../../../electron/engine/analysis/methods/gowerSilhouette.ts';
import type { MixedTable } from '../../../electron/engine/analysis/methods/input.ts';
import { fitPrototypes } from '../../../electron/engine/analysis/methods/prototypes.ts';
import { clusterMeans } from '../../../electron/engine/analysis/methods/scored.ts';
import { chooseK } from '../../../electron/engine/analysis/chooseK.ts';
import { histograms } from '../../../electron/engine/analysis/histograms.ts';
import { kmeans } from '../../../electron/engine/analysis/kmeans.ts';
import { lloyd } from '../../../electron/engine/analysis/lloyd.ts';
import { type Matrix, matrixFromRows, runToEnd, takeRows } from '../../../electron/engine/analysis/matrix.ts';
import { pca } from '../../../electron/engine/analysis/pca.ts';
import { profileSegments } from '../../../electron/engine/analysis/profile.ts';
import { segmentRules } from '../../../electron/engine/analysis/explain/rules.ts';
import { scaleMatrix } from '../../../electron/engine/analysis/scale.ts';
import { honestNull } from '../../../electron/engine/analysis/choosing/honestNull.ts';
import { silhouette } from '../../../electron/engine/analysis/silhouette.ts';
import { correlationMatrix } from '../../../electron/engine/analysis/stats.ts';
import { summarise, summariseWeighted } from '../../../electron/engine/analysis/stats/moments.ts';
import { sortedWithWeights, weightedQuantile } from '../../../electron/engine/analysis/stats/quantiles.ts';
import {
  calinskiHarabasz,
  clusterMoments,
  daviesBouldin,
} from '../../../electron/engine/analysis/validity.ts';
import type { Weights } from '../../../electron/engine/analysis/weights.ts';

const mixedTable = (features: readonly Float64Array[], codes: Int32Array): MixedTable => ({
  rows: codes.length,
  numbers: features.map((values, at) => ({ name: `${at}`, values, log: false })),
  categories: [{ name: 'code', codes, levels: ['a', 'b', 'c'] }],
});

interface Sample {
  readonly matrix: Matrix;
  readonly labels: Int32Array;
  readonly codes: Int32Array;
  /** 1 or 2 per row. */
  readonly weights: Float64Array;
  /** Each row as often as it weighs. */
  readonly repeated: Int32Array;
}

const K = 3;
const value = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double({ min: -100, max: 100, noNaN: true, noDefaultInfinity: true }),
);
const samples: fc.Arbitrary<Sample> = fc
  .array(
    fc.record({
      point: fc.tuple(value, value, value),
      label: fc.integer({ min: -1, max: K - 1 }),
      code: fc.integer({ min: -1, max: 2 }),
      weight: fc.integer({ min: 1, max: 2 }),
    }),
    { minLength: 12, maxLength: 40 },
  )
  .map((rows) => ({
    matrix: matrixFromRows(rows.map(({ point }) => point)),
    labels: Int32Array.from(rows, ({ label }) => label),
    codes: Int32Array.from(rows, ({ code }) => code),
    weights: Float64Array.from(rows, ({ weight }) => weight),
    repeated: Int32Array.from(rows.flatMap(({ weight }, row) => Array.from({ length: weight }, () => row))),
  }));

const column = ({ rows, columns, values }: Matrix, at: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => values[row * columns + at]!);

/** Everything the product says about a sample, but for tests of significance, which have their own. */
function everything({ matrix, labels, codes }: Omit<Sample, 'weights' | 'repeated'>, weights: Weights) {
  const features = [0, 1, 2].map((at) => column(matrix, at));
  const profile = runToEnd(
    profileSegments({ features, categories: [{ codes, levels: 3 }], weights }, labels, K),
  );
  const start = Float64Array.of(-3, -3, -3, 0, 0, 0, 3, 3, 3);
  const moved = runToEnd(lloyd(matrix, start, { maxIterations: 5, tolerance: 0, weights }));
  const moments = clusterMoments(matrix, labels, K, weights);
  const { value: mean, perCluster } = runToEnd(silhouette(matrix, labels, K, { seed: 1, weights }));
  const flat = runToEnd(pca(matrix, 2, weights));
  const scaled = scaleMatrix(matrix, { method: 'z', weights });
  const robust = scaleMatrix(matrix, { method: 'robust', weights });
  const input = { features, categories: [{ codes, levels: 3 }], weights };
  const rules = runToEnd(segmentRules(input, labels, K));
  const tree = runToEnd(treeFidelity(input, labels, K));
  const table = mixedTable(features, codes);
  const placed = Int16Array.from(labels, (label, row) => (label < 0 ? -1 : codes[row]!));
  const pairs = crossTable(labels, placed, K, 3, weights);
  return {
    summary: features.map((values) => {
      const { mean: centre, variance, min, max } = summariseWeighted(values, weights);
      return { centre, variance, min, max };
    }),
    quantiles: [0, 0.1, 0.25, 0.5, 0.9, 1].map((share) =>
      weightedQuantile(sortedWithWeights(features[0]!, weights), share),
    ),
    correlation: [...correlationMatrix(features, weights)],
    everyone: profile.everyone.map(({ mean: centre, median, sd, min, max }) => ({
      centre,
      median,
      sd,
      min,
      max,
    })),
    means: profile.means.map(({ mean: centre, median, index, effect, standardised }) => ({
      centre,
      median,
      index,
      effect,
      standardised,
    })),
    shares: profile.shares.map(({ share, shareOfAll, index, effect }) => ({
      share,
      shareOfAll,
      index,
      effect,
    })),
    kmeans: { centroids: [...moved.centroids], inertia: moved.inertia, history: moved.history },
    silhouette: { mean, perCluster },
    validity: [calinskiHarabasz(moments), daviesBouldin(moments)],
    pca: { mean: [...flat.mean], variances: flat.variances, explained: flat.explained },
    scaling: [scaled, robust].map(({ scaling }) => scaling.columns),
    histogram: histograms(features[1]!, labels, K, { weights, bins: 5 }),
    rules: rules.map(({ precision, recall, coverage, f1, alternatives }) => {
      const each = alternatives.map((one) => one.precision);
      return { precision, recall, coverage, f1, each };
    }),
    tree: [tree.fidelity, tree.lambda, tree.worstRecall, tree.leaves, tree.tree.weights],
    associations: profile.associations,
    outcome: [
      contrast(features[2]!, labels, K, weights)?.etaSquared,
      concentration(features[2]!, labels, K, weights),
    ],
    silhouetteOfMixed: runToEnd(gowerSilhouette({ matrix, table, weights }, labels, K, 1)).perCluster,
    dunn: runToEnd(dunn(matrix, labels, { limit: 1_000, seed: 1, weights })).value,
    agreement: [adjustedRand(pairs), bestJaccard(pairs)],
    spaces: [fitPrototypes(table, weights)],
    centroids: [...clusterMeans(matrix, labels, K, weights)],
    similar: similarPairs(
      features.map((values, at) => ({ name: `${at}`, values })),
      [
        { name: 'code', codes, levels: 3 },
        { name: 'label', codes: labels, levels: K },
      ],
      { strength: 0, minRows: 1, weights },
    ).map(({ n: _, ...pair }) => pair),
  };
}

/** Equal up to 1e-9, relative above 1; the silhouette is kept in single precision. */
function expectAlike(one: unknown, other: unknown, path: string): void {
  if (typeof one === 'number' && typeof other === 'number') {
    const precision = path.includes('silhouette') ? 1e-6 : 1e-9;
    const close =
      Object.is(one, other) ||
      Math.abs(one - other) <= precision * Math.max(1, Math.abs(one), Math.abs(other));
    expect(close, `${path}: ${one} and ${other}`).toBe(true);
  } else if (one !== null && typeof one === 'object' && other !== null && typeof other === 'object') {
    expect(Object.keys(one), path).toEqual(Object.keys(other));
    for (const [key, inner] of Object.entries(one))
      expectAlike(inner, (other as Record<string, unknown>)[key], `${path}.${key}`);
  } else expect(one, path).toEqual(other);
}

test('weights of 1 change nothing, to the last bit', () => {
  fc.assert(
    fc.property(samples, (sample) => {
      const ones = new Float64Array(sample.matrix.rows).fill(1);
      expect(everything(sample, ones)).toEqual(everything(sample, null));
    }),
    { seed: 4127, numRuns: 70 },
  );
});

test('a weight of 2 is the row twice', () => {
  fc.assert(
    fc.property(samples, (sample) => {
      const { matrix, labels, codes, weights, repeated } = sample;
      const twice = {
        matrix: takeRows(matrix, repeated),
        labels: Int32Array.from(repeated, (row) => labels[row]!),
        codes: Int32Array.from(repeated, (row) => codes[row]!),
      };
      expectAlike(everything(sample, weights), everything(twice, null), 'all');
    }),
    { seed: 4127, numRuns: 70 },
  );
});

test('a weight of 0 is no row, but for the list of levels and for passes that only move such rows', () => {
  fc.assert(
    fc.property(samples, (sample) => {
      const { matrix, labels, codes } = sample;
      const weights = sample.weights.map((weight, row) => (row % 5 === 2 ? 0 : weight));
      const kept = sample.repeated.filter((row) => row % 5 !== 2);
      const without = {
        matrix: takeRows(matrix, kept),
        labels: Int32Array.from(kept, (row) => labels[row]!),
        codes: Int32Array.from(kept, (row) => codes[row]!),
      };
      const compared = (one: ReturnType<typeof everything>) => {
        const { shares: _shares, means, kmeans: moved, ...rest } = one;
        // An index over a mean of nearly 0 is all rounding.
        const steady = means.map(({ index: _, ...cell }) => cell);
        return { ...rest, steady, inertia: moved.inertia, centroids: moved.centroids };
      };
      expectAlike(
        compared(everything({ matrix, labels, codes }, weights)),
        compared(everything(without, null)),
        'all',
      );
    }),
    { seed: 4127, numRuns: 70 },
  );
});

/** Three clouds; the third is small. */
const clouds = matrixFromRows(
  Array.from({ length: 90 }, (_, row) => {
    const middle = row < 40 ? 0 : row < 80 ? 10 : 20;
    return [middle + Math.sin(row * 7), middle + Math.cos(row * 3)];
  }),
);
const ones = new Float64Array(90).fill(1);
const heavy = Float64Array.from({ length: 90 }, (_, row) => (row < 80 ? 0.5 : 5));

test('choosing k and the test for groups: weights of 1 change nothing', () => {
  const chosen = (weights: Weights) => runToEnd(chooseK(clouds, { lowest: 2, highest: 4, seed: 3, weights }));
  expect(chosen(ones)).toEqual(chosen(null));
  const groups = (weights: Weights) => runToEnd(honestNull(clouds, { highest: 4, seed: 3, weights }));
  expect(groups(ones)).toEqual(groups(null));
});

test('with weights the same clouds are found, the heaviest first, and sizes stay people', () => {
  const found = runToEnd(kmeans(clouds, { k: 3, seed: 1, weights: heavy }));
  // The small cloud weighs 50, the others 20 each.
  expect(found.sizes).toEqual([10, 40, 40]);
  expect([...found.labels.subarray(80)]).toEqual(Array.from({ length: 10 }, () => 0));
  expect(found.centroids[0]).toBeCloseTo(20, 0);
  expect(runToEnd(honestNull(clouds, { highest: 4, seed: 3, weights: heavy })).verdict).toBe('clear');
});

test('rows that weigh nothing join a cluster and do not move it', () => {
  const matrix = matrixFromRows([[0], [1], [10], [11], [500]]);
  const weights = Float64Array.of(1, 1, 1.5, 1.5, 0);
  const found = runToEnd(kmeans(matrix, { k: 2, seed: 1, weights }));
  expect([...found.centroids]).toEqual([10.5, 0.5]);
  expect([[...found.labels], found.sizes, found.inertia]).toEqual([[1, 1, 0, 0, 0], [3, 2], 1.25]);
  expect(() => runToEnd(kmeans(matrix, { k: 5, seed: 1, weights }))).toThrow('K-TOO-LARGE');
});

test('uneven weights widen intervals by the design effect', () => {
  const values = Float64Array.from({ length: 40 }, (_, row) => row % 10);
  const labels = Int32Array.from(values, (_, row) => (row < 20 ? 0 : 1));
  const uneven = Float64Array.from(values, (_, row) => (row % 2 === 0 ? 1.5 : 0.5));
  const { effectiveN, n } = summariseWeighted(values, uneven);
  expect([n, effectiveN]).toEqual([40, 1600 / 50]);
  expect(summarise(values)).not.toHaveProperty('effectiveN');
  const codes = labels.map((_, row) => (row % 4 === 0 ? 0 : 1));
  const widthOf = (weights: Weights): number => {
    const input = { features: [], categories: [{ codes, levels: 2 }], weights };
    const [cell] = runToEnd(profileSegments(input, labels, 2)).shares;
    return cell!.shareHigh! - cell!.shareLow!;
  };
  // 5 of 20 customers, weighing 7.5 of 20: the share is 0.375 on 16 effective customers.
  expect(widthOf(null)).toBeCloseTo(0.3566, 3);
  expect(widthOf(uneven)).toBeCloseTo(0.4288, 2);
});
