// Features of a shop small enough to work out by hand: returns, missing keys, dates and amounts, duplicate customers.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Feature, FeatureSet } from '../../shared/model/feature.ts';
import { startEngine } from '../support/engine.ts';
import type { ImportChange, TestEngine } from '../support/engine.ts';

const KEY = { type: 'text', role: 'customerKey' } as const;

/** A is there twice (the later row counts), one row has no key, D never ordered. */
const CUSTOMERS = 'Customer,City,Age\nA,Vic,30\nB,Olot,\nC,Vic,50\nA,Olot,31\n,Vic,40\nD,Vic,20\n';
const CUSTOMER_COLUMNS: ImportChange = {
  kind: 'customers',
  columns: {
    Customer: KEY,
    City: { type: 'category', role: 'feature', criterion: 'geographic' },
    Age: { type: 'number', role: 'feature', criterion: 'demographic' },
  },
};

/** Order 1 has two rows; 4 is a return; E is in no table; 6 has no customer, 7 no date, 8 no amount, 9 costs nothing. */
const ORDERS = `Order,Date,Customer,Amount
1,2025-01-01,A,10
1,2025-01-01,A,5
2,2025-01-11,A,20
3,2025-01-21,B,30
4,2025-01-22,B,-12
5,2025-01-31,E,7
6,2025-01-15,,9
7,,A,8
8,2025-01-05,C,
9,2025-01-05,C,0
`;
const ORDER_COLUMNS: ImportChange = {
  kind: 'transactions',
  columns: {
    Customer: KEY,
    Order: { type: 'text', role: 'orderKey' },
    Date: { type: 'date', role: 'date', dateOrder: 'ymd' },
    Amount: { type: 'money', role: 'amount' },
  },
};

const SURVEY = 'Customer,Bargains\nA,4\nB,2\nX,5\n';
const SURVEY_COLUMNS: ImportChange = {
  kind: 'survey',
  columns: { Customer: KEY, Bargains: { type: 'number', role: 'feature', criterion: 'psychographic' } },
};

let one: TestEngine;
beforeAll(async () => {
  one = await startEngine();
  await one.project();
  await one.add('customers.csv', CUSTOMERS, CUSTOMER_COLUMNS);
  await one.add('orders.csv', ORDERS, ORDER_COLUMNS);
  await one.add('survey.csv', SURVEY, SURVEY_COLUMNS);
});
afterAll(() => one.close());

/** Numbers to nine decimals, so that the order of additions does not matter. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
    typeof one === 'number' ? Number(one.toFixed(9)) : one,
  );

/** 16 equal bins up to `high`, the 99 % quantile; `hits` are the bins with one value, named once per value. */
function binned(low: number, high: number, hits: readonly number[]): Feature['bars'] {
  const width = (high - low) / 16;
  return Array.from({ length: 16 }, (_, bin) => ({
    label: '',
    from: low + bin * width,
    to: low + (bin + 1) * width,
    count: hits.filter((hit) => hit === bin).length,
  }));
}

const behaviour = (name: string, unit: Feature['unit']) => ({
  name,
  label: name,
  builtIn: true,
  criterion: 'behavioural' as const,
  type: 'number' as const,
  unit,
  chosen: false,
  log: false,
  missing: 0,
  twin: null,
});
const own = (name: string, criterion: Feature['criterion']) => ({
  ...behaviour(name, 'none'),
  builtIn: false,
  criterion,
});

/** Of A, B and E, in this order: the customers with an order. */
const FEATURES: readonly Feature[] = [
  {
    ...behaviour('recency', 'days'), // 21, 11, 1 days before 1 February
    chosen: true,
    distinct: 3,
    mean: 11,
    sd: 10,
    min: 1,
    median: 11,
    max: 21,
    bars: binned(1, 20.8, [0, 8, 15]),
  },
  {
    ...behaviour('frequency', 'count'), // 2, 1, 1
    distinct: 2,
    mean: 4 / 3,
    sd: Math.sqrt(1 / 3),
    min: 1,
    median: 1,
    max: 2,
    bars: binned(1, 1.98, [0, 0, 15]),
  },
  {
    ...behaviour('monetary', 'money'), // 35, 30 (the return does not count), 7: near recency, but of three customers only
    chosen: true,
    distinct: 3,
    mean: 24,
    sd: Math.sqrt(223),
    min: 7,
    median: 30,
    max: 35,
    bars: binned(7, 34.9, [0, 13, 15]),
  },
  {
    ...behaviour('basket', 'money'), // 17.5, 30, 7
    distinct: 3,
    mean: 54.5 / 3,
    sd: Math.sqrt((17.5 ** 2 + 30 ** 2 + 7 ** 2 - 54.5 ** 2 / 3) / 2),
    min: 7,
    median: 17.5,
    max: 30,
    bars: binned(7, 29.75, [0, 7, 15]),
  },
  {
    ...behaviour('tenure', 'days'), // 31, 11, 1
    distinct: 3,
    mean: 43 / 3,
    sd: Math.sqrt((31 ** 2 + 11 ** 2 + 1 - 43 ** 2 / 3) / 2),
    min: 1,
    median: 11,
    max: 31,
    bars: binned(1, 30.6, [0, 5, 15]),
  },
  {
    ...behaviour('interPurchase', 'days'), // 10 for A; one order says nothing
    missing: 2,
    distinct: 1,
    mean: 10,
    sd: null,
    min: 10,
    median: 10,
    max: 10,
    bars: [],
  },
  {
    ...behaviour('returnsRate', 'share'), // 0, a half, 0
    distinct: 2,
    mean: 1 / 6,
    sd: Math.sqrt(1 / 12),
    min: 0,
    median: 0,
    max: 0.5,
    bars: binned(0, 0.49, [0, 0, 15]),
  },
  {
    ...own('City', 'geographic'), // Olot, Olot, unknown
    type: 'category',
    missing: 1,
    distinct: 1,
    mean: null,
    sd: null,
    min: null,
    median: null,
    max: null,
    bars: [{ label: 'Olot', from: null, to: null, count: 2 }],
  },
  {
    ...own('Age', 'demographic'), // 31 for A, the later row
    missing: 2,
    distinct: 1,
    mean: 31,
    sd: null,
    min: 31,
    median: 31,
    max: 31,
    bars: [],
  },
  {
    ...own('Bargains', 'psychographic'), // 4, 2, not asked
    missing: 1,
    distinct: 2,
    mean: 3,
    sd: Math.SQRT2,
    min: 2,
    median: 3,
    max: 4,
    bars: binned(2, 3.98, [0, 15]),
  },
];

test('the whole feature set', async () => {
  const set = await one.client.features.get();
  const expected: FeatureSet = {
    runId: set?.runId ?? 0,
    customers: 3,
    orders: 4,
    revenue: 72,
    analysisDate: '2025-02-01',
    leftOut: { withoutKey: 1, withoutDate: 1, withoutAmount: 1, later: 0, zero: 1, returns: 1 },
    features: [...FEATURES],
  };
  expect(rounded(set)).toEqual(rounded(expected));
});

test('the join report', async () => {
  expect(await one.client.sources.join()).toEqual({
    customersInTable: 4,
    customersInTransactions: 4,
    both: 3,
    withoutTransactions: 1,
    withoutCustomerRow: 1,
    transactionRows: 10,
    rowsWithoutKey: 1,
    duplicateKeys: 1,
  });
});

/** `[customers, orders, revenue, analysis date]` after the features were computed again. */
async function recomputed(): Promise<unknown> {
  await one.finish(one.client.features.compute({}));
  const set = await one.client.features.get();
  return set && [set.customers, set.orders, set.revenue, set.analysisDate];
}
const meanOf = async (name: string): Promise<number | null | undefined> =>
  (await one.client.features.get())?.features.find((feature) => feature.name === name)?.mean;

test('returns can be netted', async () => {
  await one.client.project.setSettings({ returns: 'net' });
  expect(await one.client.features.get()).toBeNull();
  expect(await recomputed()).toEqual([3, 4, 60, '2025-02-01']);
  expect(await meanOf('monetary')).toBe((35 + 18 + 7) / 3);
  await one.client.history.undo();
  expect((await one.client.features.get())?.revenue).toBe(72);
});

test('an analysis date of its own leaves later orders out, that day included', async () => {
  await one.client.project.setSettings({ analysisDate: '2025-01-11' });
  expect(await recomputed()).toEqual([1, 2, 35, '2025-01-11']);
  expect([await meanOf('recency'), await meanOf('tenure')]).toEqual([0, 10]);
  await one.client.history.undo();
});

test('a column without the role of order key makes every row an order', async () => {
  const [, orders] = await one.client.sources.list();
  const field = orders?.fields.find(({ name }) => name === 'Order');
  await one.client.sources.setField({ fieldId: field?.id ?? 0, role: 'ignore' });
  expect(await recomputed()).toEqual([3, 5, 72, '2025-02-01']);
  await one.client.history.undo();
});

test('a column that the import ignored is computed from the stored text when its role changes', async () => {
  await one.add('visits.csv', 'Customer,Visits\nA,3\nE,8\nA,5\n', {
    kind: 'other',
    columns: { Customer: KEY, Visits: { type: 'number', role: 'ignore' } },
  });
  expect(await meanOf('Visits')).toBeUndefined();
  const field = (await one.client.sources.list())[3]?.fields[1];
  await one.client.sources.setField({ fieldId: field?.id ?? 0, role: 'feature', criterion: 'behavioural' });
  await recomputed();
  expect(await meanOf('Visits')).toBe(6.5);
});
