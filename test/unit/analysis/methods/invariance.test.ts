// What must not matter: the order of customers, whether a row stands twice or weighs 2, the number of threads, and
// whether the machine has WebAssembly.
import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import { matrixFromRows } from '../../../../electron/engine/analysis/matrix.ts';
import { fitMixture } from '../../../../electron/engine/analysis/methods/mixtureFit.ts';
import { type MethodInput, takeInput } from '../../../../electron/engine/analysis/methods/input.ts';
import { solve } from '../../../../electron/engine/analysis/methods/solve.ts';
import { Random } from '../../../../electron/engine/analysis/random.ts';
import { createCancelFlag, createComputePool } from '../../../../electron/engine/threads/pool.ts';
import { COVARIANCE_SHAPES } from '../../../../shared/model/method.ts';

const METHODS = ['kmeans', 'kmedoids', 'kprototypes', 'gmm', 'ward'] as const;

/** `groups` clouds far apart, each with a city of its own, in turn; whole weights. */
function clouds(rows: number, groups: number, seed: number, gap = 12): MethodInput {
  const random = new Random(seed);
  const points = Array.from({ length: rows }, (_, row) => [
    gap * (row % groups) + random.next() + random.next(),
    gap * ((row * 5) % groups) + random.next() - random.next(),
  ]);
  const numbers = [0, 1].map((at) => ({
    name: `c${at}`,
    values: Float64Array.from(points, (point) => point[at]!),
    log: false,
  }));
  const codes = Int32Array.from({ length: rows }, (_, row) => row % groups);
  const levels = Array.from({ length: groups }, (_, at) => `city ${at}`);
  return {
    matrix: matrixFromRows(points),
    table: { rows, numbers, categories: [{ name: 'city', codes, levels }] },
    weights: null,
  };
}

/** Which rows stand together, whatever the segments are called. */
function together(labels: Int16Array, order: ArrayLike<number>): readonly number[] {
  const names = new Map<number, number>();
  return Array.from(order, (row) => {
    const label = labels[row]!;
    if (!names.has(label)) names.set(label, names.size);
    return names.get(label)!;
  });
}

const seeds = { seed: 4127, numRuns: 8 };

describe.each(METHODS)('%s', (method) => {
  test('the order of the customers changes nothing but the names of the segments', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 24, max: 60 }), (seed, rows) => {
        const input = clouds(rows, 4, seed);
        const random = new Random(seed);
        const order = Array.from({ length: rows }, (_, row) => row).sort(() => random.next() - 0.5);
        const plain = runToEnd(solve(input, { method, k: 4, seed: 1 }));
        const mixed = runToEnd(solve(takeInput(input, order), { method, k: 4, seed: 1 }));
        const places = [...order.keys()];
        expect(together(mixed.labels, places)).toEqual(together(plain.labels, order));
        expect(mixed.sizes).toEqual(plain.sizes);
      }),
      seeds,
    );
  });

  test('a weight of 2 is the customer twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 24, max: 60 }), (seed, rows) => {
        const input = clouds(rows, 4, seed);
        const weights = Float64Array.from({ length: rows }, (_, row) => 1 + ((row * 7 + seed) % 2));
        const twice = Array.from(weights).flatMap((weight, row) => (weight === 2 ? [row, row] : [row]));
        const options = { method, k: 4, seed: 1, covariance: 'diagonal' } as const;
        const weighted = runToEnd(solve({ ...input, weights }, options));
        const doubled = runToEnd(solve(takeInput(input, twice), options));
        expect(together(doubled.labels, [...twice.keys()])).toEqual(together(weighted.labels, twice));
        const { cost: one = 0, bic: first = 0 } = weighted.facts;
        const { cost: other = 0, bic: second = 0 } = doubled.facts;
        expect([one, first]).toEqual([expect.closeTo(other, 6), expect.closeTo(second, 2)]);
      }),
      seeds,
    );
  });
});

describe('the same bits', () => {
  const pools = [1, 2, 3, 4].map((threads) => createComputePool(threads));
  afterAll(async () => {
    for (const pool of pools) await pool.close();
  });
  // Overlapping, so that nothing is obvious.
  const weights = Float64Array.from({ length: 160 }, (_, row) => 0.5 + (row % 4) / 3);
  const input = { ...clouds(160, 5, 3, 1.5), weights };

  test.each(METHODS)('%s: on any number of threads, and without WebAssembly', async (method) => {
    const { solveScored } = await import('../../../../electron/engine/analysis/methods/scored.ts');
    const options = { method, k: 2, seed: 9 } as const;
    const home = runToEnd(solveScored(input, options, [2, 3]));
    for (const pool of pools)
      expect(await pool.solve(input, options, [2, 3], createCancelFlag()).result).toEqual(home);
    const away = await withoutWasm(
      async () => import('../../../../electron/engine/analysis/methods/scored.ts'),
    );
    expect(runToEnd(away.solveScored(input, options, [2, 3]))).toEqual(home);
  });

  test('components, map of neighbours, the test for groups, and choosing k, without WebAssembly', async () => {
    const load = async () => ({
      ...(await import('../../../../electron/engine/analysis/pca.ts')),
      ...(await import('../../../../electron/engine/analysis/umap/umap.ts')),
      ...(await import('../../../../electron/engine/analysis/choosing/honestNull.ts')),
      ...(await import('../../../../electron/engine/analysis/chooseK.ts')),
      ...(await import('../../../../electron/engine/analysis/kernels/instance.ts')),
    });
    const all = ({ pca, umap, honestNull, chooseK }: Awaited<ReturnType<typeof load>>) => [
      runToEnd(pca(input.matrix, 2, weights)),
      runToEnd(umap(input.matrix, { seed: 2 })),
      runToEnd(honestNull(input.matrix, { seed: 2, highest: 3, rows: 60, weights })),
      runToEnd(chooseK(input.matrix, { lowest: 2, highest: 5, seed: 2, weights })),
    ];
    const home = await load();
    const away = await withoutWasm(load);
    expect([home.kernels() === null, away.kernels()]).toEqual([false, null]);
    expect(all(away)).toEqual(all(home));
  });
});

/** Modules loaded afresh on a machine whose WebAssembly refuses the kernels. */
async function withoutWasm<T>(load: () => Promise<T>): Promise<T> {
  const { CompileError, LinkError } = WebAssembly;
  const refuse = class {
    constructor() {
      throw new CompileError('no SIMD here');
    }
  };
  vi.resetModules();
  vi.stubGlobal('WebAssembly', {
    ...WebAssembly,
    Memory: WebAssembly.Memory,
    Module: refuse,
    CompileError,
    LinkError,
  });
  try {
    const modules = await load();
    const { kernels } = await import('../../../../electron/engine/analysis/kernels/instance.ts');
    expect(kernels()).toBeNull();
    return modules;
  } finally {
    vi.unstubAllGlobals();
    vi.resetModules();
  }
}

test.each(COVARIANCE_SHAPES)('mixture, %s: no step makes the data less likely', (shape) => {
  const { matrix } = clouds(90, 3, 5, 1);
  const labels = Int16Array.from({ length: 90 }, (_, row) => row % 4);
  const found = Array.from({ length: 25 }, (_, at) => {
    const options = { shape, k: 4, weights: null, maxIterations: at + 1, tolerance: 0 };
    return runToEnd(fitMixture(matrix, labels, options))!.logLikelihood;
  });
  found.slice(1).forEach((value, at) => expect(value - found[at]!).toBeGreaterThanOrEqual(-1e-6));
  expect(found.at(-1)).toBeGreaterThan(found[0]!);
});
