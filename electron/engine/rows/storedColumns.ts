// A source's columns as views read them: with its recorded fixes, from typed copies where there are any, otherwise
// from the packed text.
import type { Field, Source } from '../../../shared/model/source.ts';
import { readColumn } from '../db/columns.ts';
import type { ReadDb } from '../db/open.ts';
import { textChunks } from '../db/records.ts';
import { parseBoolean, parseDate, parseNumber } from '../files/index.ts';
import { importedOnly, preparedCells, readPrepared } from '../preparing/prepared.ts';
import type { Prepared } from '../preparing/prepared.ts';
import { isMeasured } from './columnValues.ts';
import type { ViewColumns } from './columnValues.ts';

/** As the analysis uses the source; as it was imported while its fixes are not applied yet, or when that is asked for. */
export function shownRecords(db: ReadDb, source: Source, asImported = false): Prepared {
  return (asImported ? null : readPrepared(db, source)) ?? importedOnly(source);
}

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

/** Whether the column's cells are those of the import, all of them and in its order. */
function isPlain({ choice, fixed, corrected }: Prepared, position: number): boolean {
  return choice.rows === null && choice.own.size === 0 && corrected === 0 && !fixed.has(position);
}

export function storedColumns(db: ReadDb, prepared: Prepared): ViewColumns {
  const { importRunId, runId, rows, fields } = prepared;
  const eachText: ViewColumns['eachText'] = ({ position }, take) => {
    if (isPlain(prepared, position)) {
      for (const { first, text } of textChunks(db, importRunId, position))
        for (let row = 0; row < text.rows; row++) take(text.text(row), first + row);
      return;
    }
    let row = 0;
    for (const [cell] of preparedCells(db, prepared, [position])) take(cell ?? null, row++);
  };
  const typedOf = (field: Field): Float64Array | null => {
    const name = `value:${field.position}`;
    const typed = runId === importRunId ? null : readColumn(db, runId, name, 'float64');
    return typed ?? (isPlain(prepared, field.position) ? readColumn(db, importRunId, name, 'float64') : null);
  };
  return {
    rows,
    fields,
    eachText,
    values: (field) => {
      if (!isMeasured(field)) return null;
      const typed = typedOf(field);
      if (typed) return typed;
      const parse = parserOf(field);
      const values = new Float64Array(rows);
      eachText(field, (cell, row) => {
        values[row] = (cell === null ? undefined : parse(cell)) ?? NaN;
      });
      return values;
    },
    search: (lower, mark) => {
      for (const field of fields) {
        if (isPlain(prepared, field.position)) {
          for (const { first, text } of textChunks(db, importRunId, field.position))
            for (const row of text.find(lower)) mark[first + row] = 1;
        } else {
          eachText(field, (text, row) => {
            if (text?.toLowerCase().includes(lower)) mark[row] = 1;
          });
        }
      }
    },
  };
}
