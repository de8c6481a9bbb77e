// A project file from the outside: is it ours, which version, may we write; creating, opening and closing it.
import { accessSync, closeSync, constants, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { takeLock } from './lock.ts';
import { latestVersion, migrate } from './migrate.ts';
import { closeForGood, openReadOnly, openWritable } from './open.ts';
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
export function checkFile(path: string): void {
  if (!existsSync(path) || !statSync(path).isFile()) throw new AppError('PROJECT-MISSING', { file: basename(path) });
  const header = readHeader(path);
  if (header.toString('latin1', 0, 15) !== 'SQLite format 3')
    throw new AppError('PROJECT-NOT-OURS', { file: basename(path), kind: 'file' });
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw new AppError('PROJECT-NOT-OURS', { file: basename(path), kind: 'SQLite' });
  const version = header.readUInt32BE(60);
  if (version > latestVersion())
    throw new AppError('PROJECT-NEWER', { file: basename(path), found: version, limit: latestVersion() });
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
  const foreign = db.allRaw<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'view'
     OR (type = 'trigger' AND name NOT GLOB 'journal_*')
     OR (type = 'table' AND sql LIKE '%VIRTUAL%')`,
  );
  if (foreign.length > 0) throw new AppError('PROJECT-DAMAGED', { found: foreign.length });
}

const CHECKED_BYTES = 64 * 1024 * 1024;

function checkPages(db: ReadDb, path: string): void {
  if (statSync(path).size > CHECKED_BYTES) return;
  const result = db.allRaw<{ quick_check: string }>('PRAGMA quick_check(1)')[0];
  if (result?.quick_check !== 'ok') throw new AppError('PROJECT-DAMAGED');
}

export function createProjectFile(path: string): void {
  if (existsSync(path)) throw new AppError('PROJECT-EXISTS', { file: basename(path) });
  try {
    const db = openWritable(path, true);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    migrate(db);
    closeForGood(db);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

function openReadOnlyProject(path: string): OpenProject {
  const read = openReadOnly(path);
  checkObjects(read);
  return { path, write: null, read, close: () => read.close() };
}

/** Opens, migrates (copy first) and cleans up what a crash left. The same file opened twice is refused. */
export function openProjectFile(path: string): OpenProject {
  checkFile(path);
  if (!canWrite(path)) return openReadOnlyProject(path);
  const unlock = takeLock(path);
  let write: WriteDb | undefined;
  try {
    write = openWritable(path);
    checkObjects(write);
    checkPages(write, path);
    migrate(write);
    discardUnfinished(write);
    discardOrphans(write);
    const db = write;
    const close = (): void => {
      closeForGood(db);
      unlock();
    };
    return { path, write: db, read: db, close };
  } catch (error) {
    write?.close();
    unlock();
    throw error instanceof AppError ? error : new AppError('PROJECT-DAMAGED');
  }
}
