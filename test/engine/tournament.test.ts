// A tournament over the hand-made shop: stored as it grows, continued where it stopped, the same however it is computed.
import { afterEach, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract/index.ts';
import type { Tournament } from '../../shared/model/tournament.ts';
import { meddle } from '../support/closedProject.ts';
import { refusalOf, refused, SEED, startEngine, startShop, type TestEngine } from '../support/engine.ts';

const SETTINGS: InputOf<'tournaments.run'> = {
  features: ['frequency', 'monetary'],
  methods: ['kmeans', 'ward'],
  from: 2,
  to: 4,
  scales: ['z', 'robust'],
  subsets: ['all'],
  logs: false,
  resamples: 20,
  seed: SEED,
  seconds: 120,
};

const open: TestEngine[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
async function shopWith(threads: number): Promise<TestEngine> {
  const shop = await startShop({ threads });
  open.push(shop);
  return shop;
}
const board = async ({ client }: TestEngine): Promise<Tournament> => {
  const found = await client.tournaments.get();
  if (!found) throw new Error('there is no tournament');
  return found;
};
const run = (shop: TestEngine, change: Partial<typeof SETTINGS> = {}) =>
  shop.finish(shop.client.tournaments.run({ ...SETTINGS, ...change }));

test('two threads find what one thread finds', async () => {
  const boards: Tournament[] = [];
  for (const threads of [1, 2]) {
    const shop = await shopWith(threads);
    await run(shop);
    boards.push(await board(shop));
  }
  const [one, two] = boards;
  expect(two).toEqual(one);
  expect([one!.planned, one!.entries.length, one!.complete]).toEqual([12, 12, true]);
  expect(new Set(one!.entries.map(({ stability }) => stability?.resamples))).toEqual(new Set([20]));
  expect(one!.groups?.rows).toBe(one!.customers);
});

test('cancelled, it keeps what was finished; started again, it goes on and ends as if never interrupted', async () => {
  const shop = await shopWith(1);
  // Enough work that a cancel comes in time on any machine.
  const long = { resamples: 100, to: 8, methods: ['kmeans' as const, 'ward' as const, 'gmm' as const] };
  const { jobId } = await shop.client.tournaments.run({ ...SETTINGS, ...long });
  const made = async () => (await shop.client.tournaments.get())?.entries.length ?? 0;
  await expect.poll(made, { timeout: 60_000, interval: 5 }).toBeGreaterThan(0);
  await shop.client.jobs.cancel({ jobId });
  expect((await shop.watch.ended(jobId)).state).toBe('cancelled');
  const partly = await board(shop);
  expect(partly.complete).toBe(false);
  await run(shop, long);
  const whole = await board(shop);
  expect([whole.runId, whole.complete]).toEqual([partly.runId, true]);
  const fresh = await shopWith(1);
  await run(fresh, long);
  const { runId: _one, startedAt: _then, ...uninterrupted } = await board(fresh);
  expect(whole).toMatchObject(uninterrupted);
});

test('one that was begun with another number of customers per resample is out of date and begun anew', async () => {
  const shop = await shopWith(1);
  const path = shop.path('Shop.clientela');
  const settings = { methods: ['kmeans' as const], scales: ['z' as const], resamples: 20, from: 5, to: 5 };
  await run(shop, settings);
  const { runId: former, ...whole } = await board(shop);
  await shop.client.project.close();
  meddle(
    path,
    `UPDATE run SET signature = json_set(signature, '$.drawn', 600),
       summary = json_set(summary, '$.entries[0].chunks[1]', json('null')) WHERE kind = 'tournament'`,
  );
  await shop.open(path);
  expect((await shop.client.tournaments.get())?.stale).toBe(true);
  await run(shop, settings);
  const anew = await board(shop);
  expect(anew).toMatchObject(whole);
  expect(anew.runId).not.toBe(former);
});

test('more resamples are another tournament; other features make it out of date; undo brings it back', async () => {
  const shop = await shopWith(2);
  await run(shop, { methods: ['kmeans'], scales: ['z'], resamples: 10 });
  expect((await board(shop)).stale).toBe(false);
  await shop.client.features.choose({ name: 'monetary', log: true });
  expect((await board(shop)).stale).toBe(true);
  await shop.client.history.undo();
  expect((await board(shop)).stale).toBe(false);
});

test('the one asked for last is the one that is shown and used, also when it only goes on; the longest unasked goes', async () => {
  const shop = await shopWith(1);
  const common = { methods: ['kmeans' as const], scales: ['z' as const], resamples: 10 };
  const first = { ...common, features: ['frequency', 'recency'], from: 2, to: 2 };
  const second = { ...common, features: ['monetary', 'Age'], from: 3, to: 3 };
  await run(shop, first);
  const asked = await board(shop);
  await run(shop, second);
  expect((await board(shop)).entries.map(({ id }) => id)).toEqual(['kmeans:3:z:all']);
  await run(shop, first);
  expect(await board(shop)).toEqual(asked);
  await shop.finish(shop.client.tournaments.choose({ entryId: 'kmeans:2:z:all' }));
  expect((await shop.client.segmentations.list())[0]?.settings).toMatchObject({
    features: first.features,
    k: 2,
  });
  // The one that is named, whatever was asked for since.
  await run(shop, second);
  const { runId } = await board(shop);
  await run(shop, first);
  await shop.finish(shop.client.tournaments.choose({ entryId: 'kmeans:3:z:all', runId }));
  expect((await shop.client.segmentations.list())[0]?.settings).toMatchObject({
    features: second.features,
    k: 3,
  });
  const nowhere = shop.finish(shop.client.tournaments.choose({ entryId: 'kmeans:2:z:all', runId }));
  expect(await refusalOf(nowhere)).toEqual(refused('RUN-UNKNOWN'));
  await shop.client.project.close();
  await shop.open(shop.path('Shop.clientela'));
  expect(await board(shop)).toEqual(asked);
  // Two more than are kept: the second one was asked for before the first was asked again.
  for (const k of [4, 5]) await run(shop, { ...first, from: k, to: k });
  await run(shop, first);
  expect((await board(shop)).runId).toBe(asked.runId);
  await run(shop, second);
  expect((await board(shop)).runId).toBeGreaterThan(asked.runId + 3);
});

test('a method that knows no scaling is compared once, without one, and can be used', async () => {
  const shop = await shopWith(2);
  const methods = ['kmeans' as const, 'kmedoids' as const];
  await run(shop, { methods, scales: ['z', 'robust', 'minMax'], from: 3, to: 3, resamples: 10 });
  const { entries, planned, complete } = await board(shop);
  expect([planned, complete]).toEqual([4, true]);
  expect(Object.fromEntries(entries.map(({ id, scale }) => [id, scale]))).toEqual({
    'kmeans:3:minMax:all': 'minMax',
    'kmeans:3:robust:all': 'robust',
    'kmeans:3:z:all': 'z',
    'kmedoids:3:-:all': null,
  });
  await shop.finish(shop.client.tournaments.choose({ entryId: 'kmedoids:3:-:all' }));
  const [made] = await shop.client.segmentations.list();
  expect([made?.settings.method, made?.k]).toEqual(['kmedoids', 3]);
  expect(made?.sizes).toEqual(entries.find(({ method }) => method === 'kmedoids')?.sizes);
});

test('subsets of features are entrants of their own, once each', async () => {
  const shop = await shopWith(2);
  const features = ['frequency', 'monetary', 'recency', 'Age'];
  const change = { methods: ['kmeans' as const], scales: ['z' as const], resamples: 10, to: 2 };
  await run(shop, { ...change, features, subsets: ['all', 'withoutTwins', 'behavioural', 'geographic'] });
  const { entries } = await board(shop);
  expect(entries.find(({ subset }) => subset === 'all')?.features).toEqual(features);
  expect(entries.find(({ subset }) => subset === 'behavioural')?.features).not.toContain('Age');
  expect(entries.map(({ id }) => id)).not.toContain('kmeans:2:z:geographic');
});

test('a reopened project still has its tournament; too few customers are refused', async () => {
  const shop = await shopWith(1);
  await run(shop, { methods: ['kmeans'], scales: ['z'], resamples: 10 });
  const before = await board(shop);
  await shop.client.project.close();
  await shop.open(shop.path('Shop.clientela'));
  expect(await board(shop)).toEqual(before);
  const few = await startEngine();
  open.push(few);
  await few.project();
  await few.add(
    'few.csv',
    `Customer,Age,Visits\n${Array.from({ length: 12 }, (_, at) => `K${at},${20 + at},${at % 5}`).join('\n')}\n`,
  );
  const set = (await few.client.features.get()) ?? null;
  if (!set) await few.finish(few.client.features.compute({}));
  const names = (await few.client.features.get())?.features.map(({ name }) => name) ?? [];
  expect(await refusalOf(run(few, { features: names }))).toEqual(
    refused('TOO-FEW-CUSTOMERS', { found: 12, limit: 30 }),
  );
});
