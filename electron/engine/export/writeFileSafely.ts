// The last step of every export: the whole file or nothing. It is written beside its place as `.part`, flushed to
// the disk and renamed, so that neither a crash nor a full disk can leave half a file under the chosen name.
import { lstat, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, normalize } from 'node:path';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import { diskFull } from '../diskSpace.ts';
import { isReservedName } from './cleanFileName.ts';

export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
export interface WriteOptions {
  /** The open project's file: never overwritten, nor its companions. */
  readonly projectFile?: string;
  /** True once the person has agreed to replace an existing file. */
  readonly replace?: boolean;
  /** Told where it is written before it is whole. */
  readonly onPart?: (path: string) => void;
}
type Refusal = 'project' | 'folder' | 'reserved' | 'exists' | 'missing' | 'denied' | 'other';

const COMPANIONS = ['', '-wal', '-shm', '-journal', '.lock'];

/**
 * Writes chunks (text as UTF-8) to `path`, an absolute path. Nothing is left behind on failure, and an existing file
 * keeps its contents until the new one is complete.
 *
 * @returns the number of bytes written
 * @throws AppError EXPORT-TARGET (with `reason`), DISK-FULL; whatever the chunks' source throws
 */
export async function writeFileSafely(
  path: string,
  chunks: Chunks,
  options: WriteOptions = {},
): Promise<{ readonly bytes: number }> {
  await checkTarget(path, options);
  const part = `${path}.part`;
  let bytes = 0;
  try {
    // A left-over of a crash is removed first; `wx` then never writes through somebody's link.
    await rm(part, { force: true });
    options.onPart?.(part);
    const file = await open(part, 'wx');
    try {
      for await (const chunk of chunks) bytes += await writeAll(file, chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    await syncFolder(dirname(path));
    return { bytes };
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw asAppError(error, path, bytes);
  }
}

async function writeAll(file: FileHandle, chunk: string | Uint8Array): Promise<number> {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
  let written = 0;
  while (written < bytes.length) {
    written += (await file.write(bytes, written, bytes.length - written)).bytesWritten;
  }
  return written;
}

async function checkTarget(path: string, { projectFile, replace = false }: WriteOptions): Promise<void> {
  const name = basename(path);
  if (!isAbsolute(path) || path.includes('\0') || path.split(/[\\/]/).includes('..'))
    throw refused(path, 'other');
  if (name === '' || /[\\/]$/.test(path)) throw refused(path, 'folder');
  if (isReservedName(name)) throw refused(path, 'reserved');
  const folder = await stat(dirname(path)).catch(() => null);
  if (!folder?.isDirectory()) throw refused(path, 'missing');
  if (projectFile !== undefined && (await isProject(path, projectFile))) throw refused(path, 'project');
  const link = await lstat(path).catch(() => null);
  if (link === null) return;
  const there = await stat(path).catch(() => link);
  if (there.isDirectory()) throw refused(path, 'folder');
  if (!there.isFile() && !there.isSymbolicLink()) throw refused(path, 'reserved');
  if (!replace) throw refused(path, 'exists');
}

/** By name (letter case ignored, as most systems do), through links, and by inode for hard links. */
async function isProject(path: string, projectFile: string): Promise<boolean> {
  const [target, project] = await Promise.all([resolved(path), resolved(projectFile)]);
  const lower = target.toLowerCase();
  if (COMPANIONS.some((suffix) => `${project}${suffix}`.toLowerCase() === lower)) return true;
  const [a, b] = await Promise.all([stat(path).catch(() => null), stat(projectFile).catch(() => null)]);
  return a !== null && b !== null && a.ino !== 0 && a.ino === b.ino && a.dev === b.dev;
}

async function resolved(path: string): Promise<string> {
  const plain = normalize(path);
  return realpath(plain).catch(async () => {
    const folder = await realpath(dirname(plain)).catch(() => dirname(plain));
    return join(folder, basename(plain));
  });
}

/** So that the new name itself survives a power cut; not possible on Windows, where it is not needed. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}

function refused(path: string, reason: Refusal): AppError {
  const file = basename(path);
  return new AppError('EXPORT-TARGET', { file, reason }, { file });
}

/** What is needed is not known before the end: what was already written is the least. */
function asAppError(error: unknown, path: string, bytes: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, bytes);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EBUSY')
    return refused(path, 'denied');
  if (code === 'ENOENT') return refused(path, 'missing');
  if (code === 'EISDIR' || code === 'ENOTEMPTY') return refused(path, 'folder');
  if (code === 'ENAMETOOLONG' || code === 'EINVAL') return refused(path, 'other');
  return error;
}
