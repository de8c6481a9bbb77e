// `features --more`: habits over time and customer value, and definitions made by `call`.
import { afterAll, expect, test } from 'vitest';
import { openDesk, ordersCsv } from '../support/commandLine.ts';

const desk = openDesk();
afterAll(() => desk.remove());

interface Features {
  readonly features: readonly { readonly name: string; readonly mean: number | null }[];
  readonly customerValue?: { readonly verdict: string };
}

test('features on request, defined ones, and what is refused', async () => {
  desk.write('orders.csv', ordersCsv());
  await desk.json('import', 'shop.clientela', 'orders.csv', '--as', 'transactions', '--json');
  const definition = { kind: 'formula', name: 'Per order', formula: 'monetary / frequency' };
  await desk.run('call', 'features.define', JSON.stringify({ definition }), '--project', 'shop.clientela');
  const set = (await desk.json('features', 'shop.clientela', '--more', 'habits,value', '--json')) as Features;
  const names = set.features.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['trend', 'recentChange', 'weekendShare', 'Per order']));
  const mean = (wanted: string) => set.features.find(({ name }) => name === wanted)?.mean;
  expect(mean('Per order')).toBe(mean('basket'));
  // Forty of sixty came back: too few for a model, and that is said.
  expect(set.customerValue?.verdict).toBe('fewRepeaters');
  const lines = await desk.run('features', 'shop.clientela');
  expect(lines.stdout).toContain('customer value: fewRepeaters');
  const wrong = await desk.run('features', 'shop.clientela', '--more', 'magic');
  expect(wrong.status).toBe(2);
});
