// Ward's tree is kept as the middles of its segments, which do not put everyone where the tree did: that is no change
// of the data, and is not called one.
import { afterAll, beforeAll, expect, test } from 'vitest';
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

/** Spread evenly, so that the tree cuts where it happens to. The first `moved` customers stand in the middle. */
function csv(moved: number): string {
  const rows = Array.from({ length: 90 }, (_, at) => {
    const [x, y] = at < moved ? [45, 44] : [(at * 37) % 91, (at * 53) % 89];
    return `C${String(at).padStart(3, '0')},${x},${y}`;
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

async function ward(k: number): Promise<number> {
  const settings = { method: 'ward', features: ['X', 'Y'], k, scale: 'z', logs: false, seed: 1 } as const;
  const asked = { ...settings, features: [...settings.features] };
  const { segmentationId } = (await shop.finish(shop.client.segmentations.run(asked))) as {
    segmentationId: number;
  };
  await shop.client.segmentations.activate({ segmentationId });
  return segmentationId;
}
async function movesAfterPlacing(segmentationId: number) {
  await shop.finish(shop.client.segmentations.assign({ segmentationId }));
  return (await shop.client.segmentations.lineage({ segmentationId }))?.moves;
}

test('the same customers placed again: whoever moves, the definition moved', async () => {
  const id = await ward(4);
  const moves = await movesAfterPlacing(id);
  const bySettings = moves?.bySettings ?? 0;
  expect(bySettings).toBeGreaterThan(0);
  const first = { both: 90, stayed: 90 - bySettings, byData: 0, bySettings, byBoth: 0, came: 0, left: 0 };
  expect(moves).toEqual(first);
  // From now on they are where the middles have them.
  const again = { ...first, stayed: 90, bySettings: 0 };
  expect(await movesAfterPlacing(id)).toEqual(again);
});

test('a new tree of the next snapshot tells its own doing from that of the data', async () => {
  await ward(3);
  const file = await shop.file('april.csv', csv(3));
  const input = { ...(await importInput(shop.client, file, 'april.csv', TYPED)), into: 1 };
  await shop.finish(shop.client.sources.import(input));
  await shop.finish(shop.client.features.compute({}));
  const segmentationId = await ward(6);
  const lineage = await shop.client.segmentations.lineage({ segmentationId });
  // Only three customers changed; without the means of then six would be put down to the data.
  expect(lineage?.moves).toEqual({
    both: 90,
    stayed: 47,
    byData: 0,
    bySettings: 41,
    byBoth: 2,
    came: 0,
    left: 0,
  });
});
