// The next snapshot placed by a segmentation's stored model: segments stay who they are, customers move, undo goes back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClusterSettings } from '../../shared/model/segmentation.ts';
import type { ImportChange, TestEngine } from '../support/engine.ts';
import { importInput, startEngine } from '../support/engine.ts';

const TYPED: ImportChange = {
  kind: 'customers',
  columns: {
    Customer: { role: 'customerKey', type: 'text' },
    X: { role: 'feature', type: 'number', decimal: '.', thousands: '' },
    City: { role: 'feature', type: 'category' },
  },
};

/** `[how many, first key, x, city]`: a crowd of customers, without chance. */
type Crowd = readonly [number, number, number, string];
function csv(crowds: readonly Crowd[]): string {
  const rows = crowds.flatMap(([count, first, x, city]) =>
    Array.from(
      { length: count },
      (_, at) => `C${String(first + at).padStart(4, '0')},${(x + ((at * 7) % 11) / 10).toFixed(1)},${city}`,
    ),
  );
  return `Customer,X,City\n${rows.join('\n')}\n`;
}

let shop: TestEngine;
beforeAll(async () => {
  shop = await startEngine();
  await shop.project();
  const march = csv([
    [50, 0, 0, 'Porto'],
    [40, 100, 50, 'Braga'],
    [30, 200, 100, 'Faro'],
  ]);
  await shop.add('march.csv', march, TYPED);
});
afterAll(() => shop.close());

const BASE = { features: ['X', 'City'], k: 3, scale: 'z', logs: false, seed: 1 } as const;

async function segment(
  settings: Partial<ClusterSettings> & Pick<ClusterSettings, 'method'>,
): Promise<number> {
  const asked = { ...BASE, features: [...BASE.features], ...settings };
  const result = await shop.finish(shop.client.segmentations.run(asked));
  return (result as { segmentationId: number }).segmentationId;
}
const sizes = async (segmentationId: number) =>
  (await shop.client.segments.list({ segmentationId })).map(({ id, name, named, customers }) => [
    id,
    named ? name : '',
    customers,
  ]);
const outdated = async (id: number) =>
  (await shop.client.segmentations.list()).find((one) => one.id === id)?.outdated ?? false;

test('every method places the customers of a new snapshot; names stay, undo brings the former places back', async () => {
  const found = ['kmeans', 'kmedoids', 'kprototypes', 'gmm', 'ward'] as const;
  const ids = new Map<string, number>();
  for (const method of found) ids.set(method, await segment({ method }));
  // Faro brings 60 percent of the whole, Braga 40.
  const tiers = { value: 'X', by: 'shares' as const, shares: [0.595, 0.395], groups: 2 };
  ids.set('tiers', await segment({ method: 'tiers', tiers }));
  const high = { name: 'Far', any: [[{ feature: 'X', op: '>=' as const, value: 200 }]] };
  const low = { name: 'Near', any: [[{ feature: 'City', op: 'is' as const, values: ['Porto'] }]] };
  ids.set('rules', await segment({ method: 'rules', rules: { segments: [high, low] } }));
  const kmeans = ids.get('kmeans')!;
  const [first] = await shop.client.segments.list({ segmentationId: kmeans });
  await shop.client.segments.rename({ segmentId: first!.id, name: 'Town' });
  expect((await sizes(kmeans)).map(([, ...rest]) => rest)).toEqual([
    ['Town', 50],
    ['', 40],
    ['', 30],
  ]);
  expect(await outdated(kmeans)).toBe(false);

  // April: ten of Porto move to Faro, five new ones in Braga, and one very far away in a city that nobody knew.
  const april = csv([
    [40, 0, 0, 'Porto'],
    [10, 40, 100, 'Faro'],
    [45, 100, 50, 'Braga'],
    [30, 200, 100, 'Faro'],
    [1, 300, 300, 'Oslo'],
  ]);
  const file = await shop.file('april.csv', april);
  const input = { ...(await importInput(shop.client, file, 'april.csv', TYPED)), into: 1 };
  await shop.finish(shop.client.sources.import(input));
  await shop.finish(shop.client.features.compute({}));
  for (const [method, id] of ids) {
    expect([method, await outdated(id)]).toEqual([method, true]);
    const before = await sizes(id);
    const result = await shop.finish(shop.client.segmentations.assign({ segmentationId: id }));
    expect([method, result]).toEqual([method, { segmentationId: id }]);
    expect([method, await outdated(id)]).toEqual([method, false]);
    const after = await sizes(id);
    // The very same segments, in their places; one of the rules has somebody for the first time.
    expect([method, after.slice(0, before.length).map(([one]) => one)]).toEqual([
      method,
      before.map(([one]) => one),
    ]);
    const wanted = method === 'tiers' ? [41, 45, 40] : method === 'rules' ? [40, 85, 1] : [40, 45, 41];
    const found = after.map(([, , customers]) => customers);
    expect([method, found]).toEqual([method, wanted]);
  }
  expect((await sizes(kmeans))[0]).toEqual([first!.id, 'Town', 40]);
  expect((await sizes(ids.get('rules')!)).map(([, name]) => name)).toEqual(['Near', 'Others', 'Far']);
  await shop.client.history.undo();
  expect((await sizes(ids.get('rules')!)).map(([, ...rest]) => rest)).toEqual([
    ['Near', 50],
    ['Others', 70],
  ]);
});
