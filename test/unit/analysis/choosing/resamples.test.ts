import { expect, test } from 'vitest';
import { CHUNK, resampleChunk } from '../../../../electron/engine/analysis/choosing/resamples.ts';
import { cutForTree, type Ruler } from '../../../../electron/engine/analysis/choosing/scoreDivision.ts';
import { solveEntries } from '../../../../electron/engine/analysis/choosing/solveEntries.ts';
import {
  columnOf,
  type Matrix,
  matrixFromRows,
  runToEnd,
} from '../../../../electron/engine/analysis/matrix.ts';
import { inputFromMatrix } from '../../../../electron/engine/analysis/methods/input.ts';
import { type NullCase, nullCase } from '../../../support/nullCases.ts';

const rulerOf = (matrix: Matrix): Ruler => ({
  matrix,
  features: { features: [columnOf(matrix, 0), columnOf(matrix, 1)] },
  outcome: columnOf(matrix, 0),
  reach: Uint8Array.from({ length: matrix.rows }, (_, row) => (row % 2 ? 1 : 0)),
  weights: null,
  seed: 1,
});

function play(
  wanted: NullCase,
  method: 'kmeans' | 'gmm' | 'ward' | 'kmedoids' | 'kprototypes',
  ks: number[],
) {
  const matrix = nullCase(wanted, 1);
  const input = inputFromMatrix(matrix);
  const ruler = rulerOf(matrix);
  const solved = runToEnd(solveEntries(input, ruler, runToEnd(cutForTree(ruler)), { method, ks, seed: 1 }));
  const labels = solved.map((one) => one.labels);
  const options = { method, ks, seed: 1, found: solved.map(({ mixture }) => mixture) };
  const chunk = (at: number) => runToEnd(resampleChunk(input, labels, { ...options, chunk: at }));
  return { solved, chunk };
}

const THREE: NullCase = { kind: 'clusters', k: 3, apart: 8, rows: 150, columns: 2 };

test.each(['kmeans', 'gmm', 'ward', 'kmedoids', 'kprototypes'] as const)(
  'clear groups come back in every resample: %s',
  (method) => {
    const { solved, chunk } = play(THREE, method, [3]);
    expect(solved[0]!.sizes).toEqual([50, 50, 50]);
    const [stability] = chunk(0);
    expect(stability!.resamples).toBe(CHUNK);
    expect(stability!.jaccard.map((sum) => sum / CHUNK)).toEqual(
      Array.from({ length: 3 }, () => expect.closeTo(1, 1)),
    );
    expect((2 * stability!.ari) / CHUNK).toBeGreaterThan(0.97);
  },
);

test('what a division is judged by', () => {
  const [one] = play(THREE, 'kmeans', [3]).solved;
  expect(one!.judged).toMatchObject({
    silhouetteRows: 150,
    standardError: 0,
    fidelity: 1,
    leaves: 3,
    smallestShare: 1 / 3,
    evenness: expect.closeTo(1, 12) as number,
    reach: 0.5,
  });
  expect(one!.judged.silhouette).toBeGreaterThan(0.7);
  expect(one!.judged.contrast!.etaSquared).toBeGreaterThan(0.9);
  expect(one!.judged.dunn).toBeGreaterThan(0.3);
});

test('five groups where there are none do not come back; chunks draw anew and are repeatable', () => {
  const { chunk } = play({ kind: 'normal', rows: 200, columns: 2 }, 'kmeans', [2, 5]);
  const first = chunk(0);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length / CHUNK;
  expect(first.map(({ jaccard }) => jaccard.length)).toEqual([2, 5]);
  expect(mean(first[1]!.jaccard)).toBeLessThan(0.75);
  expect(chunk(0)).toEqual(first);
  expect(chunk(1)).not.toEqual(first);
});

test.each(['kmeans', 'gmm', 'ward', 'kmedoids', 'kprototypes'] as const)(
  'customers so rare that a resample misses them, or weighs none: %s',
  (method) => {
    // Ninety-nine alike on either side, and a single one apart.
    const matrix = matrixFromRows(
      Array.from({ length: 199 }, (_, row) => (row === 198 ? [50, 50] : [row % 2, 10 * (row % 2)])),
    );
    const labels = Int16Array.from({ length: 199 }, (_, row) => (row === 198 ? 2 : row % 2));
    const found = [{ shape: 'full', columns: [0, 1] }] as const;
    const options = { method, ks: [3], seed: 1, chunk: 0, found };
    const stabilityWith = (weights: Float64Array | null) =>
      runToEnd(resampleChunk(inputFromMatrix(matrix, weights), [labels], options))[0]!;
    const { jaccard, resamples } = stabilityWith(null);
    expect([resamples, jaccard.length, jaccard.every(Number.isFinite)]).toEqual([CHUNK, 3, true]);
    // It is drawn in some six of ten resamples and then comes back.
    if (method !== 'gmm') expect(jaccard[2]).toBeLessThan(CHUNK);
    const onlyOne = Float64Array.from(labels, (label) => (label === 2 ? 1 : 0));
    expect(stabilityWith(onlyOne).jaccard.every(Number.isFinite)).toBe(true);
  },
);
