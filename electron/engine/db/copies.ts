// Whole projects under another name: a copy of the open one, and the name of a file beside a damaged one.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { checkSpace } from '../diskSpace.ts';
import { copyInto } from './open.ts';

/** A name that no file has: `Shop.recovered.clientela`, then `Shop.recovered-2.clientela`. */
export function freeBeside(path: string): string {
  const stem = join(dirname(path), basename(path, extname(path)));
  for (let number = 1; ; number++) {
    const free = `${stem}.recovered${number > 1 ? `-${number}` : ''}.clientela`;
    if (!existsSync(free)) return free;
  }
}

/** @throws AppError PROJECT-EXISTS, EXPORT-TARGET when the folder is not there or may not be written to */
export function checkNewPlace(path: string): void {
  const file = basename(path);
  if (existsSync(path)) throw new AppError('PROJECT-EXISTS', { file });
  const folder = dirname(path);
  if (!existsSync(folder)) throw new AppError('EXPORT-TARGET', { file, reason: 'missing' }, { file });
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new AppError('EXPORT-TARGET', { file, reason: 'denied' }, { file });
  }
}

/**
 * The project as it is now, in one file of its own; whole or not at all. The open one goes on meanwhile.
 * @throws AppError PROJECT-EXISTS, EXPORT-TARGET, DISK-FULL
 */
export function copyProject(path: string, to: string): void {
  checkNewPlace(to);
  checkSpace(to, statSync(path).size);
  const part = `${to}.part`;
  rmSync(part, { force: true }); // of a copy that a crash cut off
  try {
    copyInto(path, part);
    const file = openSync(part, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
