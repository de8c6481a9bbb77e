// The reference values once more, from files on the disk to digits on standard output: what README "How the numbers
// are made" names a command for. Sources: the vignette of the R package `rfm`; Fader, Hardie & Lee (2005), Fader &
// Hardie (2013); scikit-learn 1.2 and R 4.2 for iris, mall and S1. The data are found through CLIENTELA_DATA.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Expectation } from '../../shared/model/customerValue.ts';
import { adjustedRand, crossTable } from '../../electron/engine/analysis/choosing/agreement.ts';
import { openDesk } from '../support/commandLine.ts';

const data = process.env['CLIENTELA_DATA'];
if (data === undefined)
  console.warn('NOT RUN: test/data/commandLine needs CLIENTELA_DATA, the folder of real data.');
const at = (...path: readonly string[]): string => join(data ?? '', ...path);

interface Clustered {
  readonly segmentation: { readonly id: number; readonly k: number };
  readonly sizes: readonly number[];
  readonly inertia: number;
  readonly silhouette: { readonly value: number } | null;
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
  readonly tried: readonly {
    readonly k: number;
    readonly scores: { readonly inertia: number; readonly bic?: number };
  }[];
  readonly facts: { readonly heights?: readonly number[]; readonly rfmCuts?: unknown };
}

interface Featured {
  readonly customers: number;
  readonly orders: number;
  readonly customerValue: {
    readonly repeaters: number;
    readonly parameters: Readonly<Record<string, number>>;
    readonly logLikelihood: number;
    readonly spending: { readonly parameters: object; readonly logLikelihood: number };
    readonly holdout: { readonly from: string; readonly actual: number; readonly expected: number };
  };
  readonly features: readonly { readonly name: string; readonly mean: number }[];
}

const close = (values: readonly number[], digits: number): number[] =>
  values.map((value) => expect.closeTo(value, digits) as number);
const closeBy = (values: Readonly<Record<string, number>>, digits: number): object =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, expect.closeTo(value, digits)]));

describe.skipIf(data === undefined)('from the command line', () => {
  const desk = openDesk();
  const json = desk.json;
  const cluster = async (project: string, ...args: readonly string[]): Promise<Clustered> =>
    (await json('cluster', `${project}.clientela`, ...args, '--json')) as Clustered;
  const call = async (project: string, procedure: string, input?: object): Promise<unknown> => {
    const given = input === undefined ? [] : [JSON.stringify(input)];
    return json('call', procedure, ...given, '--project', `${project}.clientela`);
  };

  beforeAll(async () => {
    const text = gunzipSync(readFileSync(at('s1', 's1.data.gz'))).toString();
    const rows = text.trim().split('\n');
    const points = rows.map((row, number) => [number, ...row.trim().split(/\s+/u)].join(','));
    desk.write('s1.csv', ['customer_id,x,y', ...points].join('\n'));
    const roles = { x: { type: 'number', role: 'feature' }, y: { type: 'number', role: 'feature' } };
    desk.write('xy.json', JSON.stringify({ columns: roles }));
    // The published counts take purchases of 0.00 for purchases; here an order needs an amount.
    const orders = readFileSync(at('cdnow', 'cdnow-sample.txt'), 'utf8').replaceAll('\r', '');
    desk.write('cdnow.txt', orders.replaceAll(/ 0\.00$/gmu, ' 0.000000001'));
    await json('import', 'iris.clientela', at('iris', 'iris.csv'), '--as', 'customers', '--json');
    await json('import', 'mall.clientela', at('mall', 'mall-customers.csv'), '--json');
    await json('import', 's1.clientela', 's1.csv', '--as', 'customers', '--mapping', 'xy.json', '--json');
    await json('import', 'rfm.clientela', at('rfm-orders', 'rfm-orders.csv'), '--json');
    await json('import', 'cdnow.clientela', 'cdnow.txt', '--json');
  });
  afterAll(() => desk.remove());

  // The header row of this file holds its counts and the species; its columns are called by it.
  const IRIS = ['--features', '150,4,setosa,versicolor'];

  test('iris: inertia of k = 1 to 6, silhouette of k = 2', async () => {
    const one = await cluster('iris', ...IRIS, '--scale', 'none', '--k', '1');
    const more = await cluster('iris', ...IRIS, '--scale', 'none', '--k', '2..6');
    const found = [one.inertia, ...more.tried.map(({ scores }) => scores.inertia)];
    expect(found).toEqual(close([681.3706, 152.348, 78.8514, 57.2285, 46.4462, 39.04], 4));
    expect([more.segmentation.k, more.silhouette?.value]).toEqual([2, expect.closeTo(0.681046, 6)]);
  });

  test('iris: Ward, k = 3; the mixtures’ BIC; the components', async () => {
    const tree = await cluster('iris', ...IRIS, '--scale', 'none', '--k', '3', '--method', 'ward');
    expect([tree.sizes, tree.silhouette?.value]).toEqual([[64, 50, 36], expect.closeTo(0.554324, 6)]);
    expect(tree.facts.heights?.slice(-2)).toEqual(close([12.30039605, 32.447607], 7));
    const map = (await call('iris', 'segmentations.map', { segmentationId: tree.segmentation.id })) as {
      components: readonly { readonly explained: number }[];
    };
    expect(map.components.map(({ explained }) => Number((100 * explained).toFixed(3)))).toEqual([
      92.462, 5.307, 1.71, 0.521,
    ]);
    for (const [shape, bics] of [
      ['full', [574.0178, 580.8389]],
      ['equalShape', [561.7285, 562.5507]],
      ['diagonal', [857.5515, 744.6317]],
      ['spherical', [1012.2352, 853.809]],
    ] as const) {
      const mixture = ['--method', 'gmm', '--covariance', shape, '--k', '2..3'];
      const { tried } = await cluster('iris', ...IRIS, '--scale', 'none', ...mixture);
      expect(tried.map(({ scores }) => scores.bic)).toEqual(close(bics, 2));
    }
  });

  test('mall: inertia of k = 1 to 6, and all scores of k = 5', async () => {
    const features = ['--features', 'Annual Income (k$),Spending Score (1-100)', '--scale', 'none'];
    const one = await cluster('mall', ...features, '--k', '1');
    const more = await cluster('mall', ...features, '--k', '2..6');
    const found = [one.inertia, ...more.tried.map(({ scores }) => scores.inertia)];
    expect(found).toEqual(close([269_981.28, 181_363.6, 106_348.37, 73_679.79, 44_448.46, 37_233.81], 2));
    expect([more.segmentation.k, more.sizes]).toEqual([5, [81, 39, 35, 23, 22]]);
    const { silhouette, calinskiHarabasz, daviesBouldin } = more;
    expect([silhouette?.value, daviesBouldin]).toEqual(close([0.553932, 0.572563], 6));
    expect(calinskiHarabasz).toBeCloseTo(247.359, 3);
  });

  test('S1: the optimum, and its agreement with the planted clusters', async () => {
    const args = ['--features', 'x,y', '--scale', 'none', '--k', '15', '--labels', 's1-labels.csv'];
    const { inertia } = await cluster('s1', ...args);
    expect(Number((inertia / 10_000).toPrecision(7))).toBe(8.917616e8);
    const [, ...lines] = readFileSync(join(desk.folder, 's1-labels.csv'), 'utf8').trimEnd().split('\n');
    const found = new Int32Array(5_000);
    for (const line of lines) {
      const [row, label] = line.split(',').map(Number);
      found[row!] = label!;
    }
    const planted = gunzipSync(readFileSync(at('s1', 's1.labels0.gz')))
      .toString()
      .trim()
      .split('\n');
    const truth = Int32Array.from(planted, (label) => Number(label) - 1);
    expect(adjustedRand(crossTable(found, truth, 15, 15))).toBeCloseTo(0.986799, 6);
  });

  test('RFM: cut points and the ten segments of the vignette', async () => {
    await call('rfm', 'project.setSettings', { analysisDate: '2006-12-31' });
    const { facts } = await cluster('rfm', '--method', 'rfm');
    expect(facts.rfmCuts).toEqual({
      recency: close([115, 181, 297.4, 482], 9),
      frequency: { 0: [4, 5, 6, 8] },
      monetary: { 0: close([255.8, 382, 506.4, 666], 9) },
    });
    const { segments } = (await json('segments', 'rfm.clientela', '--json')) as {
      segments: readonly { name: string; customers: number }[];
    };
    expect(segments.map(({ name, customers }) => [name, customers])).toEqual([
      ['Champions', 35],
      ['Potential loyalists', 342],
      ['Loyal', 170],
      ['Promising', 9],
      ['New', 104],
      ['Can’t lose them', 47],
      ['At risk', 28],
      ['Need attention', 10],
      ['About to sleep', 102],
      ['Lost', 148],
    ]);
  });

  test('CDNOW: both purchase models, Gamma-Gamma, and the value of two customers', async () => {
    await call('cdnow', 'project.setSettings', { analysisDate: '1997-09-30' });
    const set = (await json('features', 'cdnow.clientela', '--more', 'value', '--json')) as Featured;
    const { parameters, logLikelihood, repeaters, spending } = set.customerValue;
    expect([set.customers, repeaters]).toEqual([2357, 946]);
    expect(logLikelihood).toBeCloseTo(-9582.43, 2);
    expect(parameters).toEqual({
      ...closeBy({ r: 0.2426, a: 0.793, b: 2.4262 }, 3),
      ...closeBy({ alpha: 4.4137 }, 3),
    });
    expect(spending.logLikelihood).toBeCloseTo(-4055.92, 2);
    expect(spending.parameters).toEqual(closeBy({ p: 6.25, q: 3.74, v: 15.44 }, 2));
    const clv = set.features.find(({ name }) => name === 'clv');
    expect(((clv?.mean ?? 0) * 2357) / 71_509.9).toBeCloseTo(1, 4);
    const valueOf = async (key: string): Promise<number | undefined> => {
      const card = (await call('cdnow', 'customers.card', { key })) as {
        features: readonly { name: string; value: number }[];
      };
      return card.features.find(({ name }) => name === 'clv')?.value;
    };
    expect([await valueOf('00004'), await valueOf('00111')]).toEqual([
      expect.closeTo(36.28, 1),
      expect.closeTo(283.52, 0),
    ]);
    const expected = async (weeks: readonly number[], of?: Readonly<Record<string, number>>) =>
      (await call('cdnow', 'features.expect', { weeks, ...(of && { of }) })) as Expectation;
    const someone = await expected([1, 3, 32, 78, 52]);
    expect(someone.ahead.map(({ purchases }) => purchases)).toEqual(
      [0.0532, 0.1506, 1.0437, 1.8576, 1.444].map((purchases) => expect.closeTo(purchases, 3)),
    );
    const often = await expected([52], { repeats: 26, lastWeeks: 30.857, watchedWeeks: 31 });
    expect(often.alive).toBeCloseTo(0.96885, 4);
    expect(often.ahead).toEqual([{ weeks: 52, purchases: expect.closeTo(25.757, 2) as number }]);
    // Customers 1, 2 and 3 of the published list, with the mean amount of what they bought again.
    const twice = { repeats: 2, lastWeeks: 30.43, watchedWeeks: 38.86, meanAmount: 22.345 };
    const first = await expected([39], twice);
    expect(first.ahead).toEqual([{ weeks: 39, purchases: expect.closeTo(1.226, 3) as number }]);
    const once = { repeats: 1, lastWeeks: 1.71, watchedWeeks: 38.86, meanAmount: 11.77 };
    const amounts = [first, await expected([39], once), await expected([39])].map(({ amount }) => amount);
    expect(amounts).toEqual(close([24.659, 18.911, 35.171], 1));
    const value = { months: 12, discount: 0.01, margin: 1, model: 'paretonbd' };
    await call('cdnow', 'project.setSettings', { more: { habits: false, value } });
    const other = (await json('features', 'cdnow.clientela', '--json')) as Featured;
    expect(other.customerValue.logLikelihood).toBeCloseTo(-9595, 1);
    expect(other.customerValue.parameters).toEqual(
      closeBy({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, 2),
    );
    // All 78 weeks: the first 39 foretell the rest.
    await call('cdnow', 'project.setSettings', { analysisDate: null });
    for (const [model, expected] of [
      ['paretonbd', 1665.4],
      ['bgnbd', 1653.4],
    ] as const) {
      await call('cdnow', 'project.setSettings', { more: { habits: false, value: { ...value, model } } });
      const { customerValue } = (await json('features', 'cdnow.clientela', '--json')) as Featured;
      const { from, actual } = customerValue.holdout;
      expect([from, actual]).toEqual(['1997-10-01', 1882]);
      expect(customerValue.holdout.expected).toBeCloseTo(expected, 0);
    }
  });
});
