// The clock decides nothing: not which change came last, not which run counts, not who a customer is.
import { afterEach, expect, test } from 'vitest';
import { startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

const zone = process.env['TZ'];
let one: TestEngine | null = null;
afterEach(async () => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  await one?.close();
});

/** A clock that jumps as it is told. */
function clockAt(first: string): { now: () => Date; set: (iso: string) => void } {
  let at = first;
  return {
    now: () => new Date(at),
    set: (iso) => {
      at = iso;
    },
  };
}

const CSV = 'Customer,City\n1,Vic\n2,Olot\n';

test('bad input 81: set back and forward, changes keep their order and are undone in it', async () => {
  const clock = clockAt('2026-03-01T12:00:00.000Z');
  one = await startEngine({ clock: clock.now });
  const path = await one.project();
  await one.add('first.csv', CSV, { kind: 'customers' });
  for (const [name, at] of [
    ['A', '2031-01-01T00:00:00.000Z'],
    ['B', '1999-12-31T23:59:59.000Z'],
    ['C', '2028-02-29T12:00:00.000Z'],
    ['D', '1970-01-01T00:00:00.000Z'],
  ] as const) {
    clock.set(at);
    await one.client.project.rename({ name });
  }
  clock.set('1990-01-01T00:00:00.000Z');
  await one.add('second.csv', 'Customer,City\n3,Berga\n', { kind: 'customers' });
  expect((await one.client.history.list()).map(({ id, detail }) => [id, detail])).toEqual([
    [6, 'second.csv'],
    [5, 'D'],
    [4, 'C'],
    [3, 'B'],
    [2, 'A'],
    [1, 'first.csv'],
  ]);
  const sources = await one.client.sources.list();
  expect(sources.map(({ id, name }) => [id, name])).toEqual([
    [1, 'first.csv'],
    [2, 'second.csv'],
  ]);
  await one.client.project.close();
  await one.open(path);
  const names: unknown[] = [];
  for (let step = 0; step < 4; step++) {
    await one.client.history.undo();
    names.push((await one.client.project.current())?.name);
  }
  expect(names).toEqual(['D', 'C', 'B', 'A']);
});

test('bad input 81: days are days in every zone, also around midnight and on a leap day', async () => {
  const orders = [
    'Order,Date,Customer,Amount',
    '1,2024-02-29,K1,10',
    '2,2024-03-31,K1,20',
    '3,2023-10-29,K2,30',
    '4,2024-02-28,K2,5',
  ].join('\n');
  const seen: unknown[] = [];
  for (const tz of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    process.env['TZ'] = tz;
    const engine = await startEngine();
    await engine.project();
    await engine.add('orders.csv', orders);
    const features = await engine.client.features.get();
    const means = features?.features.map(({ name, mean }) => [name, mean]);
    const [source] = await engine.client.sources.list();
    seen.push({ analysis: features?.analysisDate, asOf: source?.asOf, means });
    await engine.close();
  }
  expect(seen[0]).toMatchObject({ analysis: '2024-04-01', asOf: '2024-03-31' });
  for (const one of seen) expect(one).toEqual(seen[0]);
});
