// Erasing a customer: nothing of them is left in the file, everyone else is exactly where they were, and a file that
// brings them again is told.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openReadOnly } from '../../electron/engine/db/open.ts';
import type { RecordedStep } from '../../shared/model/step.ts';
import { customersCsv, ordersCsv } from '../support/engineData.ts';
import { importInput, segmented, startEngine, TWO_SEGMENTS } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { traces } from '../support/fileTraces.ts';

let one: TestEngine;
let path: string;
beforeEach(async () => {
  one = await startEngine();
  path = await one.project();
});
afterEach(() => one.close());

const KEY = 'K-Zagorskaya-77';
const OWN = [
  KEY,
  'zagorskaya.vera@shop.invalid',
  '+34 655 010 777',
  'Zagorskaya Vera',
  'Carrer dels Erasmes 7',
];

/** Five more columns than the plain customers have, and a row of the person to be erased. */
function withPerson(city: string): string {
  const [header, ...rows] = customersCsv().trimEnd().split('\n');
  const [key, email, phone, name, street] = OWN;
  const more = rows.map((row) => `${row},,,`);
  more.splice(7, 0, `${key},${email},yes,${city},44,"${phone}","${name}","${street}"`);
  return `${[`${header},Phone,Name,Street`, ...more].join('\n')}\n`;
}

const orders = (): string => `${ordersCsv()}90001,2025-11-11,${KEY},777.77,shop\n90002,soon,${KEY},1,shop\n`;

const projectFiles = (): string[] =>
  readdirSync(one.dir)
    .filter((name) => name.startsWith('Shop.clientela'))
    .map((name) => join(one.dir, name));

async function everyLabel(segmentationId: number): Promise<readonly number[]> {
  return (await one.client.segmentations.labels({ segmentationId })).clusters;
}

describe('erasing one customer', () => {
  test('no byte of the person is left, in the file or beside it', async () => {
    await one.add('customers.csv', withPerson('Erasmia'));
    await one.add('orders.csv', orders());
    await one.finish(one.client.segmentations.run(TWO_SEGMENTS));
    // Models of mixed data keep levels by name: with three medoids the only one of a city may be one of them.
    for (const method of ['kmedoids', 'kprototypes', 'kmeans'] as const)
      await one.finish(
        one.client.segmentations.run({ ...TWO_SEGMENTS, method, features: ['City'], k: 3, scale: 'none' }),
      );
    await one.client.sources.rename({ sourceId: 1, name: KEY });
    await one.client.sources.rename({ sourceId: 1, name: 'Customers' });
    expect(traces(path, OWN).length + traces(`${path}-wal`, OWN).length).toBeGreaterThan(0);

    const result = await one.finish(one.client.customers.erase({ key: KEY }));
    expect(result).toEqual({ records: 2, rejects: 1, mentions: 0, shared: 0, copies: [] });
    await one.client.project.close();
    const files = projectFiles();
    expect(files).toEqual([path]);
    expect(traces(path, [...OWN, 'Erasmia'])).toEqual([]);
  });

  test('a later snapshot and one before it are cleaned alike', async () => {
    await one.add('customers.csv', withPerson('Erasmia'));
    const file = await one.file('later.csv', withPerson('Olot'));
    const inspection = await one.client.sources.inspect({ file, overrides: {} });
    const { mappingOf } = await import('../../shared/model/mapping.ts');
    const input = {
      file,
      name: 'Customers',
      kind: 'customers' as const,
      settings: inspection.settings,
      columns: mappingOf(inspection.columns),
      into: 1,
    };
    await one.finish(one.client.sources.import(input));
    const result = await one.finish(one.client.customers.erase({ key: KEY }));
    expect(result).toEqual({ records: 2, rejects: 0, mentions: 0, shared: 0, copies: [] });
    await one.client.project.close();
    expect(traces(path, [...OWN, 'Erasmia'])).toEqual([]);
  });

  test('who was numbered anew is erased from the earlier import too, a namesake and a relative are not', async () => {
    const [key = '', email = '', phone = '', name = '', street = ''] = OWN;
    const person = (number: string, named: string, mail: string): string =>
      `${number},${mail},yes,Olot,44,"${phone}","${named}","${street}"`;
    const list = (...rows: readonly string[]): string =>
      `${[
        withPerson('Olot')
          .trimEnd()
          .replace(new RegExp(`^${key}.*\\n`, 'm'), ''),
        ...rows,
      ].join('\n')}\n`;
    const relative = person('K-Pol-5', 'Zagorsky Pol', email);
    const namesake = `K-Vera-9,other@shop.invalid,yes,Olot,30,,"${name}",`;
    await one.add('customers.csv', list(person('K-Former-31', name, email), relative, namesake));
    const file = await one.file('later.csv', list(person(key, name, email)));
    const input = await importInput(one.client, file, 'Customers');
    await one.finish(one.client.sources.import({ ...input, into: 1 }));
    const result = await one.finish(one.client.customers.erase({ key }));
    expect(result).toMatchObject({ records: 2 });
    const [first] = await one.client.sources.snapshots({ sourceId: 1 });
    await one.client.sources.useSnapshot({ sourceId: 1, runId: first?.runId ?? 0 });
    const { rows } = await one.client.sources.rows({ sourceId: 1, offset: 0, limit: 500 });
    const keys = rows.map(({ cells }) => cells[0]);
    expect(keys).toEqual(expect.arrayContaining(['K-Pol-5', 'K-Vera-9']));
    await one.client.project.close();
    expect(traces(path, [key, 'K-Former-31'])).toEqual([]);
  });

  test('the other customers keep their places and segments', async () => {
    await one.add('customers.csv', withPerson('Vic'));
    await one.add('orders.csv', orders());
    await segmented(one);
    const before = await everyLabel(1);
    const [segmentation] = await one.client.segmentations.list();
    const own = (await one.client.customers.card({ key: KEY })).segments[0];
    expect(own?.segmentationId).toBe(1);

    await one.finish(one.client.customers.erase({ key: KEY }));
    const after = await everyLabel(1);
    const changed = before.flatMap((label, row) => (label === after[row] ? [] : [[label, after[row]]]));
    expect([after.length, changed.length, changed[0]?.[1]]).toEqual([before.length, 1, -1]);
    const [now] = await one.client.segmentations.list();
    expect([now?.customers, now?.sizes.reduce((sum, size) => sum + size)]).toEqual([
      (segmentation?.customers ?? 0) - 1,
      (segmentation?.customers ?? 0) - 1,
    ]);
    const segments = await one.client.segments.list({});
    expect(segments.reduce((sum, { customers }) => sum + customers, 0)).toBe(now?.customers);
  });

  test('who shares only a telephone with an erased person, and has an address of their own, comes in', async () => {
    await one.add('customers.csv', withPerson('Vic'));
    await one.finish(one.client.customers.erase({ key: KEY }));
    const [, email = '', phone = ''] = OWN;
    const text = withPerson('Vic').replace(KEY, 'K-spouse').replace(email, 'spouse@shop.invalid');
    const { records } = await one.add('spouse.csv', text);
    expect([text.includes(phone), records.rejected]).toEqual([true, 0]);
    const alone = await one.add('alone.csv', text.replace('spouse@shop.invalid', ''));
    expect(alone.records.rejected).toBe(1);
  });

  test('bad input 56: who was erased is held back when a file brings them again', async () => {
    await one.add('customers.csv', withPerson('Vic'));
    await one.finish(one.client.customers.erase({ key: KEY }));
    const { records } = (await one.add('again.csv', withPerson('Vic').replace(KEY, 'K-new'))) as {
      records: { read: number; loaded: number; rejected: number };
    };
    expect(records.rejected).toBe(1);
    const { rejects } = await one.client.sources.rejects({ sourceId: 2, offset: 0, limit: 5 });
    expect(rejects.map(({ code, cells }) => [code, cells])).toEqual([['ERASED-PERSON', []]]);
    await one.client.project.close();
    expect(traces(path, OWN)).toEqual([]);
  });

  test('a key that a fix writes otherwise is found in every source', async () => {
    await one.add('customers.csv', withPerson('Erasmia'));
    await one.add('orders.csv', orders().replaceAll(KEY, KEY.toLowerCase()));
    const [, sales] = await one.client.sources.list();
    const position = sales?.fields.find(({ role }) => role === 'customerKey')?.position ?? -1;
    const upper = { kind: 'mergeValues', position, groups: [{ into: KEY, from: [KEY.toLowerCase()] }] };
    await one.client.steps.add({ sourceId: sales?.id ?? 0, step: upper as RecordedStep });
    await one.finish(one.client.features.compute({}));
    const result = await one.finish(one.client.customers.erase({ key: KEY }));
    expect(result).toEqual({ records: 2, rejects: 1, mentions: 0, shared: 0, copies: [] });
    await one.client.project.close();
    expect(traces(path, [...OWN, KEY.toLowerCase()])).toEqual([]);
  });

  test('a key that is a plain number takes nobody else’s records and fixes along', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `${at + 1},${20 + (at % 9)},Vic`);
    const refused = ['7,soon,Olot', '9,7,Olot,far', '9,soon,7'];
    await one.add('customers.csv', `Customer,Age,City\n${[...rows, ...refused].join('\n')}\n`);
    const [people] = await one.client.sources.list();
    const age = people?.fields.find(({ name }) => name === 'Age')?.position ?? -1;
    const step: RecordedStep = { kind: 'setMissing', position: age, values: ['7', '99'] };
    await one.client.steps.add({ sourceId: 1, step });
    await one.finish(one.client.features.compute({}));
    const result = await one.finish(one.client.customers.erase({ key: '7' }));
    expect(result).toEqual({ records: 1, rejects: 1, mentions: 0, shared: 0, copies: [] });
    const [left] = await one.client.sources.list();
    expect([left?.records.loaded, left?.records.rejected]).toEqual([39, 2]);
    expect((await one.client.steps.list({ sourceId: 1 })).map((listed) => listed.step)).toEqual([step]);
  });

  test('who was only in a record that was put right is erased too', async () => {
    await one.add('customers.csv', customersCsv());
    await one.add('orders.csv', `${ordersCsv()}90002,soon,${KEY},1,shop\n`);
    const { rejects } = await one.client.sources.rejects({ sourceId: 2, offset: 0, limit: 5 });
    const cells = ['90002', '2025-11-11', KEY, '1', 'shop'];
    await one.client.sources.correct({ sourceId: 2, record: rejects[0]?.record ?? 0, cells });
    await one.finish(one.client.features.compute({}));
    expect((await one.client.customers.card({ key: KEY })).sources.map(({ total }) => total)).toEqual([1]);
    await one.finish(one.client.customers.erase({ key: KEY }));
    expect(await one.client.steps.list({ sourceId: 2 })).toEqual([]);
    await one.client.project.close();
    expect(traces(path, [KEY])).toEqual([]);
  });

  test('who stands in segments only, after their source was removed, is erased too', async () => {
    await one.add('customers.csv', withPerson('Vic'));
    await one.add('orders.csv', orders());
    await segmented(one);
    for (const { id } of await one.client.sources.list()) await one.client.sources.remove({ sourceId: id });
    await one.finish(one.client.customers.erase({ key: KEY }));
    await one.client.project.close();
    expect(traces(path, OWN)).toEqual([]);
  });

  test('a file that another program reads is told, and clean once both are closed', async () => {
    await one.add('customers.csv', withPerson('Erasmia'));
    const other = openReadOnly(path);
    const rows = other.iterateRaw('SELECT name FROM column_chunk');
    rows.next();

    const { jobId } = await one.client.customers.erase({ key: KEY });
    const { state, error } = await one.watch.ended(jobId);
    expect([state, error]).toMatchObject([
      'failed',
      { code: 'ERASE-FILE-READ', args: { file: 'Shop.clientela' } },
    ]);
    expect(projectFiles().flatMap((file) => traces(file, OWN)).length).toBeGreaterThan(0);

    rows.return?.();
    other.close();
    await one.client.project.close();
    expect(projectFiles().flatMap((file) => traces(file, OWN))).toEqual([]);
  });
});
