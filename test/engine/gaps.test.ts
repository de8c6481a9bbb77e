// Missing values, scalings and caps as settings of a run: what is done, what is told, and the next snapshot after them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { methodLines } from '../../electron/engine/export/method.ts';
import { wordsOf } from '../../electron/engine/export/words.ts';
import { LOCALES } from '../../shared/i18n/locale.ts';
import type { ClusterSettings, Segmentation } from '../../shared/model/segmentation.ts';
import { sampleReport } from '../unit/export/sampleReport.ts';
import type { ImportChange, TestEngine } from '../support/engine.ts';
import { importInput, startEngine } from '../support/engine.ts';

const NUMBER = { role: 'feature', type: 'number', decimal: '.', thousands: '' } as const;
const TYPED: ImportChange = {
  kind: 'customers',
  columns: {
    Customer: { role: 'customerKey', type: 'text' },
    X: NUMBER,
    Y: NUMBER,
    City: { role: 'feature', type: 'category' },
  },
};

/** Sixty customers in two crowds. Every tenth has no Y (the first of each ten), the last two have no city. */
function csv(shift = 0): string {
  const rows = Array.from({ length: 60 }, (_, at) => {
    const far = at >= 30 ? 100 : 0;
    const x = far + ((at * 7) % 11) / 10;
    const y = at % 10 === 0 ? '' : String(far + shift + (at % 10));
    const city = at >= 58 ? '' : at % 3 === 0 ? 'Porto' : at % 3 === 1 ? 'Braga' : 'Faro';
    return `C${String(at).padStart(2, '0')},${x.toFixed(1)},${y},${city}`;
  });
  return `Customer,X,Y,City\n${rows.join('\n')}\n`;
}

let shop: TestEngine;
beforeAll(async () => {
  shop = await startEngine();
  await shop.project();
  await shop.add('march.csv', csv(), TYPED);
});
afterAll(() => shop.close());

const BASE: ClusterSettings = {
  method: 'kmeans',
  features: ['X', 'Y', 'City'],
  k: 2,
  scale: 'z',
  logs: false,
  seed: 1,
};

async function run(change: Partial<ClusterSettings>): Promise<Segmentation> {
  const result = await shop.finish(shop.client.segmentations.run({ ...BASE, ...change }));
  const { segmentationId } = result as { segmentationId: number };
  const made = (await shop.client.segmentations.list()).find(({ id }) => id === segmentationId);
  if (!made) throw new Error('no segmentation');
  return made;
}
const told = ({ customers, excluded, imputed, missing }: Segmentation) => [
  customers,
  excluded,
  imputed,
  missing?.method,
  missing?.indicators,
  missing?.features.map(({ feature, count }) => [feature, count]),
];

const GAPS = [
  ['Y', 6],
  ['City', 2],
];

test('each way with gaps says what it did, and the project says what is usual', async () => {
  expect(told(await run({}))).toEqual([60, 0, 8, 'median', [], GAPS]);
  const missing = (method: 'median' | 'nearest' | 'exclude', indicators = false) => ({
    missing: { method, indicators },
  });
  expect(told(await run(missing('nearest')))).toEqual([60, 0, 8, 'nearest', [], GAPS]);
  expect(told(await run(missing('exclude')))).toEqual([52, 8, 0, 'exclude', [], GAPS]);
  const marked = await run(missing('median', true));
  expect(told(marked)).toEqual([60, 0, 8, 'median', ['Y', 'City'], GAPS]);
  expect(marked.columns).toEqual(['X', 'Y', 'City: Porto', 'City: Braga', 'City: Faro', 'Y: ∅', 'City: ∅']);
  // A tenth of each crowd lacks Y; both without a city are in the second.
  expect(marked.centroids.map((centre) => centre.slice(5))).toEqual([
    [0.1, 0],
    [0.1, 2 / 30],
  ]);
  // Mixed data: gaps are left out of the distances, whatever is asked, unless customers are left out.
  expect(told(await run({ method: 'kmedoids', ...missing('nearest', true) }))).toEqual([
    60,
    0,
    0,
    'skipped',
    [],
    GAPS,
  ]);
  expect(told(await run({ method: 'kmedoids', ...missing('exclude') }))).toEqual([
    52,
    8,
    0,
    'exclude',
    [],
    GAPS,
  ]);
  const tiers = { value: 'X', by: 'groups' as const, shares: [1], groups: 2 };
  expect(told(await run({ method: 'tiers', features: ['X'], tiers }))).toEqual([60, 0, 0, 'none', [], []]);
  await shop.client.project.setSettings({ missing: 'exclude' });
  expect(told(await run({}))).toEqual([52, 8, 0, 'exclude', [], GAPS]);
  expect(told(await run(missing('median')))).toEqual([60, 0, 8, 'median', [], GAPS]);
  await shop.client.project.setSettings({ missing: 'median' });
});

test('similar customers fill a gap better than the median does', async () => {
  // By the median those without Y lie between the crowds, and further from their own.
  const far = async (method: 'median' | 'nearest') => {
    const { id } = await run({ features: ['X', 'Y'], missing: { method, indicators: false } });
    const [first] = await shop.client.segments.list({ segmentationId: id });
    const border = await shop.client.segments.border({
      segmentId: first!.id,
      sort: 'distance',
      descending: true,
      offset: 0,
      limit: 3,
    });
    return border.customers.map(({ key }) => Number(key.slice(1)) % 10 === 0);
  };
  expect(await far('median')).toEqual([true, true, true]);
  expect(await far('nearest')).not.toContain(true);
});

test('scaling by feature, free percentiles, and the next snapshot prepared alike', async () => {
  const settings: Partial<ClusterSettings> = {
    scales: { Y: 'rank', City: 'none' },
    winsorise: { low: 0.05, high: 0.9 },
    missing: { method: 'nearest', indicators: true },
  };
  const made = await run(settings);
  expect(made.settings).toMatchObject(settings);
  // Of 60 and of 54 numbers: below 5 % and above 90 %.
  expect(made.capped).toBeGreaterThan(8);
  expect(made.capped).toBeLessThan(18);
  const before = made.sizes;
  const file = await shop.file('april.csv', csv(0.5));
  const input = { ...(await importInput(shop.client, file, 'april.csv', TYPED)), into: 1 };
  await shop.finish(shop.client.sources.import(input));
  await shop.finish(shop.client.segmentations.assign({ segmentationId: made.id }));
  const again = (await shop.client.segmentations.list()).find(({ id }) => id === made.id);
  expect([again?.sizes, again?.columns, again && told(again)]).toEqual([
    before,
    made.columns,
    [60, 0, 8, 'nearest', ['Y', 'City'], GAPS],
  ]);
  const words = (locale: (typeof LOCALES)[number]) =>
    methodLines({ ...sampleReport(locale), method: again ?? null }, wordsOf(locale, 'EUR'));
  for (const locale of LOCALES) {
    const shown = words(locale).map((line) => line.shown);
    // The features, two own scalings, the gaps, those with a yes/no.
    expect([locale, shown.filter((text) => /\b(?:X|Y|City)\b/u.test(text)).length]).toEqual([locale, 5]);
  }
  const english = new Map(words('en').map(({ label, shown }) => [label, shown]));
  expect([
    english.get('Missing values'),
    english.get('Gaps as features'),
    english.get('Outliers capped at percentiles'),
    english.get('Values capped'),
  ]).toEqual(['filled from similar customers, Y: 6, City: 2', 'Y, City', '5, 90', String(again?.capped)]);
  await shop.client.history.undo();
  await shop.client.history.undo();
});
