// What a project file may consist of: exactly the tables, indexes and triggers that we make. A view, a trigger or a
// table under one of our names but of another shape could run code on our connection, or lie to it.
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { latestVersion, migrate } from './migrate.ts';
import type { Migration } from './migrate.ts';
import { openInMemory } from './open.ts';
import type { ReadDb } from './open.ts';

export interface Part {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** Version 1 had one table of records per import: plain columns, nothing that computes. */
const RUN_TABLE = /^CREATE TABLE "?rows_[1-9]\d*"? \([\w\s",]+\)(?: STRICT| WITHOUT ROWID|,)*$/;
const RUN_TABLES_UNTIL = 1;
/** Made by SQLite itself, whose names nobody else may take. */
const INTERNAL = /^sqlite_(?:sequence$|stat\d$|autoindex_)/;

const PARTS = 'SELECT type, name, sql FROM sqlite_master';
const known = new Map<Migration, ReadonlyMap<string, Part>>();

/** The parts of a new file of that version, by name. */
export function partsOf(version: number, migrations: readonly Migration[]): ReadonlyMap<string, Part> {
  const steps = migrations.filter((one) => one.version <= version);
  const last = steps.at(-1);
  const cached = last && known.get(last);
  if (cached) return cached;
  const db = openInMemory();
  migrate(db, steps);
  const parts = new Map(db.allRaw<Part>(PARTS).map((part) => [part.name, part]));
  db.close();
  if (last) known.set(last, parts);
  return parts;
}

/** True for a table that holds the records of one import. */
export function isRunTable({ type, sql }: Part, version: number): boolean {
  return version <= RUN_TABLES_UNTIL && type === 'table' && RUN_TABLE.test(sql ?? '');
}

const same = (a: string | null, b: string | null): boolean =>
  a?.replace(/\s+/g, ' ').trim() === b?.replace(/\s+/g, ' ').trim();

function kindOf({ type, sql }: Part): string {
  return type === 'table' && /\bVIRTUAL\b/i.test(sql ?? '') ? 'virtual' : type;
}

/**
 * Nothing in the file is run by looking.
 * @throws AppError PROJECT-FOREIGN-PART (`kind`, `found`), PROJECT-DAMAGED when a part of ours is not there
 */
export function checkParts(db: ReadDb, version: number, migrations: readonly Migration[]): void {
  const file = basename(db.path);
  const ours = partsOf(version, migrations);
  // The triggers of an older version are removed before anything is written, so their text does not matter.
  const older = version < latestVersion(migrations);
  const found = db.allRaw<Part>(PARTS);
  for (const part of found) {
    if (INTERNAL.test(part.name) || isRunTable(part, version)) continue;
    const own = ours.get(part.name);
    const fits = own?.type === part.type && (same(own.sql, part.sql) || (older && part.type === 'trigger'));
    if (!fits) throw new AppError('PROJECT-FOREIGN-PART', { file, kind: kindOf(part), found: part.name });
  }
  const names = new Set(found.map((part) => part.name));
  for (const name of ours.keys())
    if (!names.has(name) && !INTERNAL.test(name)) throw new AppError('PROJECT-DAMAGED', { file });
}
