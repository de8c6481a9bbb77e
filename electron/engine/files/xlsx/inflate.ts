// Unpacks a deflated entry in large pieces: yauzl's own pieces of 16 KB cost more than the parsing of what is in them.
import type { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

const PIECE_BYTES = 256 * 1024;

/** @throws Error when the entry is damaged or unpacks to another size than `size`. */
export async function* inflate(packed: Readable, size: number): AsyncGenerator<Buffer> {
  const unpacked = createInflateRaw({ chunkSize: PIECE_BYTES });
  packed.on('error', (error) => unpacked.destroy(error));
  packed.pipe(unpacked);
  let total = 0;
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      total += piece.length;
      if (total > size) break;
      yield piece;
    }
    if (total !== size) throw new Error('another size than declared');
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}
