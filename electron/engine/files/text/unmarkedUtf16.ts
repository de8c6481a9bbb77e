// UTF-16 without a byte order mark: in which order its bytes make sense as the text of a table.

const SAMPLE_BYTES = 4096;
/** Blocks that everyday text stays in: Latin with its accents, Greek, Cyrillic; quotation marks, dashes and signs of money. */
const USUAL_BLOCKS: ReadonlySet<number> = new Set([0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x20, 0x21]);
const USUAL_SHARE = 0.98;
/** Text in any other script still has so many signs of the first block, and hardly a NUL in the other byte. */
const LEAST_NULS = 0.3;
const MOST_STRAY_NULS = 0.05;
/** Separators, spaces, digits and line ends of a table all lie in the first block. */
const ASCII_SHARE = 0.1;

type Order = 'utf-16le' | 'utf-16be';

function reads(bytes: Uint8Array, order: Order): boolean {
  const size = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  const high = order === 'utf-16le' ? 1 : 0;
  let usual = 0;
  let ascii = 0;
  let nuls = 0;
  let stray = 0;
  for (let i = 0; i < size; i += 2) {
    const block = bytes[i + high] ?? 0;
    const sign = bytes[i + 1 - high] ?? 0;
    if (block === 0) nuls++;
    if (sign === 0) stray++;
    if (block === 0 && sign < 32 && sign !== 9 && sign !== 10 && sign !== 13) continue;
    if (USUAL_BLOCKS.has(block)) usual++;
    if (block === 0 && sign < 127) ascii++;
  }
  const units = size / 2;
  if (units < 2) return false;
  if (nuls > units * LEAST_NULS && stray < units * MOST_STRAY_NULS) return true;
  return usual >= units * USUAL_SHARE && ascii >= units * ASCII_SHARE;
}

/** The byte order of text in UTF-16; undefined where none or both make sense (then it is something else). */
export function unmarkedUtf16(bytes: Uint8Array): Order | undefined {
  // Every other encoding of everyday text, and UTF-8 above all, has no bytes as low as the blocks' numbers.
  const low = bytes.subarray(0, SAMPLE_BYTES).some((byte) => byte < 9);
  if (!low) return undefined;
  const little = reads(bytes, 'utf-16le');
  const big = reads(bytes, 'utf-16be');
  if (little === big) return undefined;
  return little ? 'utf-16le' : 'utf-16be';
}
