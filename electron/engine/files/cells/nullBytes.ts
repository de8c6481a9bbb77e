// Whether a cell may be one of the words for "no value", told from its first and last byte: nearly all cells are
// not, and only the rest needs the comparison of values/missing.ts.
import { NULL_WORDS } from '../../../../shared/model/readSettings.ts';

/** Any length: letters beyond ASCII may have another length in capitals. */
const ANY = 0;
const LONGEST = 255;
/** Letters that are also the small form of a sign beyond ASCII, such as that of Kelvin. */
const LOOK_ALIKE = /[kåω]/i;

const keyOf = (first: number, last: number, size: number): number => (first << 16) | (last << 8) | size;

export class NullFilter {
  readonly #keys = new Set<number>();
  /** First bytes that any of the words has: sorts out most cells by one look. */
  readonly #first = new Uint8Array(256);
  readonly #longest: number;

  /** @param words the analyst's own; left out = the built-in ones that count in every column */
  constructor(words: readonly string[] = NULL_WORDS) {
    let longest = 0;
    for (const word of words) {
      const lower = word.trim().toLowerCase();
      const forms = [Buffer.from(lower), Buffer.from(lower.toUpperCase())];
      const isFixed = forms.every((form) => form.length === lower.length) && !LOOK_ALIKE.test(lower);
      longest = Math.max(longest, 3 * lower.length);
      for (const { 0: first = 0 } of forms) {
        this.#first[first] = 1;
        for (const form of forms)
          this.#keys.add(
            keyOf(first, form.at(-1) ?? 0, isFixed && lower.length <= LONGEST ? lower.length : ANY),
          );
      }
    }
    this.#longest = longest;
  }

  /** False when the cell, which has no spaces around it, surely is a value. */
  mayMatch(bytes: Uint8Array, start: number, end: number): boolean {
    const first = bytes[start] as number;
    const size = end - start;
    if (this.#first[first] === 0 || size > this.#longest) return false;
    const last = bytes[end - 1] as number;
    return (
      (size <= LONGEST && this.#keys.has(keyOf(first, last, size))) || this.#keys.has(keyOf(first, last, ANY))
    );
  }
}

/** Bytes with which a character starts that is surely no white space. */
const SOLID = new Uint8Array(256);
for (let byte = 33; byte < 256; byte++) SOLID[byte] = 1;
// Lead bytes of the blocks that hold the white space of Unicode; continuation bytes start nothing.
for (const byte of [0xc2, 0xe1, 0xe2, 0xe3, 0xef]) SOLID[byte] = 0;
SOLID.fill(0, 0x80, 0xc0);

/** True when the cell surely does not start with white space. */
export function startsSolid(bytes: Uint8Array, start: number): boolean {
  return SOLID[bytes[start] as number] === 1;
}

/** True when the cell surely has no white space around it. */
export function isTrimmed(bytes: Uint8Array, start: number, end: number): boolean {
  if (SOLID[bytes[start] as number] === 0) return false;
  let last = end - 1;
  while (last > start && ((bytes[last] as number) & 0xc0) === 0x80) last--;
  return SOLID[bytes[last] as number] === 1;
}
