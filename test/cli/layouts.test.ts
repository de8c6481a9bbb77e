// `--layout`: what the app's window remembers about a file's shape, from the command line and only when asked for.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Layout } from '../../shared/model/layout.ts';
import { openDesk } from '../support/commandLine.ts';
import { PLAIN_CSV } from '../../shared/model/readSettings.ts';

const desk = openDesk();
const kept = join(desk.folder, 'layouts.json');
afterAll(() => {
  vi.unstubAllEnvs();
  desk.remove();
});

const layout: Layout = {
  id: '0123456789abcdef',
  name: 'stock list',
  savedAt: '2026-02-01T10:00:00.000Z',
  kind: 'customers',
  settings: { ...PLAIN_CSV, delimiter: ';', decimal: ',', thousands: '.', dateOrder: 'mdy' },
  columns: [
    { header: 'code', type: 'text', role: 'customerKey', criterion: null },
    { header: 'shelf', type: 'category', role: 'ignore', criterion: null },
    { header: 'since', type: 'date', role: 'feature', criterion: 'behavioural' },
  ],
};

beforeAll(() => {
  vi.stubEnv('CLIENTELA_HOME', desk.folder);
  writeFileSync(kept, JSON.stringify([layout]));
  desk.write('may.csv', 'code,shelf,since\nA,1,03/04/2025\nB,2,05/06/2025\nC,1,07/08/2025\n');
});

const columnsOf = async (...more: readonly string[]) => {
  const { files } = (await desk.json('inspect', 'may.csv', ...more, '--json')) as {
    files: { layout?: string; dateOrder: string; asks: string[]; columns: { role: string }[] }[];
  };
  return files.map(({ layout: name, dateOrder, asks, columns }) => [
    name,
    dateOrder,
    asks,
    columns.map(({ role }) => role),
  ]);
};

test('a remembered layout answers and maps when it is asked for, by fit or by name', async () => {
  const [detected] = await columnsOf();
  expect(detected).toEqual([undefined, 'dmy', ['dateOrder'], ['customerKey', 'feature', 'feature']]);
  const remembered = [['stock list', 'mdy', [], ['customerKey', 'ignore', 'feature']]];
  expect(await columnsOf('--layout', 'auto')).toEqual(remembered);
  expect(await columnsOf('--layout', 'stock list')).toEqual(remembered);
});

test('an import with it keeps the meanings, and leaves the remembered layouts as they are', async () => {
  const before = readFileSync(kept, 'utf8');
  await desk.json('import', 'p.clientela', 'may.csv', '--layout', 'auto', '--json');
  const sources = await desk.json('call', 'sources.list', '--project', 'p.clientela');
  expect(sources).toMatchObject([
    {
      kind: 'customers',
      fields: [{ role: 'customerKey' }, { role: 'ignore' }, { role: 'feature', dateOrder: 'mdy' }],
    },
  ]);
  expect(readFileSync(kept, 'utf8')).toBe(before);
  const { status, stderr } = await desk.run('inspect', 'may.csv', '--layout', 'price list');
  expect([status, stderr]).toEqual([2, expect.stringContaining('no layout is named price list')]);
});
