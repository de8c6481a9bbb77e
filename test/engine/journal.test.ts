// Undo and redo: whatever was decided, in whatever order, can be taken back and brought again, also after a restart.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReadOnly } from '../../electron/engine/db/open.ts';
import type { EngineClient } from '../../shared/contract/index.ts';
import { FIELD_ROLES } from '../../shared/model/source.ts';
import { SEGMENT_COLOURS } from '../../shared/model/segmentation.ts';
import { decisionsOf } from '../support/engineDump.ts';
import { refusalOf, refused, segmented, startShop, TWO_SEGMENTS } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { ordersCsv } from '../support/engineData.ts';

type Step = (client: EngineClient) => Promise<unknown>;

const id = (most: number) => fc.integer({ min: 1, max: most });
const words = fc.constantFrom('Regulars', 'Ànimes', 'Друзья', `Robert'); DROP TABLE run;--`, '"x"', '');
const action = {
  segmentId: 1,
  objective: 'grow',
  offer: 'Tea',
  message: '',
  channel: 'email',
  startDate: '2026-05-01',
  endDate: '2026-05-02',
  contacts: 1,
  costPerContactCents: 1,
  fixedCostCents: 0,
  responseLow: 0,
  responseHigh: 1,
  averageBasketCents: 100,
  margin: 0.5,
} as const;

/** Any decision on the shop, also impossible ones: those must leave no trace. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(id(4), words).map(
    ([sourceId, name]): Step =>
      (c) =>
        c.sources.rename({ sourceId, name: name || 'x' }),
  ),
  fc.tuple(id(14), fc.constantFrom(...FIELD_ROLES)).map(
    ([fieldId, role]): Step =>
      (c) =>
        c.sources.setField({ fieldId, role }),
  ),
  id(4).map(
    (sourceId): Step =>
      (c) =>
        c.sources.remove({ sourceId }),
  ),
  fc.tuple(fc.constantFrom('recency', 'Age', 'none'), fc.boolean(), fc.boolean()).map(
    ([name, chosen, log]): Step =>
      (c) =>
        c.features.choose({ name, chosen, log }),
  ),
  fc.tuple(id(5), words).map(
    ([segmentId, name]): Step =>
      (c) =>
        c.segments.rename({ segmentId, name }),
  ),
  fc.tuple(id(5), words).map(
    ([segmentId, note]): Step =>
      (c) =>
        c.segments.note({ segmentId, note }),
  ),
  fc.tuple(id(5), fc.constantFrom(...SEGMENT_COLOURS)).map(
    ([segmentId, colour]): Step =>
      (c) =>
        c.segments.recolour({ segmentId, colour }),
  ),
  fc.uniqueArray(id(4), { minLength: 2, maxLength: 3 }).map(
    (segmentIds): Step =>
      (c) =>
        c.segments.merge({ segmentIds }),
  ),
  fc.tuple(id(4), words).map(
    ([personaId, name]): Step =>
      (c) =>
        c.personas.rename({ personaId, name: name || 'x' }),
  ),
  fc.tuple(id(4), words).map(
    ([personaId, text]): Step =>
      (c) =>
        c.personas.editQuote({ personaId, text }),
  ),
  fc.tuple(id(2), words).map(
    ([campaignId, name]): Step =>
      (c) =>
        c.campaigns.rename({ campaignId, name: name || 'x' }),
  ),
  id(2).map(
    (campaignId): Step =>
      (c) =>
        c.campaigns.addAction({ campaignId, action }),
  ),
  fc.tuple(id(5), words).map(
    ([actionId, offer]): Step =>
      (c) =>
        c.campaigns.updateAction({ actionId, change: { offer } }),
  ),
  id(5).map(
    (actionId): Step =>
      (c) =>
        c.campaigns.removeAction({ actionId }),
  ),
  id(2).map(
    (campaignId): Step =>
      (c) =>
        c.campaigns.remove({ campaignId }),
  ),
  id(2).map(
    (segmentationId): Step =>
      (c) =>
        c.segmentations.activate({ segmentationId }),
  ),
  id(2).map(
    (segmentationId): Step =>
      (c) =>
        c.segmentations.remove({ segmentationId }),
  ),
  words.map(
    (name): Step =>
      (c) =>
        c.project.rename({ name: name || 'x' }),
  ),
  fc
    .record({
      returns: fc.constantFrom('exclude' as const, 'net' as const),
      seed: fc.integer({ min: 0, max: 9 }),
    })
    .map(
      (settings): Step =>
        (c) =>
          c.project.setSettings(settings),
    ),
  fc.constant<Step>((c) => c.history.undo()),
  fc.constant<Step>((c) => c.history.redo()),
);

let shop: TestEngine;
let path: string;
beforeAll(async () => {
  shop = await startShop();
  path = shop.path('Shop.clientela');
  await segmented(shop, { ...TWO_SEGMENTS, k: 3 });
  await shop.finish(shop.client.personas.draft({}));
  await shop.finish(shop.client.campaigns.propose({ name: 'Spring', startDate: '2026-04-01' }));
});
afterAll(() => shop.close());

const standing = async (after: number): Promise<number> =>
  (await shop.client.history.list()).filter((entry) => !entry.undone && entry.id > after).length;

async function undoTo(last: number): Promise<void> {
  while ((await standing(last)) > 0) await shop.client.history.undo();
}

async function redoAll(): Promise<void> {
  while ((await shop.client.history.list()).some((entry) => entry.undone)) await shop.client.history.redo();
}

test('undo after any decisions is the identity, and redo brings them all back', async () => {
  const { client } = shop;
  const last = (await client.history.list())[0]?.id ?? 0;
  const start = decisionsOf(path);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      for (const one of steps) {
        const before = decisionsOf(path);
        const failed = await one(client).then(
          () => false,
          () => true,
        );
        if (failed) expect(decisionsOf(path)).toEqual(before);
        if ((await standing(0)) < last) await redoAll(); // an undo reached beyond the start
      }
      await redoAll();
      const done = decisionsOf(path);
      await undoTo(last);
      expect(decisionsOf(path)).toEqual(start);
      await redoAll();
      expect(decisionsOf(path)).toEqual(done);
      await undoTo(last);
    }),
    { numRuns: 40, seed: 11 },
  );
  await client.project.rename({ name: 'Shop!' }); // forgets what the property left undone
  await client.history.undo();
});

describe('the history', () => {
  test('names every decision, newest first, and survives a restart with its undo', async () => {
    const { client } = shop;
    await client.segments.rename({ segmentId: 1, name: 'Núria' });
    await client.segments.note({ segmentId: 1, note: 'Later' });
    const before = decisionsOf(path);
    await client.history.undo();
    const list = await client.history.list();
    expect(list.slice(0, 3).map(({ label, detail, undone }) => [label, detail, undone])).toEqual([
      ['segments.note', 'Núria', true],
      ['segments.rename', 'Núria', false],
      ['campaigns.propose', 'Spring', false],
    ]);
    await client.project.close();
    await shop.open(path);
    expect(await client.history.list()).toEqual(list);
    expect((await client.history.redo()).label).toBe('segments.note');
    expect(decisionsOf(path)).toEqual(before);
  });

  test('a new decision forgets what was undone', async () => {
    const { client } = shop;
    await client.history.undo();
    await client.segments.recolour({ segmentId: 1, colour: 'H' });
    expect(await refusalOf(client.history.redo())).toEqual(refused('NOTHING-TO-REDO'));
    expect((await client.history.list()).slice(0, 2).map((entry) => entry.label)).toEqual([
      'segments.recolour',
      'segments.rename',
    ]);
  });

  test('a command that changes nothing, or is refused, leaves no entry and forgets nothing', async () => {
    const { client } = shop;
    await client.history.undo();
    const list = await client.history.list();
    expect(await refusalOf(client.segments.rename({ segmentId: 50, name: 'x' }))).toEqual(
      refused('SEGMENT-UNKNOWN'),
    );
    await client.sources.setField({ fieldId: 1 });
    await client.segments.rename({ segmentId: 1, name: 'Núria' });
    expect(await client.history.list()).toEqual(list);
    expect((await client.history.redo()).label).toBe('segments.recolour');
  });
});

describe('undo of large results', () => {
  test('of an import: the former features are back at once, and redo brings the new ones', async () => {
    const { client } = shop;
    const former = await client.features.get();
    const rows = await client.sources.rows({ sourceId: 2, offset: 0, limit: 3 });
    const more = ordersCsv().replaceAll(/^1/gm, '9');
    const { sourceId } = await shop.add('more.csv', more);
    const latter = await client.features.get();
    expect([latter?.orders, former?.orders]).toEqual([560, 280]);
    expect((await client.history.undo()).label).toBe('sources.import');
    expect((await client.sources.list()).map((source) => source.id)).toEqual([1, 2, 3]);
    expect(await client.features.get()).toEqual(former);
    await client.history.redo();
    expect(await client.features.get()).toEqual(latter);
    expect((await client.sources.rows({ sourceId, offset: 0, limit: 3 })).total).toBe(280);
    await client.history.undo();
    expect(await client.sources.rows({ sourceId: 2, offset: 0, limit: 3 })).toEqual(rows);
  });

  test('of a removed source and of a clustering', async () => {
    const { client } = shop;
    const former = await client.features.get();
    await client.sources.remove({ sourceId: 2 });
    expect(await client.features.get()).toBeNull();
    await client.history.undo();
    expect(await client.features.get()).toEqual(former);
    const list = await client.segmentations.list();
    await shop.finish(client.segmentations.run(TWO_SEGMENTS));
    expect(await client.segmentations.list()).toHaveLength(list.length + 1);
    await client.history.undo();
    expect(await client.segmentations.list()).toEqual(list);
    await client.history.redo();
    expect((await client.segmentations.labels({ segmentationId: 2 })).clusters).toHaveLength(80);
  });

  test('what nothing can bring back any more is cleared away', async () => {
    const { client } = shop;
    await client.history.undo();
    await client.project.rename({ name: 'Shop again' });
    await client.project.close();
    await shop.open(path);
    const db = openReadOnly(path);
    const kinds = db.allRaw<{ kind: string; n: number }>('SELECT kind, count(*) AS n FROM run GROUP BY kind');
    db.close();
    expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]))).toEqual({
      features: 3,
      import: 3,
      segmentation: 1,
    });
  });
});
