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

test('what is the same keeps name, note, colour and persona; what changed is proposed; undo takes the new segments away', async () => {
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
  await shop.finish(shop.client.personas.draft({}));
  const drafted = await shop.client.personas.list();
  expect(drafted).toHaveLength(3);
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
    ['B', '', '', 50],
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
  // The former definition gives the forty of the split to the north: there they are by the data, and yet elsewhere now.
  expect([lineage?.changes, lineage?.moves, lineage?.placed]).toEqual([
    ['data', 'k'],
    { both: 210, stayed: 170, byData: 0, bySettings: 0, byBoth: 40, came: 200, left: 60 },
    false,
  ]);
  const [, corner, north, east] = await shop.client.segments.list({ segmentationId: next });
  const eastPersona = drafted.find(({ segmentId }) => segmentId === b!.id);
  expect(lineage?.proposals).toEqual([
    {
      segmentId: east!.id,
      from: { id: b!.id, name: 'East', colour: 'B', customers: 90 },
      reason: 'split',
      name: 'East',
      note: null,
      persona: eastPersona?.name,
    },
  ]);
  // The personas of the two that are the same came along, with today's evidence.
  await shop.client.segmentations.activate({ segmentationId: next });
  const along = await shop.client.personas.list();
  expect(along.map(({ segmentId, name }) => [segmentId, name])).toEqual([
    [corner!.id, drafted.find(({ segmentId }) => segmentId === a!.id)?.name],
    [north!.id, drafted.find(({ segmentId }) => segmentId === c!.id)?.name],
  ]);
  // Accepted: the name and the persona, and nothing is left to propose.
  const take = { segmentId: east!.id, fromSegmentId: b!.id, name: true, note: false, persona: true };
  await shop.client.segments.inherit(take);
  expect((await shown(next))[3]).toEqual(['B', 'East', '', 50]);
  expect((await shop.client.personas.list()).map(({ name }) => name)).toContain(eastPersona?.name);
  expect((await shop.client.segmentations.lineage({ segmentationId: next }))?.proposals).toEqual([]);
  await shop.client.history.undo();
  expect((await shown(next))[3]).toEqual(['B', '', '', 50]);
  expect(await shop.client.personas.list()).toEqual(along);
  // Dismissed: nothing is proposed, also when there is more to give, until that is undone.
  const proposed = async () =>
    (await shop.client.segmentations.lineage({ segmentationId: next }))?.proposals.map(({ note }) => note);
  await shop.client.segments.dismiss({ segmentId: east!.id, fromSegmentId: b!.id });
  expect(await proposed()).toEqual([]);
  await shop.client.segments.note({ segmentId: b!.id, note: 'Later.' });
  expect(await proposed()).toEqual([]);
  await shop.client.history.undo();
  await shop.client.history.undo();
  expect(await proposed()).toEqual([null]);
  await shop.client.history.undo();
  await shop.client.history.undo();
  expect((await shop.client.segmentations.list()).map(({ id }) => id)).toEqual([first]);
  await shop.client.history.redo();
  expect((await shown(next))[1]).toEqual(['A', 'Corner', '', 60]);
});

const lineageOf = async (segmentationId: number) => {
  const lineage = await shop.client.segmentations.lineage({ segmentationId });
  return [lineage?.changes, lineage?.moves];
};

test('settings alone, the data alone, and neither are told apart', async () => {
  const [newest] = await shop.client.segmentations.list();
  const active = newest!.id;
  await shop.client.segmentations.activate({ segmentationId: active });
  const still = { both: 410, stayed: 410, byData: 0, bySettings: 0, byBoth: 0, came: 0, left: 0 };
  expect(await lineageOf(await cluster(5))).toEqual([[], still]);
  // Three segments of the five: those whose segment went into another moved because of the settings.
  expect(await lineageOf(await cluster(3))).toEqual([
    ['k'],
    expect.objectContaining({ both: 410, byData: 0, byBoth: 0 }),
  ]);
  const [, fewer] = await lineageOf(await cluster(3));
  const { stayed, bySettings } = fewer as { stayed: number; bySettings: number };
  expect([stayed + bySettings, bySettings > 0]).toEqual([410, true]);
  // May: ten of the corner are in the north, five more there; the definition stays, its customers are placed.
  const may = csv([
    [50, 0, 0, 0],
    [10, 50, 0, 50],
    [50, 200, 50, 0],
    [40, 250, 50, 100],
    [65, 400, 0, 50],
    [200, 600, 100, 0],
  ]);
  const file = await shop.file('may.csv', may);
  const input = { ...(await importInput(shop.client, file, 'may.csv', TYPED)), into: 1 };
  await shop.finish(shop.client.sources.import(input));
  await shop.finish(shop.client.segmentations.assign({ segmentationId: active }));
  const placed = await shop.client.segmentations.lineage({ segmentationId: active });
  expect([placed?.placed, placed?.changes, placed?.moves, placed?.proposals]).toEqual([
    true,
    ['data'],
    { both: 410, stayed: 400, byData: 10, bySettings: 0, byBoth: 0, came: 5, left: 0 },
    [],
  ]);
  expect(
    placed?.fates.map(({ kind, from, to, stayed: same }) => [
      kind,
      from[0]?.customers,
      to[0]?.customers,
      same,
    ]),
  ).toEqual([
    ['kept', 200, 200, 200],
    ['kept', 60, 50, 50],
    ['kept', 60, 75, 60],
    ['kept', 50, 50, 50],
    ['kept', 40, 40, 40],
  ]);
});

test('another computation of features is no change of the data', async () => {
  const [newest] = (await shop.client.segmentations.list()).filter(({ active }) => active);
  const definition = { kind: 'formula' as const, name: 'Sum', formula: '[X] + [Y]' };
  await shop.client.features.define({ definition });
  const again = await cluster(5);
  const [changes, moves] = await lineageOf(again);
  expect([changes, moves]).toEqual([
    ['definitions'],
    { both: 415, stayed: 415, byData: 0, bySettings: 0, byBoth: 0, came: 0, left: 0 },
  ]);
  expect(newest).toBeDefined();
});
