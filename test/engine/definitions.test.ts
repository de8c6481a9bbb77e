// Features beyond those of the data: habits over time, customer value, and the analyst's own definitions.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineClient } from '../../shared/contract/index.ts';
import type { Feature, FeatureSet } from '../../shared/model/feature.ts';
import { DEFAULT_VALUE } from '../../shared/model/customerValue.ts';
import { refusalOf, refused, startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

const BUYERS = 240;
const DAY_MS = 86_400_000;
const START = Date.UTC(2023, 0, 2); // a Monday

const day = (number: number): string => new Date(START + number * DAY_MS).toISOString().slice(0, 10);

/** Buyer n comes every (7 + n) days for as many weeks as n says; each third stops after half of them. */
function orders(): string {
  const rows = ['Order,Date,Customer,Amount,Discount,Quantity'];
  for (let who = 1; who <= BUYERS; who++) {
    const end = who % 3 === 0 ? 350 : 700;
    for (let at = who % 40; at <= end; at += 7 + (who % 60))
      rows.push(
        `${rows.length},${day(at)},K${who},${20 + (who % 7)},${who % 2 === 0 ? 5 : 0},${1 + (who % 3)}`,
      );
  }
  return `${rows.join('\n')}\n`;
}

/** Item 2 is asked the other way round; every tenth did not answer item 3, one answered 9. */
function survey(): string {
  const rows = ['Customer,Easy,Hard,Glad,Mood'];
  for (let who = 1; who <= BUYERS; who++) {
    const easy = 1 + (who % 5);
    const glad = who % 10 === 0 ? '' : who === 7 ? 9 : Math.min(5, Math.max(1, easy + (who % 2)));
    rows.push(`K${who},${easy},${6 - easy},${glad},${who % 4 === 0 ? 'calm' : 'busy'}`);
  }
  return `${rows.join('\n')}\n`;
}

const KEY = { type: 'text', role: 'customerKey' } as const;
const ITEM = { type: 'number', role: 'feature', criterion: 'psychographic' } as const;

let shop: TestEngine;
let client: EngineClient;
beforeAll(async () => {
  shop = await startEngine();
  ({ client } = shop);
  await shop.project();
  await shop.add('orders.csv', orders(), {
    kind: 'transactions',
    columns: {
      Customer: KEY,
      Order: { type: 'text', role: 'orderKey' },
      Date: { type: 'date', role: 'date', dateOrder: 'ymd' },
      Amount: { type: 'money', role: 'amount' },
      Discount: { type: 'money', role: 'feature' },
      Quantity: { type: 'number', role: 'quantity' },
    },
  });
  await shop.add('survey.csv', survey(), {
    kind: 'survey',
    columns: { Customer: KEY, Easy: ITEM, Hard: ITEM, Glad: ITEM, Mood: { ...ITEM, type: 'category' } },
  });
});
afterAll(() => shop.close());

async function computed(): Promise<FeatureSet> {
  await shop.finish(client.features.compute({}));
  const set = await client.features.get();
  if (!set) throw new Error('no features');
  return set;
}
const named = (set: FeatureSet, name: string): Feature => {
  const found = set.features.find((feature) => feature.name === name);
  if (!found) throw new Error(`no feature ${name}`);
  return found;
};

test('habits over time come on request and go with an undo', async () => {
  const before = await computed();
  expect(before.features.map(({ name }) => name)).not.toContain('trend');
  await client.project.setSettings({ more: { habits: true, value: null } });
  const set = await computed();
  const added = set.features.filter(({ name }) => !before.features.some((one) => one.name === name));
  expect(added.map(({ name, unit, chosen, builtIn }) => [name, unit, chosen, builtIn])).toEqual(
    [
      ['trend', 'none'],
      ['recentChange', 'none'],
      ['weekendShare', 'share'],
      ...[1, 2, 3, 4, 5, 6, 7].map((day) => [`weekday${day}`, 'share'] as const),
      ['seasonality', 'none'],
      ['quarter1', 'share'],
      ['quarter2', 'share'],
      ['quarter3', 'share'],
      ['quarter4', 'share'],
      ['itemsPerOrder', 'count'],
      ['discountRate', 'share'],
    ].map(([name, unit]) => [name, unit, false, true]),
  );
  expect(named(set, 'itemsPerOrder')).toMatchObject({ min: 1, max: 3, mean: 2, missing: 0 });
  expect(named(set, 'discountRate')).toMatchObject({ min: 0, max: 0.2, missing: 0 });
  expect(named(set, 'recentChange').min).toBe(-1);
  const quarters = [1, 2, 3, 4].map((quarter) => named(set, `quarter${quarter}`).mean ?? NaN);
  expect(quarters.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => named(set, `weekday${day}`).mean ?? NaN);
  expect(days.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  expect((days[5] ?? NaN) + (days[6] ?? NaN)).toBeCloseTo(named(set, 'weekendShare').mean ?? NaN, 9);
  await client.history.undo();
  expect(await client.features.get()).toEqual(before);
});

test('customer value comes with what the models say about themselves', async () => {
  await client.project.setSettings({ more: { habits: false, value: DEFAULT_VALUE } });
  const set = await computed();
  const [alive, purchases, clv] = ['pAlive', 'expectedPurchases', 'clv'].map((name) => named(set, name));
  expect([alive?.unit, purchases?.unit, clv?.unit]).toEqual(['share', 'count', 'money']);
  expect([alive?.missing, purchases?.missing, clv?.missing]).toEqual([0, 0, 0]);
  expect(alive?.max).toBeLessThanOrEqual(1);
  // Those who stopped a year ago are more likely gone than there.
  expect(alive?.min).toBeLessThan(0.1);
  expect(clv?.mean).toBeGreaterThan(0);
  const report = set.customerValue;
  expect(report).toMatchObject({
    customers: BUYERS,
    repeaters: BUYERS,
    fittedTo: BUYERS,
    settings: DEFAULT_VALUE,
  });
  expect(Object.keys(report?.parameters ?? {})).toEqual(['r', 'alpha', 'a', 'b']);
  expect(report?.holdout?.from).toMatch(/^2023-1[12]-/u);
  // Week by week up to the last day, through the day from which the model saw nothing.
  const weekly = report?.holdout?.weekly ?? [];
  const [seen, all] = [weekly.find(({ week }) => week === 0), weekly.at(-1)];
  expect((all?.actual ?? NaN) - (seen?.actual ?? NaN)).toBe(report?.holdout?.actual);
  expect(report?.frequencies?.actual.reduce((sum, count) => sum + count, 0)).toBe(BUYERS);
  await client.project.setSettings({
    more: { habits: false, value: { ...DEFAULT_VALUE, model: 'paretonbd', margin: 0.5 } },
  });
  const other = await computed();
  expect(Object.keys(other.customerValue?.parameters ?? {})).toEqual(['r', 'alpha', 's', 'beta']);
  expect(other.customerValue?.frequencies).toBeNull();
  await client.history.undo();
  await client.history.undo();
});

/** From the file itself, as the models take it: in weeks, up to the last day of all. */
function historyOf(key: string) {
  const all = orders().trim().split('\n').slice(1);
  const dayOf = (row: string): number => (Date.parse(row.split(',')[1] ?? '') - START) / DAY_MS;
  const mine = all.filter((row) => row.split(',')[2] === key);
  const [first = NaN, ...later] = mine.map(dayOf).sort((one, other) => one - other);
  return {
    repeats: later.length,
    lastWeeks: ((later.at(-1) ?? NaN) - first) / 7,
    watchedWeeks: (Math.max(...all.map(dayOf)) - first) / 7,
    meanAmount: Number(mine[0]?.split(',')[3]),
  };
}

test.each(['bgnbd', 'paretonbd'] as const)('%s answers for a history as for the customer', async (model) => {
  expect(await refusalOf(client.features.expect({ weeks: [1] }))).toEqual(refused('NO-CUSTOMER-VALUE'));
  const value = { ...DEFAULT_VALUE, model, discount: 0 };
  await client.project.setSettings({ more: { habits: false, value } });
  await computed();
  // Twelve months of 4.345 weeks. K3 stopped a year ago.
  const year = 12 * 4.345;
  for (const key of ['K1', 'K3', 'K59']) {
    const { alive, ahead, amount } = await client.features.expect({ of: historyOf(key), weeks: [year, 1] });
    const { features } = await client.customers.card({ key });
    const known = (name: string) => features.find((feature) => feature.name === name)?.value as number;
    expect(alive).toBeCloseTo(known('pAlive'), 9);
    expect(ahead.map(({ weeks }) => weeks)).toEqual([year, 1]);
    expect(ahead[0]?.purchases).toBeCloseTo(known('expectedPurchases'), 6);
    expect(ahead[1]?.purchases).toBeLessThan(ahead[0]?.purchases ?? NaN);
    expect((ahead[0]?.purchases ?? NaN) * (amount ?? NaN)).toBeCloseTo(known('clv'), 4);
  }
  // Somebody new is there for certain, and is expected what one with nothing known is.
  const nothing = { repeats: 0, lastWeeks: 0, watchedWeeks: 0 };
  const someone = await client.features.expect({ weeks: [4, 52] });
  expect(someone.alive).toBe(1);
  expect(someone).toEqual(await client.features.expect({ of: nothing, weeks: [4, 52] }));
  for (const wrong of [
    { ...nothing, repeats: 2, lastWeeks: 9, watchedWeeks: 8 },
    { ...nothing, lastWeeks: 1, watchedWeeks: 8 },
  ])
    expect(await refusalOf(client.features.expect({ of: wrong, weeks: [1] }))).toBe('BAD_REQUEST');
  await client.history.undo();
});

test('with few repeated purchases customer value is not computed, and that is said', async () => {
  await client.project.setSettings({
    analysisDate: '2023-01-10',
    more: { habits: false, value: DEFAULT_VALUE },
  });
  const set = await computed();
  expect(set.customerValue?.verdict).toBe('fewRepeaters');
  expect(set.features.map(({ name }) => name)).not.toContain('clv');
  await client.history.undo();
});

test('formulas, bands, transformations and scales', async () => {
  const definitions = [
    { kind: 'formula', name: 'Per order', formula: 'monetary / frequency' },
    { kind: 'formula', name: 'Quiet', formula: 'and(recency > 2 * interPurchase, not(Mood = "calm"))' },
    { kind: 'bands', name: 'Size', of: 'Per order', by: { cuts: [22, 25] } },
    { kind: 'transform', name: 'Order rank', of: 'frequency', method: 'rank' },
    { kind: 'transform', name: 'Capped', of: 'monetary', method: 'winsor', share: 0.05 },
    {
      kind: 'scale',
      name: 'Ease',
      items: [
        { feature: 'Easy', reversed: false },
        { feature: 'Hard', reversed: true },
        { feature: 'Glad', reversed: false },
      ],
      low: 1,
      high: 5,
    },
  ] as const;
  for (const definition of definitions) {
    const items = definition.kind === 'scale' ? { ...definition, items: [...definition.items] } : definition;
    const cut = items.kind === 'bands' ? { ...items, by: { cuts: [...items.by.cuts] } } : items;
    await client.features.define({ definition: cut });
  }
  const set = await computed();
  expect(set.unmade).toBeUndefined();
  expect(named(set, 'Per order')).toMatchObject({
    unit: 'money',
    type: 'number',
    min: 20,
    max: 26,
    missing: 0,
  });
  expect(named(set, 'Quiet')).toMatchObject({ type: 'boolean', unit: 'none', criterion: 'behavioural' });
  // In their own order, not by how many they are.
  expect(named(set, 'Size').bars.map(({ label }) => label)).toEqual(['<22', '22–24', '25+']);
  expect(named(set, 'Order rank')).toMatchObject({ unit: 'share', mean: expect.closeTo(0.5, 9) as number });
  expect(named(set, 'Capped').report?.capped).toBeGreaterThan(0);
  const ease = named(set, 'Ease');
  expect(ease).toMatchObject({ criterion: 'psychographic', min: 1, max: 5, missing: 0, chosen: false });
  expect(ease.report?.reliability).toMatchObject({ complete: BUYERS - BUYERS / 10 - 1, outside: 1 });
  expect(ease.report?.reliability?.alpha).toBeGreaterThan(0.9);
  expect(ease.report?.reliability?.items.map(({ feature }) => feature)).toEqual(['Easy', 'Hard', 'Glad']);
});

test('gaps are filled and counted: by the median, the most frequent value, similar customers', async () => {
  const fill = (
    name: string,
    of: string,
    method: 'median' | 'mode' | 'nearest',
    like: readonly string[] = [],
  ) => client.features.define({ definition: { kind: 'fill', name, of, method, like: [...like] } });
  await fill('Glad by median', 'Glad', 'median');
  await fill('Glad by likeness', 'Glad', 'nearest', ['Easy']);
  await fill('Mood known', 'Mood', 'mode');
  await client.features.define({
    definition: { kind: 'formula', name: 'Glad was missing', formula: 'missing(Glad)' },
  });
  const set = await computed();
  const gaps = BUYERS / 10;
  expect(named(set, 'Glad').missing).toBe(gaps);
  for (const name of ['Glad by median', 'Glad by likeness']) {
    expect(named(set, name)).toMatchObject({ missing: 0, criterion: 'psychographic' });
    expect(named(set, name).report?.filled).toBe(gaps);
  }
  expect(named(set, 'Mood known').report?.filled).toBe(0);
  expect(named(set, 'Glad was missing').mean).toBeCloseTo(gaps / BUYERS, 12);
  expect(await refusalOf(fill('X', 'Glad', 'nearest'))).toEqual(
    refused('FEATURE-UNFIT', { feature: 'X', wanted: 'alike' }),
  );
  expect(await refusalOf(fill('X', 'Mood', 'median'))).toEqual(
    refused('FEATURE-UNFIT', { feature: 'Mood', wanted: 'number' }),
  );
  for (const name of ['Glad by median', 'Glad by likeness', 'Mood known', 'Glad was missing'])
    await client.features.remove({ name });
});

test('a defined feature is chosen, renamed everywhere, replaced and used for segments', async () => {
  await client.features.choose({ name: 'Per order', chosen: true, log: true });
  await client.features.rename({ name: 'Per order', to: 'Mean order' });
  const set = await computed();
  expect(named(set, 'Mean order')).toMatchObject({ chosen: true, log: true });
  expect(named(set, 'Size').definition).toMatchObject({ of: 'Mean order' });
  const replacing = { kind: 'formula', name: 'Order value', formula: 'round(monetary / frequency)' } as const;
  await client.features.define({ definition: replacing, replaces: 'Mean order' });
  const replaced = await computed();
  expect(named(replaced, 'Order value')).toMatchObject({ chosen: true, definition: replacing });
  expect(named(replaced, 'Size').definition).toMatchObject({ of: 'Order value' });
  const made = await shop.finish(
    client.segmentations.run({
      method: 'kmeans',
      features: ['Order value', 'Ease'],
      k: 2,
      scale: 'z',
      logs: false,
      seed: 1,
    }),
  );
  expect(made).toEqual({ segmentationId: 1 });
});

test('what cannot be is refused by name', async () => {
  const define = (formula: string, name = 'X', replaces?: string) =>
    client.features.define({ definition: { kind: 'formula', name, formula }, ...(replaces && { replaces }) });
  expect(await refusalOf(define('monetary + 1', 'recency'))).toEqual(
    refused('FEATURE-EXISTS', { name: 'recency' }),
  );
  expect(await refusalOf(define('monetary +'))).toEqual(refused('FORMULA-ENDS', { wanted: 'value', at: 11 }));
  // Names of other case are kept as the features are spelt.
  await define('Monetary / FREQUENCY', 'Spelt');
  expect(named(await computed(), 'Spelt')).toMatchObject({
    unit: 'money',
    definition: { formula: 'monetary / frequency' },
  });
  await client.history.undo();
  expect(await refusalOf(define('height'))).toEqual(refused('FORMULA-NAME', { name: 'height', at: 1 }));
  expect(await refusalOf(define('[Ease] + [Order value]', 'Order value', 'Order value'))).toEqual(
    refused('FORMULA-CYCLE', { name: 'Order value' }),
  );
  await client.features.define({ definition: { kind: 'formula', name: 'Y', formula: '[Order value] * 2' } });
  expect(await refusalOf(define('Y + 1', 'Order value', 'Order value'))).toEqual(
    refused('FORMULA-CYCLE', { name: 'Order value' }),
  );
  expect(await refusalOf(define('1', 'Z', 'nothing'))).toEqual(
    refused('FEATURE-UNKNOWN', { feature: 'nothing' }),
  );
  const bands = (of: string, cuts: readonly number[]) =>
    client.features.define({ definition: { kind: 'bands', name: 'B', of, by: { cuts: [...cuts] } } });
  expect(await refusalOf(bands('Mood', [1]))).toEqual(
    refused('FEATURE-UNFIT', { feature: 'Mood', wanted: 'number' }),
  );
  expect(await refusalOf(bands('recency', [2, 1]))).toEqual(
    refused('FEATURE-UNFIT', { feature: 'recency', wanted: 'cuts' }),
  );
  expect(await refusalOf(client.features.remove({ name: 'Order value' }))).toEqual(
    refused('FEATURE-NEEDED', { name: 'Order value', by: 'Size' }),
  );
});

test('a definition whose column is gone is told, and comes back with it', async () => {
  const easy = (await client.sources.list())[1]?.fields.find(({ name }) => name === 'Easy');
  await client.sources.setField({ fieldId: easy?.id ?? 0, role: 'ignore' });
  // Before the features are made anew, those of before say how many customers there are.
  expect((await client.project.current())?.customers).toBe(BUYERS);
  const set = await computed();
  expect(set.unmade).toEqual([
    {
      definition: expect.objectContaining({ name: 'Ease' }),
      problem: refused('FEATURE-UNKNOWN', { feature: 'Easy' }),
    },
  ]);
  expect(set.features.map(({ name }) => name)).not.toContain('Ease');
  await client.history.undo();
  expect(named(await computed(), 'Ease').missing).toBe(0);
});

test('pairs that say the same: numbers and categories', async () => {
  const similar = await client.features.similar();
  expect(similar).toMatchObject({ customers: BUYERS, sampled: false });
  const words = similar?.pairs.map(({ first, second }) => [first, second].toSorted().join(' ~ ')) ?? [];
  expect(words).toContain('Easy ~ Hard');
  expect(words).toContain('Capped ~ monetary');
  // All that go together by half or more, the strongest first; the strong ones are among them.
  const weaker = await client.features.similar({ least: 0.5 });
  const strengths = weaker?.pairs.map(({ value }) => Math.abs(value)) ?? [];
  expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
  expect(Math.min(...strengths)).toBeGreaterThanOrEqual(0.5);
  expect(weaker?.pairs.filter(({ value }) => Math.abs(value) >= 0.9)).toEqual(similar?.pairs);
  expect(strengths.length).toBeGreaterThan(similar?.pairs.length ?? 0);
  const hard = named(await computed(), 'Hard');
  expect(hard.twin).toEqual({ name: 'Easy', r: expect.closeTo(-1, 12) as number });
});

test('of very many customers a sample is looked at, and that is said', async () => {
  const big = await startEngine();
  const many = 20_100;
  const rows = Array.from(
    { length: many },
    (_, at) => `C${at},${(at * 7919) % 1000},${((at * 7919) % 1000) + (at % 2)},${at % 3}`,
  );
  await big.project();
  const number = { type: 'number', role: 'feature', criterion: 'demographic' } as const;
  await big.add('many.csv', `Customer,One,Other,Third\n${rows.join('\n')}\n`, {
    kind: 'customers',
    columns: { Customer: KEY, One: number, Other: number, Third: { ...number, type: 'category' } },
  });
  const definition = { kind: 'formula', name: 'Sum', formula: 'if(Third = "1", One, Other)' } as const;
  const { feature, customers, problem } = await big.client.features.preview({ definition });
  expect([problem, customers, feature?.missing]).toEqual([null, 20_000, 0]);
  await big.client.features.define({ definition });
  await big.finish(big.client.features.compute({}));
  const set = await big.client.features.get();
  expect([set?.customers, named(set as FeatureSet, 'Sum').missing]).toEqual([many, 0]);
  const similar = await big.client.features.similar();
  expect([similar?.customers, similar?.sampled, similar?.pairs.length]).toEqual([20_000, true, 3]);
  await big.close();
});
