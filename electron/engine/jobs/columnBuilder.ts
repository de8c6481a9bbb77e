// Typed copies of a source's columns, made while its records pass by: numbers, dates and booleans as doubles, keys and
// categories as codes into a dictionary. Of contact details and other PII only their presence is kept.
import type { ColumnMapping } from '../../../shared/model/source.ts';
import { writeChunk, writeColumn } from '../db/columns.ts';
import type { WriteDb } from '../db/open.ts';
import type { ColumnForm } from '../files/index.ts';
import { parseBoolean, parseDate, parseNumber } from '../files/index.ts';

const CODED_ROLES: readonly string[] = ['customerKey', 'orderKey', 'product'];
const CHUNK_ROWS = 65_536;

/** How a column's typed copy is kept; null = not at all. */
export function formOf({ type, role, pii }: Pick<ColumnMapping, 'type' | 'role' | 'pii'>): ColumnForm | null {
  if (role === 'ignore') return null;
  if (CODED_ROLES.includes(role)) return 'code';
  if (type === 'date' && (role !== 'pii' || pii === 'birthDate')) return 'value';
  if (role === 'pii' || role === 'contact') return 'presence';
  if (type === 'number' || type === 'money' || type === 'boolean' || type === 'date') return 'value';
  return type === 'category' ? 'code' : null;
}

export const columnName = (form: ColumnForm, position: number): string => `${form}:${position}`;
export const dictionaryName = (position: number): string => `dictionary:${position}`;

interface Builder {
  readonly push: (cell: string | null, at: number) => void;
  readonly flush: (db: WriteDb, runId: number, chunk: number, rows: number) => void;
  readonly finish: (db: WriteDb, runId: number) => void;
  /** The greatest value so far; −Infinity before there is one. */
  readonly greatest?: () => number;
}

const KNOWN_DATES = 4096;

/** Days repeat: looking one up takes a third of the time of reading it again. */
function dateParser({ dateOrder }: ColumnMapping): (cell: string) => number {
  const known = new Map<string, number>();
  return (cell) => {
    let value = known.get(cell);
    if (value === undefined) {
      value = parseDate(cell, dateOrder) ?? NaN;
      if (known.size < KNOWN_DATES) known.set(cell, value);
    }
    return value;
  };
}

function parserOf(column: ColumnMapping): (cell: string) => number {
  if (column.type === 'date') return dateParser(column);
  if (column.type === 'boolean') {
    return (cell) => {
      const value = parseBoolean(cell);
      return value === true ? 1 : value === false ? 0 : NaN;
    };
  }
  const style = { decimal: column.decimal, thousands: column.thousands };
  return (cell) => parseNumber(cell, style) ?? NaN;
}

function valueBuilder(column: ColumnMapping): Builder {
  const parse = parserOf(column);
  const values = new Float64Array(CHUNK_ROWS);
  let greatest = -Infinity;
  return {
    greatest: () => greatest,
    push: (cell, at) => {
      const value = cell === null ? NaN : parse(cell);
      values[at] = value;
      if (value > greatest) greatest = value;
    },
    flush: (db, runId, chunk, rows) =>
      writeChunk(db, runId, columnName('value', column.position), chunk, values.subarray(0, rows)),
    finish: () => undefined,
  };
}

function codeBuilder(column: ColumnMapping): Builder {
  const codes = new Int32Array(CHUNK_ROWS);
  const dictionary = new Map<string, number>();
  return {
    push: (cell, at) => {
      if (cell === null) {
        codes[at] = -1;
        return;
      }
      const text = cell.trim();
      let code = dictionary.get(text);
      if (code === undefined) {
        code = dictionary.size;
        dictionary.set(text, code);
      }
      codes[at] = code;
    },
    flush: (db, runId, chunk, rows) =>
      writeChunk(db, runId, columnName('code', column.position), chunk, codes.subarray(0, rows)),
    finish: (db, runId) => writeColumn(db, runId, dictionaryName(column.position), [...dictionary.keys()]),
  };
}

function presenceBuilder(column: ColumnMapping): Builder {
  const present = new Uint8Array(CHUNK_ROWS);
  return {
    push: (cell, at) => {
      present[at] = cell === null ? 0 : 1;
    },
    flush: (db, runId, chunk, rows) =>
      writeChunk(db, runId, columnName('presence', column.position), chunk, present.subarray(0, rows)),
    finish: () => undefined,
  };
}

const BUILDERS = { value: valueBuilder, code: codeBuilder, presence: presenceBuilder };

export interface ColumnBuilder {
  /** Cells in the order of the columns given at the start. */
  readonly push: (db: WriteDb, cells: readonly (string | null)[]) => void;
  readonly finish: (db: WriteDb) => void;
  /** The greatest value of the column at this place in `columns`; null without any. */
  readonly greatest: (at: number) => number | null;
}

/** Call within transactions: a full chunk is written by `push`, the rest by `finish`. */
export function createColumnBuilder(runId: number, columns: readonly ColumnMapping[]): ColumnBuilder {
  const builders = columns.map((column) => {
    const form = formOf(column);
    return form && BUILDERS[form](column);
  });
  let rows = 0;
  let chunk = 0;
  const flush = (db: WriteDb): void => {
    if (rows === 0) return;
    for (const builder of builders) builder?.flush(db, runId, chunk, rows);
    chunk++;
    rows = 0;
  };
  return {
    push: (db, cells) => {
      for (let at = 0; at < builders.length; at++) builders[at]?.push(cells[at] ?? null, rows);
      rows++;
      if (rows === CHUNK_ROWS) flush(db);
    },
    finish: (db) => {
      flush(db);
      for (const builder of builders) builder?.finish(db, runId);
    },
    greatest: (at) => {
      const value = builders[at]?.greatest?.() ?? -Infinity;
      return Number.isFinite(value) ? value : null;
    },
  };
}
