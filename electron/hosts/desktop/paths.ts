// Which paths are taken from outside: real, regular files on a drive of this machine. A network or device path makes
// Windows talk to another machine (and send the user's credentials) merely by looking at it.

import { realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';

const DEVICE_NAME = /(^|[\\/])(con|prn|aux|nul|com\d|lpt\d)(\.[^\\/]*)?$/i;

export type PathKind = 'local' | 'network' | 'device';

/** Judged by its text alone, before the file system is asked. */
export function kindOfPath(path: string, platform: NodeJS.Platform): PathKind {
  if (platform !== 'win32') return 'local';
  const slashes = path.replaceAll('/', '\\');
  if (/^\\\\[.?]\\/.test(slashes) || DEVICE_NAME.test(slashes)) return 'device';
  return slashes.startsWith('\\\\') ? 'network' : 'local';
}

/**
 * The canonical path of a regular file.
 *
 * @param chosen true when the user picked it in a dialog, which is consent to a network drive
 * @throws AppError SRC-NOT-A-FILE
 */
export async function existingFile(
  path: string,
  platform: NodeJS.Platform,
  chosen: boolean,
): Promise<string> {
  const kind = kindOfPath(path, platform);
  const isAllowed = kind === 'local' || (kind === 'network' && chosen);
  const real = isAllowed && !path.includes('\0') ? await realpath(path).catch(() => null) : null;
  if (real === null || !(await stat(real)).isFile())
    throw new AppError('SRC-NOT-A-FILE', {}, { file: basename(path) });
  return real;
}
