// Habits over time as features: trend, change, season, days of the week; items per order and the share taken off as discount.
import type { Feature } from '../../../../shared/model/feature.ts';
import type { Field } from '../../../../shared/model/source.ts';
import { createHabitTally } from '../../analysis/features/habits.ts';
import { eachCustomerValue, fieldWith } from './customers.ts';
import type { CustomerBase, KeyedSource } from './customers.ts';
import { numberDraft } from './draft.ts';
import type { DraftFeature } from './draft.ts';
import { amountParts, datedSources, orderRows, transactionBlocks } from './fromTransactions.ts';
import type { TransactionFeatures } from './fromTransactions.ts';

const DAY_MS = 86_400_000;
/** Below a year the quarters say when the data begin, not when customers buy. */
const MIN_SEASON_DAYS = 364;

const DISCOUNT_HEADER = /discount|rebate|desconto|descuento|rebaixa|descompte|скидк/iu;

function make(name: string, unit: Feature['unit'], values: Float64Array): DraftFeature {
  return numberDraft({ name, label: name, builtIn: true, criterion: 'behavioural', unit }, values);
}

const isDiscount = ({ role, type, header }: Field): boolean =>
  role === 'feature' && type === 'money' && DISCOUNT_HEADER.test(header);

/** Sums per customer of a column's values above zero. */
function sums(keyed: KeyedSource, field: Field | undefined, customers: number): Float64Array | null {
  const parts = keyed.columns.valueParts(field);
  if (!parts) return null;
  const total = new Float64Array(customers);
  eachCustomerValue(keyed, parts, (who, value = NaN) => {
    if (value > 0) total[who]! += value;
  });
  return total;
}

function* lineHabits(base: CustomerBase, transactions: TransactionFeatures): Generator<DraftFeature> {
  const { frequency } = transactions.rfm;
  for (const all of base.transactions) {
    const keyed = orderRows(all, transactions);
    const items = sums(keyed, fieldWith(keyed.source, 'quantity'), base.count);
    if (items) {
      const perOrder = items.map((count, who) =>
        count > 0 && frequency[who]! > 0 ? count / frequency[who]! : NaN,
      );
      yield make('itemsPerOrder', 'count', perOrder);
    }
    const discounts = sums(keyed, keyed.source.fields.find(isDiscount), base.count);
    const amounts = amountParts(keyed);
    if (!discounts || !amounts) continue;
    const paid = new Float64Array(base.count);
    eachCustomerValue(keyed, amounts, (who, value = NaN) => {
      if (value > 0) paid[who]! += value;
    });
    const rate = discounts.map((sum, who) => (sum + paid[who]! > 0 ? sum / (sum + paid[who]!) : NaN));
    yield make('discountRate', 'share', rate);
  }
}

/** Each made when the one before it is done with. */
export function* habitDrafts(base: CustomerBase, transactions: TransactionFeatures): Generator<DraftFeature> {
  const lastDay = watchedDay(transactions);
  const tally = createHabitTally({ customers: base.count, lastDay });
  for (const rows of transactionBlocks(datedSources(base.transactions))) tally.add(rows);
  const habits = tally.finish();
  yield make('trend', 'none', habits.trend);
  yield make('recentChange', 'none', habits.recentChange);
  yield make('weekendShare', 'share', habits.weekendShare);
  for (const [at, values] of habits.weekdays.entries()) yield make(`weekday${at + 1}`, 'share', values);
  if (habits.spanDays >= MIN_SEASON_DAYS) {
    yield make('seasonality', 'none', habits.seasonality);
    for (const [at, values] of habits.quarters.entries()) yield make(`quarter${at + 1}`, 'share', values);
  }
  yield* lineHabits(base, transactions);
}

/** The last day that was watched: that of the newest transaction, or an earlier analysis date (days since 1970). */
export function watchedDay({ analysisMs, newestMs }: TransactionFeatures): number {
  return Math.floor(Math.min(analysisMs, newestMs) / DAY_MS);
}
