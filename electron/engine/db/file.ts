// A project file from the outside: is it ours, which version, may we write; creating, opening and closing it.
import { accessSync, closeSync, constants, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { journalTriggers } from './journal.ts';
import { takeLock } from './lock.ts';
import { latestVersion, migrate, MIGRATIONS } from './migrate.ts';
import type { Migration } from './migrate.ts';
import { closeForGood, openReadOnly, openToCheck, openWritable } from './open.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { discardOrphans, discardUnfinished } from './runs.ts';
import { APPLICATION_ID } from './schema.ts';

export interface OpenProject {
  readonly path: string;
  /** Null in a read-only place. */
  readonly write: WriteDb | null;
  readonly read: ReadDb;
  readonly close: () => void;
}

const HEADER = 100;

function readHeader(path: string): Buffer {
  const buffer = Buffer.alloc(HEADER);
  const file = openSync(path, 'r');
  try {
    readSync(file, buffer, 0, HEADER, 0);
  } finally {
    closeSync(file);
  }
  return buffer;
}

/**
 * Looks at the first bytes only, before SQLite does anything with the file.
 * @throws AppError PROJECT-MISSING, PROJECT-NOT-OURS (naming what it is), PROJECT-NEWER
 */
export function checkFile(path: string, latest: number): void {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new AppError('PROJECT-MISSING', { file: basename(path) });
  const header = readHeader(path);
  if (header.toString('latin1', 0, 15) !== 'SQLite format 3')
    throw new AppError('PROJECT-NOT-OURS', { file: basename(path), kind: 'file' });
  if (header.readUInt32BE(68) !== APPLICATION_ID)
    throw new AppError('PROJECT-NOT-OURS', { file: basename(path), kind: 'SQLite' });
  const version = header.readUInt32BE(60);
  if (version > latest)
    throw new AppError('PROJECT-NEWER', { file: basename(path), found: version, limit: latest });
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A file with objects that we did not make could run code on our connection through triggers and views. */
function checkObjects(db: ReadDb): void {
  const found = db.allRaw<{ type: string; sql: string | null }>('SELECT type, sql FROM sqlite_master');
  const ours = journalTriggers(db);
  const foreign = found.filter(({ type, sql }) => {
    if (type === 'trigger') return !ours.includes(`${sql};`);
    return type === 'view' || (type === 'table' && /\bVIRTUAL\b/i.test(sql ?? ''));
  });
  if (foreign.length > 0) throw new AppError('PROJECT-DAMAGED', { found: foreign.length });
}

const CHECKED_BYTES = 64 * 1024 * 1024;

function checkPages(db: ReadDb, path: string): void {
  if (statSync(path).size > CHECKED_BYTES) return;
  const result = db.allRaw<{ quick_check: string }>('PRAGMA quick_check(1)')[0];
  if (result?.quick_check !== 'ok') throw new AppError('PROJECT-DAMAGED');
}

export function createProjectFile(path: string, migrations = MIGRATIONS): void {
  if (existsSync(path)) throw new AppError('PROJECT-EXISTS', { file: basename(path) });
  try {
    const db = openWritable(path, true);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    migrate(db, migrations);
    closeForGood(db);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** SQLite's own words for a damaged file become ours. */
function orDamaged<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('PROJECT-DAMAGED');
  }
}

/** Before anything is written: a file that is refused stays as it is, to the byte. */
function checkContent(path: string): void {
  const db = openToCheck(path);
  try {
    checkObjects(db);
    checkPages(db, path);
  } finally {
    db.close();
  }
}

/**
 * Opens, migrates (copy first) and cleans up what a crash left. The same file opened twice is refused; one in a
 * read-only place is opened for reading.
 * @param migrations other than the product's own in tests
 * @throws AppError PROJECT-MISSING, PROJECT-NOT-OURS, PROJECT-NEWER, PROJECT-DAMAGED, PROJECT-IN-USE
 */
export function openProjectFile(path: string, migrations: readonly Migration[] = MIGRATIONS): OpenProject {
  checkFile(path, latestVersion(migrations));
  if (!canWrite(path)) {
    return orDamaged(() => {
      checkContent(path);
      const read = openReadOnly(path);
      return { path, write: null, read, close: () => read.close() };
    });
  }
  const unlock = takeLock(path);
  let write: WriteDb | undefined;
  try {
    return orDamaged(() => {
      checkContent(path);
      const db = openWritable(path);
      write = db;
      migrate(db, migrations);
      discardUnfinished(db);
      discardOrphans(db);
      const close = (): void => {
        closeForGood(db);
        unlock();
      };
      return { path, write: db, read: db, close };
    });
  } catch (error) {
    write?.close();
    unlock();
    throw error;
  }
}
