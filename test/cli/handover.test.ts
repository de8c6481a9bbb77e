// `export`, `run` and `call`: files that leave the project, whole walks, and every procedure by its name.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXPORTS } from '../../shared/contract/plan.ts';
import { openDesk, ordersCsv } from '../support/commandLine.ts';

const desk = openDesk();
const PROJECT = ['--project', 'done/project.clientela'] as const;
beforeAll(async () => {
  desk.write('orders.csv', ordersCsv());
  desk.write(
    'recipe.json',
    JSON.stringify({ name: 'Spring', k: 3, features: ['recency', 'frequency', 'monetary'] }),
  );
  await desk.json('run', 'recipe.json', '--data', 'orders.csv', '--out', 'done', '--json');
});
afterAll(() => desk.remove());

const inDesk = (...path: readonly string[]): string => join(desk.folder, ...path);

test('run goes from files to every export, and twice gives the same', async () => {
  interface Ran {
    readonly imports: readonly object[];
  }
  const args = ['run', 'recipe.json', '--data', 'orders.csv', '--out'];
  const first = (await desk.json(...args, 'deep/first', '--json')) as Ran;
  const second = (await desk.json(...args, 'second', '--json')) as Ran;
  const timeless = ({ imports, ...rest }: Ran) => ({
    ...rest,
    imports: imports.map((one) => ({ ...one, elapsedMs: 0 })),
  });
  expect(timeless(second)).toEqual(timeless(first));
  expect(first).toMatchObject({
    project: 'project.clientela',
    imports: [{ records: { read: 280, loaded: 280, rejected: 0, blank: 0 } }],
    features: { customers: 60, orders: 280 },
    segments: [{ customers: 20 }, { customers: 20 }, { customers: 20 }],
    files: EXPORTS,
  });
  expect(readdirSync(inDesk('second')).sort()).toEqual([...EXPORTS, 'project.clientela'].sort());
  // The workbook and the page name the day on which they were written; the clock is fixed here.
  for (const name of EXPORTS.filter((one) => !one.endsWith('.xlsx')))
    expect(readFileSync(inDesk('second', name), 'utf8')).toBe(
      readFileSync(inDesk('deep', 'first', name), 'utf8'),
    );
});

test.each([
  ['{"frob":1}', /^RECIPE-INVALID: The recipe bad\.json is not valid \(at: frob\)/],
  ['{"k":0}', /^RECIPE-INVALID: .*\(at: k\)/],
  ['{"plan":{"name":"x","startDate":"soon"}}', /^RECIPE-INVALID: .*\(at: plan\.startDate\)/],
  [
    '{"mappings":[{"columns":{"city":{"rule":"feature"}}}]}',
    /^RECIPE-INVALID: .*\(at: mappings\.0\.columns\.city\.rule\)/,
  ],
  ['{', /^RECIPE-INVALID: .*\(at: JSON\)/],
  ['{"features":["nothing"]}', /^FEATURE-UNKNOWN: .*nothing/],
  ['{"k":61}', /^RECIPE-INVALID: .*\(at: k\)/],
])('a recipe %s is refused, and nothing is left behind', async (recipe, said) => {
  desk.write('bad.json', recipe);
  const { status, stdout, stderr } = await desk.run(
    'run',
    'bad.json',
    '--data',
    'orders.csv',
    '--out',
    'bad/out',
    '--json',
  );
  expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(said)]);
  expect([existsSync(inDesk('bad')), desk.leftovers()]).toEqual([false, []]);
});

test('run replaces nothing', async () => {
  const again = await desk.run('run', 'recipe.json', '--data', 'orders.csv', '--out', 'done');
  expect([again.status, again.stderr]).toEqual([1, expect.stringMatching(/^PROJECT-EXISTS: /)]);
  await desk.json(
    'export',
    'done/project.clientela',
    '--what',
    'plan',
    '--format',
    'json',
    '--out',
    'plan.json',
    '--json',
  );
  const here = await desk.run('run', 'recipe.json', '--data', 'orders.csv', '--out', '.');
  expect([here.status, here.stderr]).toEqual([
    1,
    expect.stringMatching(/^EXPORT-TARGET: plan\.json already exists/),
  ]);
  const file = await desk.run('run', 'recipe.json', '--data', 'orders.csv', '--out', 'orders.csv');
  expect([file.status, file.stderr]).toEqual([
    1,
    expect.stringMatching(/^EXPORT-TARGET: orders\.csv already exists/),
  ]);
  expect(desk.names()).not.toContain('project.clientela');
});

test('a recipe speaks its language and reads with its mapping', async () => {
  desk.write('pedidos.csv', ordersCsv().replace('customer_id', 'quem'));
  const columns = { quem: { role: 'customerKey', type: 'text' } };
  desk.write(
    'receita.json',
    JSON.stringify({
      locale: 'pt-BR',
      currency: 'BRL',
      k: 3,
      kinds: ['transactions'],
      mappings: [{ columns }],
      exports: ['plan.html'],
    }),
  );
  await desk.json('run', 'receita.json', '--data', 'pedidos.csv', '--out', 'pt', '--json');
  expect(readFileSync(inDesk('pt', 'plan.html'), 'utf8')).toContain('<html lang="pt-BR"');
  expect(readdirSync(inDesk('pt')).sort()).toEqual(['plan.html', 'project.clientela']);
});

test.each(EXPORTS)('export writes %s', async (kind) => {
  const [what = '', format = ''] = kind.split('.');
  const args = [
    'export',
    'done/project.clientela',
    '--what',
    what,
    '--format',
    format,
    '--out',
    `my-${kind}`,
  ];
  const written = (await desk.json(...args, '--json')) as { name: string; bytes: number };
  expect(written).toEqual({ name: `my-${kind}`, bytes: readFileSync(inDesk(`my-${kind}`)).length });
  expect(written.bytes).toBeGreaterThan(100);
});

test('the rules of segments are a form of segments', async () => {
  const args = [
    'export',
    'done/project.clientela',
    '--what',
    'segments',
    '--format',
    'sql',
    '--out',
    'who.sql',
  ];
  await desk.json(...args, '--json');
  expect(readFileSync(inDesk('who.sql'), 'utf8')).toBe(readFileSync(inDesk('my-rules.sql'), 'utf8'));
});

test('an export replaces a file only when told to', async () => {
  desk.write('mine.csv', 'mine');
  const args = [
    'export',
    'done/project.clientela',
    '--what',
    'segments',
    '--format',
    'csv',
    '--out',
    'mine.csv',
  ];
  const { status, stderr } = await desk.run(...args);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^EXPORT-TARGET: mine\.csv already exists/)]);
  expect(readFileSync(inDesk('mine.csv'), 'utf8')).toBe('mine');
  await desk.json(...args, '--replace', '--json');
  expect(readFileSync(inDesk('mine.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(4);
});

test.each([
  ['done/project.clientela', /^EXPORT-TARGET: project\.clientela is the open project/],
  ['done', /^EXPORT-TARGET: done is a folder/],
  ['nowhere/plan.html', /^EXPORT-TARGET: The folder of plan\.html is not there/],
])('an export to %s is refused', async (out, said) => {
  const args = [
    'export',
    'done/project.clientela',
    '--what',
    'plan',
    '--format',
    'html',
    '--replace',
    '--out',
    out,
  ];
  const { status, stdout, stderr } = await desk.run(...args);
  expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(said)]);
});

test('call asks queries, decides by commands, and waits for jobs', async () => {
  const name = async () =>
    ((await desk.json('call', 'project.current', ...PROJECT)) as { name: string }).name;
  expect(await name()).toBe('Spring');
  expect(await desk.json('call', 'project.rename', '{"name":"Summer"}', ...PROJECT)).toBeNull();
  expect(await name()).toBe('Summer');
  expect(await desk.json('call', 'history.undo', ...PROJECT)).toMatchObject({
    label: 'project.rename',
    undone: true,
  });
  expect(await name()).toBe('Spring');
  const settings = { method: 'kmeans', features: ['recency'], k: 2, scale: 'z', logs: false, seed: 1 };
  const ran = await desk.json('call', 'segmentations.run', JSON.stringify(settings), ...PROJECT);
  expect(ran).toEqual({ segmentationId: 2 });
});

test('call takes files and targets by their paths, and writes bytes as base64', async () => {
  const inspection = await desk.json('call', 'sources.inspect', '{"file":"orders.csv","overrides":{}}');
  expect(inspection).toMatchObject({ fileName: 'orders.csv', kind: 'transactions' });
  const target = { target: 'made.clientela', name: 'Made', locale: 'ca', currency: 'EUR' };
  expect(await desk.json('call', 'project.create', JSON.stringify(target))).toBeNull();
  expect(await desk.json('call', 'project.current', '--project', 'made.clientela')).toMatchObject({
    name: 'Made',
  });
  const map = (await desk.json('call', 'segmentations.map', '{"segmentationId":1}', ...PROJECT)) as {
    n: number;
    segment: { base64: string };
  };
  const segments = Buffer.from(map.segment.base64, 'base64');
  expect([map.n, segments.length, [...new Set(segments)].toSorted((a, b) => a - b)]).toEqual([
    60,
    60,
    [0, 1, 2],
  ]);
});

test.each([
  [
    ['call', 'sources.inspect', '{"file":"orders.csv"}'],
    'INPUT-INVALID: The value for overrides was not accepted',
  ],
  [
    ['call', 'app.setSettings', '{"locale":"xx","theme":"dark"}'],
    'INPUT-INVALID: The value for locale was not accepted (found: "xx")',
  ],
  [
    ['call', 'project.rename', '{"nom":"x"}', ...PROJECT],
    'INPUT-INVALID: The value for name was not accepted',
  ],
  [
    ['call', 'segments.list', '[]', ...PROJECT],
    'INPUT-INVALID: The value for input was not accepted (found: [])',
  ],
  [['call', 'segments.list', '{}'], 'PROJECT-NONE-OPEN: '],
  [['call', 'segments.get', '{"segmentId":999}', ...PROJECT], 'SEGMENT-UNKNOWN: '],
  [['call', 'sources.inspect', '{"file":"gone.csv","overrides":{}}'], 'SRC-UNREADABLE: gone.csv '],
])('%j is refused by name', async (args, said) => {
  const { status, stdout, stderr } = await desk.run(...args);
  expect([status, stdout, stderr.slice(0, said.length)]).toEqual([1, '', said]);
});
