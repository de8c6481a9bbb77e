// The committed sample files: the same bytes from the same seed, small, coherent, with the stated flaws and kinds.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { FLAWS } from '../../../resources/sample/flaws.ts';
import {
  SAMPLE_FILES,
  TRUTH_FILE,
  sampleFilesOf,
  type SampleLocale,
} from '../../../resources/sample/files.ts';
import { drawSample, generateSample } from '../../../resources/sample/generate.ts';
import { SAMPLE_LANGUAGES } from '../../../resources/sample/languages.ts';
import type { Sample } from '../../../resources/sample/tables.ts';
import { sampleFeatures } from './features.ts';
import { adjustedRand, quickKmeans, standardise } from './recover.ts';

const FOLDER = join(import.meta.dirname, '../../../resources/sample');
const LOCALES = Object.keys(SAMPLE_FILES) as SampleLocale[];
const MEBIBYTE = 1024 * 1024;

let generated: ReadonlyMap<string, Uint8Array>;
let sample: Sample;
beforeAll(() => {
  generated = generateSample();
  sample = drawSample();
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function cellsOf(
  locale: SampleLocale,
  table: 'customers' | 'orders' | 'survey',
): readonly (readonly string[])[] {
  const language = SAMPLE_LANGUAGES[locale];
  const text = iconv.decode(readFileSync(join(FOLDER, SAMPLE_FILES[locale][table])), language.encoding);
  const records = text.split(language.lineEnd).slice(1, -1);
  return records.map((record) => record.split(language.delimiter));
}

describe.each(LOCALES)('sample in %s', (locale) => {
  it('comes out byte for byte as committed', () => {
    for (const path of Object.values(SAMPLE_FILES[locale])) {
      expect([path, sha256(generated.get(path) ?? new Uint8Array())]).toEqual([
        path,
        sha256(readFileSync(join(FOLDER, path))),
      ]);
    }
  });

  it('stays under 1.35 MB', () => {
    const bytes = Object.values(SAMPLE_FILES[locale]).reduce(
      (sum, path) => sum + readFileSync(join(FOLDER, path)).length,
      0,
    );
    expect(bytes).toBeLessThan(1.35 * MEBIBYTE);
  });

  it('has amounts that follow from quantity, price and discount', () => {
    const number = (text: string | undefined): number => Number((text ?? '').replace(',', '.'));
    const wrong = cellsOf(locale, 'orders').filter(([, , , , quantity, price, discount, amount]) => {
      const exact = number(quantity) * number(price) * (1 - number(discount) / 100);
      return Math.abs(exact - number(amount)) > 0.0051;
    });
    expect(wrong).toEqual([]);
  });

  it('has the stated flaws and no others', () => {
    const language = SAMPLE_LANGUAGES[locale];
    const impossible = language.date('2025', '02', '30');
    const customers = cellsOf(locale, 'customers');
    const orders = cellsOf(locale, 'orders');
    const keys = customers.map((cells) => cells[0]);
    const known = new Set(keys);
    expect({
      birthDates: customers.filter((cells) => cells[3] === impossible).length,
      extraCells: customers.filter((cells) => cells.length > 11).length,
      duplicateKeys: keys.length - known.size,
      orderDates: orders.filter((cells) => cells[1] === impossible).length,
      spacedKeys: orders.filter((cells) => cells[2] !== cells[2]?.trim()).length,
      unknownKeys: orders.filter((cells) => !known.has((cells[2] ?? '').trim())).length,
      noCategory: orders.filter((cells) => cells[3] === '').length,
      duplicateLines: orders.length - new Set(orders.map(String)).size,
    }).toEqual({
      birthDates: FLAWS.customers.impossibleDates.length,
      extraCells: FLAWS.customers.extraCells.length,
      duplicateKeys: FLAWS.customers.duplicates.length,
      orderDates: FLAWS.orders.impossibleDates.length,
      spacedKeys: FLAWS.orders.spacedKeys.length,
      unknownKeys: FLAWS.orders.unknownKeys.length,
      noCategory: FLAWS.orders.missingCategories.length,
      duplicateLines: FLAWS.orders.duplicates.length,
    });
  });
});

describe('sample', () => {
  it('has the stated sizes', () => {
    const orders = new Set(sample.lines.filter((line) => line.quantity > 0).map((line) => line.order)).size;
    const returns = sample.lines.filter((line) => line.quantity < 0).length;
    const never = sample.customers.filter((customer) => customer.kind === null).length;
    expect({
      customers: sample.customers.length,
      orders,
      lines: sample.lines.length,
      returns,
      never,
      answers: sample.answers.length,
    }).toEqual({ customers: 3_882, orders: 17_824, lines: 18_937, returns: 746, never: 52, answers: 2_306 });
  });

  it('changes with the seed', () => {
    expect(sha256(generateSample(1).get(SAMPLE_FILES.en.orders) ?? new Uint8Array())).not.toBe(
      sha256(generated.get(SAMPLE_FILES.en.orders) ?? new Uint8Array()),
    );
  });

  it('keeps the truth aside, one line per customer', () => {
    const text = readFileSync(join(FOLDER, TRUTH_FILE), 'utf8');
    expect(
      text
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    ).toEqual(sample.customers.map(({ key }) => key));
    expect(sha256(generated.get(TRUTH_FILE) ?? new Uint8Array())).toBe(
      sha256(readFileSync(join(FOLDER, TRUTH_FILE))),
    );
  });

  it('gives Catalan and Spanish readers the English files', () => {
    expect([sampleFilesOf('ca'), sampleFilesOf('es'), sampleFilesOf('ru')]).toEqual([
      SAMPLE_FILES.en,
      SAMPLE_FILES.en,
      SAMPLE_FILES.ru,
    ]);
  });

  it('lets k-means find the five kinds again, less well from purchases alone', () => {
    const { kinds, rows } = sampleFeatures(sample);
    const all = adjustedRand(quickKmeans(standardise(rows), 5, 4), kinds);
    const purchases = adjustedRand(quickKmeans(standardise(rows.map((row) => row.slice(0, 3))), 5, 4), kinds);
    expect(all).toBeGreaterThanOrEqual(0.6);
    expect(purchases).toBeGreaterThan(0.3);
    expect(purchases).toBeLessThan(all);
  });
});
