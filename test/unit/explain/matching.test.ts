import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignMost } from '../../../electron/engine/analysis/matching/assignment.ts';
import { matchSegments, overlapOf } from '../../../electron/engine/analysis/matching/matchSegments.ts';

describe('assignment', () => {
  // scipy 1.10.1: linear_sum_assignment(m, maximize=True) on the same matrices, drawn one after another.
  const expected: readonly [number, number, number, readonly (readonly [number, number])[]][] = [
    [
      5,
      5,
      4515,
      [
        [0, 3],
        [1, 0],
        [2, 1],
        [3, 2],
        [4, 4],
      ],
    ],
    [
      4,
      7,
      3129,
      [
        [0, 0],
        [1, 3],
        [2, 6],
        [3, 5],
      ],
    ],
    [
      7,
      4,
      3379,
      [
        [2, 1],
        [3, 2],
        [4, 0],
        [5, 3],
      ],
    ],
    [
      12,
      12,
      10_989,
      [
        [0, 4],
        [1, 7],
        [2, 1],
        [3, 6],
        [4, 11],
        [5, 5],
        [6, 8],
        [7, 3],
        [8, 2],
        [9, 0],
        [10, 10],
        [11, 9],
      ],
    ],
  ];
  test('the same pairs as scipy', () => {
    let state = 11n;
    const next = (): number => {
      state = (state * 1_103_515_245n + 12_345n) % 2_147_483_648n;
      return Number(state >> 8n) % 1_000;
    };
    for (const [rows, columns, total, pairs] of expected) {
      const gains = Array.from({ length: rows * columns }, next);
      const found = [...assignMost(gains, rows, columns)].flatMap((column, row) =>
        column < 0 ? [] : [[row, column] as const],
      );
      expect(found).toEqual(pairs);
      expect(found.reduce((sum, [row, column]) => sum + gains[row * columns + column]!, 0)).toBe(total);
    }
  });

  test('nothing is better, by trying all', () => {
    const best = (gains: readonly number[], size: number, row: number, used: number): number => {
      if (row === size) return 0;
      let most = -Infinity;
      for (let column = 0; column < size; column++) {
        if (used & (1 << column)) continue;
        most = Math.max(most, gains[row * size + column]! + best(gains, size, row + 1, used | (1 << column)));
      }
      return most;
    };
    const square = fc
      .integer({ min: 1, max: 5 })
      .chain((size) =>
        fc.tuple(
          fc.constant(size),
          fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size * size, maxLength: size * size }),
        ),
      );
    fc.assert(
      fc.property(square, ([size, gains]) => {
        const columns = assignMost(gains, size, size);
        expect(new Set(columns).size).toBe(size);
        expect(columns.reduce((sum, column, row) => sum + gains[row * size + column]!, 0)).toBe(
          best(gains, size, 0, 0),
        );
      }),
      { seed: 3 },
    );
  });

  test('nobody to assign', () => {
    expect([...assignMost([], 0, 3)]).toEqual([]);
    expect([...assignMost([], 2, 0)]).toEqual([-1, -1]);
  });
});

describe('segments', () => {
  /** Labels from lines of `[how many, old segment, new segment]`. */
  function matchOf(flows: readonly (readonly [number, number, number])[], before: number, after: number) {
    const spread = (side: 1 | 2) =>
      Int16Array.from(flows.flatMap((flow) => Array.from({ length: flow[0] }, () => flow[side])));
    const { identity, fates } = matchSegments(overlapOf(spread(1), spread(2), before, after));
    return { identity: [...identity], fates };
  }

  test('renumbered segments are the same ones', () => {
    expect(
      matchOf(
        [
          [50, 0, 2],
          [40, 1, 0],
          [30, 2, 1],
          [9, -1, 0],
          [9, 1, -1],
        ],
        3,
        3,
      ),
    ).toEqual({
      identity: [1, 2, 0],
      fates: [
        { kind: 'kept', from: 1, to: 0, stayed: 40, jaccard: 1 },
        { kind: 'kept', from: 2, to: 1, stayed: 30, jaccard: 1 },
        { kind: 'kept', from: 0, to: 2, stayed: 50, jaccard: 1 },
      ],
    });
  });

  test('a split: the larger part keeps the name', () => {
    expect(
      matchOf(
        [
          [60, 0, 0],
          [40, 0, 1],
          [80, 1, 2],
        ],
        2,
        3,
      ),
    ).toEqual({
      identity: [0, -1, 1],
      fates: [
        { kind: 'split', from: 0, to: [0, 1] },
        { kind: 'kept', from: 1, to: 2, stayed: 80, jaccard: 1 },
      ],
    });
  });

  test('a new segment that takes from several, and mostly from none, is no part of a split', () => {
    const found = matchOf(
      [
        [60, 0, 0],
        [40, 0, 1],
        [100, 1, 2],
        [45, 1, 1],
        [100, 2, 3],
        [45, 2, 1],
      ],
      3,
      4,
    );
    expect(found).toEqual({
      identity: [0, -1, 1, 2],
      fates: [
        { kind: 'kept', from: 0, to: 0, stayed: 60, jaccard: 0.6 },
        { kind: 'kept', from: 1, to: 2, stayed: 100, jaccard: 100 / 145 },
        { kind: 'kept', from: 2, to: 3, stayed: 100, jaccard: 100 / 145 },
        { kind: 'born', to: 1 },
      ],
    });
  });

  test('a merger: the larger of the two passes its name on', () => {
    expect(
      matchOf(
        [
          [40, 0, 0],
          [60, 1, 0],
          [80, 2, 1],
        ],
        3,
        2,
      ),
    ).toEqual({
      identity: [1, 2],
      fates: [
        { kind: 'merged', from: [0, 1], to: 0 },
        { kind: 'kept', from: 2, to: 1, stayed: 80, jaccard: 1 },
      ],
    });
  });

  test('split into three parts, none of which is a third of it: the largest inherits', () => {
    const { identity, fates } = matchOf(
      [
        [32, 0, 0],
        [30, 0, 1],
        [30, 0, 2],
        [8, 0, 3],
        [90, 1, 3],
      ],
      2,
      4,
    );
    expect(identity).toEqual([0, -1, -1, 1]);
    expect(fates[0]).toEqual({ kind: 'split', from: 0, to: [0, 1, 2] });
  });

  test('one that scatters died, one from all over was born', () => {
    const flows = [
      [10, 0, 0],
      [10, 0, 1],
      [10, 0, 2],
      [10, 0, 3],
      [90, 1, 0],
      [90, 2, 1],
      [90, 3, 2],
      [12, 1, 3],
      [12, 2, 3],
      [12, 3, 3],
    ] as const;
    const { identity, fates } = matchOf(flows, 4, 4);
    expect(identity).toEqual([1, 2, 3, -1]);
    expect(fates.filter(({ kind }) => kind !== 'kept')).toEqual([
      { kind: 'born', to: 3 },
      { kind: 'died', from: 0 },
    ]);
  });

  test('nobody in common: all died, all were born', () => {
    expect(
      matchOf(
        [
          [5, 0, -1],
          [5, -1, 0],
        ],
        1,
        1,
      ),
    ).toEqual({
      identity: [-1],
      fates: [
        { kind: 'born', to: 0 },
        { kind: 'died', from: 0 },
      ],
    });
  });

  test('every segment has exactly one fate on its side', () => {
    const flow = fc.tuple(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: -1, max: 3 }),
      fc.integer({ min: -1, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 16 }), (flows) => {
        const { identity, fates } = matchOf(flows, 4, 4);
        const named = identity.filter((from) => from >= 0);
        expect(new Set(named).size).toBe(named.length);
        const froms = new Set(fates.flatMap((one) => ('from' in one ? one.from : [])));
        const tos = new Set(fates.flatMap((one) => ('to' in one ? one.to : [])));
        expect([froms.size, tos.size]).toEqual([4, 4]);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
