// The fingerprint of a file's content, by which importing the same file again is recognised.
import { createHash } from 'node:crypto';
import { openRegularFile, readBytes } from './openFile.ts';

const CHUNK_BYTES = 1 << 20;

/**
 * SHA-256 of a file in lower-case hexadecimal, read in pieces of 1 MiB.
 * @throws AppError SRC-NOT-A-FILE, SRC-UNREADABLE.
 */
export async function hashFile(path: string): Promise<string> {
  const file = await openRegularFile(path);
  try {
    const hash = createHash('sha256');
    for (let position = 0; ; ) {
      const bytes = await readBytes(file, position, CHUNK_BYTES);
      if (bytes.length === 0) return hash.digest('hex');
      hash.update(bytes);
      position += bytes.length;
    }
  } finally {
    await file.handle.close();
  }
}

const HEAD_BYTES = 256 * 1024;

/**
 * A quick fingerprint: the size and the SHA-256 of the first 256 KB, as `bytes:hex`. Enough to say "this is probably
 * the same file" while the analyst is still looking at it.
 * @throws AppError SRC-NOT-A-FILE, SRC-UNREADABLE.
 */
export async function hashHead(path: string): Promise<string> {
  const file = await openRegularFile(path);
  try {
    const head = await readBytes(file, 0, HEAD_BYTES);
    return `${file.bytes}:${createHash('sha256').update(head).digest('hex')}`;
  } finally {
    await file.handle.close();
  }
}
