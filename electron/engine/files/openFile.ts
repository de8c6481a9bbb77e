// Opening a file for reading: only regular files, with its size and time kept so that a change under our feet is noticed.
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';

export interface OpenedFile {
  readonly path: string;
  readonly fileName: string;
  readonly handle: FileHandle;
  /** Bytes to be read; of packed text they are unpacked ones, and `Infinity` until its end has been met. */
  readonly bytes: number;
  /** Bytes on the disk. */
  readonly storedBytes: number;
  readonly mtimeMs: number;
  /** Text inside a gzip or zip file, unpacked while it is read. */
  readonly packed: PackedText | null;
}

/** Unpacks from front to back; going back starts again. */
export interface PackedText {
  /** Unpacked bytes, `Infinity` until known. */
  readonly bytes: number;
  /** How many bytes of the file on the disk have been used so far. */
  readonly storedRead: number;
  /** @throws AppError ZIP-DAMAGED, ZIP-TOO-LARGE. */
  read(position: number, length: number): Promise<Buffer>;
  close(): void;
}

const NOT_A_FILE: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'ENXIO',
  'ERR_INVALID_ARG_VALUE',
]);

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'UNKNOWN';
}

function refusal(error: unknown, fileName: string): AppError {
  const cause = codeOf(error);
  const code = NOT_A_FILE.has(cause) ? 'SRC-NOT-A-FILE' : 'SRC-UNREADABLE';
  return new AppError(code, { cause }, { file: fileName });
}

/**
 * Opens a regular file. Pipes, devices and folders are refused before they are opened, since opening a pipe can hang.
 * @throws AppError SRC-NOT-A-FILE (args.cause: system code or FOLDER, SPECIAL), SRC-UNREADABLE (args.cause: system code).
 */
export async function openRegularFile(path: string): Promise<OpenedFile> {
  const fileName = basename(path);
  try {
    const info = await stat(path);
    if (!info.isFile()) {
      const cause = info.isDirectory() ? 'FOLDER' : 'SPECIAL';
      throw new AppError('SRC-NOT-A-FILE', { cause }, { file: fileName });
    }
    const handle = await open(path, 'r');
    const { size, mtimeMs } = info;
    return { path, fileName, handle, bytes: size, storedBytes: size, mtimeMs, packed: null };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refusal(error, fileName);
  }
}

/** @throws AppError SRC-CHANGED when the file grew, shrank or was written to since it was opened. */
export async function checkUnchanged(file: OpenedFile): Promise<void> {
  const info = await stat(file.path).catch(() => undefined);
  if (info === undefined || info.size !== file.storedBytes || info.mtimeMs !== file.mtimeMs) {
    throw new AppError('SRC-CHANGED', {}, { file: file.fileName });
  }
}

/** Reads up to `length` bytes from `position`; shorter only at the end of the file. */
export async function readBytes(file: OpenedFile, position: number, length: number): Promise<Buffer> {
  if (file.packed !== null) return file.packed.read(position, length);
  // One byte more than there should be, so that a file that has grown is noticed; no megabyte for a small one.
  const size = Math.min(length, Math.max(0, file.bytes - position) + 1);
  const buffer = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await readOnce(file, buffer, filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

async function readOnce(
  file: OpenedFile,
  buffer: Buffer,
  offset: number,
  position: number,
): Promise<{ readonly bytesRead: number }> {
  try {
    return await file.handle.read(buffer, offset, buffer.length - offset, position);
  } catch (error) {
    throw refusal(error, file.fileName);
  }
}

/** Closes a file and whatever unpacks it. */
export async function closeFile(file: OpenedFile): Promise<void> {
  file.packed?.close();
  await file.handle.close();
}

/** How far a file has been read, in bytes on the disk. @param bytesRead as told by the file's reader. */
export function progressOf(
  file: OpenedFile,
  bytesRead: number,
): { readonly bytesRead: number; readonly totalBytes: number } {
  const { packed, storedBytes } = file;
  const done = packed === null ? bytesRead : packed.bytes === Infinity ? packed.storedRead : storedBytes;
  return { bytesRead: Math.min(done, storedBytes), totalBytes: storedBytes };
}
