// Workbooks beyond the usual sizes: zip64, and memory that does not grow with the rows.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../../electron/engine/files/index.ts';
import { writeLongXlsx } from '../../bench/longXlsx.ts';
import { cellsOf, readFile, refusalOf, TempFolder } from './reading.ts';
import { type Part, row, workbookParts, zip64Of, zipOf } from './zipFixture.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

const ROWS = row(1, ['id', 'name', 'amount']) + row(2, ['7', 'Ana', 12.5]) + row(3, ['8', 'Bo', 3]);
const parts = workbookParts({ sheets: [{ name: 'Data', rows: ROWS }] });

describe('zip64', () => {
  it('a workbook with zip64 records reads as the same without', async () => {
    const short = await readFile(folder.write('short.xlsx', zipOf(parts)));
    const long = await readFile(folder.write('long.xlsx', zip64Of(parts)));
    expect(cellsOf(long)).toEqual([
      ['7', 'Ana', '12.5'],
      ['8', 'Bo', '3'],
    ]);
    expect([long.counts, long.loaded, long.issues]).toEqual([short.counts, short.loaded, short.issues]);
  });

  it('text packed with zip64 records', async () => {
    const path = folder.write('text.zip', zip64Of([{ name: 'a.csv', content: 'id,name\n1,Ana\n2,Bo\n' }]));
    expect(cellsOf(await readFile(path))).toEqual([
      ['1', 'Ana'],
      ['2', 'Bo'],
    ]);
  });

  it.each([
    ['more than any sheet', { declaredBytes: 2 ** 40 }, 'XLSX-TOO-LARGE'],
    ['more bytes than numbers can count', { declaredBytes: 2 ** 60 }, 'XLSX-TOO-LARGE'],
    ['other than there are', { declaredBytes: 100 }, 'XLSX-DAMAGED'],
    ['a checksum of something else', { declaredCrc: 1 }, 'XLSX-DAMAGED'],
  ] as const)('bad input 64: zip64 that declares %s', async (_what, lie: Partial<Part>, code) => {
    const lying = parts.map((part) => (part.name.includes('sheet0') ? { ...part, ...lie } : part));
    const { code: found } = await refusalOf(inspectFile(folder.write('lie.xlsx', zip64Of(lying)), {}));
    expect(found).toBe(code);
  });

  it('bad input 64: a zip64 locator that points nowhere', async () => {
    const file = zip64Of(parts);
    file.writeBigUInt64LE(BigInt(file.length * 2), file.length - 22 - 20 + 8);
    const { code } = await refusalOf(inspectFile(folder.write('nowhere.xlsx', file), {}));
    expect(code).toBe('XLSX-DAMAGED');
  });
});

describe('memory', () => {
  it('a workbook of 1.8 million cells is read in a heap that could not hold them', {
    timeout: 60_000,
  }, async () => {
    const script = fileURLToPath(new URL('../../bench/workbookOnce.ts', import.meta.url));
    const path = folder.write('million.xlsx', '');
    await writeLongXlsx(path, 150_000, 12);
    const args = ['--max-old-space-size=24', '--max-semi-space-size=2', script, 'ours', path];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const { rows, cells, peakMb } = JSON.parse(stdout) as { rows: number; cells: number; peakMb: number };
    expect([rows, cells]).toEqual([150_001, 150_001 * 12]);
    // Half of it is the empty process; the sheet unpacked is 90 MB.
    expect(peakMb).toBeLessThan(200);
  });
});
