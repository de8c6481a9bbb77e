// The readers against real files, found through CLIENTELA_DATA. Without it nothing here can be checked, and that is said.
import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import type { FieldRole } from '../../shared/model/source.ts';
import { inspectFile, parseNumber } from '../../electron/engine/files/index.ts';
import { cellsOf, namesOf, type ReadFile, readFile, refusalOf, TempFolder } from '../unit/files/reading.ts';

const DATA = process.env['CLIENTELA_DATA'] ?? '';
const folder = new TempFolder();
afterAll(() => folder.remove());

if (DATA === '') console.warn('CLIENTELA_DATA is not set: the readers were NOT tried on real files.');

function data(...path: readonly string[]): string {
  return join(DATA, ...path);
}

function columnWith(file: ReadFile, role: FieldRole): string | undefined {
  return file.inspection.columns.find((column) => column.role === role)?.name;
}

function distinctOf(file: ReadFile, role: FieldRole): number {
  const at = file.inspection.columns.findIndex((column) => column.role === role);
  return new Set(file.loaded.map((record) => record.cells[at]).filter((cell) => cell !== null)).size;
}

function sumOf(file: ReadFile, name: string): number {
  const at = file.inspection.columns.findIndex((column) => column.name === name);
  const style = file.inspection.columns[at];
  if (style === undefined) throw new Error(`no column ${name}`);
  return file.loaded.reduce((sum, record) => sum + (parseNumber(record.cells[at] ?? '', style) ?? 0), 0);
}

function allFiles(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const RETAIL_ROLES = [
  'orderKey',
  'product',
  'feature',
  'quantity',
  'date',
  'unitPrice',
  'customerKey',
  'feature',
];

/** Rows with a customer, a positive quantity and a positive price: the published clean part. */
function cleanRetail(file: ReadFile): {
  readonly rows: number;
  readonly customers: number;
  readonly orders: number;
  readonly revenue: number;
} {
  const customers = new Set<string>();
  const orders = new Set<string>();
  let rows = 0;
  let revenue = 0;
  for (const { cells } of file.loaded) {
    const [order, , , quantity, , price, customer] = cells;
    const amount = Number(quantity) * Number(price);
    if (order == null || customer == null || Number(quantity) <= 0 || Number(price) <= 0) continue;
    rows++;
    revenue += amount;
    customers.add(customer);
    orders.add(order);
  }
  return { rows, customers: customers.size, orders: orders.size, revenue: Math.round(revenue * 1000) / 1000 };
}

const CLEAN_RETAIL = { rows: 397_884, customers: 4338, orders: 18_532, revenue: 8_911_407.904 };

describe.runIf(DATA !== '')('real files', () => {
  it('online-retail as text', async () => {
    const path = join(folder.path, 'online-retail.csv');
    await pipeline(
      createReadStream(data('online-retail', 'online-retail.csv.gz')),
      createGunzip(),
      createWriteStream(path),
    );
    const file = await readFile(path);
    expect(file.inspection.kind).toBe('transactions');
    expect(file.inspection.columns.map((column) => column.role)).toEqual(RETAIL_ROLES);
    expect(file.counts).toEqual({ read: 541_909, loaded: 541_909, rejected: 0, blank: 0 });
    expect(file.issues).toMatchObject([{ code: 'KEY-MISSING', count: 135_080 }]);
    expect(cleanRetail(file)).toEqual(CLEAN_RETAIL);
  });

  it('online-retail as a workbook gives the same', async () => {
    const file = await readFile(data('online-retail', 'online-retail.xlsx'));
    expect(file.inspection.columns.map((column) => column.role)).toEqual(RETAIL_ROLES);
    expect(file.counts).toEqual({ read: 541_909, loaded: 541_909, rejected: 0, blank: 0 });
    expect(cleanRetail(file)).toEqual(CLEAN_RETAIL);
  });

  it('Russian orders in windows-1251', async () => {
    const file = await readFile(data('i18n', 'ru-windows-1251.csv'));
    expect(file.inspection).toMatchObject({
      kind: 'transactions',
      asks: [],
      settings: { encoding: 'windows-1251', delimiter: ';', headerRow: 1, dateOrder: 'dmy' },
    });
    expect(columnWith(file, 'customerKey')).toBe('Заказчик');
    expect(columnWith(file, 'amount')).toBe('Итого');
    expect(columnWith(file, 'date')).toBe('Дата');
    expect(file.counts).toEqual({ read: 3439, loaded: 3439, rejected: 0, blank: 0 });
  });

  it('Brazilian orders with decimal commas', async () => {
    const file = await readFile(data('i18n', 'pt-decimal-comma.csv'));
    expect(file.inspection).toMatchObject({
      kind: 'transactions',
      asks: [],
      settings: { encoding: 'utf-8', delimiter: ';', decimal: ',', thousands: '.' },
    });
    expect(columnWith(file, 'customerKey')).toBe('Cliente_Codigo');
    expect(columnWith(file, 'amount')).toBe('ValorVenda');
    expect(columnWith(file, 'date')).toBe('DataVenda');
    expect(file.counts).toEqual({ read: 28_505, loaded: 28_505, rejected: 0, blank: 0 });
    expect(distinctOf(file, 'customerKey')).toBe(13_737);
  });

  it('CDNOW: columns of spaces, compact dates, no header', async () => {
    const file = await readFile(data('cdnow', 'cdnow-sample.txt'));
    expect(file.inspection.settings).toMatchObject({ delimiter: ' ', headerRow: 0 });
    expect(file.inspection.columns.map((column) => column.role)).toEqual([
      'customerKey',
      'feature',
      'date',
      'quantity',
      'amount',
    ]);
    expect(file.counts).toEqual({ read: 6919, loaded: 6919, rejected: 0, blank: 0 });
    expect(distinctOf(file, 'customerKey')).toBe(2357);
  });

  it('orders with published segments', async () => {
    const file = await readFile(data('rfm-orders', 'rfm-orders.csv'));
    expect(file.inspection.kind).toBe('transactions');
    expect(file.inspection.columns.map((column) => column.role)).toEqual([
      'customerKey',
      'date',
      'amount',
      'pii',
      'pii',
      'contact',
    ]);
    expect(file.counts).toEqual({ read: 4906, loaded: 4906, rejected: 0, blank: 0 });
    expect(distinctOf(file, 'customerKey')).toBe(995);
  });

  it.each(['marketing_campaign.csv', 'marketing_campaign_TAB_derived.csv'])(
    'campaign customers: %s',
    async (name) => {
      const file = await readFile(data('marketing-campaign', name));
      expect(file.inspection).toMatchObject({ kind: 'customers', asks: [] });
      expect(columnWith(file, 'customerKey')).toBe('ID');
      expect(columnWith(file, 'outcome')).toBe('Response');
      expect(file.inspection.columns.find((column) => column.name === 'Income')?.missing).toBe(24);
      expect(file.counts).toEqual({ read: 2240, loaded: 2240, rejected: 0, blank: 0 });
    },
  );

  it('mall customers and iris', async () => {
    const mall = await readFile(data('mall', 'mall-customers.csv'));
    const iris = await readFile(data('iris', 'iris.csv'));
    expect(mall.inspection.kind).toBe('customers');
    expect(mall.counts).toEqual({ read: 200, loaded: 200, rejected: 0, blank: 0 });
    expect(sumOf(mall, 'Age')).toBe(7770);
    expect(iris.counts).toEqual({ read: 150, loaded: 150, rejected: 0, blank: 0 });
  });
});

describe.runIf(DATA !== '')('the corpus', () => {
  const spectrum = data('corpus', 'csv-spectrum');
  const names = DATA === '' ? [] : readdirSync(join(spectrum, 'csvs'));

  it.each(names)('csv-spectrum %s is read as expected', async (name) => {
    const file = await readFile(join(spectrum, 'csvs', name), { headerRow: 1, delimiter: ',' }, true);
    const expected: unknown = JSON.parse(
      readFileSync(join(spectrum, 'json', name.replace('.csv', '.json')), 'utf8'),
    );
    const headers = namesOf(file);
    const rows = cellsOf(file).map((cells) =>
      Object.fromEntries(cells.map((cell, i) => [headers[i], cell ?? ''])),
    );
    // The stored copy of one file lost its carriage returns, so line ends inside cells are compared as one.
    const withPlainEnds = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value).replaceAll('\\r\\n', '\\n'));
    expect(withPlainEnds(rows)).toEqual(withPlainEnds(expected));
  });

  const files = DATA === '' ? [] : allFiles(data('corpus')).filter((path) => extname(path) !== '.json');

  it.each(files.map((path) => [path.slice(data('corpus').length + 1), path] as const))(
    '%s loads or is refused by name',
    async (_name, path) => {
      try {
        const { counts, loaded, rejects } = await readFile(path);
        expect(counts.read).toBe(counts.loaded + counts.rejected + counts.blank);
        expect([loaded.length, rejects.length]).toEqual([counts.loaded, counts.rejected]);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
        expect(error).toMatchObject({ code: expect.stringMatching(/^(?:SRC|CSV|XLSX?|ZIP)-/) });
      }
    },
  );

  it('the password-protected workbook is refused as such', async () => {
    expect((await refusalOf(inspectFile(data('corpus', 'calamine', 'pass_protected.xlsx'), {}))).code).toBe(
      'XLSX-ENCRYPTED',
    );
  });

  it('CLIENTELA_DATA points at the data', () => {
    expect(existsSync(data('README.md'))).toBe(true);
  });
});
