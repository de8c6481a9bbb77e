// What two snapshots say of each key, in some bytes per key: whether it is there, the last answers about consent, and
// whom an e-mail, a telephone or a name belongs to. Of these only hashes are kept.
import { FingerprintTable, WordTable } from '../files/index.ts';

const FIRST_PLACES = 1024;
/** The identity belongs to nobody yet, or to several keys. */
const NOBODY = -1;
const SHARED = -2;
/** An answer about consent: 0 = no, 1 = yes. */
const NO_ANSWER = -1;

class Numbers<T extends Int8Array | Int32Array> {
  #values: T;
  readonly #missing: number;
  readonly #make: (places: number) => T;

  constructor(make: (places: number) => T, missing: number) {
    this.#make = make;
    this.#missing = missing;
    this.#values = make(FIRST_PLACES);
    this.#values.fill(missing);
  }

  get(at: number): number {
    return this.#values[at] ?? this.#missing;
  }

  set(at: number, value: number): void {
    const before = this.#values.length;
    if (at >= before) {
      const longer = this.#make(2 * Math.max(at, before));
      longer.fill(this.#missing, before);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[at] = value;
  }
}

const bytes = (missing: number) => new Numbers((places) => new Int8Array(places), missing);
const owners = () => new Numbers((places) => new Int32Array(places), NOBODY);

/** Keys of both snapshots, numbered in the order first met. */
export class KeyTable {
  readonly #texts = new WordTable();

  get size(): number {
    return this.#texts.size;
  }

  numberOf(key: string): number {
    const text = Buffer.from(key);
    return this.#texts.add(text, 0, text.length);
  }

  text(number: number): string {
    let found = '';
    this.#texts.each(number, number + 1, (from, start, end) => {
      found = Buffer.from(from.subarray(start, end)).toString();
    });
    return found;
  }
}

/** Identities of the later snapshot, numbered in the order first met. Those that only the earlier one has tell nothing. */
export class IdentityTable {
  readonly #hashes = new FingerprintTable();

  get size(): number {
    return this.#hashes.size;
  }

  add(identity: string): number {
    const text = Buffer.from(identity);
    const number = this.#hashes.add(text, 0, text.length);
    this.#hashes.forget(this.#hashes.size - (this.#hashes.size % FIRST_PLACES));
    return number;
  }

  find(identity: string): number {
    const text = Buffer.from(identity);
    return this.#hashes.find(text, 0, text.length);
  }
}

/** One snapshot's view of them. */
export class SnapshotKeys {
  count = 0;
  readonly #present = bytes(0);
  readonly #answers: readonly Numbers<Int8Array>[];
  readonly #owners = owners();

  constructor(consents: number) {
    this.#answers = Array.from({ length: consents }, () => bytes(NO_ANSWER));
  }

  has(key: number): boolean {
    return this.#present.get(key) === 1;
  }

  /** @param answers per column of consent: 1, 0, or NaN, which leaves what was said before */
  add(key: number, answers: readonly number[]): void {
    if (!this.has(key)) {
      this.#present.set(key, 1);
      this.count++;
    }
    for (const [at, answer] of answers.entries())
      if (!Number.isNaN(answer)) this.#answers[at]?.set(key, answer);
  }

  answer(key: number, column: number): number {
    return this.#answers[column]?.get(key) ?? NO_ANSWER;
  }

  own(identity: number, key: number): void {
    const known = this.#owners.get(identity);
    if (known !== key) this.#owners.set(identity, known === NOBODY ? key : SHARED);
  }

  /** The only key with this identity; null when there is none, or several. */
  ownerOf(identity: number): number | null {
    const known = this.#owners.get(identity);
    return known < 0 ? null : known;
  }
}
