// Where the typed copies of an import's columns go: the reader has made them, here they are written in chunks.
import type { ColumnMapping } from '../../../shared/model/source.ts';
import { writeChunk, writeWords } from '../db/columns.ts';
import type { WriteDb } from '../db/open.ts';
import type { CellBatch, ColumnCells, ColumnForm } from '../files/index.ts';
import { columnName, dictionaryName } from './columnBuilder.ts';
import { LateCodes } from './lateCodes.ts';

const MOST_ROWS = 65_536;
/** Numbers held for all columns together: a table of two thousand columns is written in smaller chunks. */
const MOST_CELLS = 1 << 20;

type Numbers = Float64Array | Int32Array | Uint8Array;

export interface TypedStore {
  /** Takes over a batch's numbers, and writes what fills a chunk. */
  readonly add: (batch: CellBatch) => void;
  /** Writes the rest, and the dictionaries in steps; the records are stored. @param columns as the reader returns them at the end: their texts are given up */
  readonly finish: (columns: readonly ColumnCells[]) => Generator<void>;
  /** The greatest value of the column at this place in `columns`; null without any. */
  readonly greatest: (at: number) => number | null;
  /** Gives back what a column of very many texts holds; also when the import stops before its end. */
  readonly close: () => void;
}

const arrayFor = (form: ColumnForm, rows: number): Numbers =>
  form === 'value' ? new Float64Array(rows) : form === 'code' ? new Int32Array(rows) : new Uint8Array(rows);

function greatestOf(values: Float64Array, rows: number, before: number): number {
  let greatest = before;
  for (let row = 0; row < rows; row++) {
    const value = values[row] as number;
    if (value > greatest) greatest = value;
  }
  return greatest;
}

/** @param write a short transaction; @param forms how each column is kept, null = not at all */
export function createTypedStore(
  db: WriteDb,
  write: WriteDb['transaction'],
  runId: number,
  columns: readonly ColumnMapping[],
  forms: readonly (ColumnForm | null)[],
): TypedStore {
  const kept = columns.flatMap(({ position }, at) => {
    const form = forms[at] ?? null;
    return form === null ? [] : [{ at, form, position, name: columnName(form, position) }];
  });
  const most = Math.min(MOST_ROWS, Math.ceil(MOST_CELLS / Math.max(1, kept.length)));
  const arrays = kept.map(({ form }) => arrayFor(form, most));
  const greatest = new Float64Array(columns.length).fill(-Infinity);
  /** Texts of each dictionary that are stored. */
  const written = new Float64Array(kept.length);
  /** Of columns with more texts than are numbered while they are read. */
  const late: (LateCodes | undefined)[] = [];
  let rows = 0;
  let chunk = 0;
  let stored = 0;

  const lateOf = (place: number, position: number): LateCodes =>
    (late[place] ??= new LateCodes({ db, write, runId, position, rowsPerChunk: most }));
  const take = ({ block, columns: read }: CellBatch, from: number, count: number): void => {
    for (const [place, { at, form, position }] of kept.entries()) {
      const array = arrays[place] as Numbers;
      const cells = read[at];
      if (form === 'value' && cells) array.set(cells.values.subarray(from, from + count), rows);
      else if (form === 'code' && cells) {
        array.set(cells.codes.subarray(from, from + count), rows);
        if (cells.words.isFull) lateOf(place, position).take(cells, from, count, chunk * most + rows);
      } else {
        let bound = from * block.stride + 2 * (cells?.mapping.position ?? 0);
        for (let row = 0; row < count; row++, bound += block.stride)
          array[rows + row] = block.bounds[bound] === block.bounds[bound + 1] ? 0 : 1;
      }
    }
    rows += count;
  };
  /** Texts of dictionaries are written as they come, so that a column of many need not hold them. */
  function* storeWords(read: readonly ColumnCells[], all: boolean): Generator<void> {
    for (const [place, { at, form, position }] of kept.entries()) {
      const words = read[at]?.words;
      if (form !== 'code' || !words) continue;
      const before = written[place] ?? 0;
      const now = yield* writeWords(db, write, runId, dictionaryName(position), words, before, all);
      written[place] = now;
      words.forget(now);
    }
  }
  const flush = (): void => {
    if (rows === 0) return;
    for (const [place, { at, form, name }] of kept.entries()) {
      const array = arrays[place] as Numbers;
      if (form === 'value') greatest[at] = greatestOf(array as Float64Array, rows, greatest[at] ?? -Infinity);
      write(() => writeChunk(db, runId, name, chunk, array.subarray(0, rows)));
    }
    for (const one of late) one?.flush();
    stored += rows;
    chunk++;
    rows = 0;
  };
  /** One column after another, so that only one of them is worked on in memory. */
  function* storeLate(read: readonly ColumnCells[]): Generator<void> {
    for (const { words } of read) words.close();
    for (const [place, one] of late.entries()) {
      yield* one?.finish(stored, written[place] ?? 0) ?? [];
      one?.close();
      late[place] = undefined;
    }
  }
  return {
    add: (batch) => {
      for (let from = 0; from < batch.block.rows; ) {
        const count = Math.min(batch.block.rows - from, most - rows);
        take(batch, from, count);
        from += count;
        if (rows === most) {
          flush();
          for (const _ of storeWords(batch.columns, false));
        }
      }
    },
    *finish(read) {
      flush();
      yield* storeWords(read, true);
      yield* storeLate(read);
    },
    close: () => late.forEach((one) => one?.close()),
    greatest: (at) => {
      const value = greatest[at] ?? -Infinity;
      return Number.isFinite(value) ? value : null;
    },
  };
}
