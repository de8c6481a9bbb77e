// The different texts of a column, numbered in the order first met. An open-addressing table over their UTF-8 bytes:
// a JavaScript Map of strings needs five times the memory and makes a string of every cell.
import { letGo } from '../../letGo.ts';
import { FingerprintTable } from './fingerprintTable.ts';
import { NumberedTable } from './numberedTable.ts';

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
class HashedTable {
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

/** From so many texts on, and at each doubling, it is asked whether they are numbers that lie close together after all. */
const FIRST_SECOND_LOOK = 1 << 16;

/** The texts as numbers; null when they are none, or lie far apart. */
function asNumbers(texts: HashedTable): NumberedTable | null {
  const numbered = new NumberedTable(texts.size);
  let fit = true;
  texts.each(0, texts.size, (text, from, to) => {
    fit &&= numbered.add(text, from, to) >= 0;
  });
  return fit ? numbered : null;
}

/** Hashed texts that stay in memory; with more of them, those that were written are let go of. */
const MOST_HELD = 1 << 18;
/** So many at a time pass from one table to the other. */
const TEXTS_MOVED = 1 << 14;

/**
 * The different texts of a column. Keys that are numbers close together (`1000001`, `C10045`) need no hashing: as long
 * as all texts are such, and again once there are many, a `NumberedTable` holds them. Of very many texts a `FingerprintTable` keeps only hashes.
 */
export class WordTable {
  readonly #mostHeld: number;
  #numbered: NumberedTable | null = new NumberedTable();
  #hashed: HashedTable | FingerprintTable | null = null;
  #secondLook = FIRST_SECOND_LOOK;

  constructor(mostHeld = MOST_HELD) {
    this.#mostHeld = mostHeld;
  }

  get size(): number {
    return this.#numbered?.size ?? this.#hashed?.size ?? 0;
  }

  /** The number of the text at `start`..`end`; −1 = not yet met. */
  find(bytes: Uint8Array, start: number, end: number): number {
    if (this.#numbered !== null) return this.#numbered.find(bytes, start, end);
    return this.#hashed === null ? -1 : this.#hashed.find(bytes, start, end);
  }

  /** The number of a text, a new one when it is not yet met. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (this.#numbered !== null) {
      const number = this.#numbered.add(bytes, start, end);
      if (number >= 0) return number;
      const hashed = new HashedTable();
      this.#numbered.each(0, this.#numbered.size, (text, from, to) => hashed.add(text, from, to));
      this.#hashed = hashed;
      this.#numbered = null;
    }
    this.#hashed ??= new HashedTable();
    const number = this.#hashed.add(bytes, start, end);
    if (number + 1 === this.#secondLook) this.#lookAgain();
    return number;
  }

  /** Random numbers of six or seven digits seem to lie far apart as long as there are few of them. */
  #lookAgain(): void {
    this.#secondLook *= 2;
    if (!(this.#hashed instanceof HashedTable)) return;
    this.#numbered = asNumbers(this.#hashed);
    if (this.#numbered === null) return;
    this.#hashed.close();
    this.#hashed = null;
  }

  /** Calls back with the bytes of the texts numbered `from` up to `to`; they are valid during the call only. */
  each(from: number, to: number, take: (bytes: Uint8Array, start: number, end: number) => void): void {
    this.#numbered?.each(from, to, take);
    this.#hashed?.each(from, to, take);
  }

  /** Says that `each` will not be asked again for texts before this number. */
  forget(before: number): void {
    const hashed = this.#hashed;
    if (hashed === null || hashed.size <= this.#mostHeld) return;
    if (hashed instanceof FingerprintTable) return hashed.forget(before);
    const fingerprints = new FingerprintTable();
    for (let from = 0; from < hashed.size; from += TEXTS_MOVED) {
      const to = Math.min(hashed.size, from + TEXTS_MOVED);
      hashed.each(from, to, (text, start, end) => fingerprints.add(text, start, end));
      fingerprints.forget(Math.min(to, before));
    }
    hashed.close();
    this.#hashed = fingerprints;
  }

  /** Gives the memory of many texts back; nothing can be asked afterwards. */
  close(): void {
    this.#hashed?.close();
  }
}
