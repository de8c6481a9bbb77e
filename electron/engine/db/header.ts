// The first bytes of a project file, read before SQLite does anything with it: whose it is, which version, and
// whether it was closed properly. What is not ours is named by what it is.
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { APPLICATION_ID } from './schema.ts';

export interface FileHeader {
  readonly version: number;
  readonly pageBytes: number;
  readonly pages: number;
  /** True from opening to closing: what was saved last may lie in the `-wal` file beside it. */
  readonly inUse: boolean;
}

const HEAD = 4096;
const HEADER = 100;

/** First bytes (latin1) of what people most often rename or choose by mistake. */
const KINDS: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'ZIP'],
  ['%PDF-', 'PDF'],
  ['\u0089PNG', 'PNG'],
  ['\u00FF\u00D8\u00FF', 'JPEG'],
  ['\u001F\u008B', 'GZIP'],
  ['7z\u00BC\u00AF', '7-Zip'],
  ['Rar!', 'RAR'],
  ['\u00D0\u00CF\u0011\u00E0', 'XLS'],
];

/** Up to `length` bytes from `position`. @throws the system's error */
export function readAt(path: string, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, length, position));
  } finally {
    closeSync(file);
  }
}

function kindOf(head: Buffer): string {
  if (head.length === 0) return 'empty';
  if (head.every((byte) => byte === 0)) return 'zeros';
  const start = head.toString('latin1', 0, 16);
  if (start.startsWith('SQLite format 3')) return 'database';
  const known = KINDS.find(([bytes]) => start.startsWith(bytes));
  if (known) return known[1] === 'ZIP' && head.includes('xl/') ? 'XLSX' : known[1];
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) ? 'unknown' : 'text';
}

function readHead(path: string): Buffer {
  try {
    return readAt(path, 0, HEAD);
  } catch {
    throw new AppError('PROJECT-UNREACHABLE', { file: basename(path) });
  }
}

/**
 * @param latest the newest version that this program knows
 * @throws AppError PROJECT-MISSING, PROJECT-UNREACHABLE, PROJECT-NOT-OURS (`kind`: what it is), PROJECT-NEWER
 */
export function readHeader(path: string, latest: number): FileHeader {
  const file = basename(path);
  if (!existsSync(path) || !statSync(path).isFile()) throw new AppError('PROJECT-MISSING', { file });
  const head = readHead(path);
  const kind = kindOf(head);
  if (kind !== 'database' || head.length < HEADER || head.readUInt32BE(68) !== APPLICATION_ID)
    throw new AppError('PROJECT-NOT-OURS', { file, kind });
  const version = head.readUInt32BE(60);
  if (version > latest) throw new AppError('PROJECT-NEWER', { file, found: version, limit: latest });
  const pageBytes = head.readUInt16BE(16);
  return {
    version,
    pageBytes: pageBytes === 1 ? 65_536 : pageBytes,
    pages: head.readUInt32BE(28),
    inUse: head[18] === 2,
  };
}
