// Keys that are a common prefix and a whole number (`1000001`, `C10045`), numbered in the order first met. Looking one up
// is reading its digits and one array; hashing a million different texts costs five times as much.

const ZERO = 48;
const MOST_DIGITS = 9;
const MOST_PREFIX = 8;
const FIRST_SPAN = 1024;
/** The array of a range may have so many places per key: sparse numbers are better hashed. */
const PLACES_PER_KEY = 8;
const LOOSE_PLACES = 1 << 16;
const UNFIT = -1;

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9;

/** Only takes texts that fit, all with the same prefix and without leading zeros; the others belong elsewhere. */
export class NumberedTable {
  size = 0;
  #prefix: Uint8Array = new Uint8Array(0);
  /** `#numbers[value − #low]` is the number of that value's text + 1; 0 = not met. */
  #numbers = new Int32Array(0);
  #low = 0;
  #values = new Int32Array(64);

  /** −1 when the text was not met, and also when it does not fit. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const place = this.#valueOf(bytes, start, end) - this.#low;
    return place >= 0 && place < this.#numbers.length ? (this.#numbers[place] as number) - 1 : -1;
  }

  /** −1 when the text does not fit. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (this.size === 0) this.#start(bytes, start, end);
    const value = this.#valueOf(bytes, start, end);
    if (value === UNFIT || !this.#reach(value)) return -1;
    const place = value - this.#low;
    const known = (this.#numbers[place] as number) - 1;
    if (known >= 0) return known;
    if (this.size === this.#values.length) {
      const longer = new Int32Array(Math.ceil(1.5 * this.size));
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.size] = value;
    this.#numbers[place] = ++this.size;
    return this.size - 1;
  }

  each(from: number, to: number, take: (bytes: Uint8Array, start: number, end: number) => void): void {
    const prefix = this.#prefix.length;
    const text = new Uint8Array(prefix + MOST_DIGITS);
    text.set(this.#prefix);
    for (let number = from; number < to; number++) {
      let value = this.#values[number] as number;
      let end = prefix + 1;
      for (let rest = value; rest > 9; rest = Math.floor(rest / 10)) end++;
      for (let at = end - 1; at >= prefix; at--, value = Math.floor(value / 10))
        text[at] = ZERO + (value % 10);
      take(text, 0, end);
    }
  }

  /** The first text decides the prefix: all up to its last run of digits. */
  #start(bytes: Uint8Array, start: number, end: number): void {
    let at = end;
    while (at > start && isDigit(bytes[at - 1] as number)) at--;
    // A Buffer's own `slice` would share the memory, which is written over soon.
    this.#prefix = Uint8Array.from(bytes.subarray(start, Math.min(at, start + MOST_PREFIX + 1)));
  }

  #valueOf(bytes: Uint8Array, start: number, end: number): number {
    const prefix = this.#prefix;
    const digits = end - start - prefix.length;
    if (digits < 1 || digits > MOST_DIGITS || prefix.length > MOST_PREFIX) return UNFIT;
    let at = start;
    for (let i = 0; i < prefix.length; i++, at++) if (bytes[at] !== prefix[i]) return UNFIT;
    if (bytes[at] === ZERO && digits > 1) return UNFIT;
    let value = 0;
    for (; at < end; at++) {
      const digit = (bytes[at] as number) - ZERO;
      if (digit < 0 || digit > 9) return UNFIT;
      value = value * 10 + digit;
    }
    return value;
  }

  /** Makes the array reach to the value; false when the values lie too far apart. */
  #reach(value: number): boolean {
    const span = this.#numbers.length;
    const high = this.#low + span;
    if (span > 0 && value >= this.#low && value < high) return true;
    const low = span === 0 ? value : Math.min(value, this.#low);
    const needed = Math.max(value + 1, high) - low;
    if (needed > LOOSE_PLACES + PLACES_PER_KEY * this.size) return false;
    const length = Math.max(FIRST_SPAN, needed, Math.ceil(1.5 * span));
    // Room is left on the side to which the values grow.
    const newLow = low < this.#low && span > 0 ? Math.max(0, high - length) : low;
    const wider = new Int32Array(length);
    if (span > 0) wider.set(this.#numbers, this.#low - newLow);
    this.#numbers = wider;
    this.#low = newLow;
    return true;
  }
}
