// The files that SQLite keeps beside a project while it is open (`-wal`, `-journal`). SQLite applies whatever lies
// there under the right name; a companion of another state of the file, or of another project, must never be applied.
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { readAt } from './header.ts';
import type { FileHeader } from './header.ts';
import { APPLICATION_ID } from './schema.ts';

/** Which file on the disk the project and its `-wal` were while it was open; kept in the lock. */
export interface FileMarks {
  readonly project: string;
  readonly wal: string;
}

const WAL_HEADER = 32;
const FRAME_HEADER = 24;
const JOURNAL_MAGIC = 'd9d505f920a163d7';

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

function markOf(path: string): string {
  if (!existsSync(path)) return '';
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev}:${ino}`;
}

/** Taken once the project is open for writing. */
export const marksOf = (path: string): FileMarks => ({ project: markOf(path), wal: markOf(`${path}-wal`) });

/** Whether each first page inside the `-wal` carries our mark; a foreign one that changed it does not. */
function framesAreOurs(wal: string, pageBytes: number): boolean {
  const file = openSync(wal, 'r');
  try {
    const head = Buffer.alloc(FRAME_HEADER + 72);
    for (let at = WAL_HEADER; readSync(file, head, 0, head.length, at) === head.length; ) {
      if (head.readUInt32BE(0) === 1 && head.readUInt32BE(FRAME_HEADER + 68) !== APPLICATION_ID) return false;
      at += FRAME_HEADER + pageBytes;
    }
    return true;
  } finally {
    closeSync(file);
  }
}

/** Only a project that was in use can have one; and it must have lain beside this very file. */
function walIsOurs(path: string, header: FileHeader, marks: FileMarks | null): boolean {
  const wal = `${path}-wal`;
  if (!header.inUse || readAt(wal, 0, WAL_HEADER).readUInt32BE(8) !== header.pageBytes) return false;
  if (marks && marks.wal !== '') {
    const now = marksOf(path);
    // Both moved: the folder was copied as a whole. One moved: somebody exchanged it.
    if ((now.project === marks.project) !== (now.wal === marks.wal)) return false;
  }
  return framesAreOurs(wal, header.pageBytes);
}

/** Ours holds one page only: the first one, when the file changes between “in use” and “closed”. */
function journalIsOurs(journal: string, header: FileHeader): boolean {
  const head = readAt(journal, 0, 28);
  const sector = head.readUInt32BE(20);
  if (head.readUInt32BE(8) !== 1 || head.readUInt32BE(24) !== header.pageBytes || sector > 65_536)
    return false;
  const page = readAt(journal, sector, 4 + 72);
  return page.length === 76 && page.readUInt32BE(0) === 1 && page.readUInt32BE(4 + 68) === APPLICATION_ID;
}

function journalIsHot(journal: string): boolean {
  return sizeOf(journal) > 28 && readAt(journal, 0, 8).toString('hex') === JOURNAL_MAGIC;
}

export interface Companions {
  /** The file was in use when it was last written, and what was saved last is not here. */
  readonly walMissing: boolean;
  /** There is a `-wal` with content, and it is ours. */
  readonly wal: boolean;
}

export function foreignJournal(path: string, suffix: '-wal' | '-journal'): AppError {
  return new AppError('PROJECT-FOREIGN-JOURNAL', {
    file: basename(path),
    found: `${basename(path)}${suffix}`,
  });
}

/**
 * Looks at what lies beside a closed project, before SQLite does.
 * @param marks from the lock that its last user left behind, if any
 * @throws AppError PROJECT-FOREIGN-JOURNAL
 */
export function checkCompanions(path: string, header: FileHeader, marks: FileMarks | null): Companions {
  const journal = `${path}-journal`;
  if (journalIsHot(journal) && !journalIsOurs(journal, header)) throw foreignJournal(path, '-journal');
  const wal = sizeOf(`${path}-wal`) >= WAL_HEADER + FRAME_HEADER + header.pageBytes;
  if (wal && !walIsOurs(path, header, marks)) throw foreignJournal(path, '-wal');
  return { wal, walMissing: header.inUse && !existsSync(`${path}-wal`) };
}
