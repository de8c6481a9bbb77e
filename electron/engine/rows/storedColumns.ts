// The columns of an import as views read them: packed text, and the typed copies where the import kept them.
import type { Field, Source } from '../../../shared/model/source.ts';
import { readColumn } from '../db/columns.ts';
import type { ReadDb } from '../db/open.ts';
import { textChunks } from '../db/records.ts';
import { parseBoolean, parseDate, parseNumber } from '../files/index.ts';
import { isMeasured } from './columnValues.ts';
import type { ViewColumns } from './columnValues.ts';

function parserOf(field: Field): (cell: string) => number | null | undefined {
  if (field.type === 'date') return (cell) => parseDate(cell, field.dateOrder);
  if (field.type === 'boolean') {
    return (cell) => {
      const value = parseBoolean(cell);
      return typeof value === 'boolean' ? Number(value) : value;
    };
  }
  return (cell) => parseNumber(cell, { decimal: field.decimal, thousands: field.thousands });
}

export function storedColumns(db: ReadDb, { runId, records, fields }: Source): ViewColumns {
  const rows = records.loaded;
  const eachText: ViewColumns['eachText'] = (field, take) => {
    for (const { first, text } of textChunks(db, runId, field.position))
      for (let row = 0; row < text.rows; row++) take(text.text(row), first + row);
  };
  return {
    rows,
    fields,
    eachText,
    values: (field) => {
      if (!isMeasured(field)) return null;
      const typed = readColumn(db, runId, `value:${field.position}`, 'float64');
      if (typed) return typed;
      const parse = parserOf(field);
      const values = new Float64Array(rows);
      eachText(field, (cell, row) => {
        values[row] = (cell === null ? undefined : parse(cell)) ?? NaN;
      });
      return values;
    },
    search: (lower, mark) => {
      for (const field of fields)
        for (const { first, text } of textChunks(db, runId, field.position))
          for (const row of text.find(lower)) mark[first + row] = 1;
    },
  };
}
