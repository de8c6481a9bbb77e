// Undo and redo without inverse code: while a command records, triggers keep before and after images of every
// decision row it touches. The journal lives in the project file, so undo works after a restart too.
import { AppError } from '../../../shared/errors.ts';
import type { HistoryEntry } from '../../../shared/model/project.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { DECISION_TABLES, sql } from './schema.ts';
import type { DecisionTable } from './schema.ts';

const RECORDING = '(SELECT change_id FROM journal_state) IS NOT NULL';

function columnsOf(db: ReadDb, table: string): string[] {
  return db.allRaw<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map((row) => row.name);
}

function image(columns: readonly string[], row: 'OLD' | 'NEW'): string {
  return `json_object(${columns.map((name) => `'${name}', ${row}."${name}"`).join(', ')})`;
}

/** SQL that (re)creates the triggers for all decision tables; run after each migration, for their columns may change. */
export function journalTriggers(db: ReadDb): string {
  const parts: string[] = [];
  for (const table of DECISION_TABLES) {
    const columns = columnsOf(db, table);
    if (columns.length === 0) continue; // a later migration makes it
    const before = image(columns, 'OLD');
    const after = image(columns, 'NEW');
    const images = { INSERT: `NULL, ${after}`, UPDATE: `${before}, ${after}`, DELETE: `${before}, NULL` };
    for (const event of ['INSERT', 'UPDATE', 'DELETE'] as const) {
      const name = `journal_${table}_${event.toLowerCase()}`;
      parts.push(`DROP TRIGGER IF EXISTS ${name};
CREATE TRIGGER ${name} AFTER ${event} ON ${table} WHEN ${RECORDING} BEGIN
  INSERT INTO change_row (change_id, table_name, before, after)
  VALUES ((SELECT change_id FROM journal_state), '${table}', ${images[event]});
END;`);
    }
  }
  return parts.join('\n');
}

export interface ChangeLabel {
  /** The procedure's name; the interface translates it. */
  readonly label: string;
  /** Names the thing, e.g. the segment's new name. */
  readonly detail: string;
  readonly at: string;
}

/**
 * Runs a command's body in one transaction as one undoable change. What had been undone before can no longer be
 * redone. A body that changes nothing leaves no entry.
 */
export function record<T>(
  db: WriteDb,
  change: ChangeLabel,
  body: () => T,
): { value: T; tables: DecisionTable[] } {
  return db.transaction(() => {
    const { lastId } = db.run(sql.insertInto('change').values({ ...change, undone: 0 }));
    db.runRaw('UPDATE journal_state SET change_id = ?', lastId);
    const value = body();
    db.runRaw('UPDATE journal_state SET change_id = NULL');
    db.runRaw('DELETE FROM change_row WHERE change_id = ? AND before = after', lastId); // the same value again
    const tables = touched(db, lastId);
    if (tables.length > 0) forgetUndone(db);
    else db.run(sql.deleteFrom('change').where('id', '=', lastId));
    return { value, tables };
  });
}

function forgetUndone(db: WriteDb): void {
  const undone = sql.selectFrom('change').select('id').where('undone', '=', 1);
  db.run(sql.deleteFrom('change_row').where('change_id', 'in', undone));
  db.run(sql.deleteFrom('change').where('undone', '=', 1));
}

function touched(db: ReadDb, changeId: number): DecisionTable[] {
  const rows = db.all(
    sql.selectFrom('change_row').select('table_name').distinct().where('change_id', '=', changeId),
  );
  return rows.map((row) => row.table_name as DecisionTable);
}

type Image = Readonly<Record<string, string | number | null>>;

function remove(db: WriteDb, table: string, row: Image): void {
  db.runRaw(`DELETE FROM ${table} WHERE id = ?`, row['id'] ?? null);
}

function restore(db: WriteDb, table: string, row: Image): void {
  const names = Object.keys(row);
  const columns = names.map((name) => `"${name}"`).join(', ');
  const marks = names.map(() => '?').join(', ');
  db.runRaw(
    `INSERT OR REPLACE INTO ${table} (${columns}) VALUES (${marks})`,
    ...names.map((name) => row[name] ?? null),
  );
}

function apply(db: WriteDb, changeId: number, direction: 'undo' | 'redo'): void {
  const rows = db.all(
    sql
      .selectFrom('change_row')
      .selectAll()
      .where('change_id', '=', changeId)
      .orderBy('seq', direction === 'undo' ? 'desc' : 'asc'),
  );
  for (const row of rows) {
    const wanted = direction === 'undo' ? row.before : row.after;
    const other = direction === 'undo' ? row.after : row.before;
    if (wanted !== null) restore(db, row.table_name, JSON.parse(wanted) as Image);
    else if (other !== null) remove(db, row.table_name, JSON.parse(other) as Image);
  }
}

function step(db: WriteDb, direction: 'undo' | 'redo'): { value: HistoryEntry; tables: DecisionTable[] } {
  const undone = direction === 'undo' ? 0 : 1;
  return db.transaction(() => {
    const change = db.get(
      sql
        .selectFrom('change')
        .selectAll()
        .where('undone', '=', undone)
        .orderBy('id', direction === 'undo' ? 'desc' : 'asc')
        .limit(1),
    );
    if (!change) throw new AppError(direction === 'undo' ? 'NOTHING-TO-UNDO' : 'NOTHING-TO-REDO');
    apply(db, change.id, direction);
    db.run(
      sql
        .updateTable('change')
        .set({ undone: 1 - undone })
        .where('id', '=', change.id),
    );
    return { value: { ...change, undone: undone === 0 }, tables: touched(db, change.id) };
  });
}

/** Takes back the newest change that stands. @throws AppError NOTHING-TO-UNDO */
export const undo = (db: WriteDb): { value: HistoryEntry; tables: DecisionTable[] } => step(db, 'undo');

/** Brings back the oldest change that was undone. @throws AppError NOTHING-TO-REDO */
export const redo = (db: WriteDb): { value: HistoryEntry; tables: DecisionTable[] } => step(db, 'redo');

/** All changes, newest first. */
export function listChanges(db: ReadDb): HistoryEntry[] {
  const rows = db.all(sql.selectFrom('change').selectAll().orderBy('id', 'desc').limit(500));
  return rows.map((row) => ({ ...row, undone: row.undone === 1 }));
}
