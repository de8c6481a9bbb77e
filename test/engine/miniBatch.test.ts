// Mini-batches through the job: the solution tells them, the appendix names them, customers of today are placed by it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClusterSettings, Segmentation } from '../../shared/model/segmentation.ts';
import type { ImportChange, TestEngine } from '../support/engine.ts';
import { importInput, startEngine } from '../support/engine.ts';

const TYPED: ImportChange = {
  kind: 'customers',
  columns: {
    Customer: { role: 'customerKey', type: 'text' },
    X: { role: 'feature', type: 'number', decimal: '.', thousands: '' },
    Y: { role: 'feature', type: 'number', decimal: '.', thousands: '' },
  },
};

const CUSTOMERS = 20_400;

/** Three crowds of equal size; the first `moved` of the first one stand among the last. */
function csv(moved: number): string {
  const rows = Array.from({ length: CUSTOMERS }, (_, at) => {
    const crowd = at < moved ? 2 : Math.floor((3 * at) / CUSTOMERS);
    return `C${String(at).padStart(5, '0')},${100 * crowd + ((at * 7) % 31)},${(at * 53) % 29}`;
  });
  return `Customer,X,Y\n${rows.join('\n')}\n`;
}

let shop: TestEngine;
beforeAll(async () => {
  shop = await startEngine();
  await shop.project();
  await shop.add('march.csv', csv(0), TYPED);
});
afterAll(() => shop.close());

async function run(change: Partial<ClusterSettings>): Promise<Segmentation> {
  const settings = {
    method: 'kmeans',
    features: ['X', 'Y'],
    k: 3,
    scale: 'none',
    logs: false,
    seed: 1,
  } as const;
  const asked = { ...settings, features: [...settings.features], ...change };
  const { segmentationId } = (await shop.finish(shop.client.segmentations.run(asked))) as {
    segmentationId: number;
  };
  return shown(segmentationId);
}
async function shown(segmentationId: number): Promise<Segmentation> {
  const found = (await shop.client.segmentations.list()).find(({ id }) => id === segmentationId);
  if (!found) throw new Error('the solution is not listed');
  return found;
}

test('one number and a range find the crowds, and say how many batches the winning start read', async () => {
  const thirds = [CUSTOMERS / 3, CUSTOMERS / 3, CUSTOMERS / 3];
  const one = await run({ miniBatch: true });
  expect([one.sizes, one.settings.miniBatch]).toEqual([thirds, true]);
  expect(one.facts?.batches).toBeGreaterThan(40);
  const range = await run({ miniBatch: true, k: { from: 2, to: 5 } });
  expect([range.k, range.sizes, range.facts?.batches]).toEqual([3, thirds, one.facts?.batches]);
  const full = await run({});
  expect([full.sizes, full.facts?.batches]).toEqual([thirds, undefined]);
});

test('customers of today are placed by the centroids, which mini-batches found; how many is not said any more', async () => {
  const { id } = await run({ miniBatch: true });
  await shop.client.segmentations.activate({ segmentationId: id });
  const april = await shop.file('april.csv', csv(400));
  const input = { ...(await importInput(shop.client, april, 'april.csv', TYPED)), into: 1 };
  await shop.finish(shop.client.sources.import(input));
  await shop.finish(shop.client.features.compute({}));
  await shop.finish(shop.client.segmentations.assign({ segmentationId: id }));
  const { sizes, facts } = await shown(id);
  expect(sizes.toSorted((a, b) => a - b)).toEqual([6_400, 6_800, 7_200]);
  // Not how many: they were batches of the customers of March.
  expect(facts).toEqual({ fromBatches: true });
  await shop.finish(shop.client.segmentations.assign({ segmentationId: id }));
  expect((await shown(id)).facts).toEqual({ fromBatches: true });
});
