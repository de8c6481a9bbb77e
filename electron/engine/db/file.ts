// A project file from the outside: is it ours, which version, may we write; creating, opening and closing it.
import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Caution } from '../../../shared/model/project.ts';
import { diskFull } from '../diskSpace.ts';
import { checkCompanions, foreignJournal, marksOf } from './companions.ts';
import type { Companions } from './companions.ts';
import { readHeader } from './header.ts';
import { leftBehind, takeLock } from './lock.ts';
import { latestVersion, migrate, MIGRATIONS } from './migrate.ts';
import type { Migration } from './migrate.ts';
import { closeForGood, openReadOnly, openToCheck, openWritable } from './open.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { checkParts } from './ownParts.ts';
import { cautionsOf } from './place.ts';
import { discardOrphans, discardUnfinished } from './runs.ts';
import { APPLICATION_ID } from './schema.ts';

export interface OpenProject {
  readonly path: string;
  /** Null in a read-only place. */
  readonly write: WriteDb | null;
  readonly read: ReadDb;
  /** What its user should know about the place it lies in, and about how it was left. */
  readonly cautions: readonly Caution[];
  readonly close: () => void;
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

const CHECKED_BYTES = 64 * 1024 * 1024;

/** @throws AppError PROJECT-DAMAGED */
function checkPages(path: string): void {
  if (statSync(path).size > CHECKED_BYTES) return;
  const db = openToCheck(path);
  try {
    const result = db.allRaw<{ quick_check: string }>('PRAGMA quick_check(1)')[0];
    if (result?.quick_check !== 'ok') throw new AppError('PROJECT-DAMAGED', { file: basename(path) });
  } finally {
    db.close();
  }
}

/** The file as it would be without its `-wal`; looked at in a copy, for SQLite applies what it finds. */
function isSoundAlone(path: string): boolean {
  if (statSync(path).size > CHECKED_BYTES) return false;
  const folder = mkdtempSync(join(tmpdir(), 'clientela-check-'));
  try {
    const copy = join(folder, 'alone');
    copyFileSync(path, copy);
    checkPages(copy);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

/** What the system says while a project is opened, in our words; SQLite's are translated where it is asked. */
function asOpenError(error: unknown, path: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const file = basename(path);
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, statSync(path).size);
  if (/^E[A-Z]+$/.test(code)) return new AppError('PROJECT-UNREACHABLE', { file });
  return code.startsWith('SQLITE_') ? new AppError('PROJECT-DAMAGED', { file }) : error;
}

function orRefused<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asOpenError(error, path);
  }
}

interface Found {
  readonly path: string;
  readonly version: number;
  readonly migrations: readonly Migration[];
  readonly companions: Companions;
}

/** Before anything is written: a file that is refused stays as it is, to the byte. */
function checkContent({ path, version, migrations, companions }: Found): void {
  try {
    const db = openToCheck(path);
    try {
      checkParts(db, version, migrations);
    } finally {
      db.close();
    }
    checkPages(path);
  } catch (error) {
    const damaged = error instanceof AppError && error.code === 'PROJECT-DAMAGED';
    if (damaged && companions.wal && isSoundAlone(path)) throw foreignJournal(path, '-wal');
    throw error;
  }
}

function cautions({ path, companions }: Found): readonly Caution[] {
  const missing: Caution = {
    code: 'journal-missing',
    detail: `${basename(path)}-wal`,
    at: statSync(path).mtime.toISOString(),
  };
  return [...(companions.walMissing ? [missing] : []), ...cautionsOf(path)];
}

/** Nothing can be put in order or brought up to date where nothing can be written. */
function openForReading(found: Found, inUse: boolean): OpenProject {
  const { path, version, migrations } = found;
  const file = basename(path);
  if (inUse) throw new AppError('PROJECT-READ-ONLY-PLACE', { file, reason: 'unclean' });
  if (version < latestVersion(migrations))
    throw new AppError('PROJECT-READ-ONLY-PLACE', { file, reason: 'older' });
  checkContent(found);
  const read = openReadOnly(path);
  return { path, write: null, read, cautions: cautions(found), close: () => read.close() };
}

/** What was cut off is not seen anyway: a full disk may put off its removal, but not keep the project closed. */
function discardLeftOvers(db: WriteDb): void {
  try {
    discardUnfinished(db);
    discardOrphans(db);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'DISK-FULL')) throw error;
  }
}

/** A drive without room is no reason to keep a project open: all that was saved is there at its next opening. */
function closeAnyhow(db: WriteDb): void {
  try {
    closeForGood(db);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/**
 * Opens, migrates (copy first) and cleans up what a crash left. The same file opened twice is refused; one in a
 * read-only place is opened for reading.
 * @param migrations other than the product's own in tests
 * @throws AppError PROJECT-MISSING, -NOT-OURS, -NEWER, -DAMAGED, -IN-USE, -FOREIGN-PART, -FOREIGN-JOURNAL,
 *   -UNREACHABLE, -READ-ONLY-PLACE; DISK-FULL
 */
export function openProjectFile(path: string, migrations: readonly Migration[] = MIGRATIONS): OpenProject {
  const header = readHeader(path, latestVersion(migrations));
  const { version } = header;
  if (!canWrite(path)) {
    return orRefused(path, () => {
      const companions = checkCompanions(path, header, leftBehind(path));
      return openForReading({ path, version, migrations, companions }, header.inUse);
    });
  }
  const lock = orRefused(path, () => takeLock(path));
  let write: WriteDb | undefined;
  try {
    return orRefused(path, () => {
      const companions = checkCompanions(path, header, lock.left);
      const found: Found = { path, version, migrations, companions };
      checkContent(found);
      const warn = cautions(found);
      const db = openWritable(path);
      write = db;
      migrate(db, migrations);
      discardLeftOvers(db);
      lock.note(marksOf(path)); // after the first question, which makes the -wal
      const close = (): void => {
        closeAnyhow(db);
        lock.release();
      };
      return { path, write: db, read: db, cautions: warn, close };
    });
  } catch (error) {
    if (write) closeAnyhow(write);
    lock.release();
    throw error;
  }
}
