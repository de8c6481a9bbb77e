// Every statistic on every awkward column: a number, null for what cannot be said, never NaN or infinity on the way
// into a project or an export.
import { describe, expect, test } from 'vitest';
import { centroidDistances } from '../../../electron/engine/analysis/centroidDistances.ts';
import { concentration, contrast } from '../../../electron/engine/analysis/choosing/contrast.ts';
import { dunn } from '../../../electron/engine/analysis/choosing/dunn.ts';
import { honestNull } from '../../../electron/engine/analysis/choosing/honestNull.ts';
import { segmentRules } from '../../../electron/engine/analysis/explain/rules.ts';
import { treeFidelity } from '../../../electron/engine/analysis/explain/treeFidelity.ts';
import { banded, quantileCuts } from '../../../electron/engine/analysis/features/bands.ts';
import { impute } from '../../../electron/engine/analysis/features/impute.ts';
import { likertScale } from '../../../electron/engine/analysis/features/likert.ts';
import { similarPairs } from '../../../electron/engine/analysis/features/redundancy.ts';
import { transform } from '../../../electron/engine/analysis/features/transform.ts';
import { histograms } from '../../../electron/engine/analysis/histograms.ts';
import { matrixFromColumns, runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import { pca } from '../../../electron/engine/analysis/pca.ts';
import { profileSegments } from '../../../electron/engine/analysis/profile.ts';
import { suggestLog } from '../../../electron/engine/analysis/scale.ts';
import { silhouette } from '../../../electron/engine/analysis/silhouette.ts';
import { summarise, welch } from '../../../electron/engine/analysis/stats.ts';
import {
  calinskiHarabasz,
  clusterMoments,
  daviesBouldin,
} from '../../../electron/engine/analysis/validity.ts';
import type { Weights } from '../../../electron/engine/analysis/weights.ts';
import { TRANSFORMS } from '../../../shared/model/featureTransform.ts';

const K = 3;
const column = (value: (row: number) => number, rows = 12): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => value(row));

const COLUMNS: Readonly<Record<string, Float64Array>> = {
  'no rows': column(() => 0, 0),
  'one row': column(() => 3, 1),
  'two rows': column((row) => row, 2),
  constant: column(() => 7),
  'all missing': column(() => NaN),
  'one known': column((row) => (row === 4 ? 5 : NaN)),
  ties: column((row) => row % 2),
  infinite: column((row) => [0, 1, Infinity, 3, -Infinity][row % 5]!),
  'infinite only': column(() => Infinity),
  '1e300 once': column((row) => (row === 2 ? 1e300 : row)),
  'the largest numbers': column((row) => (row % 2 === 1 ? 1 : -1) * Number.MAX_VALUE),
  'squares that vanish': column((row) => row * 1e-310),
  'far from zero': column((row) => 1e15 + row),
  negative: column((row) => -row),
  squares: column((row) => row * row),
};

const DIVISIONS: readonly ((row: number) => number)[] = [
  (row) => row % K,
  () => 0,
  () => -1,
  (row) => (row % 2) * 2, // nobody in segment 1
];
const WEIGHTS: readonly ((row: number) => number)[] = [() => 2, (row) => row % 2, () => 0];

type Statistic = (values: Float64Array, labels: Int16Array, weights: Weights) => unknown;

/** What columns of the project meet, whatever they hold. */
const OF_COLUMNS: Readonly<Record<string, Statistic>> = {
  'differences with intervals': (values, labels, weights) =>
    runToEnd(profileSegments({ features: [values], weights }, labels, K)),
  'η²': (values, labels, weights) => contrast(values, labels, K, weights),
  concentration: (values, labels, weights) => concentration(values, labels, K, weights),
  histograms: (values, labels, weights) => histograms(values, labels, K, { weights }),
  tree: (values, labels, weights) => runToEnd(treeFidelity({ features: [values], weights }, labels, K)),
  rules: (values, labels, weights) => runToEnd(segmentRules({ features: [values], weights }, labels, K)),
  scale: (values) => {
    const items = [false, true].map((reversed) => ({ values, reversed }));
    return { ...likertScale(items, 0, 5), values: null };
  },
  redundancy: (values, _, weights) => {
    const numbers = [values, values.map((value) => 2 * value), values.map((_value, row) => row)];
    const named = numbers.map((one, at) => ({ name: `${at}`, values: one }));
    const halves = { name: 'half', codes: Int32Array.from(values, (_value, row) => row % 2), levels: 2 };
    return similarPairs(named, [halves], { minRows: 1, strength: 0, weights });
  },
  'filled gaps': (values) =>
    (['median', 'mode', 'nearest'] as const).map((fill) => {
      const filled = impute(matrixFromColumns([values, values.map((_, row) => row)]), fill);
      return filled.matrix.values;
    }),
  bands: (values) => banded(values, quantileCuts(values, 4)).levels,
  'log suggested': (values) => suggestLog(values),
};

/** What the scaled matrix meets, which is finite and of moderate size. */
const OF_MATRICES: Readonly<Record<string, Statistic>> = {
  silhouette: (values, labels, weights) => {
    const found = runToEnd(silhouette(matrixFromColumns([values]), labels, K, { seed: 1, weights }));
    return found;
  },
  'Calinski-Harabasz and Davies-Bouldin': (values, labels, weights) => {
    const moments = clusterMoments(matrixFromColumns([values]), labels, K, weights);
    return [calinskiHarabasz(moments), daviesBouldin(moments)];
  },
  Dunn: (values, labels, weights) =>
    runToEnd(dunn(matrixFromColumns([values]), labels, { limit: 100, seed: 1, weights })),
  components: (values, _, weights) =>
    values.length === 0 || weights?.every((weight) => weight === 0)
      ? null
      : runToEnd(pca(matrixFromColumns([values, values]), 2, weights)),
  'distances to middles': (values, labels) => {
    const members = Int16Array.from(labels, (label) => Math.max(0, label));
    return centroidDistances(matrixFromColumns([values]), members, Float64Array.of(0, 1, 2));
  },
};

/** Paths of numbers that are none. */
function leaks(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (ArrayBuffer.isView(value)) return leaks([...(value as Float64Array)], path);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => leaks(part, `${path}.${key}`));
}

function everywhere(statistic: Statistic, values: Float64Array, name: string): string[] {
  return DIVISIONS.flatMap((division, at) => {
    const labels = Int16Array.from(values, (_, row) => division(row));
    const weightings = [null, ...WEIGHTS.map((weight) => values.map((_, row) => weight(row)))];
    return weightings.flatMap((weights, which) =>
      leaks(statistic(values, labels, weights), `${name}, division ${at}, weights ${which}`),
    );
  });
}

describe.each(Object.entries(OF_COLUMNS))('%s', (_, statistic) => {
  test.each(Object.entries(COLUMNS))('of a column: %s', (name, values) => {
    expect(everywhere(statistic, values, name)).toEqual([]);
  });
});

const finite = Object.entries(COLUMNS).filter(([, values]) =>
  values.every((value) => Math.abs(value) < 1e100),
);

describe.each(Object.entries(OF_MATRICES))('%s', (_, statistic) => {
  test.each(finite)('of a matrix: %s', (name, values) => {
    expect(everywhere(statistic, values, name)).toEqual([]);
  });
});

test('one column beyond all numbers leaves the adjusted p of the others as they are', () => {
  const labels = Int16Array.from({ length: 12 }, (_, row) => row % 2);
  const good = column((row) => (row % 2) * 3 + (row % 4));
  const pOf = (features: readonly Float64Array[]) =>
    runToEnd(profileSegments({ features }, labels, 2))
      .means.slice(0, 2)
      .map(({ pAdjusted }) => pAdjusted);
  const beside = runToEnd(profileSegments({ features: [good, COLUMNS['the largest numbers']!] }, labels, 2));
  expect(beside.means.map(({ p }) => p !== null)).toEqual([true, true, false, false]);
  expect(pOf([good, COLUMNS['the largest numbers']!])).toEqual(pOf([good]));
});

test('the test of two means does not depend on their unit', () => {
  const [one, other] = [
    [1, 2, 4, 8],
    [3, 5, 9, 11],
  ] as const;
  const tested = (unit: number) =>
    welch(summarise(one.map((value) => value * unit)), summarise(other.map((value) => value * unit)));
  const { t, degrees, p } = tested(1)!;
  for (const unit of [2 ** -510, 2 ** 500]) expect(tested(unit)).toMatchObject({ t, degrees, p });
  expect(tested(1e200)).toBeNull();
});

test.each(TRANSFORMS)('%s of awkward columns: finite, or missing and counted', (method) => {
  for (const values of Object.values(COLUMNS)) {
    const made = transform(values, method);
    made.values.forEach((value, row) => {
      expect([row, Number.isFinite(value) || Number.isNaN(value)]).toEqual([row, true]);
    });
    const lost = values.filter((value, row) => Number.isFinite(value) && Number.isNaN(made.values[row]!));
    expect(lost.length).toBe(made.undefined);
  }
});

test('are there groups: rows that are all alike, or one apart', () => {
  for (const values of [COLUMNS['constant']!, COLUMNS['ties']!, column((row) => (row === 0 ? 1e12 : 0))]) {
    const found = runToEnd(honestNull(matrixFromColumns([values, values]), { seed: 1, highest: 4 }));
    expect([found.verdict, leaks(found, '')]).toEqual([found.verdict, []]);
  }
});
