// `inspect` and `import`: what is found, what is refused, and that a refusal leaves the project as it was.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, ordersCsv } from '../support/commandLine.ts';

const desk = openDesk();
const PEOPLE = 'id;name;age;income\r\n007;Ana;31;1200,50\r\n008;Rui;x;900,00\r\n009;Eva;44;2100,25;9\r\n';

beforeAll(() => {
  desk.write('orders.csv', ordersCsv());
  desk.write('people.csv', PEOPLE);
  desk.write('empty.csv', '');
  // Beyond the part that inspection reads, so that the import itself meets it.
  desk.write('broken.csv', `id,note\n${'1,a\n'.repeat(99_998)}2,"never closed\n${'3,b\n'.repeat(400_000)}`);
});
afterAll(() => desk.remove());

const importing = { elapsedMs: expect.any(Number) as number };

test('inspect names every detected setting and the proposals per column', async () => {
  const { files } = (await desk.json('inspect', 'orders.csv', 'people.csv', '--json')) as {
    files: unknown[];
  };
  expect(files).toHaveLength(2);
  expect(files[1]).toEqual({
    path: 'people.csv',
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    quote: '"',
    decimal: ',',
    thousands: '.',
    dateOrder: expect.any(String) as string,
    headerRow: 1,
    kind: 'customers',
    asks: [],
    sheets: [],
    columns: ['id', 'name', 'age', 'income'].map((name) => ({
      name,
      type: expect.any(String) as string,
      role: expect.any(String) as string,
      criterion: name === 'age' || name === 'income' ? 'demographic' : null,
      confidence: expect.any(Number) as number,
      missing: 0,
    })),
    warnings: expect.any(Array) as unknown[],
  });
});

test('import says where each rejected record stands', async () => {
  desk.write('map.json', JSON.stringify({ columns: { age: { type: 'number', role: 'feature' } } }));
  const result = await desk.json(
    'import',
    'rejects.clientela',
    'people.csv',
    '--mapping',
    'map.json',
    '--json',
  );
  expect(result).toEqual({
    source: { id: 1, name: 'people', kind: 'customers' },
    records: { read: 3, loaded: 1, rejected: 2, blank: 0 },
    rejects: [
      {
        record: 2,
        line: 3,
        column: 'age',
        value: 'x',
        code: 'NOT-A-NUMBER',
        message: 'The value is not a number; the record was kept aside.',
      },
      {
        record: 3,
        line: 4,
        column: null,
        value: null,
        code: 'MORE-CELLS',
        message: expect.any(String) as string,
      },
    ],
    warnings: expect.any(Array) as unknown[],
    ...importing,
  });
});

test('all rejected records are listed, also beyond a page of the interface', async () => {
  const bad = Array.from({ length: 1203 }, (_, at) => `k${at},nothing\n`).join('');
  const good = Array.from({ length: 1500 }, (_, at) => `g${at},${at}\n`).join('');
  desk.write('number.json', JSON.stringify({ columns: { spend: { type: 'number', role: 'feature' } } }));
  desk.write('many.csv', `customer_id,spend\n${good}${bad}`);
  const result = (await desk.json(
    'import',
    'many.clientela',
    'many.csv',
    '--mapping',
    'number.json',
    '--json',
  )) as {
    records: unknown;
    rejects: readonly { line: number }[];
  };
  expect(result.records).toEqual({ read: 2703, loaded: 1500, rejected: 1203, blank: 0 });
  expect(result.rejects.map(({ line }) => line)).toEqual(Array.from({ length: 1203 }, (_, at) => 1502 + at));
});

test('a mapping decides kind, types and roles; the column that it displaces steps down', async () => {
  desk.write(
    'second-key.json',
    JSON.stringify({
      settings: { delimiter: ';' },
      columns: { name: { role: 'customerKey', type: 'text' } },
    }),
  );
  await desk.json(
    'import',
    'mapped.clientela',
    'people.csv',
    '--mapping',
    'second-key.json',
    '--as',
    'customers',
    '--json',
  );
  const sources = (await desk.json('call', 'sources.list', '--project', 'mapped.clientela')) as readonly {
    kind: string;
    fields: readonly { name: string; role: string }[];
  }[];
  expect(
    sources.map(({ kind, fields }) => [kind, fields.map(({ name, role }) => `${name}: ${role}`)]),
  ).toEqual([['customers', ['id: ignore', 'name: customerKey', 'age: feature', 'income: feature']]]);
});

test.each([
  ['{', 'INPUT-INVALID: The value for --mapping was not accepted'],
  ['{"colunms":{}}', 'INPUT-INVALID: The value for --mapping colunms was not accepted'],
  [
    '{"columns":{"age":{"role":"king"}}}',
    'INPUT-INVALID: The value for --mapping columns.age.role was not accepted',
  ],
  ['{"columns":{"Age":{"role":"feature"}}}', 'FIELD-UNKNOWN: Column “Age” is not in this source.'],
])('a mapping %s is refused by name', async (content, said) => {
  desk.write('bad-map.json', content);
  const { status, stdout, stderr } = await desk.run(
    'import',
    'none.clientela',
    'people.csv',
    '--mapping',
    'bad-map.json',
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(said);
  expect(desk.names()).not.toContain('none.clientela');
});

test('for people every warning and the first rejected records are told with their code and place', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => `K${at},0${10 + at},${at < 12 ? 'soon' : `${at}.5`}`);
  desk.write('spend.csv', `${['customer_id,branch,spend', ...rows].join('\n')}\n`);
  const { status, stdout } = await desk.run('import', 'told.clientela', 'spend.csv');
  rmSync(join(desk.folder, 'told.clientela'));
  expect(status).toBe(0);
  const [counts, zeros, ...rejected] = stdout.trimEnd().split('\n');
  expect([counts, zeros]).toEqual([
    'spend (customers): 300 read = 288 loaded + 12 rejected + 0 blank',
    '  ! LEADING-ZEROS: 300 values start with zero; the column is kept as text so that nothing is lost. (spend.csv › column “branch”)',
  ]);
  expect(rejected).toEqual([
    ...Array.from(
      { length: 10 },
      (_, at) =>
        `  × NOT-A-NUMBER: The value is not a number; the record was kept aside. (spend.csv › record ${at + 1} › line ${at + 2} › column “spend”)`,
    ),
    '  and 2 more (--json)',
  ]);
});

test.each([
  ['empty.csv', /^CSV-EMPTY: .*\(empty\.csv\)\n$/],
  ['missing.csv', /^SRC-UNREADABLE: missing\.csv could not be opened\./],
  ['.', /^SRC-NOT-A-FILE: /],
  ['broken.csv', /^CSV-UNCLOSED-QUOTE: .* line 100000 .*\n$/],
])('%s is refused; a project is neither made nor changed', async (file, said) => {
  await desk.json('import', 'before.clientela', 'orders.csv', '--json');
  const bytes = readFileSync(join(desk.folder, 'before.clientela'));
  for (const project of ['before.clientela', 'fresh.clientela']) {
    const { status, stdout, stderr } = await desk.run('import', project, 'people.csv', file, '--json');
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(said)]);
  }
  expect(desk.names().filter((name) => /^(before|fresh)/.test(name))).toEqual(['before.clientela']);
  const sources = (await desk.json('call', 'sources.list', '--project', 'before.clientela')) as unknown[];
  expect([sources.length, bytes.length > 0]).toEqual([1, true]);
  rmSync(join(desk.folder, 'before.clientela'));
});

test.each([
  ['when,spend\n2026-01-05,5\n', {}, /^SOURCE-NO-KEY: “lacking” has no customer key\. Nothing was imported/],
  ['customer_id,spend\na,5\n', { customer_id: { role: 'customerKey' } }, /^SOURCE-NO-DATE: /],
  [
    'customer_id,order_date,quantity\na,2026-01-05,5\n',
    { customer_id: { role: 'customerKey' }, order_date: { role: 'date' }, quantity: { role: 'quantity' } },
    /^SOURCE-NO-AMOUNT: /,
  ],
])('transactions %j lack a column', async (content, columns, said) => {
  desk.write('lacking.csv', content);
  desk.write('lacking.json', JSON.stringify({ columns }));
  const args = [
    'import',
    'lacking.clientela',
    'lacking.csv',
    '--as',
    'transactions',
    '--mapping',
    'lacking.json',
  ];
  const { status, stdout, stderr } = await desk.run(...args);
  expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(said)]);
  expect(desk.names()).not.toContain('lacking.clientela');
});

test('dates that can be read both ways are pointed out, and a mapping answers', async () => {
  desk.write('both.csv', 'customer_id,order_date,amount\na,03/04/2026,5\nb,05/06/2026,7\nc,01/02/2026,8\n');
  const options = ['both.csv', '--as', 'transactions', '--json'] as const;
  const { files } = (await desk.json('inspect', 'both.csv', '--json')) as {
    files: readonly { asks: unknown }[];
  };
  expect(files.map(({ asks }) => asks)).toEqual([['dateOrder']]);
  interface Warned {
    readonly warnings: readonly { code: string }[];
  }
  const guessed = (await desk.json('import', 'guessed.clientela', ...options)) as Warned;
  expect(guessed.warnings.map(({ code }) => code)).toContain('DATE-AMBIGUOUS');
  desk.write('mdy.json', JSON.stringify({ settings: { dateOrder: 'mdy' } }));
  await desk.json('import', 'told.clientela', ...options, '--mapping', 'mdy.json');
  const set = (await desk.json('features', 'told.clientela', '--json')) as { analysisDate: string };
  expect(set.analysisDate).toBe('2026-05-07');
});

test('several files make one list of imports', async () => {
  const result = (await desk.json('import', 'two.clientela', 'orders.csv', 'people.csv', '--json')) as {
    imports: readonly { source: unknown }[];
  };
  expect(result.imports.map(({ source }) => source)).toEqual([
    { id: 1, name: 'orders', kind: 'transactions' },
    { id: 2, name: 'people', kind: 'customers' },
  ]);
});

test('a project that is none is refused and left as it is', async () => {
  const before = readFileSync(join(desk.folder, 'orders.csv'));
  const { status, stderr } = await desk.run('import', 'orders.csv', 'people.csv');
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^PROJECT-NOT-OURS: orders\.csv /)]);
  expect(readFileSync(join(desk.folder, 'orders.csv'))).toEqual(before);
});
