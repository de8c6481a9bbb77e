// Which jobs may run side by side: an erasure runs alone, and imports follow one another.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mappingOf } from '../../shared/model/mapping.ts';
import { customersCsv } from '../support/engineData.ts';
import { refusalOf, startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

let one: TestEngine;
beforeEach(async () => {
  one = await startEngine();
  await one.project();
});
afterEach(() => one.close());

async function importOf(text: string, into?: number) {
  const file = await one.file(`${text.length}-${into ?? 0}.csv`, text);
  const { settings, columns } = await one.client.sources.inspect({ file, overrides: {} });
  return {
    file,
    name: 'Customers',
    kind: 'customers' as const,
    settings,
    columns: mappingOf(columns),
    ...(into === undefined ? {} : { into }),
  };
}

/** What became of the jobs, in the order in which it happened: `kind state`. */
const told = (): string[] => {
  const news = one.watch.events.flatMap((event) =>
    event.type === 'job' && event.job.state !== 'waiting'
      ? [`${event.job.id} ${event.job.kind} ${event.job.state}`]
      : [],
  );
  return [...new Set(news)].map((line) => line.slice(line.indexOf(' ') + 1));
};

test('an erasure waits for the job that runs, and those behind it wait for the erasure', async () => {
  await one.add('customers.csv', customersCsv());
  const key = (await one.client.customers.find({ text: '1', limit: 1 })).keys[0] ?? '';
  const again = await importOf(customersCsv().replace('Vic', 'Olot'));
  const before = told().length;
  const importing = one.finish(one.client.sources.import(again));
  const erasing = one.finish(one.client.customers.erase({ key }));
  const computing = one.finish(one.client.features.compute({}));
  await Promise.all([importing, erasing, computing]);
  expect(told().slice(before)).toEqual([
    'sources.import running',
    'sources.import done',
    'customers.erase running',
    'customers.erase done',
    'features.compute running',
    'features.compute done',
  ]);
  const unknown = await refusalOf(one.client.customers.card({ key }));
  expect(unknown).toEqual({ code: 'CUSTOMER-UNKNOWN', args: {}, place: {} });
});

test('two imports into one source give each column that they bring a place of its own', async () => {
  await one.add('customers.csv', customersCsv());
  const withColumn = (name: string): string => {
    const [header, ...rows] = customersCsv().trimEnd().split('\n');
    return `${[`${header},${name}`, ...rows.map((row) => `${row},${name} 1`)].join('\n')}\n`;
  };
  const inputs = [await importOf(withColumn('Shop'), 1), await importOf(withColumn('Agents'), 1)];
  const before = told().length;
  await Promise.all(inputs.map((input) => one.finish(one.client.sources.import(input))));
  const turn = ['sources.import running', 'sources.import done'];
  expect(told().slice(before)).toEqual([...turn, ...turn]);
  const [source] = await one.client.sources.list();
  const positions = source?.fields.map(({ position }) => position) ?? [];
  expect(positions).toEqual([...new Set(positions)]);
  expect(source?.fields.slice(-2).map(({ name }) => name)).toEqual(['Shop', 'Agents']);
});
