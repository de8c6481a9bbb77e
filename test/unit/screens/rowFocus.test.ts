import { expect, test } from 'vitest';
import { rowToFocus } from '../../../renderer/ui/useRowFocus.ts';

test('a new row takes the focus', () => {
  expect(rowToFocus([1, 2], [1, 2, 3])).toEqual({ row: 3 });
  expect(rowToFocus([], ['a'])).toEqual({ row: 'a' });
  expect(rowToFocus(['a', 'b'], ['a', 'c', 'b'])).toEqual({ row: 'c' });
});

test('after a removal the row that took its place has the focus, the one above after the last, else the button', () => {
  expect(rowToFocus([1, 2, 3], [2, 3])).toEqual({ row: 2 });
  expect(rowToFocus([1, 2, 3], [1, 3])).toEqual({ row: 3 });
  expect(rowToFocus([1, 2, 3], [1, 2])).toEqual({ row: 2 });
  expect(rowToFocus([0], [])).toEqual({ row: null });
});

test('the focus stays where rows only change, move, or are replaced as a whole', () => {
  expect(rowToFocus([1, 2], [1, 2])).toBeNull();
  expect(rowToFocus([1, 2], [2, 1])).toBeNull();
  expect(rowToFocus([1, 2], [3, 4, 5])).toBeNull();
  expect(rowToFocus([1, 2, 3], [])).toBeNull();
});
