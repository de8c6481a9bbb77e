// Ward's tree against SciPy 1.10.1 (linkage, ward) and against the naive algorithm; weights; the sampled way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Matrix, matrixFromRows, runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import { inputFromMatrix } from '../../../../electron/engine/analysis/methods/input.ts';
import { assign, solve, solveMany } from '../../../../electron/engine/analysis/methods/solve.ts';
import { wardTree } from '../../../../electron/engine/analysis/methods/wardTree.ts';
import { Random } from '../../../../electron/engine/analysis/random.ts';

const ten = matrixFromRows([
  [1, 1],
  [1.5, 1.2],
  [2, 1],
  [8, 8],
  [8.5, 9],
  [9, 8],
  [4, 5],
  [5, 4.5],
  [1, 8],
  [1.4, 8.5],
]);
/** scipy.cluster.hierarchy.linkage(X, 'ward')[:, 2] */
const HEIGHTS = [
  0.53851648, 0.64031242, 0.87368949, 1, 1.11803399, 1.15470054, 6.80294054, 10.36647527, 15.35218303,
];

test('heights and divisions as SciPy has them', () => {
  const solutions = runToEnd(solveMany(inputFromMatrix(ten), { method: 'ward', k: 2, seed: 1 }, [2, 3, 4]));
  expect(solutions[0]?.facts.heights).toEqual(HEIGHTS.map((height) => expect.closeTo(height, 7)));
  expect(solutions.map(({ labels, sizes }) => [[...labels].join(''), sizes])).toEqual([
    ['0001110000', [7, 3]],
    ['1112220000', [4, 3, 3]],
    ['0001112233', [3, 3, 2, 2]],
  ]);
});

test('the top of the tree: all of a small one, thirty merges of a large one; leaves know their cluster', () => {
  const [three] = runToEnd(solveMany(inputFromMatrix(ten), { method: 'ward', k: 3, seed: 1 }, [3]));
  const { tree } = three!.facts;
  expect(tree?.sizes).toEqual(new Array(10).fill(1));
  expect([...tree!.clusters]).toEqual([...three!.labels]);
  expect(tree?.merges.map(({ height }) => height)).toEqual(
    HEIGHTS.map((height) => expect.closeTo(height, 7)),
  );
  const random = new Random(2);
  const many = matrixFromRows(Array.from({ length: 400 }, () => [random.next(), random.next()]));
  const [five] = runToEnd(solveMany(inputFromMatrix(many), { method: 'ward', k: 5, seed: 1 }, [5]));
  const top = five!.facts.tree!;
  expect([top.sizes.length, top.merges.length]).toEqual([31, 30]);
  expect(top.sizes.reduce((sum, size) => sum + size)).toBe(400);
  const perCluster = new Array<number>(5).fill(0);
  top.sizes.forEach((size, leaf) => {
    perCluster[top.clusters[leaf]!]! += size;
  });
  expect(perCluster).toEqual([...five!.sizes]);
  const used = top.merges.flatMap(({ a, b }) => [a, b]);
  expect(used.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, node) => node));
});

/** Merges the cheapest pair of all, over and over. */
function naiveHeights({ rows, columns, values }: Matrix, weights: Float64Array): number[] {
  let clusters = Array.from({ length: rows }, (_, row) => ({
    worth: weights[row]!,
    mean: [...values.subarray(row * columns, (row + 1) * columns)],
  }));
  const heights: number[] = [];
  while (clusters.length > 1) {
    let best = { a: 0, b: 1, squared: Infinity };
    clusters.forEach((one, a) => {
      clusters.slice(a + 1).forEach((other, at) => {
        const gap = one.mean.reduce((sum, value, column) => sum + (value - other.mean[column]!) ** 2, 0);
        const squared = ((2 * one.worth * other.worth) / (one.worth + other.worth)) * gap;
        if (squared < best.squared) best = { a, b: a + 1 + at, squared };
      });
    });
    const [one, other] = [clusters[best.a]!, clusters[best.b]!];
    const worth = one.worth + other.worth;
    const mean = one.mean.map((value, at) => (one.worth * value + other.worth * other.mean[at]!) / worth);
    clusters = [...clusters.filter((cluster) => cluster !== one && cluster !== other), { worth, mean }];
    heights.push(Math.sqrt(best.squared));
  }
  return heights;
}

test('the chain finds the same tree as the naive algorithm, with weights too', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.constantFrom(0.5, 1, 3),
        ),
        {
          minLength: 2,
          maxLength: 14,
        },
      ),
      (rows) => {
        const matrix = matrixFromRows(rows.map(([x, y]) => [x, y]));
        const weights = Float64Array.from(rows, ([, , weight]) => weight);
        const { merges } = runToEnd(wardTree(matrix, weights));
        expect(merges.map(({ height }) => height)).toEqual(
          naiveHeights(matrix, weights).map((height) => expect.closeTo(height, 9)),
        );
      },
    ),
    { numRuns: 100, seed: 4127 },
  );
});

test('ties and repeated rows end, and cost nothing to merge', () => {
  const square = matrixFromRows([0, 1, 2, 3, 0, 1, 2, 3].map((at) => [at % 2, at < 2 ? 0 : 1]));
  const { merges } = runToEnd(wardTree(square, null));
  expect(merges.map(({ height }) => height).slice(0, 4)).toEqual([0, 0, 0, 0]);
});

function clouds(rows: number): Matrix {
  const random = new Random(5);
  return matrixFromRows(
    Array.from({ length: rows }, (_, row) => [
      (row % 4) * 10 + random.next(),
      (row % 2) * 10 + random.next(),
    ]),
  );
}

describe('Ward', () => {
  test('above 10,000 rows the tree of a sample is extended to all, and that is said', () => {
    const input = inputFromMatrix(clouds(10_400));
    const { sizes, facts, labels, model } = runToEnd(solve(input, { method: 'ward', k: 4, seed: 1 }));
    expect([sizes, facts.sampledRows]).toEqual([[2600, 2600, 2600, 2600], 10_000]);
    expect(assign(JSON.parse(JSON.stringify(model)) as typeof model, input)).toEqual(labels);
  });

  test('a weight of 2 is the row twice; one that weighs nothing is placed, but moves nothing', () => {
    const few = matrixFromRows([[0], [1], [9], [10], [5.4]]);
    const options = { method: 'ward', k: 2, seed: 1 } as const;
    const weighted = runToEnd(solve(inputFromMatrix(few, Float64Array.of(2, 1, 1, 1, 0)), options));
    const doubled = runToEnd(solve(inputFromMatrix(matrixFromRows([[0], [1], [9], [10], [0]])), options));
    expect(weighted.model).toEqual(doubled.model);
    expect([...weighted.labels]).toEqual([0, 0, 1, 1, 1]);
  });
});
