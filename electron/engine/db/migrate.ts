// Bringing a project file to this version: a copy first, then each step in one transaction. Fails loudly, never half way.
import { copyFileSync } from 'node:fs';
import { AppError } from '../../../shared/errors.ts';
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
    copyFileSync(db.path, backupPath(db.path, from));
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
