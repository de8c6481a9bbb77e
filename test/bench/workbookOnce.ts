// Reads a workbook once with the named reader and prints time, memory and what was found.
import { readFileSync } from 'node:fs';
import { closeFile, openRegularFile } from '../../electron/engine/files/openFile.ts';
import { readSheet } from '../../electron/engine/files/sheets/readSheet.ts';

interface Counted {
  rows: number;
  cells: number;
}

async function ours(path: string): Promise<Counted> {
  const counted = { rows: 0, cells: 0 };
  const file = await openRegularFile(path);
  for await (const { records } of readSheet(file, { format: 'xlsx' })) {
    counted.rows += records.length;
    for (const { cells } of records) counted.cells += cells.length;
  }
  await closeFile(file);
  return counted;
}

async function sheetjs(path: string): Promise<Counted> {
  const { read } = await import('@e965/xlsx');
  const options = { dense: true, cellText: false, cellHTML: false, cellFormula: false } as const;
  const book = read(readFileSync(path), options);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] as { readonly '!data'?: readonly unknown[][] };
  const rows = sheet['!data'] ?? [];
  return { rows: rows.length, cells: rows.reduce((sum, row) => sum + row.length, 0) };
}

async function exceljs(path: string): Promise<Counted> {
  const { default: excel } = await import('exceljs');
  const counted = { rows: 0, cells: 0 };
  const options = {
    sharedStrings: 'cache',
    styles: 'cache',
    worksheets: 'emit',
    hyperlinks: 'ignore',
  } as const;
  for await (const sheet of new excel.stream.xlsx.WorkbookReader(path, { ...options, entries: 'ignore' })) {
    for await (const row of sheet) {
      counted.rows++;
      counted.cells += (row.values as readonly unknown[]).length - 1;
    }
  }
  return counted;
}

const READERS: Readonly<Record<string, (path: string) => Promise<Counted>>> = { ours, sheetjs, exceljs };
const [name = '', path = ''] = process.argv.slice(2);
const began = performance.now();
const counted = await READERS[name]?.(path);
const ms = performance.now() - began;
console.log(JSON.stringify({ ...counted, ms, peakMb: process.resourceUsage().maxRSS / 1024 }));
