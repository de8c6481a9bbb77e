// What must hold for every method that searches: no matter how columns stand, at the edges, on columns that say nothing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matrixFromRows, runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import { inputFromMatrix, takeInput } from '../../../../electron/engine/analysis/methods/input.ts';
import { assign, type ClusterOptions, solve } from '../../../../electron/engine/analysis/methods/solve.ts';
import type { Solution } from '../../../../electron/engine/analysis/methods/solution.ts';

const METHODS = ['kmeans', 'kmedoids', 'kprototypes', 'gmm', 'ward'] as const;
const solved = (rows: readonly (readonly number[])[], options: Omit<ClusterOptions, 'seed'>): Solution =>
  runToEnd(solve(inputFromMatrix(matrixFromRows(rows)), { ...options, seed: 1 }));

/** Which rows stand together, whatever the clusters are called. */
function together(labels: Int16Array, order: readonly number[]): string {
  const names = new Map<number, number>();
  return Array.from(order, (row) => {
    const label = labels[row]!;
    if (!names.has(label)) names.set(label, names.size);
    return names.get(label);
  }).join(' ');
}

/** Distinct values without ties. */
const rowsOf = fc
  .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 12,
    maxLength: 30,
  })
  .map((rows) => rows.map(([x, y], at) => [x + (at % 3) * 7 + at * 1e-4, y + (at % 2) * 5 + at * 1.7e-4]));

test.each(METHODS)('%s: the order of the columns changes nothing', (method) => {
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const plain = solved(rows, { method, k: 3 });
      const turned = solved(
        rows.map(([x, y]) => [y!, x!]),
        { method, k: 3 },
      );
      const order = [...rows.keys()];
      expect(together(turned.labels, order)).toBe(together(plain.labels, order));
    }),
    { numRuns: 12, seed: 4127 },
  );
});

test('Ward: the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(rowsOf, fc.integer(), (rows, turn) => {
      const order = rows
        .map((_, at) => at)
        .sort((a, b) => ((a * 7919 + turn) % 31) - ((b * 7919 + turn) % 31));
      const plain = solved(rows, { method: 'ward', k: 4 });
      const mixed = solved(
        order.map((row) => rows[row]!),
        { method: 'ward', k: 4 },
      );
      expect(together(mixed.labels, [...rows.keys()])).toBe(together(plain.labels, order));
    }),
    { numRuns: 40, seed: 4127 },
  );
});

test.each(METHODS)('%s: sizes add up, the largest first, and the model gives the labels', (method) => {
  fc.assert(
    fc.property(rowsOf, fc.integer({ min: 1, max: 5 }), (rows, k) => {
      const { labels, sizes, model } = solved(rows, { method, k });
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(rows.length);
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      const again = assign(
        JSON.parse(JSON.stringify(model)) as typeof model,
        inputFromMatrix(matrixFromRows(rows)),
      );
      // Ward's tree may hold a row that a mean of another cluster is nearer to.
      if (method !== 'ward') expect(again).toEqual(labels);
    }),
    { numRuns: 12, seed: 4127 },
  );
});

test.each(METHODS)(
  '%s at the edges: no rows, one row, as many clusters as rows, a column that says nothing',
  (method) => {
    const refused = (rows: readonly (readonly number[])[], k: number) => () => solved(rows, { method, k });
    const empty = takeInput(inputFromMatrix(matrixFromRows([[1, 2]])), []);
    expect(() => runToEnd(solve(empty, { method, k: 1, seed: 1 }))).toThrow(
      expect.objectContaining({ code: 'TOO-FEW-CUSTOMERS' }),
    );
    if (method !== 'gmm') expect(solved([[1, 2]], { method, k: 1 }).sizes).toEqual([1]);
    expect(refused([[1, 1]], 2)).toThrow();
    const four = [
      [0, 5, 1],
      [1, 5, 3],
      [10, 5, 9],
      [12, 5, 14],
    ];
    expect(solved(four, { method, k: 2 }).labels).toEqual(Int16Array.of(0, 0, 1, 1));
    if (method !== 'gmm') expect(solved(four, { method, k: 4 }).sizes).toEqual([1, 1, 1, 1]);
  },
);
