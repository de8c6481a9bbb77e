// Views of records: every condition, every type, missing cells last, equal records in the file's order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PackedText, packText } from '../../../electron/engine/db/packedText.ts';
import type { ViewColumns } from '../../../electron/engine/rows/columnValues.ts';
import { orderRows } from '../../../electron/engine/rows/orderRows.ts';
import { orderTexts } from '../../../electron/engine/rows/sortKeys.ts';
import type { RowFilter, RowView } from '../../../shared/model/rowView.ts';
import { WHOLE_TABLE } from '../../../shared/model/rowView.ts';
import type { Field } from '../../../shared/model/source.ts';

const TEXT = 0;
const NUMBER = 3;
const texts = ['Ñu', ' pera ', null, 'Pera', 'ñandú', 'Árbol', null, 'pera 10', 'pera 9'];
const numbers = [3, NaN, -1, 3, 0, NaN, 2.5, Infinity, 3];

const field = (position: number, type: Field['type']): Field => ({
  id: position + 1,
  position,
  header: '',
  name: '',
  type,
  role: 'feature',
  criterion: null,
  decimal: '.',
  thousands: '',
  dateOrder: 'ymd',
  pii: null,
});

const columns: ViewColumns = {
  rows: texts.length,
  fields: [field(TEXT, 'text'), field(NUMBER, 'number')],
  values: ({ type }) => (type === 'number' ? Float64Array.from(numbers) : null),
  eachText: ({ type }, take) =>
    (type === 'number'
      ? numbers.map((value) => (Number.isNaN(value) ? null : String(value)))
      : texts
    ).forEach(take),
  search: (lower, mark) => {
    for (const row of new PackedText(packText(texts)).find(lower)) mark[row] = 1;
  },
};

const rowsOf = (view: Partial<RowView>): number[] | null => {
  const order = orderRows(columns, { ...WHOLE_TABLE, ...view }, 'es');
  return order && [...order];
};
const filtered = (...filters: RowFilter[]) => rowsOf({ filters });

test('a view of everything needs no order', () => {
  expect(rowsOf({})).toBe(null);
});

describe('filters', () => {
  const position = TEXT;
  test.each<[RowFilter, number[]]>([
    [{ position, op: 'is', text: 'PERA' }, [1, 3]],
    [{ position, op: 'isNot', text: 'pera' }, [0, 2, 4, 5, 6, 7, 8]],
    [{ position, op: 'contains', text: 'ER' }, [1, 3, 7, 8]],
    [{ position, op: 'notContains', text: 'er' }, [0, 2, 4, 5, 6]],
    [{ position, op: 'startsWith', text: 'pera' }, [1, 3, 7, 8]],
    [{ position, op: 'endsWith', text: '9' }, [8]],
    [{ position, op: 'oneOf', texts: ['Pera', 'ÁRBOL'] }, [1, 3, 5]],
    [{ position, op: 'missing' }, [2, 6]],
    [{ position, op: 'notMissing' }, [0, 1, 3, 4, 5, 7, 8]],
    [{ position: NUMBER, op: 'missing' }, [1, 5]],
    [{ position: NUMBER, op: 'between', from: 0, to: 3 }, [0, 3, 4, 6, 8]],
    [{ position: NUMBER, op: 'between', from: null, to: 0 }, [2, 4]],
    [{ position: NUMBER, op: 'between', from: 3, to: null }, [0, 3, 7, 8]],
    [{ position: NUMBER, op: 'between', from: null, to: null }, [0, 2, 3, 4, 6, 7, 8]],
    [{ position: NUMBER, op: 'is', text: '3' }, [0, 3, 8]],
  ])('%j', (filter, rows) => {
    expect(filtered(filter)).toEqual(rows);
  });

  test('all of them, or any', () => {
    const filters: RowFilter[] = [
      { position: TEXT, op: 'contains', text: 'pera' },
      { position: NUMBER, op: 'between', from: 3, to: 3 },
    ];
    expect(rowsOf({ filters })).toEqual([3, 8]);
    expect(rowsOf({ filters, match: 'any' })).toEqual([0, 1, 3, 7, 8]);
  });

  test('a range over text and a column that is not there are refused', () => {
    expect(() => filtered({ position: TEXT, op: 'between', from: 0, to: 1 })).toThrow('INPUT-INVALID');
    expect(() => filtered({ position: 2, op: 'missing' })).toThrow('FIELD-UNKNOWN');
    expect(() => rowsOf({ sort: [{ position: 2, descending: false }] })).toThrow('FIELD-UNKNOWN');
  });
});

describe('order', () => {
  test('numbers by value, missing last both ways, equal ones as in the file', () => {
    expect(rowsOf({ sort: [{ position: NUMBER, descending: false }] })).toEqual([2, 4, 6, 0, 3, 8, 7, 1, 5]);
    expect(rowsOf({ sort: [{ position: NUMBER, descending: true }] })).toEqual([7, 0, 3, 8, 6, 4, 2, 1, 5]);
  });

  test('texts by the alphabet of the language, numbers inside them by value', () => {
    expect(rowsOf({ sort: [{ position: TEXT, descending: false }] })).toEqual([1, 5, 4, 0, 3, 8, 7, 2, 6]);
    expect(orderTexts(['ёж', 'жук', 'еж', 'Ель'], 'ru')).toEqual(['еж', 'ёж', 'Ель', 'жук']);
  });

  test('many spellings are ordered without accents and case', () => {
    const many = Array.from({ length: 20_001 }, (_, at) => `x${String(at).padStart(5, '0')}`);
    expect(orderTexts(['Ébano', 'ecu', 'Eco', ...many].toReversed(), 'es').slice(0, 3)).toEqual([
      'Ébano',
      'Eco',
      'ecu',
    ]);
  });

  test('a second column decides between equal ones', () => {
    const sort = [
      { position: NUMBER, descending: true },
      { position: TEXT, descending: true },
    ];
    expect(rowsOf({ sort })).toEqual([7, 8, 3, 0, 6, 4, 2, 5, 1]);
  });

  test('search narrows what the filters left', () => {
    expect(rowsOf({ search: ' PERA ', sort: [{ position: TEXT, descending: false }] })).toEqual([1, 3, 8, 7]);
    expect(rowsOf({ search: 'ñ' })).toEqual([0, 4]);
    expect(rowsOf({ search: 'nothing such' })).toEqual([]);
  });
});

test('finding in packed text is finding in each cell', () => {
  const cell = fc.option(fc.string({ unit: fc.constantFrom('a', 'B', 'b', ' ', 'ж'), maxLength: 5 }), {
    nil: null,
  });
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 30 }),
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ж'), minLength: 1, maxLength: 3 }),
      (cells, wanted) => {
        const packed = new PackedText(packText(cells));
        expect(cells.map((_, row) => packed.text(row))).toEqual(cells);
        expect(packed.find(wanted)).toEqual(
          cells.flatMap((one, row) => (one?.toLowerCase().includes(wanted) ? [row] : [])),
        );
      },
    ),
    { seed: 1 },
  );
});
