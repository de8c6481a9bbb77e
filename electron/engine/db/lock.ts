// One opener at a time: a small file beside the project names its owner. A lock whose process is gone is taken over.
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { AppError } from '../../../shared/errors.ts';
import type { FileMarks } from './companions.ts';

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly user: string;
  /** When the process began (epoch ms): a number that is used again after a crash is another process. */
  readonly since: number;
  /** The files that it had open, so that a companion exchanged after a crash is noticed. */
  readonly files?: FileMarks;
}

export interface Lock {
  /** What an owner that died left behind. */
  readonly left: FileMarks | null;
  /** Notes which files are open now. */
  readonly note: (files: FileMarks) => void;
  readonly release: () => void;
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

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '?'); // a user whom the system has no name for
  }
}

const self = (): Owner => ({
  pid: process.pid,
  host: hostname(),
  user: userName(),
  since: Math.round(performance.timeOrigin),
});

/** A full disk takes the name and refuses the content: what is half written is removed. */
function writeOwner(path: string, owner: Owner): void {
  const file = openSync(lockPath(path), 'wx', 0o600);
  try {
    writeSync(file, JSON.stringify(owner));
  } catch (error) {
    rmSync(lockPath(path), { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** An extra safeguard: a lock without it is a lock all the same, so that a full disk is no reason to refuse. */
function replaceOwner(path: string, owner: Owner): void {
  const next = `${lockPath(path)}.part`;
  try {
    writeFileSync(next, JSON.stringify(owner), { mode: 0o600 });
    renameSync(next, lockPath(path));
  } catch {
    rmSync(next, { force: true });
  }
}

/** The files that the present or last owner had open, as far as its lock says. */
export const leftBehind = (path: string): FileMarks | null => readOwner(path)?.files ?? null;

/** @throws AppError PROJECT-IN-USE naming the owner. */
export function takeLock(path: string, me: Owner = self()): Lock {
  let left: FileMarks | null = null;
  for (let attempt = 0; ; attempt++) {
    try {
      writeOwner(path, me);
      return {
        left,
        note: (files) => replaceOwner(path, { ...me, files }),
        release: () => rmSync(lockPath(path), { force: true }),
      };
    } catch (error) {
      const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!exists || attempt > 3) throw error;
      const owner = readOwner(path);
      const reborn = owner?.pid === me.pid && owner.host === me.host && owner.since !== me.since;
      if (owner && !reborn && alive(owner)) {
        throw new AppError('PROJECT-IN-USE', { owner: `${owner.user} (${owner.host})` });
      }
      left = owner?.files ?? left;
      rmSync(lockPath(path), { force: true });
    }
  }
}
