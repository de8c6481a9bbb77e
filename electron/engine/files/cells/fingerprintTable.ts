// The different texts of a column with so many of them that their bytes must not stay in memory: of each only 96 bits of
// hash are kept. Among ten million texts any two agree by chance once in 10^15 files.
import { letGo } from '../../letGo.ts';

const FIRST_SLOTS = 1 << 12;
const LANES = 3;
/** Hashes are kept in pages, so that a long table grows without being copied. */
const PAGE_BITS = 14;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;
const FIRST_BYTES = 1 << 16;

function stir(hash: number): number {
  let stirred = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  stirred = Math.imul(stirred ^ (stirred >>> 13), 0xc2b2ae35);
  return stirred ^ (stirred >>> 16);
}

/** Texts are numbered from 0. Memory per text: 12 bytes of hash, and 6 to 11 of slots; the texts not yet forgotten besides. */
export class FingerprintTable {
  size = 0;
  /** Number + 1; 0 = free. */
  #slots = new Int32Array(FIRST_SLOTS);
  readonly #pages: Int32Array[] = [];
  /** Texts from this number on are held. */
  #first = 0;
  #bytes = new Uint8Array(FIRST_BYTES);
  #ends: number[] = [];
  /** The hash of the text that was looked at last. */
  readonly #hash = new Int32Array(LANES);

  find(bytes: Uint8Array, start: number, end: number): number {
    this.#hashText(bytes, start, end);
    return (this.#slots[this.#slotOf()] as number) - 1;
  }

  add(bytes: Uint8Array, start: number, end: number): number {
    this.#hashText(bytes, start, end);
    const slot = this.#slotOf();
    const known = (this.#slots[slot] as number) - 1;
    if (known >= 0) return known;
    const number = this.size++;
    this.#slots[slot] = number + 1;
    if ((number & IN_PAGE) === 0) this.#pages.push(new Int32Array(LANES * PAGE));
    this.#pages.at(-1)?.set(this.#hash, LANES * (number & IN_PAGE));
    this.#hold(bytes, start, end);
    if (4 * this.size > 3 * this.#slots.length) this.#grow();
    return number;
  }

  /** Calls back with texts that are still held. */
  each(from: number, to: number, take: (bytes: Uint8Array, start: number, end: number) => void): void {
    if (from < this.#first) throw new RangeError('these texts are forgotten');
    for (let at = from - this.#first; at < to - this.#first; at++)
      take(this.#bytes, this.#ends[at - 1] ?? 0, this.#ends[at] as number);
  }

  /** Lets go of the texts before this number; their hashes stay. */
  forget(before: number): void {
    const gone = before - this.#first;
    if (gone <= 0) return;
    const from = this.#ends[gone - 1] ?? 0;
    const held = this.#bytes.slice(from, Math.max(from + FIRST_BYTES, this.#ends.at(-1) ?? 0));
    letGo(this.#bytes);
    this.#bytes = held;
    this.#ends = this.#ends.slice(gone).map((end) => end - from);
    this.#first = before;
  }

  /** Gives the memory back; nothing can be asked afterwards. */
  close(): void {
    for (const array of [this.#slots, this.#bytes, ...this.#pages]) letGo(array);
  }

  /** Three hashes that share nothing but the text: multipliers and turns differ. */
  #hashText(bytes: Uint8Array, start: number, end: number): void {
    let a = 0x811c9dc5;
    let b = 0x3c6ef372;
    let c = end - start;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      a = Math.imul(((a << 5) | (a >>> 27)) ^ byte, 0x01000193);
      b = Math.imul(((b << 13) | (b >>> 19)) ^ byte, 0x9e3779b1);
      c = Math.imul(((c << 7) | (c >>> 25)) ^ byte, 0x85ebca77);
    }
    this.#hash[0] = stir(a);
    this.#hash[1] = stir(b);
    this.#hash[2] = stir(c);
  }

  /** Where the text hashed last stands, or belongs. */
  #slotOf(): number {
    const [a, b, c] = [this.#hash[0], this.#hash[1], this.#hash[2]];
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = (a as number) & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] as number) - 1;
      if (number < 0) return slot;
      const page = this.#pages[number >> PAGE_BITS] as Int32Array;
      const at = LANES * (number & IN_PAGE);
      if (page[at] === a && page[at + 1] === b && page[at + 2] === c) return slot;
    }
  }

  #hold(bytes: Uint8Array, start: number, end: number): void {
    const from = this.#ends.at(-1) ?? 0;
    const to = from + end - start;
    if (to > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(to, 2 * this.#bytes.length));
      wider.set(this.#bytes.subarray(0, from));
      letGo(this.#bytes);
      this.#bytes = wider;
    }
    for (let at = start, own = from; at < end; at++, own++) this.#bytes[own] = bytes[at] as number;
    this.#ends.push(to);
  }

  #grow(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      const page = this.#pages[number >> PAGE_BITS] as Int32Array;
      let slot = (page[LANES * (number & IN_PAGE)] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    letGo(this.#slots);
    this.#slots = slots;
  }
}
