import { expect, test } from 'vitest';
import { standsUpright } from '../../../renderer/charts/ColumnHeadings.tsx';

test('headings stand upright only where a word is longer than its column', () => {
  const names = ['Recency', 'Monetary value'];
  expect(standsUpright(names, 84)).toBe(false);
  expect(standsUpright(names, 40)).toBe(true);
  expect(standsUpright([], 0)).toBe(false);
});
