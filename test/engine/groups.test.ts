// One verdict whether there are groups: the same for every method, scaling and number of segments, and on the board.
import { afterEach, expect, test } from 'vitest';
import type { ClusterSettings, Segmentation } from '../../shared/model/segmentation.ts';
import { gaussian } from '../../electron/engine/analysis/choosing/references.ts';
import { Random } from '../../electron/engine/analysis/random.ts';
import { meddle } from '../support/closedProject.ts';
import { type ImportChange, startEngine, type TestEngine } from '../support/engine.ts';

const TYPED: ImportChange = {
  kind: 'customers',
  columns: {
    Customer: { role: 'customerKey', type: 'text' },
    X: { role: 'feature', type: 'number', decimal: '.', thousands: '' },
    Y: { role: 'feature', type: 'number', decimal: '.', thousands: '' },
  },
};

/** Customers of a line, wide apart along it: what a test against shuffled columns takes for groups. */
function crowd(): string {
  const random = new Random(11);
  const lines = Array.from({ length: 120 }, (_, at) => {
    const own = gaussian(random);
    const [x, y] = [own + gaussian(random) / 5, own + gaussian(random) / 5];
    return `C${at},${x.toFixed(4)},${y.toFixed(4)}`;
  });
  return `Customer,X,Y\n${lines.join('\n')}\n`;
}
/** The same crowd, with what each customer spends. */
const withSpend = (): string =>
  crowd()
    .split('\n')
    .map((line, at) =>
      at === 0 ? `${line},Spend` : line === '' ? '' : `${line},${10 + ((at * 37) % 91)}.00`,
    )
    .join('\n');
/** Three crowds far apart. */
function three(): string {
  const random = new Random(12);
  const lines = Array.from({ length: 90 }, (_, at) => {
    const [x, y] = [6 * (at % 3) + gaussian(random), (at % 3 === 1 ? 6 : 0) + gaussian(random)];
    return `C${at},${x.toFixed(4)},${y.toFixed(4)}`;
  });
  return `Customer,X,Y\n${lines.join('\n')}\n`;
}

const open: TestEngine[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
async function projectWith(csv: string, typed: ImportChange = TYPED): Promise<TestEngine> {
  const one = await startEngine();
  open.push(one);
  await one.project();
  await one.add('customers.csv', csv, typed);
  return one;
}

const BASE: ClusterSettings = {
  method: 'kmeans',
  features: ['X', 'Y'],
  k: 3,
  scale: 'z',
  logs: false,
  seed: 1,
};
async function segment(shop: TestEngine, change: Partial<ClusterSettings> = {}): Promise<Segmentation> {
  const answer = await shop.finish(shop.client.segmentations.run({ ...BASE, ...change }));
  const { segmentationId } = answer as { segmentationId: number };
  const made = (await shop.client.segmentations.list()).find(({ id }) => id === segmentationId);
  if (!made) throw new Error('no segmentation was made');
  return made;
}
async function play(shop: TestEngine) {
  const { features, logs, seed } = BASE;
  const settings = { features, logs, seed, from: 2, to: 4, resamples: 10, seconds: 60 };
  const asked = {
    ...settings,
    methods: ['kmeans' as const],
    scales: ['z' as const],
    subsets: ['all' as const],
  };
  await shop.finish(shop.client.tournaments.run(asked));
  return (await shop.client.tournaments.get())?.groups ?? null;
}
/** Marks the stored verdicts: whoever shows the mark has taken one over. */
async function mark(shop: TestEngine): Promise<void> {
  const path = shop.path('Shop.clientela');
  await shop.client.project.close();
  meddle(
    path,
    `UPDATE run SET summary = json_set(summary, '$.groups.rows', 7777) WHERE summary LIKE '%groupsKey%'`,
  );
  await shop.open(path);
}

test('a correlated crowd has no groups, whatever divides it, and the board says the same', async () => {
  const shop = await projectWith(crowd());
  const first = await segment(shop);
  expect(first.groups?.verdict).toBe('none');
  for (const change of [{ k: 5 }, { scale: 'robust' }, { method: 'ward' }, { features: ['Y', 'X'] }] as const)
    expect(
      (await segment(shop, { ...change, features: [...(change.features ?? BASE.features)] })).groups,
    ).toEqual(first.groups);
  expect(await play(shop)).toEqual(first.groups);
});

test('asked by the board first, the answer is the same, and a clustering takes it over', async () => {
  const shop = await projectWith(crowd());
  const groups = await play(shop);
  expect(groups?.verdict).toBe('none');
  expect((await segment(shop, { scale: 'none' })).groups).toEqual(groups);
  await mark(shop);
  expect((await segment(shop, { method: 'ward' })).groups).toEqual({ ...groups, rows: 7777 });
});

test('without groups and without anybody’s worth nothing is recommended, nor before the answer is there', async () => {
  const shop = await projectWith(crowd());
  await play(shop);
  const board = await shop.client.tournaments.get();
  expect([board?.complete, board?.groups?.verdict, board?.baselines]).toEqual([true, 'none', []]);
  expect(board?.recommended).toBeNull();
  const groupless = `UPDATE run SET summary = json_set(summary, '$.groups', json('null')) WHERE kind = 'tournament'`;
  const clear = await projectWith(three());
  await play(clear);
  expect((await clear.client.tournaments.get())?.recommended?.entryId).toBe('kmeans:3:z:all');
  await clear.client.project.close();
  meddle(clear.path('Shop.clientela'), groupless);
  await clear.open(clear.path('Shop.clientela'));
  expect((await clear.client.tournaments.get())?.recommended).toBeNull();
});

test('without groups, what searches for nothing is recommended, and can be used', async () => {
  const shop = await projectWith(withSpend(), {
    ...TYPED,
    columns: { ...TYPED.columns, Spend: { role: 'feature', type: 'money', decimal: '.', thousands: '' } },
  });
  await play(shop);
  const board = await shop.client.tournaments.get();
  const [tiers] = board?.baselines ?? [];
  expect(board?.baselines.map(({ id, k, features }) => [id, k, features])).toEqual([['tiers', 3, ['Spend']]]);
  expect(tiers?.sizes.reduce((sum, size) => sum + size)).toBe(120);
  expect([tiers?.judged.fidelity, tiers?.judged.silhouetteRows]).toEqual([expect.any(Number), 120]);
  expect(board?.recommended).toEqual({ entryId: 'tiers', reasons: [{ code: 'noGroups', other: null }] });
  const pair = await shop.client.tournaments.compare({ first: 'tiers', second: 'kmeans:3:z:all' });
  expect([pair.customers, pair.counts.length]).toEqual([120, 3]);
  const answer = await shop.finish(shop.client.tournaments.choose({ entryId: 'tiers' }));
  const [made] = await shop.client.segmentations.list();
  expect([made?.id, made?.settings.method, made?.settings.tiers?.value, made?.sizes]).toEqual([
    (answer as { segmentationId: number }).segmentationId,
    'tiers',
    'Spend',
    tiers?.sizes,
  ]);
});

test('the same question is not computed again; other numbers, seeds and features are other questions', async () => {
  const shop = await projectWith(three());
  const first = await segment(shop);
  expect([first.groups?.verdict, first.groups?.k]).toEqual(['clear', 3]);
  await mark(shop);
  const again = { ...first.groups, rows: 7777 };
  expect((await segment(shop, { k: 4 })).groups).toEqual(again);
  expect((await segment(shop, { k: { from: 2, to: 8 }, scale: 'robust' })).groups).toEqual(again);
  expect((await segment(shop, { k: 9 })).groups?.gapBox.gap).toHaveLength(10);
  expect((await segment(shop, { seed: 2 })).groups?.rows).toBe(90);
  expect((await segment(shop, { features: ['X'] })).groups?.againstCrowd.observed).not.toBe(
    first.groups?.againstCrowd.observed,
  );
});

test('stability by segment, from all customers; nothing is claimed of tiers and of one segment', async () => {
  const shop = await projectWith(three());
  const { stability } = await segment(shop);
  expect(stability).toMatchObject({ resamples: 40, drawn: 90, placed: 90 });
  expect(stability?.jaccard.every((value) => value > 0.9 && value <= 1)).toBe(true);
  const torn = (await segment(shop, { k: 7 })).stability?.jaccard ?? [];
  expect(Math.min(...torn)).toBeLessThan(0.6);
  const tiers = { value: 'X', by: 'groups' as const, groups: 3, shares: [0.5] };
  const setOut = await segment(shop, { method: 'tiers', tiers });
  expect([setOut.groups, setOut.stability]).toEqual([null, undefined]);
  const one = await segment(shop, { k: 1 });
  expect([one.groups, one.stability]).toEqual([null, undefined]);
});

test('a merged segment has a rule of its own, grown from all of its customers', async () => {
  const shop = await projectWith(three());
  const { id } = await segment(shop);
  await shop.client.segmentations.activate({ segmentationId: id });
  const segments = await shop.client.segments.list({});
  const [first, second] = segments.map((one) => one.id);
  await shop.client.segments.merge({ segmentIds: [first!, second!] });
  const { rule, customers } = await shop.client.segments.get({ segmentId: first! });
  expect([customers, rule !== null, (rule?.precision ?? 0) > 0.9, (rule?.recall ?? 0) > 0.9]).toEqual([
    60,
    true,
    true,
    true,
  ]);
});

test('placing customers anew judges them anew', async () => {
  const shop = await projectWith(three());
  const { id, groups } = await segment(shop);
  await shop.finish(shop.client.segmentations.assign({ segmentationId: id }));
  const [placed] = await shop.client.segmentations.list();
  expect([placed?.groups, placed?.stability?.resamples]).toEqual([groups, 40]);
});

test('solutions of earlier versions open, without the verdict of their test', async () => {
  const shop = await projectWith(three());
  const { groups: _now, ...made } = await segment(shop);
  const path = shop.path('Shop.clientela');
  await shop.client.project.close();
  const former = `json_object('observed', 0.4, 'shuffled', json_array(0.1, 0.2), 'pass', json('true'))`;
  meddle(
    path,
    `UPDATE run SET summary = json_set(json_remove(summary, '$.groups', '$.groupsKey', '$.stability'), '$.chance', ${former}) WHERE kind = 'segmentation'`,
  );
  await shop.open(path);
  const { stability: _gone, ...rest } = made;
  expect(await shop.client.segmentations.list()).toEqual([{ ...rest, groups: null }]);
  expect((await segment(shop, { k: 4 })).groups?.verdict).toBe('clear');
});
