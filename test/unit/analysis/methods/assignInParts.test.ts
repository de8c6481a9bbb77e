// Very many customers are placed a part at a time: the same places as all at once.
import { expect, test } from 'vitest';
import { type Checkpoint, matrixFromRows, runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import { assignInParts } from '../../../../electron/engine/analysis/methods/assignInParts.ts';
import type { MethodInput } from '../../../../electron/engine/analysis/methods/input.ts';
import { assign, type MethodOptions, solve } from '../../../../electron/engine/analysis/methods/solve.ts';
import { Random } from '../../../../electron/engine/analysis/random.ts';
import { RfmSettings, TierSettings } from '../../../../shared/model/division.ts';

const ROWS = 143;
const random = new Random(5);
const points = Array.from({ length: ROWS }, (_, row) => [
  9 * (row % 4) + random.next(),
  random.next(),
  3 * random.next(),
]);
const input: MethodInput = {
  matrix: matrixFromRows(points),
  table: {
    rows: ROWS,
    numbers: ['recency', 'frequency', 'monetary'].map((name, at) => ({
      name,
      values: Float64Array.from(points, (point) => point[at]!),
      log: false,
    })),
    categories: [
      {
        name: 'city',
        codes: Int32Array.from(points, (_, row) => (row % 5) - 1),
        levels: ['a', 'b', 'c', 'd'],
      },
    ],
  },
  weights: null,
};

const CASES: readonly MethodOptions[] = [
  ...(['kmeans', 'kmedoids', 'kprototypes', 'gmm', 'ward'] as const).map((method) => ({
    method,
    k: 4,
    seed: 1,
  })),
  { method: 'tiers', tiers: TierSettings.parse({ value: 'monetary' }) },
  { method: 'rfm', rfm: RfmSettings.parse({ nested: true }) },
];

test.each(CASES.map((options) => [options.method, options] as const))('%s', (_method, options) => {
  const { model } = runToEnd(solve(input, options));
  const seen: Checkpoint[] = [];
  const steps = assignInParts(model, input, 10);
  let step = steps.next();
  for (; !step.done; step = steps.next()) seen.push(step.value);
  expect(step.value).toEqual(assign(model, input));
  expect([seen.length, seen[0], seen.at(-1)]).toEqual([15, { share: 10 / ROWS }, { share: 1 }]);
});
