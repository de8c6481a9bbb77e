// Packed text as if it were a file: bytes at a position, unpacked from front to back and never kept. What unpacks to
// absurd sizes is refused while it is read, so neither memory nor time is lost to it.
import { AppError } from '../../../../shared/errors.ts';
import type { PackedText } from '../openFile.ts';

const MEGABYTE = 1 << 20;
/** Text packs to about 1:10, very repetitive text to 1:100; above this, beyond a small size, it is a bomb. */
const HIGHEST_RATIO = 250;
const SMALL_BYTES = 64 * MEGABYTE;
/** Largest text that is unpacked. */
export const LARGEST_TEXT_BYTES = 16_384 * MEGABYTE;

/** Where packed text comes from: `start` begins a pass, `dispose` gives everything back. */
export interface PackedSource {
  start(): UnpackingStream;
  dispose(): void;
}

/** One pass over the packed bytes. */
export interface UnpackingStream {
  readonly chunks: AsyncIterator<Buffer>;
  /** Packed bytes used so far. */
  storedRead(): number;
  close(): void;
}

export class Unpacker implements PackedText {
  bytes: number = Infinity;
  readonly #source: PackedSource;
  readonly #fileName: string;
  #stream: UnpackingStream | null = null;
  /** The piece last unpacked, and where in the text it begins. */
  #piece: Buffer = Buffer.alloc(0);
  #pieceAt = 0;

  constructor(source: PackedSource, fileName: string) {
    this.#source = source;
    this.#fileName = fileName;
  }

  get storedRead(): number {
    return this.#stream?.storedRead() ?? 0;
  }

  async read(position: number, length: number): Promise<Buffer> {
    if (position >= this.bytes || position === Infinity) return Buffer.alloc(0);
    if (this.#stream === null || position < this.#pieceAt) this.#restart();
    const parts: Buffer[] = [];
    let wanted = length;
    for (let at = position; wanted > 0; ) {
      const from = at - this.#pieceAt;
      if (from < this.#piece.length) {
        const part = this.#piece.subarray(from, from + wanted);
        parts.push(part);
        at += part.length;
        wanted -= part.length;
      } else if (!(await this.#next())) break;
    }
    return Buffer.concat(parts);
  }

  close(): void {
    this.#stream?.close();
    this.#stream = null;
    this.#source.dispose();
  }

  #restart(): void {
    this.#stream?.close();
    this.#piece = Buffer.alloc(0);
    this.#pieceAt = 0;
    this.#stream = this.#source.start();
  }

  /** Moves on to the next piece; false at the end. */
  async #next(): Promise<boolean> {
    const step = await this.#stream?.chunks.next();
    this.#pieceAt += this.#piece.length;
    if (step === undefined || step.done === true) {
      this.#piece = Buffer.alloc(0);
      this.bytes = this.#pieceAt;
      return false;
    }
    this.#piece = step.value;
    const total = this.#pieceAt + this.#piece.length;
    const limit = Math.max(SMALL_BYTES, this.storedRead * HIGHEST_RATIO);
    if (total > limit || total > LARGEST_TEXT_BYTES) {
      const shown = `${Math.ceil(Math.min(limit, LARGEST_TEXT_BYTES) / MEGABYTE)} MB`;
      throw new AppError('ZIP-TOO-LARGE', { limit: shown }, { file: this.#fileName });
    }
    return true;
  }
}
