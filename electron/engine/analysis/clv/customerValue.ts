// The value of a customer over the coming months: expected purchases × expected amount, discounted to today.
import type { PurchaseModel } from './purchaseModel.ts';
import type { PurchaseGroups, PurchaseHistory } from './purchases.ts';
import { expectedSpend } from './gammaGamma.ts';
import type { GammaGammaParameters } from './gammaGamma.ts';

/** A month is a twelfth of 365 days. */
export const WEEKS_PER_MONTH = 4.345;

export interface Horizon {
  readonly months: number;
  /** Discount per month, 0.01 = 1 %. */
  readonly discount: number;
  /** Share of the amount that is earned: 1 = revenue. */
  readonly margin: number;
  readonly weeksPerMonth?: number;
}

/** One entry per customer; NaN without a purchase. */
export interface CustomerValue {
  readonly alive: Float64Array;
  /** Purchases expected within the horizon. */
  readonly purchases: Float64Array;
  /** Discounted value; NaN for everyone without a model of the amounts. */
  readonly value: Float64Array;
}

const CUSTOMERS_PER_STEP = 65_536;

/** Purchases of each month are discounted at its end. Yields the share done, about a hundred times. */
export function* customerValue(
  model: PurchaseModel,
  spending: GammaGammaParameters | null,
  { repeats, meanValue }: PurchaseHistory,
  groups: PurchaseGroups,
  { months, discount, margin, weeksPerMonth = WEEKS_PER_MONTH }: Horizon,
): Generator<number, CustomerValue> {
  const alive = new Float64Array(groups.size);
  const expected = new Float64Array(groups.size);
  const discounted = new Float64Array(groups.size);
  const part = Math.max(500, Math.ceil(groups.size / 100));
  for (let group = 0; group < groups.size; group++) {
    const of = {
      repeats: groups.repeats[group]!,
      last: groups.lastWeeks[group]!,
      watched: groups.watchedWeeks[group]!,
    };
    alive[group] = model.alive(of);
    let before = 0;
    for (let month = 1; month <= months; month++) {
      const upTo = alive[group]! * model.expectedIfAlive(of, month * weeksPerMonth);
      discounted[group]! += (upTo - before) / (1 + discount) ** month;
      before = upTo;
    }
    expected[group] = before;
    if (group % part === part - 1) yield group / groups.size;
  }
  const result = {
    alive: new Float64Array(repeats.length).fill(NaN),
    purchases: new Float64Array(repeats.length).fill(NaN),
    value: new Float64Array(repeats.length).fill(NaN),
  };
  for (let who = 0; who < repeats.length; who++) {
    if (who % CUSTOMERS_PER_STEP === CUSTOMERS_PER_STEP - 1) yield 1;
    const group = groups.groupOf[who]!;
    if (group < 0) continue;
    result.alive[who] = alive[group]!;
    result.purchases[who] = expected[group]!;
    if (spending)
      result.value[who] =
        discounted[group]! * margin * expectedSpend(spending, repeats[who]!, meanValue[who]!);
  }
  return result;
}
