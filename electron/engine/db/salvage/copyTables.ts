// From a damaged project into a new file: whatever can be read, table by table. Only tables of ours are read, and
// only as tables: a view or a table of another shape under one of our names is left behind.
import { MIGRATIONS } from '../migrate.ts';
import type { ReadDb, Value, WriteDb } from '../open.ts';
import { isRunTable, partsOf } from '../ownParts.ts';
import type { Part } from '../ownParts.ts';
import { readableRows } from './readTable.ts';
import type { Numbering } from './readTable.ts';

export interface CopiedTable {
  readonly name: string;
  readonly kept: number;
  /** False when something of it could not be read. */
  readonly complete: boolean;
}

/** What undo would need: it refers to rows that may be gone, so the new file starts its own. */
const HISTORY: readonly string[] = ['change', 'change_row', 'journal_state'];
const quoted = (name: string): string => `"${name}"`;

function columnsOf(db: ReadDb, table: string): string[] {
  return db.allRaw<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map((row) => row.name);
}

/** The only table without row numbers of its own is numbered within each run. */
function numberingsOf(db: ReadDb, table: string): Numbering[] {
  if (table !== 'reject') return [{ column: 'rowid' }];
  const runs = db.allRaw<{ id: number }>('SELECT id FROM run ORDER BY id');
  return runs.map(({ id }) => ({ column: 'n', owner: { sql: 'run_id', value: id } }));
}

function copyTable(from: ReadDb, to: WriteDb, table: string): CopiedTable {
  const columns = columnsOf(to, table);
  const marks = columns.map(() => '?').join(', ');
  const insert = `INSERT OR IGNORE INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${marks})`;
  let kept = 0;
  let complete = true;
  const add = (row: readonly Value[]): void => {
    try {
      kept += to.runRaw(insert, ...row).changes;
    } catch {
      complete = false; // a value that the column does not take: the page was read, and is wrong
    }
  };
  // Runs are copied first, so the new file knows those whose rejects are looked for.
  for (const numbering of numberingsOf(to, table)) {
    for (const { rows, damaged } of readableRows(from, table, columns.map(quoted), numbering)) {
      if (damaged) complete = false;
      if (rows.length > 0) to.transaction(() => rows.forEach(add));
    }
  }
  return { name: table, kept, complete };
}

/** Tables to copy, runs first; null when not even the list of tables can be read. */
function tablesOf(from: ReadDb, version: number): { ours: Part[]; runs: Part[] } | null {
  const expected = partsOf(version, MIGRATIONS);
  try {
    const found = from.allRaw<Part>('SELECT type, name, sql FROM sqlite_master');
    const tables = found.filter((part) => part.type === 'table');
    const ours = tables.filter((part) => expected.get(part.name)?.sql === part.sql);
    const first = (part: Part): number => (part.name === 'run' ? 0 : 1);
    return {
      ours: ours.filter((part) => !HISTORY.includes(part.name)).sort((a, b) => first(a) - first(b)),
      runs: tables.filter((part) => isRunTable(part, version)),
    };
  } catch {
    return null;
  }
}

/** One entry per table of ours, of which nothing could be read. */
export function nothingOf(version: number): CopiedTable[] {
  return [...partsOf(version, MIGRATIONS).values()]
    .filter(({ type, name }) => type === 'table' && !HISTORY.includes(name) && !name.startsWith('sqlite_'))
    .map(({ name }) => ({ name, kept: 0, complete: false }));
}

/**
 * Copies what can be read into an empty project of the same version.
 * @param except tables that are read by other means
 * @returns one entry per table of ours, also for those that are not there any more; null when nothing can be read
 */
export function copyTables(
  from: ReadDb,
  to: WriteDb,
  version: number,
  except: readonly string[],
): CopiedTable[] | null {
  const tables = tablesOf(from, version);
  if (!tables) return null;
  for (const { sql } of tables.runs) to.exec(sql ?? '');
  const wanted = tables.ours.filter(({ name }) => !except.includes(name));
  const copied = [...wanted, ...tables.runs].map(({ name }) => copyTable(from, to, name));
  const seen = new Set([...copied.map(({ name }) => name), ...except]);
  return [...copied, ...nothingOf(version).filter(({ name }) => !seen.has(name))];
}
