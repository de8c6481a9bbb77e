// One bit for each of many things, and how many bits are set before a place: two bits a thing instead of a number.
import { letGo } from './letGo.ts';

const BITS = 32;

function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export class RankedBits {
  readonly #words: Int32Array;
  /** How many bits are set before each word. */
  #before = new Int32Array(0);

  /** @param size places are below it */
  constructor(size: number) {
    this.#words = new Int32Array(Math.ceil(size / BITS));
  }

  set(at: number): void {
    this.#words[at >>> 5]! |= 1 << (at & 31);
  }

  has(at: number): boolean {
    return ((this.#words[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
  }

  /** Counts, so that `rank` and `count` can be asked; what is set afterwards does not count. */
  seal(): void {
    this.#before = new Int32Array(this.#words.length + 1);
    for (let at = 0; at < this.#words.length; at++)
      this.#before[at + 1] = (this.#before[at] as number) + bitsOf(this.#words[at] as number);
  }

  get count(): number {
    return this.#before.at(-1) ?? 0;
  }

  /** How many bits are set before the place. */
  rank(at: number): number {
    const below = (1 << (at & 31)) - 1;
    return (this.#before[at >>> 5] as number) + bitsOf((this.#words[at >>> 5] as number) & below);
  }

  /** Gives the memory back. */
  close(): void {
    letGo(this.#words);
    letGo(this.#before);
  }
}
