// Features of order lines (items, discounts, what is bought) know the rows that orders are counted from, and no others.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

/** Each buys one tea at 9 with 1 off and one cake at 16 with 4 off, sends the cake back, and in June buys ten cakes. */
const lines = (who: string): string =>
  [
    `${who},2025-01-01,Tea,1,1,9,yes`,
    `${who},2025-01-05,Cake,1,4,16,no`,
    `${who},2025-01-09,Cake,1,4,-16,no`,
    `${who},2025-06-01,Cake,10,50,50,no`,
  ].join('\n');
const ORDERS = `Customer,Date,Product,Quantity,Discount,Amount,Online\n${lines('A')}\n${lines('B')}\n`;

let one: TestEngine;
beforeAll(async () => {
  one = await startEngine();
  await one.project();
  await one.add('orders.csv', ORDERS, {
    kind: 'transactions',
    columns: {
      Customer: { type: 'text', role: 'customerKey' },
      Date: { type: 'date', role: 'date', dateOrder: 'ymd' },
      Product: { type: 'category', role: 'feature' },
      Quantity: { type: 'number', role: 'quantity' },
      Discount: { type: 'money', role: 'feature' },
      Amount: { type: 'money', role: 'amount' },
      Online: { type: 'boolean', role: 'feature' },
    },
  });
  await one.client.project.setSettings({ more: { habits: true, value: null } });
});
afterAll(() => one.close());

async function means(): Promise<Readonly<Record<string, number | null>>> {
  await one.finish(one.client.features.compute({}));
  const set = await one.client.features.get();
  const wanted = ['frequency', 'itemsPerOrder', 'discountRate', 'Discount', 'Online'];
  const found = set?.features.filter(({ name }) => wanted.includes(name) || name.startsWith('Product'));
  return Object.fromEntries(found?.map(({ name, mean }) => [name, mean]) ?? []);
}

test('a returned line is neither bought nor discounted', async () => {
  expect(await means()).toEqual({
    frequency: 3,
    itemsPerOrder: 12 / 3,
    discountRate: 55 / (55 + 75),
    'Product: Cake': 2 / 3,
    'Product: Tea': 1 / 3,
    Discount: 55 / 3,
    Online: expect.closeTo(1 / 3, 12),
  });
});

test('lines after the analysis date do not count', async () => {
  await one.client.project.setSettings({ analysisDate: '2025-01-31' });
  expect(await means()).toEqual({
    frequency: 2,
    itemsPerOrder: 2 / 2,
    discountRate: 5 / (5 + 25),
    'Product: Cake': 1 / 2,
    'Product: Tea': 1 / 2,
    Discount: 5 / 2,
    Online: 1 / 2,
  });
});
