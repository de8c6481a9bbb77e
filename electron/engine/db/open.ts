// The only importer of better-sqlite3. Readable and writable databases are different types, so that a query
// cannot write by mistake; Kysely builds SQL and this file runs it synchronously with a statement cache.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import type { Compilable } from 'kysely';
import { AppError } from '../../../shared/errors.ts';
import { diskFull } from '../diskSpace.ts';

export type Value = string | number | bigint | Buffer | null;

export interface ReadDb {
  readonly path: string;
  readonly all: <T>(query: Compilable<T>) => T[];
  readonly get: <T>(query: Compilable<T>) => T | undefined;
  /** For tables whose name is only known at run time (`rows_7`) and for pragmas. */
  readonly allRaw: <T>(sql: string, ...values: Value[]) => T[];
  /** Streams rows as arrays; the connection is busy until the iteration ends. */
  readonly iterateRaw: (sql: string, ...values: Value[]) => IterableIterator<Value[]>;
  readonly close: () => void;
}

export interface WriteDb extends ReadDb {
  readonly writable: true;
  readonly run: (query: Compilable<unknown>) => { changes: number; lastId: number };
  readonly runRaw: (sql: string, ...values: Value[]) => { changes: number; lastId: number };
  readonly exec: (sql: string) => void;
  /** The body is a plain function: nothing asynchronous can slip into a transaction. */
  readonly transaction: <T>(body: () => T) => T;
}

type Handle = Database.Database;

/** What a job writes before a checkpoint moves it into the file: less than this is too little to go on with. */
const ROOM_FOR_WRITING = 16 * 1_048_576;

/** SQLite's refusals that a user can do something about; anything else is a bug and passes unchanged. */
export function projectError(error: unknown, path: string): unknown {
  const code = error instanceof Database.SqliteError ? error.code : '';
  const args = { file: basename(path) };
  if (code === 'SQLITE_FULL') return diskFull(path, ROOM_FOR_WRITING);
  if (code === 'SQLITE_READONLY_DBMOVED') return new AppError('PROJECT-UNREACHABLE', args);
  if (code.startsWith('SQLITE_READONLY')) return new AppError('PROJECT-READ-ONLY');
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new AppError('PROJECT-DAMAGED', args);
  if (/^SQLITE_(IOERR|CANTOPEN)/.test(code)) return new AppError('PROJECT-UNREACHABLE', args);
  return error;
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw projectError(error, path);
  }
}

function guardedRows(path: string, rows: IterableIterator<Value[]>): IterableIterator<Value[]> {
  const end = rows.return?.bind(rows);
  const next = () => guarded(path, () => rows.next());
  const guardedIterator: IterableIterator<Value[]> = {
    next,
    [Symbol.iterator]: () => guardedIterator,
    ...(end ? { return: end } : {}),
  };
  return guardedIterator;
}

function reading(handle: Handle): ReadDb {
  const path = handle.name;
  const cache = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    let statement = cache.get(sql);
    if (!statement) {
      statement = handle.prepare(sql);
      if (cache.size > 300) cache.clear();
      cache.set(sql, statement);
    }
    return statement;
  };
  return {
    path,
    all: <T>(query: Compilable<T>) => {
      const { sql, parameters } = query.compile();
      return guarded(path, () => prepare(sql).all(...parameters) as T[]);
    },
    get: <T>(query: Compilable<T>) => {
      const { sql, parameters } = query.compile();
      return guarded(path, () => prepare(sql).get(...parameters) as T | undefined);
    },
    allRaw: <T>(sql: string, ...values: Value[]) => guarded(path, () => prepare(sql).all(...values) as T[]),
    iterateRaw: (sql, ...values) => {
      const rows = guarded(path, () =>
        handle
          .prepare(sql)
          .raw()
          .iterate(...values),
      );
      return guardedRows(path, rows as IterableIterator<Value[]>);
    },
    close: () => handle.close(),
  };
}

function writing(handle: Handle): WriteDb {
  const read = reading(handle);
  const { path } = read;
  const cache = new Map<string, Database.Statement>();
  const runRaw = (sql: string, ...values: readonly unknown[]) =>
    guarded(path, () => {
      let statement = cache.get(sql);
      if (!statement) {
        statement = handle.prepare(sql);
        if (cache.size > 300) cache.clear();
        cache.set(sql, statement);
      }
      const done = statement.run(...values);
      return { changes: done.changes, lastId: Number(done.lastInsertRowid) };
    });
  return {
    ...read,
    writable: true,
    run: (query) => {
      const { sql, parameters } = query.compile();
      return runRaw(sql, ...parameters);
    },
    runRaw,
    exec: (sql) => guarded(path, () => void handle.exec(sql)),
    // IMMEDIATE: a transaction that starts as a reader and then writes could fail half way with SQLITE_BUSY.
    transaction: (body) => guarded(path, () => handle.transaction(body).immediate()),
  };
}

/** better-sqlite3's binary dies with a segmentation fault, not an error, below Node-API 10. */
function checkRuntime(): void {
  if (Number(process.versions.napi) < 10) throw new Error('Clientela needs Node 22.14 or newer');
}

/** How long a connection waits for another one to be done. */
const BUSY_MS = 10_000;

function connect(path: string, options: Database.Options): Handle {
  checkRuntime();
  return guarded(path, () => {
    const handle = new Database(path, { timeout: BUSY_MS, ...options });
    handle.pragma('trusted_schema = OFF');
    handle.pragma('foreign_keys = ON');
    handle.pragma('cell_size_check = ON');
    handle.pragma('cache_size = -65536');
    handle.pragma('temp_store = MEMORY');
    return handle;
  });
}

/**
 * For looking at a file before it is ours: changes nothing in it. A hot journal beside it must be rolled back first,
 * which a read-only connection may not do.
 */
export function openToCheck(path: string): ReadDb {
  return reading(connect(path, { readonly: !existsSync(`${path}-journal`), fileMustExist: true }));
}

export function openReadOnly(path: string): ReadDb {
  return reading(connect(path, { readonly: true, fileMustExist: true }));
}

/** For reading around damage: takes pages that are odd but not impossible. */
export function openDamaged(path: string): ReadDb {
  const handle = connect(path, { readonly: true, fileMustExist: true });
  handle.pragma('cell_size_check = OFF');
  return reading(handle);
}

/** Writes one reading of the project, packed, to a file that is not there yet; no trigger runs. */
export function copyInto(path: string, to: string): void {
  const handle = connect(path, { readonly: true, fileMustExist: true });
  try {
    guarded(to, () => handle.prepare('VACUUM INTO ?').run(to));
  } finally {
    handle.close();
  }
}

/** Nothing on the disk: to see what a new project consists of. */
export function openInMemory(): WriteDb {
  return writing(connect(':memory:', {}));
}

/** Pages in the WAL from which a commit moves them into the file. Commands leave that to jobs: it takes a while. */
const COMMAND_CHECKPOINT = 20_000;
export const JOB_CHECKPOINT = 4_000;

/**
 * The writable connection of a project. WAL with FULL: with NORMAL half of the simulated power cuts lost saved
 * work. `secure_delete` because erasing a customer must leave no trace in the file.
 */
export function openWritable(path: string, create = false, checkpointPages = COMMAND_CHECKPOINT): WriteDb {
  const handle = connect(path, { fileMustExist: !create });
  return guarded(path, () => {
    handle.pragma('journal_mode = WAL');
    handle.pragma('synchronous = FULL');
    handle.pragma('secure_delete = ON');
    handle.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    return writing(handle);
  });
}

/**
 * Whether each commit of this connection waits for the disk. Off for the many commits of an unfinished run, which a
 * power cut may take; the next commit that waits, on any connection, makes all before it durable as well.
 */
export function waitForDisk(db: WriteDb, wait: boolean): void {
  db.exec(`PRAGMA synchronous = ${wait ? 'FULL' : 'NORMAL'}`);
}

/** For a connection that writes much and reads nothing again: 8 MB of pages instead of 64. */
export function keepFewPages(db: WriteDb): void {
  db.exec('PRAGMA cache_size = -8192');
}

/**
 * Moves all that is written into the file itself and empties the WAL. @param waitMs for those who still read
 * @returns false when somebody reads on
 */
export function emptyWal(db: WriteDb, waitMs = BUSY_MS): boolean {
  db.exec(`PRAGMA busy_timeout = ${waitMs}`);
  try {
    return db.allRaw<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')[0]?.busy === 0;
  } finally {
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  }
}

/**
 * Back to a single file that opens from a read-only folder. Other connections must be closed already.
 * @throws AppError DISK-FULL, PROJECT-UNREACHABLE: it is closed all the same, and what is saved lies beside the file,
 * from where the next opening takes it in
 */
export function closeForGood(db: WriteDb): void {
  try {
    db.allRaw('PRAGMA wal_checkpoint(TRUNCATE)');
    db.allRaw('PRAGMA journal_mode = DELETE');
  } finally {
    db.close();
  }
}
