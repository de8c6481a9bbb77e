// Orders of several rows counted once. The one thing to know: an order number may be shared by customers.
import { letGo } from '../letGo.ts';
import type { RankedBits } from '../rankedBits.ts';

/** Places of the table of pairs: a power of two, doubled when half of them are taken. */
const FIRST_PLACES = 1024;

/** Pairs of whole numbers, as one number each: a Set of them ends at sixteen million. */
class PairSet {
  #places = new Float64Array(FIRST_PLACES);
  #size = 0;

  /** False when it is there already. @param pair above 0, below 2^53 */
  add(pair: number): boolean {
    const at = this.#find(pair);
    if (this.#places[at] === pair) return false;
    this.#places[at] = pair;
    if (2 * ++this.#size > this.#places.length) this.#grow();
    return true;
  }

  #find(pair: number): number {
    const mask = this.#places.length - 1;
    let hash = Math.imul(pair | 0, 0x2c1b3c6d) ^ Math.imul((pair / 0x1_0000_0000) | 0, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x297a2d39);
    for (let at = (hash ^ (hash >>> 14)) & mask; ; at = (at + 1) & mask) {
      const there = this.#places[at];
      if (there === 0 || there === pair) return at;
    }
  }

  #grow(): void {
    const old = this.#places;
    this.#places = new Float64Array(2 * old.length);
    for (const pair of old) if (pair > 0) this.#places[this.#find(pair)] = pair;
  }
}

export interface OrderCounter {
  /** Whether a row is the first of its order for its customer. */
  readonly isNew: (order: number, customer: number) => boolean;
  /** Gives the memory back; nothing can be asked afterwards. */
  readonly close: () => void;
}

/**
 * Says whether a row is the first of its order for its customer; a row without a number (−1) always is. An order number
 * belongs to one customer in nearly every file; those that are shared go through a set of pairs.
 * @param orders numbers are below it
 * @param repeated those of several rows, sealed: only of these the customer must be kept; left out = of all
 */
export function createOrderCounter(
  orders: number,
  customers: number,
  repeated: RankedBits | null = null,
): OrderCounter {
  /** Customer + 1 per order. */
  const owner = new Int32Array(repeated?.count ?? orders);
  const sharedPairs = new PairSet();
  const isNew = (order: number, customer: number): boolean => {
    if (order < 0 || repeated?.has(order) === false) return true;
    const place = repeated?.rank(order) ?? order;
    const known = owner[place]! - 1;
    if (known === customer) return false;
    if (known === -1) {
      owner[place] = customer + 1;
      return true;
    }
    return sharedPairs.add(order * customers + customer + 1);
  };
  return { isNew, close: () => letGo(owner) };
}
