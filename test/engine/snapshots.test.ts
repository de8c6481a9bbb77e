// Sources over time: fixes that are replayed on the next file, corrected records, the same file again, customers whose
// key changed, persons who were erased.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { remember } from '../../electron/engine/db/erased.ts';
import { openReadOnly, openWritable } from '../../electron/engine/db/open.ts';
import { recordCells } from '../../electron/engine/db/records.ts';
import { readSource } from '../../electron/engine/db/sources.ts';
import { preparedCells, readPrepared } from '../../electron/engine/preparing/prepared.ts';
import type { RecordedStep } from '../../shared/model/step.ts';
import { importInput, NOW, refusalOf, refused, startEngine } from '../support/engine.ts';
import type { ImportChange, TestEngine } from '../support/engine.ts';

let shop: TestEngine;
let path: string;
beforeEach(async () => {
  shop = await startEngine();
  path = await shop.project();
});
afterEach(() => shop.close());

const HEADER = 'Customer,E-mail,Consent,City,Income';
const MARCH = [
  'K1,ana@x.invalid,yes,vic,10',
  'K2,bea@x.invalid,no,Vic,20',
  'K3,,yes,Olot,',
  'K4,dan@x.invalid,yes,olot,40000',
  'K5,eva@x.invalid,yes,Vic,oops',
];
const APRIL = [
  'K1,ana@x.invalid,yes,VIC,11',
  'K2,bea@x.invalid,yes,vic,21',
  'K9,dan@x.invalid,yes,olot,90000',
  'K6,fil@x.invalid,yes,Girona,',
];
const csv = (rows: readonly string[], header = HEADER): string => `${[header, ...rows].join('\n')}\n`;
const TYPED: ImportChange = {
  kind: 'customers',
  columns: {
    Customer: { role: 'customerKey', type: 'text' },
    'E-mail': { role: 'contact', type: 'text', pii: 'email' },
    Consent: { role: 'consent', type: 'boolean' },
    City: { role: 'feature', type: 'category' },
    Income: { role: 'feature', type: 'number', decimal: '.', thousands: '' },
  },
};

interface Imported {
  readonly sourceId: number;
  readonly records: Readonly<Record<'read' | 'loaded' | 'rejected' | 'blank', number>>;
  readonly issues: readonly { readonly code: string; readonly column?: string; readonly count?: number }[];
  readonly keys?: unknown;
}
async function next(name: string, text: string, more: object): Promise<Imported> {
  const file = await shop.file(name, text);
  const input = { ...(await importInput(shop.client, file, name, TYPED)), ...more };
  return (await shop.finish(shop.client.sources.import(input))) as Imported;
}

/** Cells as the analysis uses them. */
function used(sourceId: number, positions: readonly number[]): (string | null)[][] {
  const db = openReadOnly(path);
  const prepared = readPrepared(db, readSource(db, sourceId));
  const cells = prepared ? [...preparedCells(db, prepared, positions)] : [];
  db.close();
  return cells;
}
const compute = () => shop.finish(shop.client.features.compute({}));
const add = (step: RecordedStep, sourceId = 1) => shop.client.steps.add({ sourceId, step });
const touched = async () => (await shop.client.steps.list({ sourceId: 1 })).map((one) => one.touched);
const featureOf = async (name: string) =>
  (await shop.client.features.get())?.features.find((feature) => feature.name === name);

const TITLE: RecordedStep = { kind: 'changeCase', position: 3, to: 'title' };
const CAP: RecordedStep = { kind: 'capOutliers', position: 4, above: 100 };
const FILL: RecordedStep = { kind: 'fillMissing', position: 4, with: 'median' };

describe('recorded fixes', () => {
  beforeEach(async () => {
    await shop.add('march.csv', csv(MARCH), TYPED);
    for (const step of [TITLE, CAP, FILL]) await add(step);
    await compute();
  });

  test('are applied in order, and the imported text stays', async () => {
    expect(used(1, [0, 3, 4])).toEqual([
      ['K1', 'Vic', '10'],
      ['K2', 'Vic', '20'],
      ['K3', 'Olot', '20'],
      ['K4', 'Olot', '100'],
    ]);
    expect(await touched()).toEqual([2, 1, 1]);
    const db = openReadOnly(path);
    const imported = [...recordCells(db, readSource(db, 1).runId, [0, 3, 4])];
    db.close();
    expect(imported.at(-1)).toEqual(['K4', 'olot', '40000']);
    expect([(await featureOf('Income'))?.max, (await featureOf('City'))?.distinct]).toEqual([100, 2]);
  });

  test('are made again on the next snapshot', async () => {
    await next('april.csv', csv(APRIL), { into: 1 });
    expect(used(1, [0, 3, 4])).toEqual([
      ['K1', 'Vic', '11'],
      ['K2', 'Vic', '21'],
      ['K9', 'Olot', '100'],
      ['K6', 'Girona', '21'],
    ]);
    expect(await touched()).toEqual([3, 1, 1]);
  });

  test('are undone and redone, also after a restart, without computing anew', async () => {
    const before = used(1, [3, 4]);
    await shop.client.history.undo();
    await compute();
    expect(used(1, [4])).toEqual([['10'], ['20'], [null], ['100']]);
    await shop.client.project.close();
    await shop.open(path);
    await shop.client.history.redo();
    expect(used(1, [3, 4])).toEqual(before);
    expect(await shop.client.features.get()).not.toBeNull();
  });

  test('removing one leaves the others in their order', async () => {
    const [, second] = await shop.client.steps.list({ sourceId: 1 });
    await shop.client.steps.remove({ stepId: second?.id ?? 0 });
    await compute();
    expect((await shop.client.steps.list({ sourceId: 1 })).map(({ step }) => step)).toEqual([TITLE, FILL]);
    expect(used(1, [4])).toEqual([['10'], ['20'], ['20'], ['40000']]);
  });
});

test('a number to fill in is written as the column is read, and follows when that changes', async () => {
  const rows = ['K1,ana@x.invalid,yes,Vic,"1.000,5"', 'K2,bea@x.invalid,no,Vic,'];
  const comma = { ...TYPED.columns?.['Income'], decimal: ',', thousands: '.' } as const;
  await shop.add('março.csv', csv(rows), { ...TYPED, columns: { ...TYPED.columns, Income: comma } });
  await add({ kind: 'fillMissing', position: 4, with: { number: 2500.25 } });
  await compute();
  expect(used(1, [4])).toEqual([['1.000,5'], ['2500,25']]);
  expect((await featureOf('Income'))?.max).toBe(2500.25);
  await add({ kind: 'parseAgain', position: 4, decimal: '.', thousands: ',' });
  await compute();
  expect(used(1, [4])[1]).toEqual(['2500.25']);
  expect((await featureOf('Income'))?.max).toBe(2500.25);
  const words = add({ kind: 'fillMissing', position: 3, with: { number: 1 } });
  expect(await refusalOf(words)).toMatchObject({ code: 'STEP-UNFIT' });
});

test('records are left out by value, by number, and one of several is kept', async () => {
  await shop.add('march.csv', csv([...MARCH, 'K1,,no,Girona,12', ',lou@x.invalid,yes,Vic,5']), TYPED);
  await add({ kind: 'excludeRecords', where: { position: 3, values: ['olot', ''] } });
  await add({ kind: 'keepOne', position: 0, keep: 'merge' });
  const { runId = 0 } = (await shop.client.sources.list())[0] ?? {};
  await add({ kind: 'excludeRecords', where: { runId, records: [2] } });
  await compute();
  // K1 keeps its last record and the e-mail that only the first one knew; a record without a key is alone.
  expect(used(1, [0, 1, 3, 4])).toEqual([
    ['K3', null, 'Olot', null],
    ['K1', 'ana@x.invalid', 'Girona', '12'],
    [null, 'lou@x.invalid', 'Vic', '5'],
  ]);
  expect(await touched()).toEqual([1, 1, 1]);
  expect((await featureOf('Income'))?.missing).toBe(1);
  expect((await shop.client.features.get())?.customers).toBe(2);
});

test('a corrected record counts with the loaded ones; read = loaded + rejected + blank stays true', async () => {
  await shop.add('march.csv', csv(MARCH), TYPED);
  await shop.client.sources.correct({
    sourceId: 1,
    record: 5,
    cells: ['K5', 'eva@x.invalid', 'no', 'vic', '30'],
  });
  await add(TITLE);
  await compute();
  expect(used(1, [0, 2, 3, 4]).at(-1)).toEqual(['K5', 'no', 'Vic', '30']);
  expect(used(1, [0])).toHaveLength(5);
  expect((await shop.client.features.get())?.customers).toBe(5);
  const [source] = await shop.client.sources.list();
  expect(source?.records).toEqual({ read: 5, loaded: 4, rejected: 1, blank: 0 });
  // Corrected again: one step, not two.
  await shop.client.sources.correct({ sourceId: 1, record: 5, cells: ['K5', '', 'no', 'vic', '31'] });
  await compute();
  expect(await touched()).toEqual([1, 3]);
  expect(used(1, [1, 4]).at(-1)).toEqual([null, '31']);
  const nobody = shop.client.sources.correct({ sourceId: 1, record: 4, cells: ['K4', '', '', '', ''] });
  expect(await refusalOf(nobody)).toEqual(refused('CORRECTION-INVALID', { record: 4, column: '' }));
  // The next file has other records: the correction waits for its own snapshot.
  await next('april.csv', csv(APRIL), { into: 1 });
  expect(await touched()).toEqual([0, 3]);
});

test('reading a column again under other conventions makes missing what cannot be read so', async () => {
  await shop.add('march.csv', csv(MARCH.slice(0, 4)), TYPED);
  await add({ kind: 'parseAgain', position: 4, type: 'category' });
  await compute();
  expect([(await featureOf('Income'))?.type, (await featureOf('Income'))?.distinct]).toEqual(['category', 3]);
  await add({ kind: 'parseAgain', position: 3, type: 'number' });
  await compute();
  expect(used(1, [3])).toEqual([[null], [null], [null], [null]]);
});

describe('a snapshot', () => {
  beforeEach(async () => {
    await shop.add('march.csv', csv(MARCH), TYPED);
  });

  test('bad input 55: the same file is recognised by its content, not doubled', async () => {
    const refusal = {
      code: 'SRC-ALREADY-IMPORTED',
      args: { source: 'march.csv', date: NOW.toISOString().slice(0, 10) },
      place: { file: 'renamed.csv' },
    };
    expect(await refusalOf(next('renamed.csv', csv(MARCH), {}))).toEqual(refusal);
    expect(await refusalOf(next('renamed.csv', csv(MARCH), { into: 1 }))).toEqual(refusal);
    expect((await shop.client.sources.list()).map((one) => one.records.loaded)).toEqual([4]);
    await next('renamed.csv', csv(MARCH), { again: true });
    expect(await shop.client.sources.list()).toHaveLength(2);
  });

  test('tells the keys that came, went and probably changed, and consent that had been refused', async () => {
    const { keys, issues, sourceId } = await next('april.csv', csv(APRIL), { into: 1 });
    expect([sourceId, keys]).toEqual([
      1,
      { added: 2, gone: 2, kept: 2, changed: 1, examples: [{ gone: 'K4', added: 'K9' }] },
    ]);
    expect(issues.map(({ code, column, count }) => [code, column, count])).toEqual([
      ['CONSENT-RETURNED', 'Consent', 1],
      ['KEYS-CHANGED', 'Customer', 1],
    ]);
  });

  test('finds its columns by header; what came or went is told and the meaning stays', async () => {
    const rows = ['33,Girona,K1,x', '44,Vic,K2,y'];
    const { issues } = await next('moved.csv', csv(rows, 'Income,City,Customer,Segment'), { into: 1 });
    expect(issues.map(({ code, column }) => [code, column])).toEqual([
      ['COLUMN-GONE', 'E-mail'],
      ['COLUMN-GONE', 'Consent'],
      ['COLUMN-NEW', 'Segment'],
    ]);
    expect(used(1, [0, 1, 3, 4, 5])).toEqual([
      ['K1', null, 'Girona', '33', 'x'],
      ['K2', null, 'Vic', '44', 'y'],
    ]);
    const fields = (await shop.client.sources.list())[0]?.fields.map(({ name, role }) => [name, role]);
    expect(fields?.slice(0, 2)).toEqual([
      ['Customer', 'customerKey'],
      ['E-mail', 'contact'],
    ]);
    const [first] = await shop.client.sources.snapshots({ sourceId: 1 });
    await shop.client.sources.useSnapshot({ sourceId: 1, runId: first?.runId ?? 0 });
    await compute();
    expect(used(1, [0, 5])[0]).toEqual(['K1', null]);
    expect((await featureOf('Income'))?.max).toBe(40_000);
  });

  test('of another table is refused', async () => {
    const other = next('prices.csv', 'Article,Price\nA,1\n', { into: 1 });
    expect(await refusalOf(other)).toEqual({
      code: 'SNAPSHOT-OTHER-TABLE',
      args: { source: 'march.csv' },
      place: { file: 'prices.csv' },
    });
  });

  test('the day for which the data stand is the given one, else the import’s', async () => {
    await next('april.csv', csv(APRIL), { into: 1, asOf: '2026-01-31' });
    const days = (await shop.client.sources.snapshots({ sourceId: 1 })).map((one) => one.asOf);
    expect(days).toEqual(['2026-03-01', '2026-01-31']);
  });

  test('undo brings the former snapshot back, its fields too', async () => {
    const before = (await shop.client.sources.list())[0];
    await next(
      'april.csv',
      csv(
        APRIL.map((row) => `${row},z`),
        `${HEADER},More`,
      ),
      { into: 1 },
    );
    await shop.client.history.undo();
    expect((await shop.client.sources.list())[0]).toEqual(before);
    expect(await shop.client.sources.snapshots({ sourceId: 1 })).toHaveLength(1);
    expect(await shop.client.features.get()).not.toBeNull();
  });
});

test('bad input 56: an erased person is held back, and nothing of the record is kept', async () => {
  await shop.add('march.csv', csv(MARCH), TYPED);
  await shop.client.project.close();
  const db = openWritable(path);
  remember(db, { keys: ['K1'], emails: [' DAN@x.invalid'], phones: ['12'], names: [] }, NOW.toISOString());
  db.close();
  await shop.open(path);
  const { records } = await next('april.csv', csv([...APRIL, 'k1 ,,,,never']), { into: 1 });
  expect(records).toEqual({ read: 5, loaded: 2, rejected: 3, blank: 0 });
  const { rejects } = await shop.client.sources.rejects({ sourceId: 1, offset: 0, limit: 9 });
  const nothing = { code: 'ERASED-PERSON', args: {}, cells: [] };
  expect(rejects).toEqual([
    { record: 1, line: 2, ...nothing },
    { record: 3, line: 4, ...nothing },
    { record: 5, line: 6, ...nothing },
  ]);
  expect(used(1, [0])).toEqual([['K2'], ['K6']]);
});

test('keys that the analyst declared the same are one customer', async () => {
  await shop.add('march.csv', csv(MARCH), TYPED);
  const orders = ['K1,2025-01-01,10', 'K9,2025-01-02,5', 'K8,2025-01-03,1', 'K2,2025-01-04,2'];
  await shop.add('orders.csv', `Customer,Date,Amount\n${orders.join('\n')}\n`, {
    kind: 'transactions',
    columns: {
      Customer: { role: 'customerKey', type: 'text' },
      Date: { role: 'date', type: 'date' },
      Amount: { role: 'amount', type: 'money' },
    },
  });
  expect((await shop.client.features.get())?.customers).toBe(4);
  await shop.client.project.close();
  const db = openWritable(path);
  for (const [kept, gone] of [
    ['K1', 'K9'],
    ['K9', 'K8'],
  ])
    db.runRaw(`INSERT INTO person_pair (kept, gone, verdict) VALUES ('${kept}', '${gone}', 'same')`);
  db.runRaw(`INSERT INTO person_pair (kept, gone, verdict) VALUES ('K1', 'K2', 'different')`);
  db.close();
  await shop.open(path);
  expect(await shop.client.features.get()).toBeNull();
  await compute();
  const set = await shop.client.features.get();
  expect([set?.customers, set?.orders, set?.revenue]).toEqual([2, 4, 18]);
});
