// Texts numbered by an open-addressing table over their UTF-8 bytes: a JavaScript Map of strings needs five times the
// memory and makes a string of every cell.
import { letGo } from '../../letGo.ts';

const FIRST_SLOTS = 64;
const FIRST_BYTES = 512;

/** FNV-1a over the bytes, then stirred: the low bits alone are poor for texts that differ in their last digit. */
function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Texts and their numbers from 0. Memory per text: its bytes, and 20 to 40 bytes more. */
export class HashedTable {
  size = 0;
  /** Pairs of hash and number + 1; 0 = free. */
  #slots = new Int32Array(2 * FIRST_SLOTS);
  #mask = FIRST_SLOTS - 1;
  #bytes = new Uint8Array(FIRST_BYTES);
  /** Where each text ends in `#bytes`. */
  #ends = new Uint32Array(FIRST_SLOTS);

  find(bytes: Uint8Array, start: number, end: number): number {
    return this.#find(bytes, start, end, hashBytes(bytes, start, end));
  }

  /** Bytes of all texts. */
  get bytes(): number {
    return this.#startOf(this.size);
  }

  add(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashBytes(bytes, start, end);
    const known = this.#find(bytes, start, end, hash);
    if (known >= 0) return known;
    const number = this.size++;
    this.#keep(bytes, start, end, number);
    if (2 * this.size > this.#mask) this.#grow();
    this.#place(hash, number);
    return number;
  }

  each(from: number, to: number, take: (bytes: Uint8Array, start: number, end: number) => void): void {
    for (let number = from; number < to; number++) {
      take(this.#bytes, this.#startOf(number), this.#ends[number] as number);
    }
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] as number);
  }

  #find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[2 * slot + 1] as number) - 1;
      if (number < 0) return -1;
      if (slots[2 * slot] === hash && this.#equals(number, bytes, start, end)) return number;
    }
  }

  #equals(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#startOf(number);
    if ((this.#ends[number] as number) - from !== end - start) return false;
    const kept = this.#bytes;
    for (let at = start, own = from; at < end; at++, own++) if (kept[own] !== bytes[at]) return false;
    return true;
  }

  #keep(bytes: Uint8Array, start: number, end: number, number: number): void {
    const from = this.#startOf(number);
    const to = from + end - start;
    if (to > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(to, 2 * this.#bytes.length));
      wider.set(this.#bytes.subarray(0, from));
      letGo(this.#bytes);
      this.#bytes = wider;
    }
    if (number === this.#ends.length) {
      const longer = new Uint32Array(2 * number);
      longer.set(this.#ends);
      letGo(this.#ends);
      this.#ends = longer;
    }
    const kept = this.#bytes;
    for (let at = start, own = from; at < end; at++, own++) kept[own] = bytes[at] as number;
    this.#ends[number] = to;
  }

  #place(hash: number, number: number): void {
    let slot = hash & this.#mask;
    while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[2 * slot] = hash;
    this.#slots[2 * slot + 1] = number + 1;
  }

  #grow(): void {
    const old = this.#slots;
    this.#mask = 2 * this.#mask + 1;
    this.#slots = new Int32Array(2 * (this.#mask + 1));
    for (let at = 0; at < old.length; at += 2) {
      const number = (old[at + 1] as number) - 1;
      if (number >= 0) this.#place(old[at] as number, number);
    }
    letGo(old);
  }

  /** Gives the memory back; nothing can be asked afterwards. */
  close(): void {
    for (const array of [this.#bytes, this.#ends, this.#slots]) letGo(array);
  }
}
