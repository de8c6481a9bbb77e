// Recency, frequency, monetary value and their relatives, from transactions held as columns.
// Days are calendar days: epochMs is midnight-based wall-clock time stored as if it were UTC.
import { letGo } from '../letGo.ts';
import type { RankedBits } from '../rankedBits.ts';
import { createOrderCounter } from './orderCounter.ts';

const DAY_MS = 86_400_000;

/** One entry per transaction row, all arrays of the same length, in any order. */
export interface TransactionColumns {
  /** Customer number 0..customers−1; −1 = row without a customer, ignored. */
  readonly customer: Int32Array;
  /** NaN = no date; the row is ignored. */
  readonly epochMs: Float64Array;
  /** NaN = no amount; the row is ignored. */
  readonly amount: Float64Array;
  /** Order number 0..orders−1 that joins the rows of one order; null = each row is an order. */
  readonly order: Int32Array | null;
}

/**
 * `exclude`: negative rows do not touch the monetary value. `net`: they are subtracted from it.
 * Either way a row with amount ≤ 0 is no order, and a negative one counts in the returns rate.
 */
export type ReturnsPolicy = 'exclude' | 'net';

export interface RfmOptions {
  readonly customers: number;
  /** Any moment of the day on which recency and tenure end. Rows of later days are left out and counted. */
  readonly analysisMs: number;
  readonly returns?: ReturnsPolicy;
}

/**
 * One entry per customer. NaN where a customer has no order to compute it from. Basket, returns and days between orders
 * are computed anew whenever they are asked for: of a million customers each takes 8 MB.
 */
export interface RfmFeatures {
  /** Calendar days from the last order to the analysis date. */
  readonly recencyDays: Float64Array;
  /** Number of orders; 0 for a customer without any. */
  readonly frequency: Float64Array;
  /** Sum of amounts in the unit of the input; 0 for a customer without orders. */
  readonly monetary: Float64Array;
  /** Calendar days from the first order to the analysis date. */
  readonly tenureDays: Float64Array;
  /** monetary / frequency */
  readonly averageBasket: Float64Array;
  /** Negative rows / all rows of the customer, 0..1. */
  readonly returnsRate: Float64Array;
  /** Mean calendar days between orders; NaN below two orders. */
  readonly interPurchaseDays: Float64Array;
  readonly counts: RfmCounts;
}

export interface RfmCounts {
  /** Rows used, returns included. */
  readonly used: number;
  /** Rows without customer, date or amount. */
  readonly incomplete: number;
  /** Rows of days after the analysis date. */
  readonly later: number;
  readonly returns: number;
  /** Customers with at least one order. */
  readonly customersWithOrders: number;
}

/**
 * Features per customer in one pass over the transactions, O(rows + customers + orders).
 * Zero rows or zero customers give empty or NaN columns, never an error.
 */
export function rfmFeatures(transactions: TransactionColumns, options: RfmOptions): RfmFeatures {
  const orders = transactions.order?.reduce((high, number) => Math.max(high, number), -1) ?? -1;
  const tally = createRfmTally({ ...options, orders: orders + 1 });
  tally.add(transactions);
  return tally.finish();
}

export interface RfmTally {
  /** The next rows; nothing is kept of the arrays. */
  readonly add: (rows: TransactionColumns) => void;
  /** Call once, at the end. */
  readonly finish: () => RfmFeatures;
  /** Gives the memory of the features back: their columns are empty afterwards. */
  readonly close: () => void;
}

export interface RfmTallyOptions extends RfmOptions {
  /** Order numbers are below it. */
  readonly orders: number;
  /** Orders of several rows, sealed; saves the memory of all others. */
  readonly repeated?: RankedBits;
}

/** As `rfmFeatures`, for transactions that come in parts. */
export function createRfmTally(options: RfmTallyOptions): RfmTally {
  const { customers, analysisMs } = options;
  const endMs = (Math.floor(analysisMs / DAY_MS) + 1) * DAY_MS;
  const net = options.returns === 'net';
  const first = new Float64Array(customers).fill(Infinity);
  const last = new Float64Array(customers).fill(-Infinity);
  const frequency = new Float64Array(customers);
  const monetary = new Float64Array(customers);
  const rowCount = new Uint32Array(customers);
  const returned = new Uint32Array(customers);
  const orders = createOrderCounter(options.orders, customers, options.repeated);
  const counts = { used: 0, incomplete: 0, later: 0, returns: 0 };
  const addOrder = (when: number, value: number, who: number, order: number): void => {
    monetary[who]! += value;
    if (orders.isNew(order, who)) frequency[who]! += 1;
    if (when < first[who]!) first[who] = when;
    if (when > last[who]!) last[who] = when;
  };
  return {
    add: ({ customer, epochMs, amount, order }) => {
      for (let row = 0; row < customer.length; row++) {
        const who = customer[row]!;
        const when = epochMs[row]!;
        const value = amount[row]!;
        if (who < 0 || Number.isNaN(when) || Number.isNaN(value)) {
          counts.incomplete++;
          continue;
        }
        if (when >= endMs) {
          counts.later++;
          continue;
        }
        counts.used++;
        rowCount[who]! += 1;
        if (value > 0) addOrder(when, value, who, order === null ? -1 : order[row]!);
        else if (value < 0) {
          counts.returns++;
          returned[who]! += 1;
          if (net) monetary[who]! += value;
        }
      }
    },
    finish: () => {
      orders.close();
      const ratio = (sum: number, count: number): number => (count > 0 ? sum / count : NaN);
      const days = daysPerCustomer(first, last, analysisMs);
      const customersWithOrders = frequency.reduce((n, orders) => (orders > 0 ? n + 1 : n), 0);
      return {
        ...days,
        frequency,
        monetary,
        get averageBasket() {
          return monetary.map((sum, who) => ratio(sum, frequency[who]!));
        },
        get returnsRate() {
          return new Float64Array(customers).map((_, who) => ratio(returned[who]!, rowCount[who]!));
        },
        get interPurchaseDays() {
          return days.tenureDays.map((tenure, who) =>
            frequency[who]! < 2 ? NaN : (tenure - days.recencyDays[who]!) / (frequency[who]! - 1),
          );
        },
        counts: { ...counts, customersWithOrders },
      };
    },
    close: () => [first, last, frequency, monetary, rowCount, returned].forEach(letGo),
  };
}

/** The days take the places of the dates. */
function daysPerCustomer(
  first: Float64Array,
  last: Float64Array,
  analysisMs: number,
): Pick<RfmFeatures, 'recencyDays' | 'tenureDays'> {
  const today = Math.floor(analysisMs / DAY_MS);
  const dayOf = (epochMs: number): number => Math.floor(epochMs / DAY_MS);
  for (let who = 0; who < last.length; who++) {
    last[who] = Number.isFinite(last[who]!) ? today - dayOf(last[who]!) : NaN;
    first[who] = Number.isFinite(first[who]!) ? today - dayOf(first[who]!) : NaN;
  }
  return { recencyDays: last, tenureDays: first };
}
