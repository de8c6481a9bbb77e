// Workbooks and packed text on the command line: the sheet is chosen by name, old formats need nothing else.
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { afterAll, expect, test } from 'vitest';
import { openDesk } from '../support/commandLine.ts';

const desk = openDesk();
afterAll(() => desk.remove());

function workbook(bookType: 'biff8' | 'ods' | 'xlsx'): Buffer {
  const book = utils.book_new();
  const people = [['id', 'name', 'age'], ...[31, 44, 52].map((age, i) => [`K${i}`, `Ana ${i}`, age])];
  utils.book_append_sheet(book, utils.aoa_to_sheet([['note'], ['nothing to see']]), 'Cover');
  utils.book_append_sheet(book, utils.aoa_to_sheet(people), 'People');
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

test.each([
  ['xls', 'biff8'],
  ['ods', 'ods'],
  ['xlsx', 'xlsx'],
] as const)('%s: inspect lists the sheets, import takes the one that is named', async (format, bookType) => {
  const file = `people.${format}`;
  desk.write(file, workbook(bookType));
  const { files } = (await desk.json('inspect', file, '--sheet', 'People', '--json')) as { files: object[] };
  expect(files[0]).toMatchObject({
    format,
    headerRow: 1,
    sheets: [
      { name: 'Cover', rows: 2, columns: 1, hidden: false },
      { name: 'People', rows: 4, columns: 3, hidden: false },
    ],
    columns: [{ name: 'id' }, { name: 'name' }, { name: 'age' }],
  });
  const project = `${format}.clientela`;
  expect(await desk.json('import', project, file, '--sheet', 'People', '--json')).toMatchObject({
    records: { read: 3, loaded: 3, rejected: 0, blank: 0 },
  });
});

test('a sheet that is not there is refused', async () => {
  desk.write('people.xlsx', workbook('xlsx'));
  const { status, stderr } = await desk.run('inspect', 'people.xlsx', '--sheet', 'Persons');
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^XLSX-NO-ROWS: .*Persons/)]);
});

test('text in a gzip file is imported as it is', async () => {
  desk.write('people.csv.gz', gzipSync('id;name;age\n1;Ana;31\n2;Rui;44\n'));
  expect(await desk.json('import', 'packed.clientela', 'people.csv.gz', '--json')).toMatchObject({
    records: { read: 2, loaded: 2, rejected: 0, blank: 0 },
  });
});
