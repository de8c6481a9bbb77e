// The catalogue of bad inputs, headers (37–44): every header is a column, shown so that it can be told apart, and kept
// as it was written.
import { afterAll, describe, expect, it } from 'vitest';
import { cleanText, safeCell } from '../../../electron/engine/export/safeText.ts';
import { cellsOf, codesOf, namesOf, readFile, TempFolder } from './reading.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

function lines(...rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}

async function readHeaders(name: string, header: string, ...rows: readonly string[]) {
  const file = await readFile(folder.write(name, lines(header, ...rows)), { headerRow: 1, delimiter: ',' });
  return { file, headers: file.inspection.columns.map((column) => column.header) };
}

describe('headers', () => {
  it('bad input 37: duplicate headers are two columns, told apart by a number', async () => {
    const { file, headers } = await readHeaders('37.csv', 'Email,Name,Email', 'a@x.cat,Ana,b@x.cat');
    expect(namesOf(file)).toEqual(['Email', 'Name', 'Email (2)']);
    expect(headers).toEqual(['Email', 'Name', 'Email']);
    expect(cellsOf(file)).toEqual([['a@x.cat', 'Ana', 'b@x.cat']]);
    expect(file.inspection.issues).toContainEqual({
      code: 'HEADER-DUPLICATE',
      severity: 'check',
      args: { count: 1 },
    });
  });

  it('bad input 38: an empty header, spaces and a zero-width space are shown by position', async () => {
    const { file, headers } = await readHeaders('38.csv', 'id,,   ,\u200B,city', '1,2,3,4,Vic');
    expect(namesOf(file)).toEqual(['id', 'Column 2', 'Column 3', 'Column 4', 'city']);
    expect(headers).toEqual(['id', '', '   ', '\u200B', 'city']);
    expect(file.inspection.issues).toContainEqual({
      code: 'HEADER-EMPTY',
      severity: 'check',
      args: { count: 3 },
    });
    expect(cellsOf(file)).toEqual([['1', '2', '3', '4', 'Vic']]);
  });

  it('bad input 39: names of object members are ordinary columns', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];
    const { file, headers } = await readHeaders('39.csv', names.join(','), 'a,b,c,d,e', 'f,g,h,i,j');
    expect(namesOf(file)).toEqual(names);
    expect(headers).toEqual(names);
    expect(cellsOf(file)).toEqual([
      ['a', 'b', 'c', 'd', 'e'],
      ['f', 'g', 'h', 'i', 'j'],
    ]);
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect(codesOf(file.issues)).toEqual([]);
  });

  it('bad input 40: headers with marks of SQL, formats and templates are ordinary columns', async () => {
    const names = ['"; DROP TABLE x;--', ']', '`', '%s', '${}', '{{}}', '?', ':a'];
    const quoted = ['"""; DROP TABLE x;--"', ...names.slice(1)].join(',');
    const { file, headers } = await readHeaders('40.csv', quoted, 'a,b,c,d,e,f,g,h');
    expect(namesOf(file)).toEqual(names);
    expect(headers).toEqual(names);
    expect(cellsOf(file)).toEqual([['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']]);
  });

  it('bad input 41: odd scripts, overrides and a header of 10,000 characters are kept whole and shown clipped', async () => {
    const zalgo = `Z${'\u0301\u0316'.repeat(40)}`;
    const family = '👩‍👩‍👧';
    const long = 'x'.repeat(10_000);
    const names = ['שם', 'a\u202Egpj.exe', zalgo, family, long];
    const { file, headers } = await readHeaders('41.csv', names.join(','), '1,2,3,4,5');
    expect(headers).toEqual(names);
    expect(namesOf(file)).toEqual(['שם', 'a\u202Egpj.exe', zalgo, family, `${'x'.repeat(199)}…`]);
    expect(headers.map(cleanText)).toEqual(names);
    expect(cellsOf(file)).toEqual([['1', '2', '3', '4', '5']]);
  });

  it('bad input 42: headers equal but for case or Unicode form are two columns with a warning', async () => {
    const composed = '\u00C9tat';
    const decomposed = 'E\u0301tat';
    const { file, headers } = await readHeaders(
      '42.csv',
      `${composed},${decomposed},city,CITY`,
      'a,b,Vic,Reus',
    );
    expect(headers).toEqual([composed, decomposed, 'city', 'CITY']);
    expect(namesOf(file)).toEqual([composed, `${decomposed} (2)`, 'city', 'CITY (2)']);
    expect(file.inspection.issues).toContainEqual({
      code: 'HEADER-ALIKE',
      severity: 'check',
      args: { count: 2, example: decomposed },
    });
    expect(codesOf(file.inspection.issues)).not.toContain('HEADER-DUPLICATE');
    expect(cellsOf(file)).toEqual([['a', 'b', 'Vic', 'Reus']]);
  });

  it('bad input 43: a header that looks like a formula is a column, neutral in exports', async () => {
    const formula = "=cmd|' /C calc'!A0";
    const { file, headers } = await readHeaders('43.csv', `${formula},name`, '1,Ana');
    expect(headers).toEqual([formula, 'name']);
    expect(namesOf(file)).toEqual([formula, 'name']);
    expect(headers.map(safeCell)).toEqual([`'${formula}`, 'name']);
  });

  it('bad input 44: numeric headers keep their order', async () => {
    const { file, headers } = await readHeaders('44.csv', '3,1,2,10', 'a,b,c,d', 'e,f,g,h');
    expect(headers).toEqual(['3', '1', '2', '10']);
    expect(namesOf(file)).toEqual(['3', '1', '2', '10']);
    expect(cellsOf(file)).toEqual([
      ['a', 'b', 'c', 'd'],
      ['e', 'f', 'g', 'h'],
    ]);
  });
});
