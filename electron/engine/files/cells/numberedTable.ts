// Keys that are a common prefix and a whole number (`1000001`, `C10045`), numbered in the order first met. Looking one up
// is reading its digits and one array; hashing a million different texts costs five times as much.

const ZERO = 48;
const MOST_DIGITS = 9;
const MOST_PREFIX = 8;
/** Numbers are kept in pages, so that a long table grows without being copied. */
const PAGE_BITS = 14;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;
/** Places in memory per key at most: numbers that lie far apart are better hashed. The first million costs 4 MB. */
const PLACES_PER_KEY = 8;
const FREE_PAGES = 64;
const UNFIT = -1;

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9;

/** @returns the place after the last digit */
function writeDigits(value: number, text: Uint8Array, from: number): number {
  let end = from + 1;
  for (let rest = value; rest > 9; rest = (rest / 10) | 0) end++;
  let rest = value;
  for (let at = end - 1; at >= from; at--) {
    const tens = (rest / 10) | 0;
    text[at] = ZERO + rest - 10 * tens;
    rest = tens;
  }
  return end;
}

/** Only takes texts that fit, all with the same prefix and without leading zeros; the others belong elsewhere. */
export class NumberedTable {
  size = 0;
  #prefix: Uint8Array = new Uint8Array(0);
  /** Page of a value → the numbers of its values' texts + 1, 0 = not met; of a page met in rising order only the first number. */
  readonly #numbers: (Int32Array | number | undefined)[] = [];
  #sparePage: Int32Array | null = null;
  #pages = 0;
  /** The value of each number, in pages; of a full page of consecutive values only the first. */
  readonly #values: (Int32Array | number)[] = [];
  #lastValues = new Int32Array(0);
  readonly #mostPages: number;
  readonly #expected: number;

  /** @param mostPages of 64 KB, those of consecutive numbers not counted; @param expected how many texts there will be at least */
  constructor(mostPages = Infinity, expected = 0) {
    this.#mostPages = mostPages;
    this.#expected = expected;
  }

  /** −1 when the text was not met, and also when it does not fit. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const value = this.#valueOf(bytes, start, end);
    if (value === UNFIT) return -1;
    const page = this.#numbers[value >> PAGE_BITS];
    if (page === undefined) return -1;
    return typeof page === 'number' ? page + (value & IN_PAGE) : (page[value & IN_PAGE] as number) - 1;
  }

  /** −1 when the text does not fit. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (this.size === 0) this.#start(bytes, start, end);
    const value = this.#valueOf(bytes, start, end);
    if (value === UNFIT) return -1;
    const page = this.#numbers[value >> PAGE_BITS] ?? this.#newPage(value >> PAGE_BITS);
    if (page === null) return -1;
    if (typeof page === 'number') return page + (value & IN_PAGE);
    const known = (page[value & IN_PAGE] as number) - 1;
    if (known >= 0) return known;
    const number = this.size++;
    if ((number & IN_PAGE) === 0) this.#startValues();
    this.#lastValues[number & IN_PAGE] = value;
    page[value & IN_PAGE] = number + 1;
    if ((value & IN_PAGE) === IN_PAGE) this.#shorten(value >> PAGE_BITS, page);
    return number;
  }

  each(from: number, to: number, take: (bytes: Uint8Array, start: number, end: number) => void): void {
    const prefix = this.#prefix.length;
    const text = new Uint8Array(prefix + MOST_DIGITS);
    text.set(this.#prefix);
    let end = prefix;
    let before = -1;
    for (let number = from; number < to; number++) {
      const page = this.#values[number >> PAGE_BITS] ?? 0;
      const value = typeof page === 'number' ? page + (number & IN_PAGE) : (page[number & IN_PAGE] ?? 0);
      // Of consecutive numbers mostly the last digit alone is another.
      if (value === before + 1 && value % 10 !== 0) text[end - 1] = ZERO + (value % 10);
      else end = writeDigits(value, text, prefix);
      before = value;
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

  #startValues(): void {
    const full = this.#lastValues;
    const first = full[0] ?? 0;
    if (full.length > 0 && full.every((value, at) => value === first + at)) {
      this.#values[this.#values.length - 1] = first;
      full.fill(0); // serves again
    } else this.#lastValues = new Int32Array(PAGE);
    this.#values.push(this.#lastValues);
  }

  /** Ten million consecutive order numbers would take 40 MB otherwise. */
  #shorten(at: number, page: Int32Array): void {
    const first = (page[0] as number) - 1;
    if (first < 0 || !page.every((number, place) => number === first + 1 + place)) return;
    this.#numbers[at] = first;
    this.#sparePage = page.fill(0);
    this.#pages--;
  }

  /** Null when the values lie too far apart, or are too many. */
  #newPage(at: number): Int32Array | null {
    const texts = Math.max(this.size, this.#expected);
    const most = Math.min(this.#mostPages, FREE_PAGES + (PLACES_PER_KEY * texts) / PAGE);
    if (this.#pages >= most) return null;
    const page = this.#sparePage ?? new Int32Array(PAGE);
    this.#sparePage = null;
    this.#pages++;
    this.#numbers[at] = page;
    return page;
  }
}
