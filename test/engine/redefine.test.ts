// One definition changed: only what depends on it is computed, everything else is taken over, and it is the same as
// computing all of it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FeatureSet } from '../../shared/model/feature.ts';
import type { FeatureDefinition } from '../../shared/model/featureDefinition.ts';
import type { TestEngine } from '../support/engine.ts';
import { startEngine } from '../support/engine.ts';

const BUYERS = 120;
const customers = Array.from(
  { length: BUYERS },
  (_, at) =>
    `K${at},${at % 7 === 0 ? '' : 20 + (at % 40)},${['Vic', 'Girona', 'Olot'][at % 3]},${at % 4 === 0 ? 'yes' : 'no'}`,
);
const orders = Array.from({ length: 3 * BUYERS }, (_, at) => {
  const who = (at * 7) % BUYERS;
  const day = String(1 + (at % 28)).padStart(2, '0');
  const amount = at % 25 === 0 ? -5 : 10 + ((at * 13) % 50);
  return `${at},K${who},2024-${String(1 + (at % 12)).padStart(2, '0')}-${day},${amount}`;
});

async function shopWith(): Promise<TestEngine> {
  const shop = await startEngine();
  await shop.project();
  await shop.add('customers.csv', `Key,Age,City,mail ok\n${customers.join('\n')}\n`, {
    kind: 'customers',
    columns: {
      Key: { role: 'customerKey', type: 'text' },
      Age: { role: 'feature', type: 'number' },
      City: { role: 'feature', type: 'category' },
      'mail ok': { role: 'consent', type: 'boolean' },
    },
  });
  await shop.add('orders.csv', `Order,Key,Day,Amount\n${orders.join('\n')}\n`, {
    kind: 'transactions',
    columns: {
      Order: { role: 'orderKey', type: 'text' },
      Key: { role: 'customerKey', type: 'text' },
      Day: { role: 'date', type: 'date' },
      Amount: { role: 'amount', type: 'money' },
    },
  });
  return shop;
}

let shop: TestEngine;
let other: TestEngine;
beforeAll(async () => {
  [shop, other] = [await shopWith(), await shopWith()];
});
afterAll(async () => {
  await shop.close();
  await other.close();
});

const formula = (name: string, text: string): FeatureDefinition => ({ kind: 'formula', name, formula: text });

async function computed(engine: TestEngine): Promise<FeatureSet> {
  await engine.finish(engine.client.features.compute({}));
  const set = await engine.client.features.get();
  if (!set) throw new Error('no features');
  return set;
}
const define = (engine: TestEngine, definition: FeatureDefinition, replaces?: string) =>
  engine.client.features.define({ definition, ...(replaces !== undefined && { replaces }) });

test('only what changed and what needs it is computed', async () => {
  const first = await computed(shop);
  expect(first.made).toBeUndefined();
  const made = async () => (await computed(shop)).made;
  await define(shop, formula('Double', 'frequency * 2'));
  expect(await made()).toEqual(['Double']);
  await define(shop, formula('More', 'Double + 1'));
  await define(shop, formula('Half', 'recency / 2'));
  expect(await made()).toEqual(['More', 'Half']);
  await define(shop, formula('Double', 'frequency * 3'), 'Double');
  expect(await made()).toEqual(['Double', 'More']);
  await shop.client.features.rename({ name: 'Half', to: 'Half of it' });
  expect(await made()).toEqual(['Half of it']);
  await shop.client.features.remove({ name: 'More' });
  const without = await computed(shop);
  expect([without.made, without.features.map(({ name }) => name).slice(-2)]).toEqual([
    [],
    ['Double', 'Half of it'],
  ]);
  // Undone: found again, with what it had computed then.
  await shop.client.history.undo();
  expect(await made()).toEqual(['Half of it']);
  await shop.client.history.undo();
  await shop.client.history.undo();
  await shop.client.history.undo();
  await shop.client.history.undo();
  await shop.client.history.undo();
  const { runId: _before, ...before } = first;
  const { runId: _now, made: again, ...now } = await computed(shop);
  // The run of the beginning may be discarded by now: nothing but the data is in it, so nothing is made.
  expect([again ?? [], now]).toEqual([[], before]);
});

test('what is taken over and what is made are what computing everything gives', async () => {
  const definitions: readonly FeatureDefinition[] = [
    formula('Spend per order', 'monetary / frequency'),
    { kind: 'bands', name: 'Spend bands', of: 'Spend per order', by: { groups: 3 } },
    { kind: 'fill', name: 'Age filled', of: 'Age', method: 'nearest', like: ['monetary', 'recency'] },
    { kind: 'transform', name: 'Age rank', of: 'Age filled', method: 'rank' },
    formula('Twin of spend', 'monetary * 2 + 1'),
  ];
  // Here one after the other on top of the data's features, there all at once with another setting: everything anew.
  await shop.client.project.setSettings({ returns: 'net' });
  await computed(shop);
  for (const definition of definitions) {
    await define(shop, definition);
    await computed(shop);
  }
  await computed(other);
  for (const definition of definitions) await define(other, definition);
  await other.client.project.setSettings({ returns: 'net' });
  const { runId: _one, made, ...bit } = await computed(shop);
  const { runId: _all, made: anew, ...whole } = await computed(other);
  expect([made, anew]).toEqual([['Twin of spend'], undefined]);
  expect(bit).toEqual(whole);
  expect(bit.features.at(-1)?.twin?.name).toBe('monetary');
  const labels = async (engine: TestEngine) => {
    const settings = {
      method: 'kmeans' as const,
      features: ['recency', 'Age rank', 'Spend bands', 'City'],
      k: 3,
      scale: 'z' as const,
      logs: false,
      seed: 1,
    };
    const result = await engine.finish(engine.client.segmentations.run(settings));
    const { segmentationId } = result as { segmentationId: number };
    await engine.client.segmentations.activate({ segmentationId });
    const [segment] = await engine.client.segments.list({});
    const { reachable } = await engine.client.segments.get({ segmentId: segment!.id });
    return [await engine.client.segmentations.labels({ segmentationId }), reachable];
  };
  expect(await labels(shop)).toEqual(await labels(other));
});

test('a definition that cannot be made is told, and made again when it can', async () => {
  const age = (await shop.client.sources.list())[0]?.fields.find(({ name }) => name === 'Age');
  await define(shop, formula('Years twice', 'Age * 2'));
  await computed(shop);
  await shop.client.sources.setField({ fieldId: age?.id ?? 0, role: 'ignore' });
  const gone = await computed(shop);
  expect([gone.made, gone.unmade?.map(({ definition }) => definition.name)]).toEqual([
    undefined,
    ['Age filled', 'Age rank', 'Years twice'],
  ]);
  await define(shop, formula('Zero', 'monetary - monetary'));
  const still = await computed(shop);
  expect([still.made, still.unmade?.map(({ definition }) => definition.name)]).toEqual([
    ['Zero'],
    ['Age filled', 'Age rank', 'Years twice'],
  ]);
});
