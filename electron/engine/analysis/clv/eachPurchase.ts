// Which rows of transactions count as purchases, the same for all that is said of habits and value.
import type { TransactionColumns } from '../rfm.ts';

const DAY_MS = 86_400_000;

/**
 * Calls `take` for each row of a customer with an amount above zero, up to the last day.
 * @param lastDay days since 1970, as the days given to `take`
 */
export function eachPurchase(
  { customer, epochMs, amount }: TransactionColumns,
  lastDay: number,
  take: (who: number, day: number, value: number) => void,
): void {
  for (let row = 0; row < customer.length; row++) {
    const who = customer[row]!;
    const value = amount[row]!;
    const day = Math.floor(epochMs[row]! / DAY_MS);
    if (who >= 0 && value > 0 && day <= lastDay) take(who, day, value);
  }
}
