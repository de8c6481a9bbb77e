// Weights from a reference and from the data, through clustering, segments and undo.
import { afterEach, expect, test } from 'vitest';
import { finish, segmented, startEngine, startShop } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

let one: TestEngine | undefined;
afterEach(async () => one?.close());

const LOYAL = {
  feature: 'frequency',
  name: 'All shoppers',
  source: 'typed',
  shares: [
    { level: '<2', share: 80 },
    { level: '2+', share: 20 },
  ],
};

test('segments show people and their weighted share; undo takes the weights back', async () => {
  one = await startShop();
  const { client, watch } = one;
  await client.references.set(LOYAL);
  await client.project.setSettings({ weighting: { on: true, cap: 3 } });
  await segmented(one);
  const [segmentation] = await client.segmentations.list();
  // 80² / (40 · 1.6² + 40 · 0.4²)
  expect(segmentation?.weighting).toEqual({ cap: 3, effectiveN: expect.closeTo(6400 / 108.8, 6) as number });
  const summaries = async () =>
    (await client.segments.list({ segmentationId: segmentation?.id ?? 0 })).map(
      ({ customers, share, weighted }) => [customers, share, weighted?.share],
    );
  const weighted = await summaries();
  // Forty loyal customers are half of the file and a fifth of all shoppers; the heavier segment comes first.
  expect(weighted).toEqual([
    [40, 0.5, expect.closeTo(0.8, 6) as number],
    [40, 0.5, expect.closeTo(0.2, 6) as number],
  ]);
  await client.project.setSettings({ weighting: { on: false, cap: 3 } });
  expect(await summaries()).toEqual([
    [40, 0.5, undefined],
    [40, 0.5, undefined],
  ]);
  await client.history.undo();
  await finish(watch, client.features.compute({}));
  expect(await summaries()).toEqual(weighted);
});

test('a column with the role of a weight is what raking starts from', async () => {
  one = await startEngine();
  await one.project();
  const rows = Array.from(
    { length: 40 },
    (_, at) => `K${at},${at % 2 ? 'Vic' : 'Olot'},${at},${at < 20 ? 3 : 1}`,
  );
  await one.add('people.csv', `Customer,City,Score,Weight\n${rows.join('\n')}\n`, {
    kind: 'customers',
    columns: {
      Customer: { type: 'text', role: 'customerKey' },
      City: { type: 'category', role: 'feature', criterion: 'geographic' },
      Score: { type: 'number', role: 'feature', criterion: 'demographic' },
      Weight: { type: 'number', role: 'weight', criterion: null },
    },
  });
  await one.client.project.setSettings({ weighting: { on: true, cap: 3 } });
  await finish(one.watch, one.client.features.compute({}));
  const report = await one.client.references.report();
  expect([report?.baseWeight, report?.weights?.status, report?.weights?.largest]).toEqual([
    'Weight',
    'met',
    1.5,
  ]);
  // Scores 0 … 19 weigh 1.5, 20 … 39 weigh 0.5.
  const score = (await one.client.features.get())?.features.find(({ name }) => name === 'Score');
  expect(score?.mean).toBeCloseTo((1.5 * 9.5 + 0.5 * 29.5) / 2, 9);
  expect(report?.changes[0]).toMatchObject({ feature: 'Score', unweighted: 19.5, weighted: 14.5 });
});
