// Reading a damaged table: stretches of rows that cannot be read are halved until what is around the damage is out.
// One bad page costs its rows, not the table.
import type { ReadDb, Value } from '../open.ts';

/** How the rows of a table are numbered: by `rowid`, or by a column within the rows of one owner. */
export interface Numbering {
  readonly column: string;
  /** SQL that picks the owner's rows, with its value. */
  readonly owner?: { readonly sql: string; readonly value: number };
}

export interface Stretch {
  readonly rows: readonly (readonly Value[])[];
  /** True once something of the table could not be read. */
  readonly damaged: boolean;
}

const ROWS_PER_READ = 200;
/** Where the greatest number cannot be read: more than any table of ours has. */
const FARTHEST = 2 ** 31;
/** A table of which nothing can be read must come to an end. */
const MOST_FAILURES = 4_000;

interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Rows with the given columns. Widest ranges first, so that what is whole is out before the rest is searched; the order
 * of rows follows from that.
 * @param columns as they are called in the table; quoted by the caller
 */
export function* readableRows(
  db: ReadDb,
  table: string,
  columns: readonly string[],
  { column, owner }: Numbering,
): Generator<Stretch> {
  const where = owner ? `${owner.sql} = ? AND ` : '';
  const values: Value[] = owner ? [owner.value] : [];
  const query = `SELECT ${column}, ${columns.join(', ')} FROM "${table}" WHERE ${where}${column} BETWEEN ? AND ? ORDER BY ${column} LIMIT ${ROWS_PER_READ}`;
  const ranges: Range[] = [{ from: -1, to: farthest(db, table, column) }];
  let failures = 0;
  for (const { from, to } of ranges) {
    const rows = readOrNull(db, query, [...values, from, to]);
    if (rows) {
      const last = Number(rows.at(-1)?.[0]);
      if (rows.length === ROWS_PER_READ && last < to) ranges.push({ from: last + 1, to });
      yield { rows: rows.map((row) => row.slice(1)), damaged: failures > 0 };
    } else if (++failures > MOST_FAILURES) return yield { rows: [], damaged: true };
    else if (from < to) {
      const middle = Math.floor((from + to) / 2);
      ranges.push({ from, to: middle }, { from: middle + 1, to });
    }
  }
  yield { rows: [], damaged: failures > 0 };
}

function readOrNull(db: ReadDb, query: string, values: readonly Value[]): Value[][] | null {
  try {
    return [...db.iterateRaw(query, ...values)];
  } catch {
    return null;
  }
}

function farthest(db: ReadDb, table: string, column: string): number {
  const last = readOrNull(db, `SELECT max(${column}) FROM "${table}"`, []);
  return last ? Number(last[0]?.[0] ?? 0) : FARTHEST;
}
