// What the inspection of a file noticed stays with the source, and the saved list says what to do about each entry.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importInput, startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import type { ImportInput } from '../../shared/contract/sources.ts';

const twice = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** A title above the header, codes with zeros in front, a city encoded twice, one date that is none. */
const FILE = [
  'Customers of March,,,',
  'customer_id,branch,city,since',
  ...Array.from(
    { length: 30 },
    (_, at) =>
      `K${100 + at},00${at % 7},${twice('Málaga')},2025-02-${String((at % 28) + 1).padStart(2, '0')}`,
  ),
  'K900,003,Lisboa,2025-02-30',
].join('\n');

let shop: TestEngine;
beforeAll(async () => {
  shop = await startEngine();
  await shop.project();
});
afterAll(() => shop.close());

async function importing(change: Partial<ImportInput>): Promise<number> {
  const file = await shop.file('customers.csv', `${FILE}\n`);
  const { issues } = await shop.client.sources.inspect({ file, overrides: {} });
  const input = await importInput(shop.client, file, 'Customers');
  const answer = await shop.finish(
    shop.client.sources.import({ ...input, noticed: issues, again: true, ...change }),
  );
  return (answer as { sourceId: number }).sourceId;
}

async function listed(sourceId: number): Promise<readonly (readonly unknown[])[]> {
  const { issues } = await shop.client.sources.issues({ sourceId, offset: 0, limit: 50 });
  return issues.map(({ severity, code, column, args }) => [severity, code, column, args['example']]);
}

test('the list of an imported source says what the wizard said, without the words of a cell', async () => {
  expect(await listed(await importing({}))).toEqual([
    ['rejected', 'NOT-A-DATE', 'since', undefined],
    ['check', 'DOUBLE-ENCODED', null, 'Ã¡'],
    ['check', 'PREAMBLE', null, undefined],
    ['note', 'LEADING-ZEROS', 'branch', undefined],
  ]);
});

test('what was said of a column goes when it is read otherwise or not at all', async () => {
  const file = await shop.file('customers.csv', `${FILE}\n`);
  const { columns } = await importInput(shop.client, file, 'Customers');
  const asNumber = columns.map((one) => (one.name === 'branch' ? { ...one, type: 'number' as const } : one));
  const without = columns.filter(({ name }) => name !== 'branch');
  for (const chosen of [asNumber, without]) {
    const codes = (await listed(await importing({ columns: chosen }))).map(([, code]) => code);
    expect(codes).toEqual(['NOT-A-DATE', 'DOUBLE-ENCODED', 'PREAMBLE']);
  }
});

test('the saved list has what was done and what to do', async () => {
  const sourceId = await importing({});
  await shop.finish(
    shop.client.sources.exportMessages({ sourceId, target: await shop.target('messages.csv') }),
  );
  const lines = readFileSync(shop.path('messages.csv'), 'utf8').trimEnd().split('\r\n');
  const toDo = [
    'What to do',
    'Correct under “Rejected” or change the type',
    'If wrong, change how it is read',
    'If wrong, change how it is read',
    'Nothing',
  ];
  expect(lines.map((line, at) => line.replaceAll('"', '').slice(-(toDo[at]?.length ?? 0)))).toEqual(toDo);
});
