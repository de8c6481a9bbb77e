// What a project file holds, read by a connection of its own while the engine has it open.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openReadOnly } from '../../electron/engine/db/open.ts';
import { DECISION_TABLES } from '../../electron/engine/db/schema.ts';

export type Dump = Readonly<Record<string, readonly unknown[]>>;

function dump(path: string, tables: (all: readonly string[]) => readonly string[]): Dump {
  const db = openReadOnly(path);
  try {
    const names = db
      .allRaw<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
      .map((table) => table.name);
    return Object.fromEntries(
      tables(names).map((name) => [
        name,
        db
          .allRaw(`SELECT * FROM "${name}"`)
          .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      ]),
    );
  } finally {
    db.close();
  }
}

/** Every row of every table of decisions: what undo must bring back. */
export const decisionsOf = (path: string): Dump => dump(path, () => DECISION_TABLES);

/** Every row of every table, without SQLite's own counters. */
export const everythingIn = (path: string): Dump =>
  dump(path, (all) => all.filter((name) => !name.startsWith('sqlite_')));

export const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
