// The different texts of a column with so many of them that their bytes must not stay in memory: of each only its
// fingerprint is kept, and its text until it is stored.
import { letGo } from '../../letGo.ts';
import { fingerprint, Fingerprints, LANES } from './fingerprints.ts';

const FIRST_BYTES = 1 << 16;

/** Texts are numbered from 0. Memory per text: its fingerprint; the texts not yet forgotten besides. */
export class FingerprintTable {
  readonly #known = new Fingerprints();
  /** Texts from this number on are held. */
  #first = 0;
  #bytes = new Uint8Array(FIRST_BYTES);
  #ends: number[] = [];
  /** Of the text that was looked at last. */
  readonly #hash = new Int32Array(LANES);

  get size(): number {
    return this.#known.size;
  }

  find(bytes: Uint8Array, start: number, end: number): number {
    fingerprint(bytes, start, end, this.#hash, 0);
    return this.#known.find(this.#hash, 0);
  }

  add(bytes: Uint8Array, start: number, end: number): number {
    fingerprint(bytes, start, end, this.#hash, 0);
    const before = this.size;
    const number = this.#known.add(this.#hash, 0);
    if (number === before) this.#hold(bytes, start, end);
    return number;
  }

  /** Calls back with texts that are still held. */
  each(from: number, to: number, take: (bytes: Uint8Array, start: number, end: number) => void): void {
    if (from < this.#first) throw new RangeError('these texts are forgotten');
    for (let at = from - this.#first; at < to - this.#first; at++)
      take(this.#bytes, this.#ends[at - 1] ?? 0, this.#ends[at] as number);
  }

  /** Lets go of the texts before this number; their fingerprints stay. */
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
    this.#known.close();
    letGo(this.#bytes);
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
}
