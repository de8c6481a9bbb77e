// The features a person would pick for the sample, straight from what was drawn (no files in between).
import { AS_OF_DAY } from '../../../resources/sample/customers.ts';
import type { SampleLine } from '../../../resources/sample/orders.ts';
import type { Sample } from '../../../resources/sample/tables.ts';

export interface SampleFeatures {
  readonly kinds: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

function shareOf(lines: readonly SampleLine[], holds: (line: SampleLine) => boolean): number {
  return lines.filter(holds).length / lines.length;
}

/** Recency, frequency and basket (log), shares of discount, mobile, kids and gift wrap, age, trend item, distance (log). */
export function sampleFeatures({ customers, lines, answers }: Sample): SampleFeatures {
  const bought = Map.groupBy(
    lines.filter((line) => line.quantity > 0),
    (line) => line.customerKey,
  );
  const trends = new Map(answers.map((answer) => [answer.customerKey, answer.items[0] ?? Number.NaN]));
  const kinds: number[] = [];
  const rows: number[][] = [];
  for (const customer of customers) {
    const own = bought.get(customer.key);
    if (!own || customer.kind === null) continue;
    const orders = new Set(own.map((line) => line.order)).size;
    const spent = own.reduce(
      (sum, line) => sum + line.quantity * line.unitPriceEuro * (1 - line.discountPercent / 100),
      0,
    );
    const last = Math.max(...own.map((line) => line.day));
    kinds.push(customer.kind);
    rows.push([
      Math.log1p(AS_OF_DAY - last),
      Math.log1p(orders),
      Math.log1p(spent / orders),
      shareOf(own, (line) => line.discountPercent > 0),
      shareOf(own, (line) => line.channel === 'mobile'),
      shareOf(own, (line) => line.category === 'kids'),
      shareOf(own, (line) => line.giftWrap),
      customer.birthDay === null ? Number.NaN : (AS_OF_DAY - customer.birthDay) / 365.25,
      trends.get(customer.key) ?? Number.NaN,
      customer.distanceKm === null ? Number.NaN : Math.log1p(customer.distanceKm),
    ]);
  }
  return { kinds, rows };
}
