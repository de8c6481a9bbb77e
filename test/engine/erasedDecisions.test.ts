// Erasing a customer whom the analyst's own decisions name: features, references, rules, names of columns, and what the
// app remembers outside of the project; and a customer who is what a model knows of a segment.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClusterSettings } from '../../shared/model/segmentation.ts';
import { importInput, refusalOf, refused, startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { traces } from '../support/fileTraces.ts';

let one: TestEngine;
let path: string;
beforeEach(async () => {
  one = await startEngine();
  path = await one.project();
});
afterEach(() => one.close());

const KEY = 'K-2077';
const WRITTEN = [KEY, 'Maria Souza', 'maria souza', 'MARIA SOUZA', 'Souza'];
const VISITS = `Visits with ${KEY}`;
const LIKE = 'Like Maria Souza';

function people(): string {
  const others = Array.from(
    { length: 40 },
    (_, n) => `K-${1000 + n},Ana Reis ${n},${n % 2 ? 'Maria Souza' : 'Vera Font'},${n % 5},${20 + n}`,
  );
  const rows = [...others, `${KEY},Maria Souza,Vera Font,9,44`];
  return `Customer,Name,Referrer,${VISITS},Age\n${rows.join('\n')}\n`;
}

const AS_FEATURES = {
  kind: 'customers',
  columns: {
    Customer: { type: 'text', role: 'customerKey' },
    Name: { type: 'text', role: 'pii', pii: 'name' },
    Referrer: { type: 'category', role: 'feature', pii: null, criterion: 'behavioural' },
    [VISITS]: { type: 'number', role: 'feature', criterion: 'behavioural' },
  },
} as const;

const BASE: ClusterSettings = {
  method: 'kmeans',
  features: ['Age', LIKE],
  k: 2,
  scale: 'z',
  logs: false,
  seed: 1,
};

async function segment(settings: Partial<ClusterSettings>): Promise<number> {
  const asked = { ...BASE, ...settings };
  return ((await one.finish(one.client.segmentations.run(asked))) as { segmentationId: number })
    .segmentationId;
}

const sizes = async (segmentationId: number): Promise<(string | number)[][]> =>
  (await one.client.segments.list({ segmentationId })).map(({ name, customers }) => [name, customers]);

async function decide(): Promise<number> {
  const { client } = one;
  const file = await one.file('people.csv', people());
  const input = await importInput(client, file, 'Friends of Maria Souza', AS_FEATURES);
  await one.finish(client.sources.import({ ...input, remember: true }));
  const other = await one.file('visits.csv', 'Customer,Visits\nK-1001,3\nK-1002,4\n');
  const plain = await importInput(client, other, 'Visits, asked by Maria Souza', { kind: 'other' });
  await one.finish(client.sources.import({ ...plain, remember: true }));
  await one.finish(client.features.compute({}));
  const formula = `if([Referrer] = "Maria Souza", [${VISITS}], 0)`;
  await client.features.define({ definition: { kind: 'formula', name: LIKE, formula } });
  await one.finish(client.features.compute({}));
  await client.features.choose({ name: LIKE, chosen: true });
  await client.references.set({
    feature: 'Referrer',
    name: 'As Maria Souza counted',
    source: 'maria-souza.csv',
    shares: [
      { level: 'Maria Souza', share: 60 },
      { level: 'Vera Font', share: 40 },
    ],
  });
  await client.project.rename({ name: 'Shop of MARIA SOUZA' });
  await segment({});
  const friends = { feature: 'Referrer', op: 'is' as const, values: ['Maria Souza'] };
  const own = { segments: [{ name: 'Friends of Maria Souza', any: [[friends]] }] };
  return segment({ method: 'rules', rules: own, features: ['Age'] });
}

test('features, references, rules and columns that name the person go on without the name', async () => {
  const { client } = one;
  const rules = await decide();
  expect(await sizes(rules)).toEqual([
    ['Friends of Maria Souza', 20],
    ['Others', 21],
  ]);
  expect((await client.layouts.list()).map(({ name }) => name)).toEqual([
    'Visits, asked by Maria Souza',
    'Friends of Maria Souza',
  ]);
  await one.finish(client.customers.erase({ key: KEY }));

  const set = await client.features.get();
  const like = set?.features.find(({ definition }) => definition);
  expect([like?.name, like?.chosen, like?.definition, set?.unmade]).toEqual([
    'Like (erased)',
    true,
    {
      kind: 'formula',
      name: 'Like (erased)',
      formula: 'if([Referrer] = "(erased)", [Visits with (erased)], 0)',
    },
    undefined,
  ]);
  const [reference] = await client.references.list();
  expect(reference).toMatchObject({
    feature: 'Referrer',
    name: 'As (erased) counted',
    shares: [
      { level: '(erased)', share: 0.6 },
      { level: 'Vera Font', share: 0.4 },
    ],
  });
  expect((await client.project.current())?.name).toBe('Shop of (erased)');
  const [source] = await client.sources.list();
  expect([source?.name, source?.fields[3]?.name, source?.fields[3]?.header]).toEqual([
    'Friends of (erased)',
    'Visits with (erased)',
    'Visits with (erased)',
  ]);
  expect((await client.layouts.list()).map(({ name }) => name)).toEqual(['Visits, asked by (erased)']);

  // The rules still find the same customers among today's.
  await one.finish(client.segmentations.assign({ segmentationId: rules }));
  expect(await sizes(rules)).toEqual([
    ['Friends of (erased)', 20],
    ['Others', 20],
  ]);
  await client.project.close();
  const data = readdirSync(join(one.dir, 'data')).map((name) => join(one.dir, 'data', name));
  expect([path, ...data].flatMap((file) => traces(file, WRITTEN))).toEqual([]);
});

/** Two crowds whose middles are the customers M1 and M2, and one customer far from everybody. */
function crowds(far: boolean): string {
  const row = (key: string, x: number, y: number): string => `${key},${x},${y}`;
  const crowd = (name: string, at: number): string[] =>
    Array.from({ length: 9 }, (_, n) =>
      row(n === 4 ? `M-${name}000` : `${name}-${1000 + n}`, at + n, at + 0.0625 * n + 0.03125),
    );
  const rows = [...crowd('1', 0), ...crowd('2', 40), ...(far ? [row('FAR-2077', 512.75, 512.75)] : [])];
  return `Customer,X,Y\n${rows.join('\n')}\n`;
}

const AS_NUMBERS = {
  kind: 'customers',
  columns: {
    Customer: { type: 'text', role: 'customerKey', pii: null },
    X: { type: 'number', role: 'feature', criterion: 'behavioural', decimal: '.', thousands: '' },
    Y: { type: 'number', role: 'feature', criterion: 'behavioural', decimal: '.', thousands: '' },
  },
} as const;

/** Where M-1000 stands in 0..48, as a model writes it. */
const STOOD = `[${4 / 48},`;

const MEDOIDS: Partial<ClusterSettings> = { method: 'kmedoids', features: ['X', 'Y'], k: 2 };

test.each([false, true])(
  'an erased medoid is another customer then; placed again since: %s',
  async (again) => {
    const { client } = one;
    await one.add('crowds.csv', crowds(false), AS_NUMBERS);
    const id = await segment(MEDOIDS);
    if (again) {
      await one.add('more.csv', 'Customer,Z\n1-1001,3\n1-1002,4\n', { kind: 'other' });
      await one.finish(client.segmentations.assign({ segmentationId: id }));
    }
    const typical = async (): Promise<string[]> => {
      const segments = await client.segments.list({ segmentationId: id });
      const details = await Promise.all(
        segments.map(({ id: segmentId }) => client.segments.get({ segmentId })),
      );
      return details.map((detail) => detail.typical[0]?.key ?? '');
    };
    expect((await typical()).toSorted()).toEqual(['M-1000', 'M-2000']);
    expect([path, `${path}-wal`].flatMap((file) => traces(file, [STOOD]))).not.toEqual([]);
    await one.finish(client.customers.erase({ key: 'M-1000' }));
    const now = (await typical()).toSorted();
    expect([now.length, now[0]?.slice(0, 2), now[1]]).toEqual([2, '1-', 'M-2000']);
    await one.finish(client.segmentations.assign({ segmentationId: id }));
    expect((await sizes(id)).map(([, count]) => Number(count)).toSorted((a, b) => a - b)).toEqual([8, 9]);
    await client.project.close();
    // Of 17 customers in 0..48: where M-1000 stood between the lowest and the highest, as the model writes it.
    expect(traces(path, ['M-1000', `[${4 / 48},`])).toEqual([]);
  },
);

test.each(['kmeans', 'kmedoids', 'ward', 'gmm'] as const)(
  'a segment that had the erased customer alone leaves no model behind: %s',
  async (method) => {
    const { client } = one;
    await one.add('crowds.csv', crowds(true), AS_NUMBERS);
    const id = await segment({ ...MEDOIDS, method, k: 3, scale: 'none' });
    expect((await sizes(id)).map(([, count]) => count)).toEqual([9, 9, 1]);
    await one.finish(client.customers.erase({ key: 'FAR-2077' }));
    expect((await sizes(id)).map(([, count]) => count)).toEqual([9, 9, 0]);
    expect(await refusalOf(one.finish(client.segmentations.assign({ segmentationId: id })))).toEqual(
      refused('MODEL-MISSING'),
    );
    const [found] = await client.segmentations.list();
    expect(found?.centroids.map((centroid) => centroid[0])).toEqual([4, 44, 24]);
    await client.project.close();
    expect(traces(path, ['FAR-2077'])).toEqual([]);
  },
);
