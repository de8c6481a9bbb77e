// Features from transactions: recency, frequency, monetary and relatives, and what customers buy and where (mix).
import type { FeatureSet } from '../../../../shared/model/feature.ts';
import type { Field } from '../../../../shared/model/source.ts';
import { createRfmTally } from '../../analysis/rfm.ts';
import type { RfmFeatures, TransactionColumns } from '../../analysis/rfm.ts';
import { letGo } from '../../letGo.ts';
import { RankedBits } from '../../rankedBits.ts';
import { eachCustomerValue, fieldWith, rowBlocks } from './customers.ts';
import type { CustomerBase, KeyedSource } from './customers.ts';
import type { DraftFeature } from './draft.ts';
import { numberDraft } from './draft.ts';
import { mixDrafts } from './mix.ts';
import type { CodedColumn, ColumnParts } from './typedColumns.ts';

const DAY_MS = 86_400_000;

export function amountParts({
  source,
  columns,
}: Pick<KeyedSource, 'source' | 'columns'>): ColumnParts<Float64Array> | null {
  const amount = columns.valueParts(fieldWith(source, 'amount'));
  if (amount) return amount;
  const price = columns.valueParts(fieldWith(source, 'unitPrice'));
  const quantity = columns.valueParts(fieldWith(source, 'quantity'));
  if (!price || !quantity) return null;
  return () => {
    const nextPrices = price();
    const nextQuantities = quantity();
    return (rows) => {
      const quantities = nextQuantities(rows);
      // A negative price with a negative quantity would look like a sale; bookkeeping rows such as these are no orders.
      return nextPrices(rows).map((value, row) =>
        value > 0 ? value * (quantities[row] ?? NaN) : value === 0 ? 0 : -Math.abs(value),
      );
    };
  };
}

type LeftOut = FeatureSet['leftOut'];

/** Each row is counted once, under the first reason that applies, so that rows − reasons = rows used. */
function countLeftOut(
  counts: { -readonly [reason in keyof LeftOut]: number },
  { customer, epochMs, amount }: TransactionColumns,
  analysisMs: number,
): void {
  for (let row = 0; row < customer.length; row++) {
    const when = epochMs[row] ?? NaN;
    const value = amount[row] ?? NaN;
    if ((customer[row] ?? -1) < 0) counts.withoutKey++;
    else if (Number.isNaN(when)) counts.withoutDate++;
    else if (Number.isNaN(value)) counts.withoutAmount++;
    else if (when > analysisMs) counts.later++;
    else if (value === 0) counts.zero++;
    else if (value < 0) counts.returns++;
  }
}

export interface DatedSource {
  readonly keyed: KeyedSource;
  readonly date: ColumnParts<Float64Array>;
  readonly amount: ColumnParts<Float64Array>;
  readonly order: CodedColumn | null;
}

/** The transaction sources that have a date and an amount. */
export function datedSources(sources: readonly KeyedSource[]): DatedSource[] {
  return sources.flatMap((keyed) => {
    const date = keyed.columns.valueParts(fieldWith(keyed.source, 'date'));
    const amount = amountParts(keyed);
    const order = keyed.columns.codes(fieldWith(keyed.source, 'orderKey'));
    return date && amount ? [{ keyed, date, amount, order }] : [];
  });
}

/** All transactions, some rows at a time. Orders are numbered per source; a row without an order number is an order of its own (−1). */
export function* transactionBlocks(sources: readonly DatedSource[]): Generator<TransactionColumns> {
  let orders = 0;
  for (const { keyed, date, amount, order } of sources) {
    const [customers, dates, amounts, codes] = [keyed.customers(), date(), amount(), order?.parts()];
    const before = orders;
    for (const rows of rowBlocks(keyed)) {
      const own = codes?.(rows) ?? null;
      const numbers = before === 0 ? own : (own?.map((code) => (code < 0 ? -1 : before + code)) ?? null);
      yield { customer: customers(rows), epochMs: dates(rows), amount: amounts(rows), order: numbers };
    }
    orders += order?.count ?? 0;
  }
}

function newestOf(sources: readonly DatedSource[]): number {
  let newest = -Infinity;
  for (const { keyed, date } of sources) {
    const next = date();
    for (const rows of rowBlocks(keyed)) for (const value of next(rows)) if (value > newest) newest = value;
  }
  return newest;
}

/** Counts the different orders among the rows that count. @param orders numbers are below it */
function orderTally(orders: number, analysisMs: number) {
  const seen = new Uint8Array(Math.ceil(orders / 8));
  let count = 0;
  return {
    add: ({ customer, amount, order, epochMs }: TransactionColumns): void => {
      for (let row = 0; row < customer.length; row++) {
        const counts =
          (customer[row] ?? -1) >= 0 && (amount[row] ?? NaN) > 0 && (epochMs[row] ?? NaN) <= analysisMs;
        if (!counts) continue;
        const number = order?.[row] ?? -1;
        const bit = 1 << (number & 7);
        if (number >= 0 && (seen[number >> 3]! & bit) !== 0) continue;
        if (number >= 0) seen[number >> 3]! |= bit;
        count++;
      }
    },
    count: () => count,
  };
}

/** The order numbers that more than one row has, as `transactionBlocks` gives them. @param orders numbers are below it */
function repeatedOrders(sources: readonly DatedSource[], orders: number): RankedBits {
  const seen = new RankedBits(orders);
  const repeated = new RankedBits(orders);
  let before = 0;
  for (const { keyed, order } of sources) {
    const next = order?.parts();
    for (const rows of next ? rowBlocks(keyed) : []) {
      for (const code of next?.(rows) ?? []) {
        if (code < 0) continue;
        if (seen.has(before + code)) repeated.set(before + code);
        else seen.set(before + code);
      }
    }
    before += order?.count ?? 0;
  }
  seen.close();
  repeated.seal();
  return repeated;
}

export interface TransactionFeatures {
  readonly rfm: RfmFeatures;
  /** Gives the memory of `rfm` back: forty bytes a customer. */
  readonly close: () => void;
  readonly analysisMs: number;
  readonly newestMs: number;
  readonly leftOut: LeftOut;
  readonly orders: number;
}

/** @param analysisDay yyyy-mm-dd, or null for the day after the newest transaction */
export function transactionFeatures(
  base: CustomerBase,
  analysisDay: string | null,
  returns: 'exclude' | 'net',
): TransactionFeatures | null {
  const sources = datedSources(base.transactions);
  const newestMs = newestOf(sources);
  if (!Number.isFinite(newestMs)) return null;
  const nextDay = (Math.floor(newestMs / DAY_MS) + 1) * DAY_MS;
  const analysisMs = analysisDay === null ? nextDay : Date.parse(`${analysisDay}T23:59:59Z`);
  const numbers = sources.reduce((sum, { order }) => sum + (order?.count ?? 0), 0);
  const repeated = repeatedOrders(sources, numbers);
  const rfm = createRfmTally({ customers: base.count, analysisMs, returns, orders: numbers, repeated });
  const leftOut = { withoutKey: 0, withoutDate: 0, withoutAmount: 0, later: 0, zero: 0, returns: 0 };
  const orders = orderTally(numbers, analysisMs);
  for (const rows of transactionBlocks(sources)) {
    rfm.add(rows);
    orders.add(rows);
    countLeftOut(leftOut, rows, analysisMs);
  }
  repeated.close();
  return { rfm: rfm.finish(), close: rfm.close, analysisMs, newestMs, leftOut, orders: orders.count() };
}

/** A column that nothing else needs, and that is gone when the next feature is asked for. */
function* passing(draft: Extract<DraftFeature, { values: Float64Array }>): Generator<DraftFeature> {
  yield draft;
  letGo(draft.values);
}

/** One after another, so that only one of the columns that are derived from others is in memory. */
export function* builtInDrafts({ rfm }: TransactionFeatures): Generator<DraftFeature> {
  const make = (name: string, values: Float64Array, unit: 'days' | 'count' | 'money' | 'share') =>
    numberDraft({ name, label: name, builtIn: true, criterion: 'behavioural', unit }, values);
  yield make('recency', rfm.recencyDays, 'days');
  yield make('frequency', rfm.frequency, 'count');
  yield make('monetary', rfm.monetary, 'money');
  yield* passing(make('basket', rfm.averageBasket, 'money'));
  yield make('tenure', rfm.tenureDays, 'days');
  yield* passing(make('interPurchase', rfm.interPurchaseDays, 'days'));
  if (rfm.counts.returns > 0) yield* passing(make('returnsRate', rfm.returnsRate, 'share'));
}

/** The mean of a number per customer, e.g. the discount of an order line. */
function* meanDraft(keyed: KeyedSource, field: Field, customers: number): Generator<DraftFeature> {
  const parts = keyed.columns.valueParts(field);
  if (!parts) return;
  const sums = new Float64Array(customers);
  const counts = new Float64Array(customers);
  eachCustomerValue(keyed, parts, (who, value = NaN) => {
    if (Number.isNaN(value)) return;
    sums[who]! += value;
    counts[who]! += 1;
  });
  for (let who = 0; who < customers; who++) sums[who] = counts[who]! > 0 ? sums[who]! / counts[who]! : NaN;
  letGo(counts);
  const unit =
    field.type === 'money'
      ? ('money' as const)
      : field.type === 'boolean'
        ? ('share' as const)
        : ('none' as const);
  const identity = { name: field.name, label: field.name, builtIn: false };
  yield* passing(numberDraft({ ...identity, criterion: field.criterion ?? 'behavioural', unit }, sums));
}

/** The rows of orders until the analysis date; other rows are nobody's. A source without dates and amounts keeps all. */
export function orderRows(keyed: KeyedSource, { analysisMs, leftOut }: TransactionFeatures): KeyedSource {
  const [dated] = datedSources([keyed]);
  if (!dated || Object.values(leftOut).every((count) => count === 0)) return keyed;
  const customers: KeyedSource['customers'] = () => {
    const [nextCustomers, nextDates, nextAmounts] = [keyed.customers(), dated.date(), dated.amount()];
    return (rows) => {
      const [dates, amounts] = [nextDates(rows), nextAmounts(rows)];
      return nextCustomers(rows).map((who, row) =>
        (dates[row] ?? NaN) <= analysisMs && (amounts[row] ?? NaN) > 0 ? who : -1,
      );
    };
  };
  return { ...keyed, customers };
}

export function* lineDrafts(
  base: CustomerBase,
  transactions: TransactionFeatures | null,
): Generator<DraftFeature> {
  for (const all of base.transactions) {
    const keyed = transactions ? orderRows(all, transactions) : all;
    for (const field of keyed.source.fields) {
      if (field.role !== 'feature') continue;
      if (field.type === 'category') yield* mixDrafts(keyed, field, base.count);
      else yield* meanDraft(keyed, field, base.count);
    }
  }
}
