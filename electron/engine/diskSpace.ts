// How much room a drive has, and the refusal that says so: which drive, what is free, what is needed.
import { statfsSync, statSync } from 'node:fs';
import { basename, dirname, parse, sep } from 'node:path';
import { AppError } from '../../shared/errors.ts';

const MEGABYTE = 1_048_576;

/** The drive that a path lies on: its letter on Windows, elsewhere the folder at which it is mounted. */
export function driveOf(path: string): string {
  if (sep === '\\') return parse(path).root;
  try {
    let folder = dirname(path);
    const { dev } = statSync(folder);
    while (dirname(folder) !== folder && statSync(dirname(folder)).dev === dev) folder = dirname(folder);
    return folder;
  } catch {
    return dirname(path);
  }
}

/** Bytes that this user may still write beside `path`; null where the system does not say. */
function freeBytes(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** DISK-FULL for a file at `path` that needs at least so many bytes more. */
export function diskFull(path: string, neededBytes: number): AppError {
  const free = freeBytes(path);
  const args = {
    drive: driveOf(path),
    neededMb: Math.max(1, Math.ceil(neededBytes / MEGABYTE)),
    ...(free === null ? {} : { freeMb: Math.floor(free / MEGABYTE) }),
  };
  return new AppError('DISK-FULL', args, { file: basename(path) });
}

/** Before long work begins. @throws AppError DISK-FULL */
export function checkSpace(path: string, neededBytes: number): void {
  const free = freeBytes(path);
  if (free !== null && free < neededBytes) throw diskFull(path, neededBytes);
}
