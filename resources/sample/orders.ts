// Draws the order lines of the sample: mostly one line per order, some with two, and returns as negative lines.
import { AS_OF_DAY, type SampleCustomer } from './customers.ts';
import { KINDS, type CustomerKind } from './kinds.ts';
import type { SampleRandom } from './random.ts';

export const CATEGORIES = [
  'coats',
  'dresses',
  'shirts',
  'jeans',
  'knitwear',
  'shoes',
  'bags',
  'kids',
] as const;
export type Category = (typeof CATEGORIES)[number];
export type SalesChannel = 'web' | 'mobile' | 'store';

export interface SampleLine {
  readonly order: string;
  readonly day: number;
  readonly customerKey: string;
  readonly category: Category;
  /** Negative for a return. */
  readonly quantity: number;
  readonly unitPriceEuro: number;
  readonly discountPercent: number;
  readonly channel: SalesChannel;
  readonly giftWrap: boolean;
}

const USUAL_EURO: Readonly<Record<Category, number>> = {
  coats: 110,
  dresses: 62,
  shirts: 38,
  jeans: 58,
  knitwear: 52,
  shoes: 78,
  bags: 48,
  kids: 26,
};
const GROWN_UP = CATEGORIES.filter((category) => category !== 'kids');

type Line = Omit<SampleLine, 'order'>;

/** A category, a quantity and a price that together come near the basket this kind of customer fills. */
function drawGoods(random: SampleRandom, kind: CustomerKind, basketEuro: number) {
  const kids = random.chance(kind.kidsShare);
  const options = [random.pick(GROWN_UP), random.pick(GROWN_UP)];
  const nearest = options.sort(
    (a, b) => Math.abs(USUAL_EURO[a] - basketEuro) - Math.abs(USUAL_EURO[b] - basketEuro),
  )[0];
  const category: Category = kids || nearest === undefined ? 'kids' : nearest;
  const quantity = Math.min(6, Math.max(1, Math.round(basketEuro / USUAL_EURO[category])));
  return { category, quantity, unitPriceEuro: Math.max(5, Math.round(basketEuro / quantity)) };
}

function drawLine(
  random: SampleRandom,
  customer: SampleCustomer,
  kind: CustomerKind,
  day: number,
  part: number,
): Line {
  const discounted = random.chance(kind.discountShare);
  const channel = random.chance(kind.mobileShare)
    ? 'mobile'
    : random.chance(kind.storeShare)
      ? 'store'
      : 'web';
  return {
    day,
    customerKey: customer.key,
    ...drawGoods(random, kind, random.around(kind.basketEuro, 0.38) * part),
    discountPercent: discounted ? random.pick([10, 15, 20, 20, 30, 40]) : 0,
    channel,
    giftWrap: random.chance(kind.giftShare),
  };
}

function drawDays(random: SampleRandom, customer: SampleCustomer): readonly number[] {
  const days = [customer.lastOrderDay];
  const span = Math.max(1, customer.lastOrderDay - customer.joinedDay);
  while (days.length < customer.orders) days.push(customer.joinedDay + random.below(span));
  return days;
}

function drawOrder(
  random: SampleRandom,
  customer: SampleCustomer,
  kind: CustomerKind,
  day: number,
): readonly Line[] {
  const twoLines = random.chance(0.025);
  const first = drawLine(random, customer, kind, day, twoLines ? 0.6 : 1);
  if (!twoLines) return [first];
  const { channel, giftWrap } = first;
  const second = { ...drawLine(random, customer, kind, day, 0.4), channel, giftWrap };
  // The same goods twice would be one line with a larger quantity: equal lines are flaws, and planted.
  return second.category === first.category ? [first] : [first, second];
}

function drawReturn(random: SampleRandom, line: Line): Line {
  const day = Math.min(AS_OF_DAY - 1, line.day + 3 + random.below(18));
  return { ...line, day, quantity: -(1 + random.below(line.quantity)), giftWrap: false };
}

/** All lines by day; order numbers rise with the day. A return has an order number of its own, as tills do it. */
export function drawOrderLines(
  random: SampleRandom,
  customers: readonly SampleCustomer[],
): readonly SampleLine[] {
  const orders: (readonly Line[])[] = [];
  for (const customer of customers) {
    const kind = customer.kind === null ? undefined : KINDS[customer.kind];
    if (!kind) continue;
    for (const day of drawDays(random, customer)) {
      const order = drawOrder(random, customer, kind, day);
      orders.push(order);
      const first = order[0];
      if (first && random.chance(kind.returnShare)) orders.push([drawReturn(random, first)]);
    }
  }
  const byDay = orders.map((lines, at) => ({ lines, at, day: lines[0]?.day ?? 0 }));
  byDay.sort((a, b) => a.day - b.day || a.at - b.at);
  return byDay.flatMap(({ lines }, at) => lines.map((line) => ({ order: String(20_001 + at), ...line })));
}
