import { describe, expect, it } from 'vitest';
import { blockOf, cellOf, withPlaces } from '../../../renderer/screens/data/table/askedColumns.ts';

describe('columns that are fetched', () => {
  it('come in blocks that hold those drawn', () => {
    expect(blockOf(0, 11)).toEqual([0, 40]);
    expect(blockOf(38, 41)).toEqual([0, 80]);
    expect(blockOf(1978, 1988)).toEqual([1960, 2000]);
    expect(blockOf(-1, -1)).toEqual([0, 40]);
  });

  it('are found in a row by position; what was not fetched is not the same as what is empty', () => {
    const [row] = withPlaces([{ record: 1, line: 2, cells: ['K1', null] }], [0, 7]);
    if (!row) throw new Error('no row');
    expect([cellOf(row, 0), cellOf(row, 7), cellOf(row, 3)]).toEqual(['K1', null, undefined]);
  });
});
