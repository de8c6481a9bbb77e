// `import --into`, `--as-of` and `--again`: the next file of a source from the command line.
import { afterAll, expect, test } from 'vitest';
import { openDesk } from '../support/commandLine.ts';

const desk = openDesk();
afterAll(() => desk.remove());

const people = (rows: readonly string[]): string => `id;name;age\n${rows.join('\n')}\n`;
const MARCH = people(['7;Ana;31', '8;Rui;44', '9;Eva;50']);
const APRIL = people(['7;Ana;32', '8;Rui;45', '10;Lia;20']);

test('bad input 55: the next file goes into its source; the same one again only when asked', async () => {
  desk.write('people.csv', MARCH);
  desk.write('april.csv', APRIL);
  await desk.run('import', 'p.clientela', 'people.csv', '--as', 'customers');
  const into = ['--into', 'people', '--as-of', '2026-02-28'];
  const result = await desk.json('import', 'p.clientela', 'april.csv', ...into, '--json');
  expect(result).toMatchObject({
    source: { id: 1, name: 'people' },
    keys: { added: 1, gone: 1, kept: 2, changed: 0, examples: [] },
    records: { read: 3, loaded: 3, rejected: 0, blank: 0 },
  });
  const list = () => desk.json('call', 'sources.list', '--project', 'p.clientela');
  expect(await list()).toMatchObject([{ id: 1, name: 'people', asOf: '2026-02-28', fileName: 'april.csv' }]);

  const again = await desk.run('import', 'p.clientela', 'april.csv');
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('SRC-ALREADY-IMPORTED')]);
  expect(await list()).toHaveLength(1);
  expect((await desk.run('import', 'p.clientela', 'april.csv', '--again')).status).toBe(0);
  expect(await list()).toHaveLength(2);
});

test('wrong terms are told before anything is done', async () => {
  const refusal = async (...more: string[]) => {
    const { status, stderr } = await desk.run('import', 'p.clientela', 'people.csv', ...more);
    return [status, stderr];
  };
  expect(await refusal('--into', 'nobody')).toEqual([
    2,
    expect.stringContaining('no source is named nobody'),
  ]);
  expect(await refusal('april.csv', '--into', 'people')).toEqual([2, expect.stringContaining('one file')]);
  expect(await refusal('--as-of', '31.12.2025')).toEqual([2, expect.stringContaining('--as-of')]);
});
