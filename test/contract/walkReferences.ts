// The part of the walk about reference distributions and weights: one is set, used, and taken away again.
import { expect } from 'vitest';
import type { ProcedureName } from '../../shared/contract/index.ts';
import { finish, refusalOf, refused } from '../support/engine.ts';
import type { Walk } from './walk.ts';

/** Half of the customers live in each of two towns; the reference says three in four live in Vic. */
const TOWNS = {
  feature: 'City',
  name: 'All buyers',
  source: 'towns.csv',
  shares: [
    { level: 'Vic', share: 75 },
    { level: 'olot', share: 25 },
  ],
};

export const referenceChecks = {
  'references.levels': async ({ client }) => {
    const city = await client.references.levels({ feature: 'City' });
    expect(city).toEqual({
      feature: 'City',
      label: 'City',
      builtIn: false,
      kind: 'category',
      n: 80,
      missing: 0,
      levels: [
        { level: 'Olot', from: null, to: null, count: 40, share: 0.5 },
        { level: 'Vic', from: null, to: null, count: 40, share: 0.5 },
      ],
    });
    // Six orders each of the first forty customers, one of the others.
    const orders = await client.references.levels({ feature: 'frequency', cuts: [2, 6] });
    expect(orders.levels).toEqual([
      { level: '<2', from: null, to: 2, count: 40, share: 0.5 },
      { level: '2–5', from: 2, to: 6, count: 0, share: 0 },
      { level: '6+', from: 6, to: null, count: 40, share: 0.5 },
    ]);
    expect(await refusalOf(client.references.levels({ feature: 'height' }))).toEqual(
      refused('FEATURE-UNKNOWN', { feature: 'height' }),
    );
    return [city, orders];
  },
  'references.read': async ({ client, transport }) => {
    const text = 'Edad;Personas\n18–24;1.200\nunder 18;soon\n65+;800\nTotal;2.000\n';
    const file = await transport.file('ages.csv', Buffer.from(text, 'utf8'));
    const read = await client.references.read({ file });
    expect(read).toEqual({
      name: 'ages.csv',
      rows: [
        { level: '18–24', share: 1200 },
        { level: '65+', share: 800 },
      ],
      total: 2000,
      unreadable: [{ line: 3, text: 'under 18 · soon' }],
    });
    return read;
  },
  'references.set': async ({ client }) => {
    expect(await refusalOf(client.references.set({ ...TOWNS, feature: 'height' }))).toEqual(
      refused('FEATURE-UNKNOWN', { feature: 'height' }),
    );
    expect(await refusalOf(client.references.set({ ...TOWNS, feature: 'frequency' }))).toEqual(
      refused('REFERENCE-LEVEL', { level: 'Vic' }),
    );
    await client.references.set(TOWNS);
  },
  'references.list': async ({ client }) => {
    const list = await client.references.list();
    expect(list).toEqual([
      {
        ...TOWNS,
        id: list[0]?.id,
        shares: [
          { level: 'Vic', share: 0.75, from: null, to: null },
          { level: 'olot', share: 0.25, from: null, to: null },
        ],
      },
    ]);
    return list;
  },
  'references.report': async ({ client }) => {
    const report = await client.references.report();
    expect(report?.references.map(({ levels, ...rest }) => rest)).toEqual([
      {
        id: expect.any(Number) as number,
        feature: 'City',
        label: 'City',
        builtIn: false,
        kind: 'category',
        name: 'All buyers',
        source: 'towns.csv',
        n: 80,
        missing: 0,
        distance: 0.25,
        distanceAfter: expect.closeTo(0, 9) as number,
        largest: 0,
        // (40 − 60)² / 60 + (40 − 20)² / 20
        chiSquare: {
          value: expect.closeTo(80 / 3, 9) as number,
          degrees: 1,
          p: expect.closeTo(2.4e-7, 8) as number,
        },
      },
    ]);
    expect(report?.weights).toEqual({
      status: 'met',
      // 80² / (40 · 1.5² + 40 · 0.5²)
      effectiveN: expect.closeTo(64, 9) as number,
      designEffect: expect.closeTo(1.25, 9) as number,
      largest: expect.closeTo(1.5, 9) as number,
      cappedShare: 0,
      distance: 0.25,
      distanceAfter: expect.closeTo(0, 9) as number,
    });
    expect(report && [report.on, report.cap, report.customers, report.baseWeight, report.unused]).toEqual([
      false,
      3,
      80,
      null,
      [],
    ]);
    return report;
  },
  'references.inUse': async ({ client, watch }: Walk) => {
    expect(await client.references.inUse()).toBeNull();
    const meanOf = async () =>
      (await client.features.get())?.features.find(({ name }) => name === 'monetary')?.mean ?? null;
    const before = await meanOf();
    await client.project.setSettings({ weighting: { on: true, cap: 3 } });
    // The figures with weights are missing until they are computed, as after any change of what they rest on.
    expect(await client.features.get()).toBeNull();
    await finish(watch, client.features.compute({}));
    const inUse = await client.references.inUse();
    expect(inUse).toEqual({ cap: 3, customers: 80, effectiveN: expect.closeTo(64, 9) as number });
    // Even numbers live in Vic, odd ones in Olot; weighted they count 3 to 1.
    const spent = (n: number): number => (n <= 40 ? 6 * (100 + n) : 10 + n / 10);
    const [even, odd] = [0, 1].map((rest) => {
      const sums = Array.from({ length: 80 }, (_, at) => (at % 2 === 1 - rest ? spent(at + 1) : 0));
      return sums.reduce((sum, value) => sum + value, 0) / 40;
    }) as [number, number];
    expect(await meanOf()).toBeCloseTo(0.75 * even + 0.25 * odd, 9);
    expect(before).toBeCloseTo((even + odd) / 2, 9);
    await client.history.undo();
    expect([await client.references.inUse(), await meanOf()]).toEqual([null, before]);
    return inUse;
  },
  'references.remove': async ({ client }) => {
    const [towns] = await client.references.list();
    await client.references.remove({ referenceId: towns?.id ?? 0 });
    expect([await client.references.list(), (await client.references.report())?.weights]).toEqual([[], null]);
    expect(await refusalOf(client.references.remove({ referenceId: 99 }))).toEqual(
      refused('REFERENCE-UNKNOWN'),
    );
  },
} satisfies Partial<Record<ProcedureName, (walk: Walk) => Promise<unknown>>>;
