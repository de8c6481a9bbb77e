// Bringing a project file to this version: a copy first, then each step in one transaction. Fails loudly, never half way.
import { copyFileSync, rmSync, statSync } from 'node:fs';
import { AppError } from '../../../shared/errors.ts';
import { checkSpace } from '../diskSpace.ts';
import { journalTriggers } from './journal.ts';
import { first } from './migrations/001-first.ts';
import { data } from './migrations/002-data.ts';
import type { WriteDb } from './open.ts';

export interface Migration {
  readonly version: number;
  readonly sql: string;
  /** What SQL alone cannot do; in the same transaction, after `sql`. */
  readonly then?: (db: WriteDb) => void;
}

export const MIGRATIONS: readonly Migration[] = [first, data];

export function latestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return Math.max(...migrations.map((migration) => migration.version));
}

function userVersion(db: WriteDb): number {
  return db.allRaw<{ user_version: number }>('PRAGMA user_version')[0]?.user_version ?? 0;
}

/** The copy's path, e.g. `shop.clientela.v3-backup`; it stays until the user deletes it. */
function backupPath(path: string, version: number): string {
  return `${path}.v${version}-backup`;
}

/** @throws AppError DISK-FULL; half a copy is not left behind */
function keepCopy(path: string, copy: string): void {
  checkSpace(path, statSync(path).size);
  try {
    copyFileSync(path, copy);
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

/** No trigger of the old file runs while it is brought up to date; each step makes the present ones. */
function dropTriggers(db: WriteDb): void {
  const triggers = db.allRaw<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`);
  db.transaction(() => {
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${name.replaceAll('"', '""')}"`);
  });
}

/**
 * Applies what is missing, in order. A file that is already at the latest version is not touched.
 * @throws AppError PROJECT-NEWER when the file comes from a newer Clientela.
 */
export function migrate(db: WriteDb, migrations: readonly Migration[] = MIGRATIONS): void {
  const from = userVersion(db);
  const latest = latestVersion(migrations);
  if (from > latest) throw new AppError('PROJECT-NEWER', { found: from, limit: latest });
  if (from === latest) return;
  if (from > 0) {
    db.allRaw('PRAGMA wal_checkpoint(TRUNCATE)');
    keepCopy(db.path, backupPath(db.path, from));
    dropTriggers(db);
  }
  for (const migration of migrations.filter((one) => one.version > from)) {
    db.transaction(() => {
      db.exec(migration.sql);
      migration.then?.(db);
      db.exec(journalTriggers(db));
      db.exec(`PRAGMA user_version = ${migration.version}`);
    });
  }
}
