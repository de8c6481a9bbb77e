// What the quality checks say about real files: what is known to be wrong with them is found, and nothing else is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { startEngine } from '../support/engine.ts';

const folder = process.env['CLIENTELA_DATA'];
if (folder === undefined)
  console.warn('NOT RUN: test/data/quality needs CLIENTELA_DATA, the folder of real data.');

/** `severity code column: touched` of all that did not pass, most harmful first; and what became of the lines. */
async function judged(file: readonly string[]) {
  const raw = readFileSync(join(folder ?? '', ...file));
  const bytes = file.at(-1)?.endsWith('.gz') ? gunzipSync(raw) : raw;
  const one = await startEngine();
  await one.project();
  await one.add('data.csv', bytes as unknown as string);
  await one.finish(one.client.quality.check({}));
  const report = await one.client.quality.report();
  await one.close();
  const findings = (report?.findings ?? [])
    .filter(({ severity }) => severity !== 'passed')
    .map(({ severity, code, column, touches }) => `${severity} ${code} ${column}: ${touches?.count ?? ''}`);
  return { findings, lines: report?.lines };
}

describe.runIf(folder !== undefined)('real files', () => {
  test('marketing campaign: births before 1901, one wild income, YOLO, 24 empty incomes', async () => {
    const { findings } = await judged(['marketing-campaign', 'marketing_campaign.csv']);
    expect(findings).toEqual(
      expect.arrayContaining([
        'should impossibleBirth Year_Birth: 3',
        'should outliers Income: 1',
        'know missing Income: 24',
        'know rareLevels Marital_Status: 7',
        'know constantColumn : 2',
      ]),
    );
    expect(findings.filter((line) => line.startsWith('must'))).toEqual([]);
  });

  test('online retail: lines without customer, returns, zero prices, repeats', async () => {
    const { findings, lines } = await judged(['online-retail', 'online-retail.csv.gz']);
    expect(findings).toEqual(
      expect.arrayContaining([
        'should noKey CustomerID: 135080',
        'know returns : 8905',
        'know zeroLines : 40',
        'know duplicateRows : 5268',
        'know negativePrices UnitPrice: 2',
      ]),
    );
    expect([lines?.read, lines?.used]).toEqual([541_909, 397_884]);
  });

  test('Portuguese orders: 1900-01-01 is a default', async () => {
    const { findings } = await judged(['i18n', 'pt-decimal-comma.csv']);
    expect(findings).toContain('should defaultValue Cliente_Data_Nascimento: 266');
  });
});
