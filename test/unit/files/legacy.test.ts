// XLS and XLSB through the disposable reader: what it reads, and how each of its ends is told.
import { CFB, utils, write, type BookType, type WorkBook } from '@e965/xlsx';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { OpenLegacy } from '../../../electron/engine/files/legacy/openLegacy.ts';
import type { SandboxLimits } from '../../../electron/engine/files/legacy/sandbox.ts';
import { inspectFile, readRecords } from '../../../electron/engine/files/index.ts';
import { closeFile, openRegularFile } from '../../../electron/engine/files/openFile.ts';
import { cellsOf, codesOf, namesOf, readFile, refusalOf, TempFolder } from './reading.ts';
import { oleOf, zipOf } from './zipFixture.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

function customers(rows = 2): WorkBook {
  const day = (serial: number): object => ({ t: 'n', v: serial, z: 'dd/mm/yyyy' });
  const table = [
    ['id', 'имя', 'joined', 'spent', 'active'],
    ...Array.from({ length: rows }, (_unused, i) => [
      i + 1,
      `Añà ${i}`,
      day(45_000 + i),
      i + 0.25,
      i % 2 === 0,
    ]),
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Empty');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['only', 'header']]), 'Kept back');
  utils.book_append_sheet(book, utils.aoa_to_sheet(table), 'Клиенты');
  book.Workbook = { Sheets: [{}, { Hidden: 2 }, {}] };
  return book;
}

function bytesOf(book: WorkBook, bookType: BookType): Buffer {
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

/** The same workbook with the record that announces a password ([MS-XLS] 2.4.117). */
function locked(xls: Buffer): Buffer {
  const container = CFB.read(xls, { type: 'buffer' });
  const stream = CFB.find(container, '/Workbook');
  if (stream === null) throw new Error('no stream');
  const content = Buffer.from(stream.content as Uint8Array);
  const afterStart = 4 + content.readUInt16LE(2);
  const filePass = Buffer.from('2f000600000001000200', 'hex');
  stream.content = Buffer.concat([content.subarray(0, afterStart), filePass, content.subarray(afterStart)]);
  stream.size = stream.content.length;
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

async function openLimited(path: string, limits: SandboxLimits): Promise<object> {
  const file = await openRegularFile(path);
  try {
    const book = await OpenLegacy.open(file, 'xls', limits);
    book.close();
    return book.sheets;
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, args: error.args };
    throw error;
  } finally {
    await closeFile(file);
  }
}

describe.each([
  ['xls', 'biff8'],
  ['xlsb', 'xlsb'],
] as const)('%s', (format, bookType) => {
  it('bad input 62: is read, with its sheets, dates, numbers and booleans', async () => {
    const file = await readFile(folder.write(`a.${format}`, bytesOf(customers(), bookType)), {}, true);
    expect(file.inspection.settings).toMatchObject({ format, sheet: 'Клиенты' });
    expect(file.inspection.sheets).toEqual([
      { name: 'Empty', rows: 0, columns: 0, hidden: false },
      { name: 'Kept back', rows: 1, columns: 2, hidden: true },
      { name: 'Клиенты', rows: 3, columns: 5, hidden: false },
    ]);
    expect(namesOf(file)).toEqual(['id', 'имя', 'joined', 'spent', 'active']);
    expect(cellsOf(file)).toEqual([
      ['1', 'Añà 0', '2023-03-15', '0.25', 'TRUE'],
      ['2', 'Añà 1', '2023-03-16', '1.25', 'FALSE'],
    ]);
    expect(codesOf(file.inspection.issues)).toContain('OTHER-SHEETS');
  });

  it('bad input 70: hidden rows and columns load with a note', async () => {
    const book = customers(5);
    const [, , sheet] = Object.values(book.Sheets);
    if (sheet === undefined) throw new Error('no sheet');
    sheet['!rows'] = [{}, {}, { hidden: true }];
    sheet['!cols'] = [{ wch: 9 }, { wch: 9, hidden: true }, { wch: 9 }];
    const file = await readFile(folder.write(`hidden.${format}`, bytesOf(book, bookType)), {}, true);
    expect(file.counts.loaded).toBe(5);
    // The program that writes these files leaves hidden rows out of XLS.
    const count = format === 'xls' ? 1 : 2;
    expect(file.issues).toEqual([{ code: 'HIDDEN-PARTS', severity: 'note', args: { count }, count }]);
  });

  it('a longer one comes whole, in pieces', async () => {
    const path = folder.write(`long.${format}`, bytesOf(customers(4500), bookType));
    const file = await readFile(path, {}, true);
    expect(file.counts).toEqual({ read: 4500, loaded: 4500, rejected: 0, blank: 0 });
    expect(file.loaded.at(-1)?.cells).toEqual(['4500', 'Añà 4499', '2035-07-09', '4499.25', 'FALSE']);
  });
});

describe('ends of the disposable reader', () => {
  const path = folder.write('limits.xls', bytesOf(customers(20_000), 'biff8'));

  it('too little memory', async () => {
    const limit = { code: 'XLS-TOO-LARGE', args: { limit: '12 MB' } };
    expect(await openLimited(path, { memoryMb: 12 })).toEqual(limit);
    expect(await openLimited(path, { memoryMb: 12, kind: 'thread' })).toEqual(limit);
  });

  it('too little time', async () => {
    const late = { code: 'XLS-TOO-LARGE', args: { limit: '0.001 s' } };
    expect(await openLimited(path, { silenceMs: 1 })).toEqual(late);
    expect(await openLimited(path, { silenceMs: 1, kind: 'thread' })).toEqual(late);
  });

  it('a thread reads the same as a process', async () => {
    const sheets = await openLimited(path, {});
    expect(sheets).toMatchObject([{ rows: 0 }, { rows: 1 }, { rows: 20_001, columns: 5 }]);
    expect(await openLimited(path, { kind: 'thread' })).toEqual(sheets);
  });

  it('bad input 61: a password', async () => {
    const xls = folder.write('locked.xls', locked(bytesOf(customers(), 'biff8')));
    expect((await refusalOf(inspectFile(xls, {}))).code).toBe('XLSX-ENCRYPTED');
  });

  it('nonsense inside', async () => {
    const damaged = { code: 'XLSX-DAMAGED', place: { file: 'nonsense.xls' } };
    expect(await refusalOf(inspectFile(folder.write('nonsense.xls', oleOf(['Workbook'])), {}))).toMatchObject(
      damaged,
    );
    const xlsb = folder.write('nonsense.xlsb', zipOf([{ name: 'xl/workbook.bin', content: 'x' }]));
    expect((await refusalOf(inspectFile(xlsb, {}))).code).toBe('XLSX-DAMAGED');
    const cut = bytesOf(customers(3000), 'biff8');
    const { code } = await refusalOf(inspectFile(folder.write('cut.xls', cut.subarray(0, 2000)), {}));
    expect(code).toBe('XLSX-DAMAGED');
  });

  it('a cancelled import leaves no process behind', async () => {
    const { settings, columns } = await inspectFile(path, {});
    const signal = { aborted: false };
    const reading = readRecords(path, settings, columns, signal);
    await reading.next();
    signal.aborted = true;
    expect((await refusalOf(reading.next())).code).toBe('JOB-CANCELLED');
    const children = (): readonly string[] =>
      process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap');
    await vi.waitFor(() => expect(children()).toEqual([]), { timeout: 10_000 });
  });
});
