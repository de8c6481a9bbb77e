// The different texts of a column, numbered in the order first met.
import { FingerprintTable } from './fingerprintTable.ts';
import { HashedTable } from './hashedTable.ts';
import { NumberedTable } from './numberedTable.ts';

/** From so many texts on, and at each doubling, it is asked whether they are numbers that lie close together after all. */
const FIRST_SECOND_LOOK = 1 << 16;

/** The texts as numbers; null when they are none, or lie far apart. */
function asNumbers(texts: HashedTable, pages: number): NumberedTable | null {
  const numbered = new NumberedTable(pages, texts.size);
  let fit = true;
  texts.each(0, texts.size, (text, from, to) => {
    fit &&= numbered.add(text, from, to) >= 0;
  });
  return fit ? numbered : null;
}

/** What a column's texts may take in memory. */
export interface WordLimits {
  /** Hashed texts that stay in memory; with more of them, those that were written are let go of. */
  readonly held: number;
  /** The same in bytes. */
  readonly heldBytes: number;
  /** Texts that are numbered here; from then on new ones are left to whoever stores them. */
  readonly numbered: number;
  /** Pages of a `NumberedTable`. */
  readonly pages: number;
}

/** For all columns of a file together: hashes of some 40 MB at most, numbers of 24 MB and their values of as many. */
const ALL: WordLimits = { held: 1 << 18, heldBytes: 1 << 24, numbered: 1 << 20, pages: 384 };
const UNLIMITED: WordLimits = { ...ALL, numbered: Infinity, pages: Infinity };

/** The limits of each of so many columns of one file. */
export const wordLimits = (columns: number): WordLimits => ({
  held: Math.ceil(ALL.held / Math.max(1, columns)),
  heldBytes: Math.ceil(ALL.heldBytes / Math.max(1, columns)),
  numbered: Math.ceil(ALL.numbered / Math.max(1, columns)),
  pages: Math.ceil(ALL.pages / Math.max(1, columns)),
});

/** The answer of `add` to a new text when the table is full. */
export const UNNUMBERED = -2;
/** So many at a time pass from one table to the other. */
const TEXTS_MOVED = 1 << 14;

/**
 * The different texts of a column. Keys that are numbers close together (`1000001`, `C10045`) need no hashing: as long
 * as all texts are such, and again once there are many, a `NumberedTable` holds them. Of very many texts a
 * `FingerprintTable` keeps only hashes, and at its limit the table takes no new ones.
 */
export class WordTable {
  readonly #limits: WordLimits;
  #isFull = false;
  #numbered: NumberedTable | null;
  #hashed: HashedTable | FingerprintTable | null = null;
  #secondLook = FIRST_SECOND_LOOK;

  /** @param limits without them every text gets a number */
  constructor(limits: WordLimits = UNLIMITED) {
    this.#limits = limits;
    this.#numbered = new NumberedTable(limits.pages);
  }

  /** No new text gets a number here any more. */
  get isFull(): boolean {
    return this.#isFull;
  }

  get size(): number {
    return this.#numbered?.size ?? this.#hashed?.size ?? 0;
  }

  /** The number of the text at `start`..`end`; −1 = not yet met. */
  find(bytes: Uint8Array, start: number, end: number): number {
    if (this.#numbered !== null) return this.#numbered.find(bytes, start, end);
    return this.#hashed === null ? -1 : this.#hashed.find(bytes, start, end);
  }

  /** The number of a text, a new one when it is not yet met; `UNNUMBERED` when no new ones are taken any more. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (this.#isFull) {
      const known = this.find(bytes, start, end);
      return known >= 0 ? known : UNNUMBERED;
    }
    if (this.#numbered !== null) {
      const number = this.#numbered.add(bytes, start, end);
      if (number >= 0) return number;
      // Millions of numbers would be hashed for the sake of one text that is none.
      this.#isFull = this.#numbered.size >= this.#limits.numbered;
      if (this.#isFull) return UNNUMBERED;
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
    this.#numbered = asNumbers(this.#hashed, this.#limits.pages);
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
    if (hashed === null) return;
    this.#isFull ||= hashed.size >= this.#limits.numbered;
    if (hashed instanceof FingerprintTable) return hashed.forget(before);
    if (hashed.size <= this.#limits.held && hashed.bytes <= this.#limits.heldBytes) return;
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
