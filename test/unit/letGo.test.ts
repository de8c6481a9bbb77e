// Giving memory back must never take it from somebody else.
import { expect, test } from 'vitest';
import { letGo } from '../../electron/engine/letGo.ts';

test('large arrays are empty afterwards; small, pooled and shared ones keep what they hold', () => {
  const large = new Float64Array(100_000).fill(1);
  const part = large.subarray(5, 10);
  letGo(part);
  const pooled = Buffer.from('pooled');
  const shared = new Float64Array(new SharedArrayBuffer(800_000)).fill(2);
  const small = Float64Array.of(1, 2, 3);
  for (const array of [pooled, shared, small, large]) letGo(array);
  expect([large.length, part.length, pooled.toString(), shared[99_999], [...small]]).toEqual([
    0,
    0,
    'pooled',
    2,
    [1, 2, 3],
  ]);
});
