// The sample project: what is in its files is what is counted, and its segments are the same however they are computed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE_FILES } from '../../resources/sample/files.ts';
import type { ClusterSettings } from '../../shared/model/segmentation.ts';
import { refusalOf, refused, RESOURCES, SEED, startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

const RANGE: ClusterSettings = {
  method: 'kmeans',
  features: ['recency', 'frequency', 'monetary', 'Gender'],
  k: { from: 2, to: 5 },
  scale: 'z',
  logs: true,
  seed: SEED,
};

/** Cells of a sample file up to its first column that may be quoted. */
function recordsOf(file: string): string[][] {
  const text = readFileSync(join(RESOURCES, 'sample', file), 'utf8').replace(/^\uFEFF/, '');
  return text
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
}

const engines: TestEngine[] = [];
async function sample(threads: number): Promise<TestEngine> {
  const made = await startEngine({ threads });
  engines.push(made);
  await made.finish(made.client.project.sample({ locale: 'en' }));
  return made;
}

let one: TestEngine;
beforeAll(async () => {
  one = await sample(1);
});
afterAll(async () => {
  for (const made of engines) await made.close();
});

const run = async (engine: TestEngine, settings: ClusterSettings): Promise<number> =>
  ((await engine.finish(engine.client.segmentations.run(settings))) as { segmentationId: number })
    .segmentationId;

test('three sources, with every line of the files accounted for', async () => {
  const sources = await one.client.sources.list();
  const files = SAMPLE_FILES.en;
  const lines = [files.customers, files.orders, files.survey].map((file) => recordsOf(file).length);
  expect(sources.map(({ kind, records }) => [kind, records.read])).toEqual([
    ['customers', lines[0]],
    ['transactions', lines[1]],
    ['survey', lines[2]],
  ]);
  for (const { records } of sources)
    expect(records.read).toBe(records.loaded + records.rejected + records.blank);
});

test('the join report counts what a plain reading of the files counts', async () => {
  const rejected = async (sourceId: number): Promise<Set<number>> => {
    const { rejects } = await one.client.sources.rejects({ sourceId, offset: 0, limit: 500 });
    return new Set(rejects.map((reject) => reject.record));
  };
  const keysOf = async (file: string, sourceId: number, at: number): Promise<string[]> => {
    const skip = await rejected(sourceId);
    return recordsOf(file).flatMap((cells, n) => (skip.has(n + 1) ? [] : [(cells[at] ?? '').trim()]));
  };
  const table = await keysOf(SAMPLE_FILES.en.customers, 1, 0);
  const rows = await keysOf(SAMPLE_FILES.en.orders, 2, 2);
  const inTable = new Set(table.filter((key) => key !== ''));
  const inRows = new Set(rows.filter((key) => key !== ''));
  const both = [...inTable].filter((key) => inRows.has(key)).length;
  const times = new Map<string, number>();
  for (const key of table) times.set(key, (times.get(key) ?? 0) + 1);
  expect(await one.client.sources.join()).toEqual({
    customersInTable: inTable.size,
    customersInTransactions: inRows.size,
    both,
    withoutTransactions: inTable.size - both,
    withoutCustomerRow: inRows.size - both,
    transactionRows: rows.length,
    rowsWithoutKey: rows.filter((key) => key === '').length,
    duplicateKeys: [...times].filter(([key, count]) => key !== '' && count > 1).length,
  });
});

describe('a clustering', () => {
  test('is the same twice, and on two threads as on one', async () => {
    const two = await sample(2);
    const first = await run(one, RANGE);
    const again = await run(one, RANGE);
    const parallel = await run(two, RANGE);
    const answers = async (engine: TestEngine, segmentationId: number) => {
      const list = await engine.client.segmentations.list();
      const found = list.find(({ id }) => id === segmentationId);
      const map = await engine.client.segmentations.map({ segmentationId });
      return {
        found: { ...found, id: 0, runId: 0 },
        labels: await engine.client.segmentations.labels({ segmentationId }),
        profile: await engine.client.segmentations.profile({ segmentationId }),
        x: [...map.x],
      };
    };
    const expected = await answers(one, first);
    expect(await answers(one, again)).toEqual(expected);
    expect(await answers(two, parallel)).toEqual(expected);
  });

  test('labels every analysed customer, and the sizes are the counts of the labels', async () => {
    const [newest] = await one.client.segmentations.list();
    const { keys, clusters } = await one.client.segmentations.labels({ segmentationId: newest?.id ?? 0 });
    const features = await one.client.features.get();
    expect([keys.length, new Set(keys).size, clusters.length]).toEqual(Array(3).fill(features?.customers));
    const counts = newest?.sizes.map((_, at) => clusters.filter((cluster) => cluster === at).length);
    expect(counts).toEqual(newest?.sizes);
    expect(clusters.filter((cluster) => cluster < 0)).toHaveLength(newest?.excluded ?? -1);
    expect((newest?.customers ?? 0) + (newest?.excluded ?? 0)).toBe(keys.length);
    expect(newest?.tried.map(({ k }) => k)).toEqual([2, 3, 4, 5]);
  });

  test('refuses more clusters than customers, unknown features and nothing to divide', async () => {
    const { client } = one;
    const few = (change: Partial<ClusterSettings>) =>
      refusalOf(one.finish(client.segmentations.run({ ...RANGE, ...change })));
    expect(await few({ features: ['Shoe size'] })).toEqual(
      refused('FEATURE-UNKNOWN', { feature: 'Shoe size' }),
    );
    expect(await client.segmentations.list()).toHaveLength(2);
  });
});

describe('segments', () => {
  const names = async () =>
    (await one.client.segments.list({})).map(({ id, name, customers, clusters, named }) => ({
      id,
      name,
      customers,
      clusters,
      named,
    }));

  test('have different suggested names; a given name can be taken back', async () => {
    const [newest] = await one.client.segmentations.list();
    await one.client.segmentations.activate({ segmentationId: newest?.id ?? 0 });
    const before = await names();
    expect(new Set(before.map(({ name }) => name)).size).toBe(before.length);
    expect(before.reduce((sum, { customers }) => sum + customers, 0)).toBe(newest?.customers);
    const id = before[0]?.id ?? 0;
    await one.client.segments.rename({ segmentId: id, name: '  Our best  ' });
    expect((await names())[0]).toEqual({ ...before[0], name: 'Our best', named: true });
    await one.client.segments.rename({ segmentId: id, name: '' });
    expect(await names()).toEqual(before);
  });

  test('merge keeps the first and all customers; undo brings both back', async () => {
    const before = await names();
    const [first, second, ...others] = before;
    await one.client.segments.merge({ segmentIds: [second?.id ?? 0, first?.id ?? 0] });
    const after = await names();
    expect(after).toHaveLength(before.length - 1);
    const merged = after.find(({ id }) => id === second?.id);
    expect([merged?.customers, merged?.clusters]).toEqual([
      (first?.customers ?? 0) + (second?.customers ?? 0),
      [...(first?.clusters ?? []), ...(second?.clusters ?? [])],
    ]);
    expect(after.filter(({ id }) => id !== second?.id).map(({ id, customers }) => [id, customers])).toEqual(
      others.map(({ id, customers }) => [id, customers]),
    );
    await one.client.history.undo();
    expect(await names()).toEqual(before);
  });

  test('go with their segmentation, and come back with it', async () => {
    const before = await names();
    const active = (await one.client.segmentations.list()).find((segmentation) => segmentation.active);
    await one.client.segmentations.remove({ segmentationId: active?.id ?? 0 });
    expect([await names(), (await one.client.project.current())?.segments]).toEqual([[], 0]);
    expect(await refusalOf(one.finish(one.client.personas.draft({})))).toEqual(refused('NO-SEGMENTS'));
    await one.client.history.undo();
    expect(await names()).toEqual(before);
  });
});
