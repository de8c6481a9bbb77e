// A file read in both ways, the fast and the careful one, and told in the same words.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AppError } from '../../../shared/errors.ts';
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { ReadSettings } from '../../../shared/model/readSettings.ts';
import { readCells, readRecords } from '../../../electron/engine/files/index.ts';
import type { ColumnForm } from '../../../electron/engine/files/index.ts';
import { parseBoolean } from '../../../electron/engine/files/values/boolean.ts';
import { parseDate } from '../../../electron/engine/files/values/date.ts';
import { parseNumber } from '../../../electron/engine/files/values/number.ts';

interface Outcome {
  readonly records: readonly unknown[];
  readonly rejects: readonly unknown[];
  readonly typed?: readonly unknown[];
  readonly end: unknown;
}

function endOf(error: unknown): unknown {
  if (!(error instanceof AppError)) throw error;
  return { code: error.code, args: error.args, place: error.place };
}

const formOf = ({ type, role }: ColumnMapping): ColumnForm | null => {
  if (role === 'customerKey' || role === 'orderKey' || type === 'category') return 'code';
  if (role === 'contact') return 'presence';
  return type === 'text' ? null : 'value';
};

function typedOf(cell: string | null, column: ColumnMapping): unknown {
  const form = formOf(column);
  if (form === null) return null;
  if (form === 'code') return cell === null ? null : cell.trim();
  if (form === 'presence') return cell !== null;
  if (cell === null) return NaN;
  if (column.type === 'date') return parseDate(cell, column.dateOrder) ?? NaN;
  if (column.type === 'boolean') return Number(parseBoolean(cell) ?? NaN);
  return parseNumber(cell, column) ?? NaN;
}

export async function carefully(
  path: string,
  settings: ReadSettings,
  columns: readonly ColumnMapping[],
): Promise<Outcome> {
  const records: { cells: readonly (string | null)[] }[] = [];
  const rejects: unknown[] = [];
  const reader = readRecords(path, settings, columns);
  try {
    for (;;) {
      const step = await reader.next();
      if (step.done === true) {
        const typed = records.map(({ cells }) =>
          cells.map((cell, at) => typedOf(cell, columns[at] as ColumnMapping)),
        );
        return { records, rejects, typed, end: { ...step.value, hash: hashOf(path) } };
      }
      records.push(...step.value.records);
      rejects.push(...step.value.rejects);
    }
  } catch (error) {
    return { records: [], rejects: [], end: endOf(error) };
  }
}

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

export async function fast(
  path: string,
  settings: ReadSettings,
  columns: readonly ColumnMapping[],
): Promise<Outcome> {
  const records: unknown[] = [];
  const rejects: unknown[] = [];
  const typed: unknown[][] = [];
  const forms = columns.map(formOf);
  const reader = readCells(path, settings, columns, { forms });
  try {
    for (;;) {
      const step = await reader.next();
      if (step.done === true) {
        const words = step.value.columns.map((column) => {
          const texts: string[] = [];
          column.words.each(0, column.words.size, (bytes, start, end) =>
            texts.push(Buffer.from(bytes.subarray(start, end)).toString('utf8')),
          );
          return texts;
        });
        const named = typed.map((row) =>
          row.map((value, at) => (forms[at] === 'code' ? (words[at]?.[value as number] ?? null) : value)),
        );
        const { counts, issues, fileHash } = step.value;
        return { records, rejects, typed: named, end: { counts, issues, hash: fileHash } };
      }
      const { block, columns: read } = step.value;
      for (let row = 0; row < block.rows; row++) {
        const cells = columns.map(({ position }) => {
          const at = row * block.stride + 2 * position;
          return block.bytes.toString('utf8', block.bounds[at], block.bounds[at + 1]) || null;
        });
        records.push({ record: block.records[row], line: block.lines[row], cells });
        typed.push(
          columns.map((_column, at) => {
            if (forms[at] === null) return null;
            if (forms[at] === 'presence') return cells[at] !== null;
            return forms[at] === 'code' ? read[at]?.codes[row] : read[at]?.values[row];
          }),
        );
      }
      rejects.push(...step.value.rejects);
    }
  } catch (error) {
    return { records: [], rejects: [], end: endOf(error) };
  }
}

/** A fingerprint of a value: comparing a million records by `toEqual` takes minutes. */
export function hashOfValue(value: unknown): string {
  const hash = createHash('sha256');
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) {
      hash.update('[');
      for (const each of part) walk(each);
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, each] of Object.entries(part)) {
        hash.update(key);
        walk(each);
      }
    } else hash.update(`${typeof part}${String(part)}\u0000`);
  };
  walk(value);
  return hash.digest('hex');
}
