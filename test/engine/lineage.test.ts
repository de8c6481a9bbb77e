// A clustering of the next snapshot: which segments go on, under their names and colours, and which came and went.
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

/** `[how many, first key, x, y]`: a crowd of customers around a point, without chance. */
type Crowd = readonly [number, number, number, number];
function csv(crowds: readonly Crowd[]): string {
  const rows = crowds.flatMap(([count, first, x, y]) =>
    Array.from({ length: count }, (_, at) => {
      const [dx, dy] = [((at * 7) % 11) / 10, ((at * 5) % 13) / 10];
      return `C${String(first + at).padStart(4, '0')},${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`;
    }),
  );
  return `Customer,X,Y\n${rows.join('\n')}\n`;
}

let shop: TestEngine;
beforeAll(async () => {
  shop = await startEngine();
  await shop.project();
  await shop.add(
    'march.csv',
    csv([
      [120, 0, 0, 0],
      [90, 200, 50, 0],
      [60, 400, 0, 50],
    ]),
    TYPED,
  );
});
afterAll(() => shop.close());

async function cluster(k: number): Promise<number> {
  const settings = {
    method: 'kmeans' as const,
    features: ['X', 'Y'],
    k,
    scale: 'z' as const,
    logs: false,
    seed: 1,
  };
  const result = await shop.finish(shop.client.segmentations.run(settings));
  return (result as { segmentationId: number }).segmentationId;
}
const shown = async (segmentationId: number) =>
  (await shop.client.segments.list({ segmentationId })).map(({ colour, name, named, note, customers }) => [
    colour,
    named ? name : '',
    note,
    customers,
  ]);

test('names, colours and notes go on with the customers, and undo takes the new segments away', async () => {
  const first = await cluster(3);
  expect(await shown(first)).toEqual([
    ['A', '', '', 120],
    ['B', '', '', 90],
    ['C', '', '', 60],
  ]);
  expect(await shop.client.segmentations.lineage({ segmentationId: first })).toBeNull();
  await shop.client.segmentations.activate({ segmentationId: first });
  const [a, b, c] = await shop.client.segments.list({});
  await shop.client.segments.rename({ segmentId: a!.id, name: 'Corner' });
  await shop.client.segments.rename({ segmentId: b!.id, name: 'East' });
  await shop.client.segments.recolour({ segmentId: c!.id, colour: 'H' });
  await shop.client.segments.note({ segmentId: c!.id, note: 'Ask them in May.' });
  // The next month: the corner is left by half, the east splits, the north stays, a crowd comes.
  const april = csv([
    [60, 0, 0, 0],
    [50, 200, 50, 0],
    [40, 250, 50, 100],
    [60, 400, 0, 50],
    [200, 600, 100, 0],
  ]);
  const file = await shop.file('april.csv', april);
  const input = { ...(await importInput(shop.client, file, 'april.csv', TYPED)), into: 1 };
  await shop.finish(shop.client.sources.import(input));
  const next = await cluster(5);
  expect(await shown(next)).toEqual([
    ['C', '', '', 200],
    ['A', 'Corner', '', 60],
    ['H', '', 'Ask them in May.', 60],
    ['B', 'East', '', 50],
    ['D', '', '', 40],
  ]);
  const lineage = await shop.client.segmentations.lineage({ segmentationId: next });
  expect(lineage?.previousId).toBe(first);
  expect(lineage?.customersInBoth).toBe(210);
  const sides = lineage?.fates.map(({ kind, from, to, stayed }) => [
    kind,
    from.map(({ colour }) => colour),
    to.map(({ colour }) => colour),
    stayed,
  ]);
  expect(sides).toEqual([
    ['split', ['B'], ['B', 'D'], null],
    ['kept', ['A'], ['A'], 60],
    ['kept', ['H'], ['H'], 60],
    ['born', [], ['C'], null],
  ]);
  await shop.client.history.undo();
  expect((await shop.client.segmentations.list()).map(({ id }) => id)).toEqual([first]);
  await shop.client.history.redo();
  expect((await shown(next))[1]).toEqual(['A', 'Corner', '', 60]);
});
