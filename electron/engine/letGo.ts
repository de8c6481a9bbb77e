// Large arrays are given back at once. The garbage collector sees how small their handles are and takes its time: up to
// 64 MB of them wait for it.

/** Less than this is left to the collector. */
const LARGE_BYTES = 16_384;

/**
 * Frees the memory that an array lies in: it and all that shares it are empty afterwards. Memory that threads share
 * stays, and so does the piece from which Node cuts small Buffers.
 */
export function letGo({ buffer }: ArrayBufferView): void {
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength < LARGE_BYTES) return;
  if (buffer.byteLength !== Buffer.poolSize) buffer.transfer(0);
}
