// A long table on its way into a file: it tells how far it is, and a cancel leaves nothing behind.
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

let one: TestEngine;
beforeEach(async () => {
  one = await startEngine();
  await one.project();
});
afterEach(() => one.close());

const ROWS = 40_000;
const csv = (): string =>
  `Customer,City\n${Array.from({ length: ROWS }, (_, at) => `K${at},${at % 2 ? 'Vic' : 'Olot'}\n`).join('')}`;

test('an export that is cancelled while it writes leaves no file, nor a part of one', async () => {
  await one.add('customers.csv', csv());
  const start = async (name: string): Promise<string> => {
    const view = { filters: [], match: 'all' as const, search: '', sort: [] };
    const asked = { sourceId: 1, view, asImported: false, positions: [0, 1], personal: true };
    const target = await one.target(name);
    return (await one.client.sources.exportRows({ ...asked, format: 'xlsx', target })).jobId;
  };
  const stopped = await start('stopped.xlsx');
  await one.watch.until(stopped, ({ progress }) => progress.share > 0.3);
  await one.client.jobs.cancel({ jobId: stopped });
  expect((await one.watch.ended(stopped)).state).toBe('cancelled');
  const { state, result } = await one.watch.ended(await start('whole.xlsx'));
  expect([state, result]).toMatchObject(['done', { rows: ROWS, columns: 2 }]);
  expect(readdirSync(one.dir).filter((name) => /xlsx/.test(name))).toEqual(['whole.xlsx']);
});
