// Which records count: excluded, one of several, cells from other rows of the same group; and medians and modes.
import { describe, expect, test } from 'vitest';
import {
  applyFix,
  countCodes,
  medianText,
  modeText,
} from '../../../electron/engine/preparing/codedColumn.ts';
import type { Reading } from '../../../electron/engine/preparing/cellFix.ts';
import {
  EVERYTHING,
  groupPlaces,
  keepPlaces,
  lastKnown,
  onePerGroup,
  rowsOf,
} from '../../../electron/engine/preparing/recordChoice.ts';

const NUMBER: Reading = { type: 'number', decimal: '.', thousands: '', dateOrder: 'dmy' };
const DATE: Reading = { ...NUMBER, type: 'date' };
const column = (...cells: (string | null)[]) => ({
  codes: Int32Array.from(cells, (_, at) => at),
  words: cells,
});
const count = (size: number): Float64Array => new Float64Array(size).fill(1);

describe('one of several', () => {
  const words = ['a', 'b', null, ' a ', '', 'b', 'c'];
  const { groups, count: many } = groupPlaces(words);
  test('groups by the text without outer spaces; nothing is in no group', () => {
    expect([...groups]).toEqual([0, 1, -1, 0, -1, 1, 2]);
    expect(many).toBe(3);
  });
  test('the first stays in its place, the last in its', () => {
    expect([...onePerGroup(groups, many, 'first')]).toEqual([1, 1, 1, 0, 1, 0, 1]);
    expect([...onePerGroup(groups, many, 'last')]).toEqual([0, 0, 1, 1, 1, 1, 1]);
  });
  test('a merged cell is the last one that is known', () => {
    const present = [1, 1, 0, 0, 1, 1, 0];
    expect(lastKnown(groups, many, null, (row) => present[row] === 1)).toEqual(
      Int32Array.from([0, 5, 2, 0, 4, 5, 6]),
    );
    expect(lastKnown(Int32Array.from([0, 1]), 2, null, () => true)).toBeNull();
  });
});

test('choosing twice keeps the columns that have rows of their own in step', () => {
  const first = keepPlaces(
    { rows: null, own: new Map([[7, Int32Array.from([3, 1, 0, 2])]]) },
    4,
    (at) => at !== 1,
  );
  expect(first).toEqual({
    rows: Int32Array.from([0, 2, 3]),
    own: new Map([[7, Int32Array.from([3, 0, 2])]]),
  });
  const second = keepPlaces(first, 4, (at) => at !== 0);
  expect([...(rowsOf(second, 0) ?? [])]).toEqual([2, 3]);
  expect([...(rowsOf(second, 7) ?? [])]).toEqual([0, 2]);
  expect(keepPlaces(EVERYTHING, 0, () => true).rows).toEqual(new Int32Array(0));
});

describe('figures of a column', () => {
  test('the median of an even number is between, of dates the earlier', () => {
    expect(medianText(column('4', '1', null, 'x', '10', '3'), count(6), NUMBER)).toBe('3.5');
    expect(medianText(column('2025-03-01', '2025-01-01'), count(2), DATE)).toBe('2025-01-01');
    expect(medianText(column('7'), count(1), NUMBER)).toBe('7');
  });
  test('counts weigh', () => {
    expect(medianText(column('1', '9'), Float64Array.from([1, 2]), NUMBER)).toBe('9');
  });
  test('nothing to go by', () => {
    expect(medianText(column(null, 'x'), count(2), NUMBER)).toBeNull();
    expect(modeText(column(null, ' '), count(2))).toBeNull();
    expect(modeText(column(), count(0))).toBeNull();
  });
  test('the mode adds spellings that differ by spaces, and of equals takes the first', () => {
    expect(modeText(column('b', 'a', ' a', 'c'), Float64Array.from([3, 2, 2, 4]))).toBe('a');
    expect(modeText(column('b', 'a'), count(2))).toBe('b');
  });
});

test('an effect counts records, the most frequent change first', () => {
  const some = { codes: Int32Array.from([0, 1, 1, 2, 3, 3, 3]), words: [null, 'a', 'B', 'c'] };
  const counts = countCodes(some, Int32Array.from([1, 2, 3, 4]));
  expect([...counts]).toEqual([0, 2, 1, 1]);
  const { effect, column: after } = applyFix(some, counts, (cell) => cell?.toUpperCase() ?? null);
  expect(after.words).toEqual([null, 'A', 'B', 'C']);
  expect(effect).toEqual({
    touched: 3,
    examples: [
      { from: 'a', to: 'A', count: 2 },
      { from: 'c', to: 'C', count: 1 },
    ],
  });
});
