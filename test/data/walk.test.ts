// Whole walks over real data by the command line: counts and clustering scores as published or computed elsewhere
// (UCI Online Retail; R and scikit-learn for iris and mall), and every export opened again.
// The data are found through CLIENTELA_DATA.
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORTS } from '../../shared/contract/plan.ts';
import { openDesk } from '../support/commandLine.ts';

const data = process.env['CLIENTELA_DATA'];
if (data === undefined)
  console.warn('NOT RUN: test/data/walk needs CLIENTELA_DATA, the folder of real data.');
const at = (...path: readonly string[]): string => join(data ?? '', ...path);

interface Ran {
  readonly imports: readonly { records: object; warnings: readonly { code: string; count?: number }[] }[];
  readonly features: Readonly<Record<string, unknown>>;
  readonly segments: readonly { name: string; customers: number; share: number }[];
  readonly personas: readonly string[];
  readonly totals: { readonly reach: number };
  readonly files: readonly string[];
}

interface Detected {
  readonly files: readonly {
    readonly encoding: string;
    readonly delimiter: string;
    readonly decimal: string;
    readonly dateOrder: string;
    readonly asks: readonly string[];
    readonly kind: string;
    readonly columns: readonly { name: string; role: string }[];
  }[];
}

interface Clustered {
  readonly sizes: readonly number[];
  readonly inertia: number;
  readonly silhouette: { readonly value: number } | null;
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
}

const timeless = (one: Ran): Omit<Ran, 'imports'> & { readonly imports: unknown } => ({
  ...one,
  imports: one.imports.map((made) => ({ ...made, elapsedMs: 0, source: null })),
});

describe.skipIf(data === undefined)('walks over real data', () => {
  const desk = openDesk();
  const read = (...path: readonly string[]): string => readFileSync(join(desk.folder, ...path), 'utf8');
  const run = async (recipe: object, file: string, out: string): Promise<Ran> => {
    desk.write('recipe.json', JSON.stringify(recipe));
    return (await desk.json('run', 'recipe.json', '--data', file, '--out', out, '--json')) as Ran;
  };
  const importTo = async (project: string, file: string, ...options: readonly string[]): Promise<unknown> => {
    const made = (await desk.json('import', `${project}.clientela`, file, ...options, '--json')) as {
      records: { read: number; loaded: number };
      source: { kind: string };
    };
    return [made.source.kind, made.records.read, made.records.loaded];
  };
  const totalsOf = async (project: string): Promise<unknown> => {
    const set = (await desk.json('features', `${project}.clientela`, '--json')) as Record<string, unknown>;
    return { customers: set['customers'], orders: set['orders'] };
  };
  const cluster = async (
    project: string,
    k: number,
    scale: string,
    features: readonly string[],
  ): Promise<Clustered> => {
    const options = ['--features', features.join(','), '--k', String(k), '--scale', scale];
    return (await desk.json('cluster', `${project}.clientela`, ...options, '--json')) as Clustered;
  };
  /** Distinct customers of a transaction file, counted by joining a table of one customer to it. */
  const customersJoined = async (project: string, key: string): Promise<unknown> => {
    desk.write('one.csv', `customer_id,city\n${key},Recife\n`);
    desk.write(
      'one.json',
      JSON.stringify({ columns: { customer_id: { type: 'text', role: 'customerKey' } } }),
    );
    await importTo(project, 'one.csv', '--as', 'customers', '--mapping', 'one.json');
    return desk.json('call', 'sources.join', '--project', `${project}.clientela`);
  };
  const detected = async (file: string): Promise<unknown> => {
    const { files } = (await desk.json('inspect', file, '--json')) as Detected;
    return files.map(({ encoding, delimiter, decimal, dateOrder, asks, kind, columns }) => ({
      settings: [encoding, delimiter, decimal, dateOrder, kind],
      asks,
      roles: Object.fromEntries(columns.map(({ name, role }) => [name, role])),
    }))[0];
  };

  /** Every file that a walk wrote, opened by somebody else's reader. */
  const openAll = async (out: string, segments: number): Promise<void> => {
    const book = await readXlsx(readFileSync(join(desk.folder, out, 'plan.xlsx')));
    expect(book.sheets.map((sheet) => sheet.rows.length > 1)).toEqual(book.sheets.map(() => true));
    const html = read(out, 'plan.html');
    expect(html).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/i);
    expect(html).not.toMatch(/<script|<link|<iframe|<object|<embed|\son[a-z]+=|javascript:|@import|https?:/i);
    expect(html).not.toMatch(/\b(?:src|href)="(?!#|data:)|url\((?!["']?(?:data:|#))/i);
    for (const name of ['audience.csv', 'segments.csv'] as const) {
      const { data: rows, errors } = Papa.parse<string[]>(
        read(out, name)
          .replace(/^\uFEFF/, '')
          .trimEnd(),
      );
      expect([name, errors, new Set(rows.map((row) => row.length)).size]).toEqual([name, [], 1]);
      if (name === 'segments.csv') expect(rows).toHaveLength(segments + 1);
    }
    expect(Object.keys(JSON.parse(read(out, 'segments.json')) as object).length).toBeGreaterThan(0);
    for (const name of ['personas.json', 'plan.json'] as const)
      expect(Object.keys(JSON.parse(read(out, name)) as object).length).toBeGreaterThan(0);
  };

  beforeAll(async () => {
    const from = createReadStream(at('online-retail', 'online-retail.csv.gz'));
    await pipeline(from, createGunzip(), createWriteStream(join(desk.folder, 'online-retail.csv')));
    await importTo('iris', at('iris', 'iris.csv'), '--as', 'customers');
    await importTo('mall', at('mall', 'mall-customers.csv'));
  });
  afterAll(() => desk.remove());

  test('Online Retail from CSV, again, and from the workbook: the published counts, the same answer', async () => {
    const csv = await run({}, 'online-retail.csv', 'csv');
    expect(
      csv.imports.map(({ records, warnings }) => [
        records,
        warnings.filter(({ code }) => code === 'KEY-MISSING'),
      ]),
    ).toEqual([
      [
        { read: 541_909, loaded: 541_909, rejected: 0, blank: 0 },
        [expect.objectContaining({ column: 'CustomerID', count: 135_080 })],
      ],
    ]);
    const { customers, orders, revenue, leftOut } = csv.features as Readonly<Record<string, unknown>>;
    expect({ customers, orders, leftOut }).toMatchObject({
      customers: 4338,
      orders: 18_532,
      leftOut: { withoutKey: 135_080, returns: 8905 },
    });
    expect(Math.abs(Number(revenue) / 8_911_407.904 - 1)).toBeLessThan(1e-6);
    expect(csv.segments.reduce((sum, segment) => sum + segment.customers, 0)).toBe(4338);
    expect([csv.personas.length, csv.files]).toEqual([csv.segments.length, EXPORTS]);
    expect(csv.totals.reach).toBeGreaterThan(0);
    await openAll('csv', csv.segments.length);
    expect(timeless(await run({}, 'online-retail.csv', 'again'))).toEqual(timeless(csv));
    expect(timeless(await run({}, at('online-retail', 'online-retail.xlsx'), 'xlsx'))).toEqual(timeless(csv));
    for (const name of EXPORTS.filter((one) => one.endsWith('.json') || one.endsWith('.csv')))
      expect(read('again', name) === read('csv', name) && read('xlsx', name) === read('csv', name)).toBe(
        true,
      );
  });

  test('a Russian file: read without help, walked in Russian', async () => {
    const file = at('i18n', 'ru-windows-1251.csv');
    expect(await detected(file)).toEqual({
      settings: ['windows-1251', ';', expect.any(String), 'dmy', 'transactions'],
      asks: [],
      roles: {
        Дата: 'date',
        Заказчик: 'customerKey',
        Город: 'feature',
        'Категория товара': 'feature',
        Товар: 'product',
        'Цена за упаковку': 'unitPrice',
        Количество: 'quantity',
        Итого: 'amount',
      },
    });
    const walked = await run({ locale: 'ru', currency: 'RUB' }, file, 'ru');
    expect(walked.features).toMatchObject({ customers: 4, orders: 3439, revenue: 237_276_715 });
    expect(walked.segments.map(({ name }) => /^[А-ЯЁ][а-яё ]+/.test(name))).toEqual(
      walked.segments.map(() => true),
    );
    expect(read('ru', 'plan.html')).toContain('<html lang="ru"');
    await openAll('ru', walked.segments.length);
  });

  test('a Brazilian file: read without help, walked in Portuguese', async () => {
    const file = at('i18n', 'pt-decimal-comma.csv');
    expect(await detected(file)).toEqual({
      settings: ['utf-8', ';', ',', 'ymd', 'transactions'],
      asks: [],
      roles: {
        DataVenda: 'date',
        ValorVenda: 'amount',
        IdFormaDePagamento: 'feature',
        FormaPagamento: 'feature',
        TipoFormaPagamento: 'feature',
        NumeroParcelas: 'feature',
        Cliente_Codigo: 'customerKey',
        Cliente_Data_Nascimento: 'pii',
        UF_Cliente: 'feature',
        CanalVenda: 'feature',
      },
    });
    const walked = await run({ locale: 'pt-BR', currency: 'BRL' }, file, 'pt');
    expect(walked.imports[0]?.records).toEqual({ read: 28_505, loaded: 28_505, rejected: 0, blank: 0 });
    // 16 sales are of 0,00; they are no orders, and four customers have no other.
    expect(walked.features).toMatchObject({ customers: 13_733, orders: 28_489 });
    expect(walked.segments.map(({ name }) => name.startsWith('Clientes'))).toEqual(
      walked.segments.map(() => true),
    );
    expect(read('pt', 'plan.html')).toContain('<html lang="pt-BR"');
    await openAll('pt', walked.segments.length);
    expect(await importTo('sales', file)).toEqual(['transactions', 28_505, 28_505]);
    expect(await customersJoined('sales', '1')).toMatchObject({ customersInTransactions: 13_737, both: 1 });
  });

  test.each([
    ['none', [62, 50, 38], 78.851441, 0.552819, 561.628, 0.661972],
    ['z', [53, 50, 47], 139.8205, 0.459948, 241.904, 0.833595],
  ] as const)('iris, k = 3, scale %s', async (scale, sizes, inertia, silhouette, ch, db) => {
    // The header row of this file holds its counts and the species; only its length matters here.
    const made = await cluster('iris', 3, scale, ['150', '4', 'setosa', 'versicolor']);
    expect(made.sizes).toEqual(sizes);
    expect(made.inertia).toBeCloseTo(inertia, scale === 'none' ? 6 : 4);
    expect(made.silhouette?.value).toBeCloseTo(silhouette, 6);
    expect(made.calinskiHarabasz).toBeCloseTo(ch, 3);
    expect(made.daviesBouldin).toBeCloseTo(db, 6);
  });

  const INCOME_AND_SCORE = ['Annual Income (k$)', 'Spending Score (1-100)'];

  test.each([
    [1, 269_981.28],
    [2, 181_363.6],
    [3, 106_348.37],
    [4, 73_679.79],
    [5, 44_448.46],
    [6, 37_233.81],
  ])('mall, income and score, k = %i', async (k, inertia) => {
    expect((await cluster('mall', k, 'none', INCOME_AND_SCORE)).inertia).toBeCloseTo(inertia, 2);
  });

  test('mall, income and score, k = 5: sizes and scores', async () => {
    const made = await cluster('mall', 5, 'none', INCOME_AND_SCORE);
    expect(made.sizes).toEqual([81, 39, 35, 23, 22]);
    expect(made.inertia).toBeCloseTo(44_448.4554, 4);
    expect(made.silhouette?.value).toBeCloseTo(0.553932, 6);
    expect(made.calinskiHarabasz).toBeCloseTo(247.359, 3);
    expect(made.daviesBouldin).toBeCloseTo(0.572563, 6);
  });

  test('orders of the RFM vignette, the CDNOW sample and both campaign tables', async () => {
    expect(await importTo('rfm', at('rfm-orders', 'rfm-orders.csv'))).toEqual(['transactions', 4906, 4906]);
    expect(await totalsOf('rfm')).toEqual({ customers: 995, orders: 4906 });
    expect(await importTo('cdnow', at('cdnow', 'cdnow-sample.txt'))).toEqual(['transactions', 6919, 6919]);
    expect(await customersJoined('cdnow', '00004')).toMatchObject({ customersInTransactions: 2357, both: 1 });
    for (const name of ['marketing_campaign', 'marketing_campaign_TAB_derived'])
      expect(await importTo(name, at('marketing-campaign', `${name}.csv`))).toEqual([
        'customers',
        2240,
        2240,
      ]);
    expect(await totalsOf('marketing_campaign')).toEqual({ customers: 2240, orders: 0 });
  });
});
