import { describe, expect, it } from 'vitest';
import { inSlotOrder, rowSlots } from '../../../renderer/ui/grid/rowSlots.ts';

const start = rowSlots(new Map(), [0, 1, 2, 3]);

describe('elements of the rows in view', () => {
  it('are made for the first rows', () => {
    expect([...start]).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('stay with rows that stay; rows that come take those of rows that left', () => {
    expect([...rowSlots(start, [2, 3, 4, 5])]).toEqual([
      [2, 2],
      [3, 3],
      [4, 0],
      [5, 1],
    ]);
  });

  it('are all used again, in order, when the view jumps', () => {
    expect([...rowSlots(start, [90, 91, 92, 93, 94])]).toEqual([
      [90, 0],
      [91, 1],
      [92, 2],
      [93, 3],
      [94, 4],
    ]);
  });

  it('never move from the focused row, however far the view goes', () => {
    const far = rowSlots(start, [1, 500, 501, 502, 503]);
    expect(far.get(1)).toBe(1);
    expect(new Set(far.values()).size).toBe(5);
    expect(rowSlots(far, [1, 2, 3]).get(1)).toBe(1);
  });

  it('stand in the page in the same order, whichever rows they show: none is moved among the others', () => {
    const up = rowSlots(rowSlots(start, [2, 3, 4, 5]), [1, 2, 3, 4]);
    expect(inSlotOrder(up)).toEqual([
      [4, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });
});
