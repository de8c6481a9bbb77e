// The piece of a text file that is being read, as UTF-8 whatever its encoding. It lies at the start of a block's memory;
// the next piece is fetched while this one is worked on.
import type { Encoding } from '../../../../shared/model/readSettings.ts';
import { letGo } from '../../letGo.ts';
import { type OpenedFile, readBytes } from '../openFile.ts';
import { CHUNK_BYTES, cutTail, decodeDamagedUtf8, makeDecoder, type TextChunk } from '../text/decodeText.ts';
import type { CellBlock } from './cellBlock.ts';
import { isUtf8 } from 'node:buffer';

const BOM = '\uFEFF';
const BOM_BYTES = 3;

export class Utf8Window {
  readonly #file: OpenedFile;
  readonly #decode: ReturnType<typeof makeDecoder> | null;
  readonly #see: (bytes: Buffer) => void;
  #coming: Promise<Buffer> | null;
  #position = 0;
  /** The unread bytes; those before `sure` are whole characters. */
  start = 0;
  sure = 0;
  #end = 0;
  atEnd = false;
  /** Bytes of the file that were fetched. */
  bytesRead = 0;

  /** @param see is shown every piece of the file as it is, in order */
  constructor(file: OpenedFile, encoding: Encoding, see: (bytes: Buffer) => void) {
    this.#file = file;
    this.#decode = encoding === 'utf-8' ? null : makeDecoder(encoding);
    this.#see = see;
    this.#coming = readBytes(file, 0, CHUNK_BYTES);
  }

  /**
   * Adds the next piece of the file behind the unread bytes. `block` must be empty, for they move.
   * @returns null; or all unread text when some of its bytes are invalid, and then the window is empty
   */
  async load(block: CellBlock): Promise<TextChunk | null> {
    const coming = this.#coming ?? readBytes(this.#file, this.#position, CHUNK_BYTES);
    this.#coming = null;
    const bytes = await coming;
    const base = this.#position;
    this.#position += bytes.length;
    this.bytesRead = this.#position;
    this.atEnd = bytes.length < CHUNK_BYTES;
    if (!this.atEnd) {
      this.#coming = readBytes(this.#file, this.#position, CHUNK_BYTES);
      this.#coming.catch(() => undefined); // met again when it is awaited
    }
    this.#see(bytes);
    block.bytes.copyWithin(0, this.start, this.#end);
    this.#end -= this.start;
    this.sure -= this.start;
    this.start = 0;
    const damaged =
      this.#decode === null ? this.#addUtf8(block, bytes, base) : this.#addText(block, bytes, base);
    // What unpacks a file may use its memory again.
    if (this.#file.packed === null) letGo(bytes);
    return damaged;
  }

  /** The unread text up to `end`. */
  text(block: CellBlock, end: number): string {
    return block.bytes.toString('utf8', this.start, end);
  }

  /** Waits for a piece that nobody will ask for any more, so that the file can be closed. */
  async close(): Promise<void> {
    await this.#coming?.catch(() => undefined);
  }

  #addUtf8(block: CellBlock, bytes: Buffer, base: number): TextChunk | null {
    const unread = this.#end;
    this.#append(block, bytes);
    if (base === 0 && block.bytes.toString('utf8', 0, Math.min(BOM_BYTES, this.#end)) === BOM) {
      this.start = BOM_BYTES;
      this.sure = BOM_BYTES;
    }
    const all = block.bytes.subarray(0, this.#end);
    const whole = this.#end - (this.atEnd ? 0 : cutTail(all));
    const from = this.sure;
    this.sure = whole;
    if (isUtf8(all.subarray(from, whole))) return null;
    const invalidAt: number[] = [];
    const text = decodeDamagedUtf8(all.subarray(this.start, whole), base - unread + this.start, invalidAt);
    this.start = whole;
    return { text, invalidAt, bytesRead: this.bytesRead };
  }

  #addText(block: CellBlock, bytes: Buffer, base: number): TextChunk | null {
    const invalidAt: number[] = [];
    const decoded = this.#decode?.decode(bytes, base, this.atEnd, invalidAt) ?? '';
    const text = base === 0 && decoded.startsWith(BOM) ? decoded.slice(1) : decoded;
    if (invalidAt.length > 0) {
      const unread = this.text(block, this.#end);
      this.start = this.sure = this.#end;
      return { text: unread + text, invalidAt, bytesRead: this.bytesRead };
    }
    this.#append(block, Buffer.from(text, 'utf8'));
    this.sure = this.#end;
    return null;
  }

  /** Text that was handed out and could not be used yet comes back to the front. `block` must be empty. */
  putBack(block: CellBlock, text: string): void {
    const tail = Buffer.from(block.bytes.subarray(this.start, this.#end));
    const whole = this.sure - this.start;
    const bytes = Buffer.from(text, 'utf8');
    this.#end = 0;
    this.#append(block, bytes);
    this.#append(block, tail);
    this.start = 0;
    this.sure = bytes.length + whole;
  }

  #append(block: CellBlock, bytes: Uint8Array): void {
    const size = this.#end + bytes.length;
    if (size > block.window) block.widen(Math.max(size, 2 * block.window));
    block.bytes.set(bytes, this.#end);
    this.#end = size;
  }
}
