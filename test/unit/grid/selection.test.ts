import { describe, expect, it } from 'vitest';
import { isOneCell, nextCell, rangeOf } from '../../../renderer/ui/grid/selection.ts';

const size = { rowCount: 1_000_000, columnCount: 8, pageRows: 20 };
const cell = (row: number, column: number) => ({ row, column });

describe('the selection of a grid', () => {
  it('reaches from where it began to the active cell, whichever is first', () => {
    expect(rangeOf({ anchor: cell(7, 4), active: cell(2, 1) }, size)).toEqual({
      fromRow: 2,
      toRow: 7,
      fromColumn: 1,
      toColumn: 4,
    });
  });

  it('is everything after Ctrl+A, wherever the active cell is', () => {
    const whole = { anchor: cell(3, 3), active: cell(3, 3), whole: true } as const;
    expect(rangeOf(whole, size)).toEqual({ fromRow: 0, toRow: 999_999, fromColumn: 0, toColumn: 7 });
    expect(isOneCell(whole)).toBe(false);
    expect(isOneCell({ anchor: cell(3, 3), active: cell(3, 3) })).toBe(true);
    expect(isOneCell({ anchor: cell(3, 3), active: cell(3, 4) })).toBe(false);
  });

  it('moves as in spreadsheets and stops at the edges', () => {
    const from = cell(10, 3);
    const to = (key: string, ctrl = false) => nextCell(key, ctrl, from, size);
    expect(to('PageDown')).toEqual(cell(30, 3));
    expect(to('PageUp')).toEqual(cell(0, 3));
    expect(to('ArrowDown', true)).toEqual(cell(999_999, 3));
    expect(to('ArrowRight', true)).toEqual(cell(10, 7));
    expect(to('Home')).toEqual(cell(10, 0));
    expect(to('Home', true)).toEqual(cell(0, 0));
    expect(to('End')).toEqual(cell(10, 7));
    expect(to('End', true)).toEqual(cell(999_999, 7));
    expect(to('x')).toBeNull();
  });
});
