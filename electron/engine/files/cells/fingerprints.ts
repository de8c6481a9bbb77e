// Texts known by 96 bits of hash alone. Among ten million texts any two agree by chance once in 10^15 files.
import { letGo } from '../../letGo.ts';

/** Whole numbers of 32 bits in a fingerprint. */
export const LANES = 3;
const FIRST_SLOTS = 1 << 12;
/** Hashes are kept in pages, so that a long table grows without being copied. */
const PAGE_BITS = 14;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;

function stir(hash: number): number {
  let stirred = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  stirred = Math.imul(stirred ^ (stirred >>> 13), 0xc2b2ae35);
  return stirred ^ (stirred >>> 16);
}

/** Writes the text's fingerprint to `into` at `at`: three hashes that share nothing but the text. */
export function fingerprint(
  bytes: Uint8Array,
  start: number,
  end: number,
  into: Int32Array,
  at: number,
): void {
  let a = 0x811c9dc5;
  let b = 0x3c6ef372;
  let c = end - start;
  for (let place = start; place < end; place++) {
    const byte = bytes[place] as number;
    a = Math.imul(((a << 5) | (a >>> 27)) ^ byte, 0x01000193);
    b = Math.imul(((b << 13) | (b >>> 19)) ^ byte, 0x9e3779b1);
    c = Math.imul(((c << 7) | (c >>> 25)) ^ byte, 0x85ebca77);
  }
  into[at] = stir(a);
  into[at + 1] = stir(b);
  into[at + 2] = stir(c);
}

/** Fingerprints numbered from 0 in the order first met. Memory of each: 12 bytes, and 5 to 11 of slots. */
export class Fingerprints {
  size = 0;
  /** Number + 1; 0 = free. */
  #slots = new Int32Array(FIRST_SLOTS);
  readonly #pages: Int32Array[] = [];

  /** −1 = not yet met. */
  find(of: Int32Array, at: number): number {
    return (this.#slots[this.#slotOf(of, at)] as number) - 1;
  }

  add(of: Int32Array, at: number): number {
    const slot = this.#slotOf(of, at);
    const known = (this.#slots[slot] as number) - 1;
    if (known >= 0) return known;
    const number = this.size++;
    this.#slots[slot] = number + 1;
    if ((number & IN_PAGE) === 0) this.#pages.push(new Int32Array(LANES * PAGE));
    const page = this.#pages[number >> PAGE_BITS] as Int32Array;
    const place = LANES * (number & IN_PAGE);
    for (let lane = 0; lane < LANES; lane++) page[place + lane] = of[at + lane] as number;
    if (4 * this.size > 3 * this.#slots.length) this.#grow();
    return number;
  }

  /** Gives the memory back; nothing can be asked afterwards. */
  close(): void {
    for (const array of [this.#slots, ...this.#pages]) letGo(array);
  }

  /** Where the fingerprint stands, or belongs. */
  #slotOf(of: Int32Array, from: number): number {
    const [a, b, c] = [of[from], of[from + 1], of[from + 2]];
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
