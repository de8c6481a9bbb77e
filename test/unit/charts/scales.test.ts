import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linear, rangeOf, ratioScale, roundTicks } from '../../../renderer/charts/scales.ts';

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });

describe('rangeOf', () => {
  test('spans finite values and widens a single one', () => {
    expect(rangeOf([3, Number.NaN, -1, Infinity, 2])).toEqual({ low: -1, high: 3 });
    expect(rangeOf([4, 4])).toEqual({ low: 3.5, high: 4.5 });
    expect(rangeOf([])).toEqual({ low: 0, high: 1 });
  });
});

describe('roundTicks', () => {
  test('gives short decimals', () => {
    expect(roundTicks({ low: 0.03, high: 0.41 }, 4)).toEqual([0.1, 0.2, 0.3, 0.4]);
    expect(roundTicks({ low: -12, high: 31 }, 4)).toEqual([-10, 0, 10, 20, 30]);
    expect(roundTicks({ low: 5, high: 5 }, 4)).toEqual([5]);
  });

  test('stays inside, ascends and is never dense', () => {
    fc.assert(
      fc.property(
        finite,
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        fc.integer({ min: 2, max: 10 }),
        (low, span, count) => {
          const high = low + span;
          const ticks = roundTicks({ low, high }, count);
          const slack = span * 1e-6;
          expect(ticks.every((tick) => tick >= low - slack && tick <= high + slack)).toBe(true);
          expect(ticks.every((tick, at) => at === 0 || tick > (ticks[at - 1] ?? Infinity))).toBe(true);
          expect(ticks.length).toBeLessThanOrEqual(2 * count + 2);
        },
      ),
      { seed: 1 },
    );
  });
});

test('linear maps the ends of the range to the ends of the drawing', () => {
  const x = linear({ low: 10, high: 20 }, 100, 300);
  expect([x(10), x(15), x(20), x(25)]).toEqual([100, 200, 300, 400]);
});

test('on the ratio scale half and double are equally far from 100', () => {
  const x = ratioScale({ low: 25, high: 400 }, 0, 400);
  expect(x(100) - x(50)).toBeCloseTo(x(200) - x(100), 9);
  expect([x(25), x(400)]).toEqual([0, 400]);
});
