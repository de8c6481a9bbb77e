// Files that the host has handed over, under opaque handles: paths never cross to a window.
import { randomBytes } from 'node:crypto';
import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { FileHandle, SaveTarget } from '../../shared/host.ts';

export interface Files {
  readonly register: (path: string) => FileHandle;
  readonly registerTarget: (path: string) => SaveTarget;
  /** @throws AppError FILE-UNKNOWN */
  readonly pathOf: (handle: string) => string;
  readonly targetOf: (handle: string) => string;
}

const newHandle = (): string => randomBytes(16).toString('base64url');

/** @throws AppError SRC-NOT-A-FILE (folder, device, pipe, socket, link loop), SRC-UNREADABLE */
function canonical(path: string): { path: string; bytes: number } {
  const file = basename(path);
  try {
    if (path.length > 4096 || path.includes('\0')) throw new AppError('SRC-NOT-A-FILE', { file });
    const real = realpathSync.native(path);
    const stat = statSync(real);
    if (!stat.isFile() || lstatSync(real).isSymbolicLink()) throw new AppError('SRC-NOT-A-FILE', { file });
    return { path: real, bytes: stat.size };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new AppError(code === 'EACCES' || code === 'EPERM' ? 'SRC-UNREADABLE' : 'SRC-NOT-A-FILE', { file });
  }
}

export function createFiles(): Files {
  const sources = new Map<string, string>();
  const targets = new Map<string, string>();
  const look = (map: ReadonlyMap<string, string>, handle: string): string => {
    const path = map.get(handle);
    if (path === undefined) throw new AppError('FILE-UNKNOWN');
    return path;
  };
  return {
    register: (given) => {
      const { path, bytes } = canonical(given);
      const handle = newHandle();
      sources.set(handle, path);
      return { handle, name: basename(given), bytes };
    },
    registerTarget: (path) => {
      const handle = newHandle();
      targets.set(handle, path);
      return { handle, name: basename(path) };
    },
    pathOf: (handle) => look(sources, handle),
    targetOf: (handle) => look(targets, handle),
  };
}
