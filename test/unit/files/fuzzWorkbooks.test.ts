// A thousand broken workbooks; `npm run fuzz` tries ten thousand.
import { expect, it } from 'vitest';
import { fuzzWorkbooks } from '../../fuzz/workbooks.ts';

it('broken workbooks end in records or in a named refusal', { timeout: 180_000 }, async () => {
  const { failures, tried, read, refused } = await fuzzWorkbooks(1000, 20_260_101);
  console.log(`workbooks: ${tried} tried, ${read} read, refused ${JSON.stringify(refused)}`);
  expect(failures).toEqual([]);
  const total = Object.values(refused).reduce((sum, count) => sum + count, 0);
  expect(read + total).toBe(1000);
  expect(read).toBeGreaterThan(100);
  expect(total).toBeGreaterThan(100);
});
