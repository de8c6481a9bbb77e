// One opener at a time: a small file beside the project names its owner. A lock whose process is gone is taken over.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { AppError } from '../../../shared/errors.ts';

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly user: string;
  /** When the process began (epoch ms): a number that is used again after a crash is another process. */
  readonly since: number;
}

const lockPath = (path: string): string => `${path}.lock`;

function alive(owner: Owner): boolean {
  if (owner.host !== hostname()) return true; // another computer on a shared folder: we cannot know
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(lockPath(path), 'utf8')) as Owner;
  } catch {
    return null; // half written by a process that died, or gone in the meantime
  }
}

const self = (): Owner => ({
  pid: process.pid,
  host: hostname(),
  user: userInfo().username,
  since: Math.round(performance.timeOrigin),
});

/** @throws AppError PROJECT-IN-USE naming the owner. */
export function takeLock(path: string, me: Owner = self()): () => void {
  for (let attempt = 0; ; attempt++) {
    try {
      const file = openSync(lockPath(path), 'wx', 0o600);
      writeSync(file, JSON.stringify(me));
      closeSync(file);
      return () => rmSync(lockPath(path), { force: true });
    } catch (error) {
      const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!exists || attempt > 3) throw error;
      const owner = readOwner(path);
      const reborn = owner?.pid === me.pid && owner.host === me.host && owner.since !== me.since;
      if (owner && !reborn && alive(owner)) {
        throw new AppError('PROJECT-IN-USE', { owner: `${owner.user} (${owner.host})` });
      }
      rmSync(lockPath(path), { force: true });
    }
  }
}
