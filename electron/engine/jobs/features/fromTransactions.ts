// Features from transactions: recency, frequency, monetary and relatives, and what customers buy and where (mix).
import type { FeatureSet } from '../../../../shared/model/feature.ts';
import type { Field } from '../../../../shared/model/source.ts';
import { rfmFeatures } from '../../analysis/rfm.ts';
import type { RfmFeatures, TransactionColumns } from '../../analysis/rfm.ts';
import { fieldWith } from './customers.ts';
import type { CustomerBase, KeyedSource } from './customers.ts';
import type { DraftFeature } from './draft.ts';
import { numberDraft } from './draft.ts';
import { mixDrafts } from './mix.ts';

const DAY_MS = 86_400_000;

export function amountsOf({ source, columns }: KeyedSource): Float64Array | null {
  const amount = columns.values(fieldWith(source, 'amount'));
  if (amount) return amount;
  const price = columns.values(fieldWith(source, 'unitPrice'));
  const quantity = columns.values(fieldWith(source, 'quantity'));
  if (!price || !quantity) return null;
  // A negative price with a negative quantity would look like a sale; bookkeeping rows such as these are no orders.
  return price.map((value, row) =>
    value > 0 ? value * (quantity[row] ?? NaN) : value === 0 ? 0 : -Math.abs(value),
  );
}

type LeftOut = FeatureSet['leftOut'];

/** Each row is counted once, under the first reason that applies, so that rows − reasons = rows used. */
function leftOutOf({ customer, epochMs, amount }: TransactionColumns, analysisMs: number): LeftOut {
  const counts = { withoutKey: 0, withoutDate: 0, withoutAmount: 0, later: 0, zero: 0, returns: 0 };
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
  return counts;
}

/** All transaction sources that have a date and an amount, one after another. Orders are numbered per source. */
function joinTransactions(sources: readonly KeyedSource[]): TransactionColumns | null {
  const parts = sources.flatMap((keyed) => {
    const date = keyed.columns.values(fieldWith(keyed.source, 'date'));
    const amount = amountsOf(keyed);
    return date && amount
      ? [{ keyed, date, amount, order: keyed.columns.codes(fieldWith(keyed.source, 'orderKey')) }]
      : [];
  });
  if (parts.length === 0) return null;
  const rows = parts.reduce((sum, part) => sum + part.date.length, 0);
  const customer = new Int32Array(rows);
  const epochMs = new Float64Array(rows);
  const amount = new Float64Array(rows);
  const order = new Int32Array(rows);
  let at = 0;
  let orders = 0;
  for (const part of parts) {
    customer.set(part.keyed.customer, at);
    epochMs.set(part.date, at);
    amount.set(part.amount, at);
    for (let row = 0; row < part.date.length; row++) {
      const code = part.order?.codes[row] ?? -1;
      order[at + row] = part.order && code >= 0 ? orders + code : -1;
    }
    orders += part.order?.count ?? 0;
    // A row without an order number is an order of its own.
    for (let row = at; row < at + part.date.length; row++) if (order[row] === -1) order[row] = orders++;
    at += part.date.length;
  }
  return { customer, epochMs, amount, order };
}

export interface TransactionFeatures {
  readonly rfm: RfmFeatures;
  readonly analysisMs: number;
  readonly newestMs: number;
  readonly leftOut: LeftOut;
  readonly orders: number;
}

function distinctOrders(
  { customer, amount, order, epochMs }: TransactionColumns,
  analysisMs: number,
): number {
  const seen = new Set<number>();
  for (let row = 0; row < customer.length; row++) {
    const counts =
      (customer[row] ?? -1) >= 0 && (amount[row] ?? NaN) > 0 && (epochMs[row] ?? NaN) <= analysisMs;
    if (counts) seen.add(order?.[row] ?? row);
  }
  return seen.size;
}

/** @param analysisDay yyyy-mm-dd, or null for the day after the newest transaction */
export function transactionFeatures(
  base: CustomerBase,
  analysisDay: string | null,
  returns: 'exclude' | 'net',
): TransactionFeatures | null {
  const joined = joinTransactions(base.transactions);
  if (!joined) return null;
  const newestMs = joined.epochMs.reduce((newest, value) => (value > newest ? value : newest), -Infinity);
  if (!Number.isFinite(newestMs)) return null;
  const nextDay = (Math.floor(newestMs / DAY_MS) + 1) * DAY_MS;
  const analysisMs = analysisDay === null ? nextDay : Date.parse(`${analysisDay}T23:59:59Z`);
  const rfm = rfmFeatures(joined, { customers: base.keys.length, analysisMs, returns });
  return {
    rfm,
    analysisMs,
    newestMs,
    leftOut: leftOutOf(joined, analysisMs),
    orders: distinctOrders(joined, analysisMs),
  };
}

export function builtInDrafts({ rfm }: TransactionFeatures): DraftFeature[] {
  const make = (
    name: string,
    values: Float64Array,
    unit: 'days' | 'count' | 'money' | 'share',
  ): DraftFeature =>
    numberDraft({ name, label: name, builtIn: true, criterion: 'behavioural', unit }, values);
  const drafts = [
    make('recency', rfm.recencyDays, 'days'),
    make('frequency', rfm.frequency, 'count'),
    make('monetary', rfm.monetary, 'money'),
    make('basket', rfm.averageBasket, 'money'),
    make('tenure', rfm.tenureDays, 'days'),
    make('interPurchase', rfm.interPurchaseDays, 'days'),
  ];
  return rfm.counts.returns > 0 ? [...drafts, make('returnsRate', rfm.returnsRate, 'share')] : drafts;
}

/** The mean of a number per customer, e.g. the discount of an order line. */
function meanDraft(keyed: KeyedSource, field: Field, customers: number): DraftFeature[] {
  const column = keyed.columns.values(field);
  if (!column) return [];
  const sums = new Float64Array(customers);
  const counts = new Float64Array(customers);
  column.forEach((value, row) => {
    const who = keyed.customer[row] ?? -1;
    if (who < 0 || Number.isNaN(value)) return;
    sums[who]! += value;
    counts[who]! += 1;
  });
  const values = sums.map((sum, who) => (counts[who]! > 0 ? sum / counts[who]! : NaN));
  const unit =
    field.type === 'money'
      ? ('money' as const)
      : field.type === 'boolean'
        ? ('share' as const)
        : ('none' as const);
  return [
    numberDraft(
      {
        name: field.name,
        label: field.name,
        builtIn: false,
        criterion: field.criterion ?? 'behavioural',
        unit,
      },
      values,
    ),
  ];
}

export function lineDrafts(base: CustomerBase): DraftFeature[] {
  return base.transactions.flatMap((keyed) =>
    keyed.source.fields
      .filter((field) => field.role === 'feature')
      .flatMap((field) =>
        field.type === 'category'
          ? mixDrafts(keyed, field, base.keys.length)
          : meanDraft(keyed, field, base.keys.length),
      ),
  );
}
