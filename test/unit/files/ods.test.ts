// OpenDocument spreadsheets: what cells become, and what is refused.
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../../electron/engine/files/index.ts';
import { cellsOf, codesOf, namesOf, readFile, refusalOf, TempFolder } from './reading.ts';
import { type Part, zipOf } from './zipFixture.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

const MIMETYPE: Part = { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' };
const SPACES = ['office', 'table', 'text', 'style', 'draw', 'calcext']
  .map((prefix) => `xmlns:${prefix}="urn:test:${prefix}"`)
  .join(' ');

function odsOf(
  tables: string,
  more: { readonly styles?: string; readonly doctype?: string; readonly parts?: readonly Part[] } = {},
): Buffer {
  const content = `<?xml version="1.0" encoding="UTF-8"?>${more.doctype ?? ''}<office:document-content ${SPACES}><office:automatic-styles>${more.styles ?? ''}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipOf([MIMETYPE, { name: 'content.xml', content }, ...(more.parts ?? [])]);
}

const text = (value: string, more = ''): string =>
  `<table:table-cell office:value-type="string"${more}><text:p>${value}</text:p></table:table-cell>`;
const typed = (type: string, attributes: string, shown = '?'): string =>
  `<table:table-cell office:value-type="${type}" ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
const line = (cells: string, more = ''): string => `<table:table-row${more}>${cells}</table:table-row>`;
const table = (name: string, rows: string, more = ''): string =>
  `<table:table table:name="${name}"${more}>${rows}</table:table>`;

const HEADER = line(text('id') + text('name') + text('amount'));
const FILLER = line(
  '<table:table-cell table:number-columns-repeated="16384"/>',
  ' table:number-rows-repeated="1048000"',
);

async function refusal(content: Uint8Array): Promise<object> {
  const { code, args } = await refusalOf(inspectFile(folder.write('refused.ods', content), {}));
  return { code, args };
}

describe('cells of an ODS file', () => {
  it('typed values are taken as stored, not as shown', async () => {
    const cells = [
      typed('float', 'office:value="1234.5"', '1.234,50'),
      typed('percentage', 'office:value="0.125"', '12,5 %'),
      typed('currency', 'office:currency="EUR" office:value="-9.99"', '-9,99 €'),
      typed('date', 'office:date-value="2024-02-29"', '29.02.24'),
      typed('date', 'office:date-value="2024-02-29T10:29:59.999999997"', '29.02.24'),
      typed('time', 'office:time-value="PT27H17M54S"', '27:17'),
      typed('boolean', 'office:boolean-value="true"', 'WAHR'),
      text('007'),
    ];
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => text(name)).join('');
    const file = await readFile(
      folder.write('types.ods', odsOf(table('T', line(names) + line(cells.join(''))))),
      { headerRow: 1 },
      true,
    );
    expect(cellsOf(file)).toEqual([
      ['1234.5', '0.125', '-9.99', '2024-02-29', '2024-02-29 10:30:00', '27:17:54', 'TRUE', '007'],
    ]);
  });

  it('bad input 71: spaces, tabs, line breaks, spans and notes in text', async () => {
    const rows =
      line(text('one') + text('two') + text('three')) +
      line(
        text('\n  a  <text:span> b</text:span><text:s text:c="2"/>c  ') +
          '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>first</text:p><text:p>sec<text:tab/>ond<text:line-break/>x &amp; y</text:p></table:table-cell>' +
          text('end<text:s/>'),
      );
    const file = await readFile(folder.write('text.ods', odsOf(table('T', rows))), { headerRow: 1 }, true);
    expect(cellsOf(file)).toEqual([['a b  c', 'first\nsec\tond\nx & y', 'end ']]);
  });

  it('repeated cells and rows are repeated, empty ones are not made', async () => {
    const rows =
      HEADER +
      line(text('1') + text('Ana', ' table:number-columns-repeated="2"'), ' table:number-rows-repeated="3"') +
      line('<table:table-cell/>', ' table:number-rows-repeated="5"') +
      line(
        text('2') +
          '<table:covered-table-cell/>' +
          text('9') +
          '<table:table-cell table:number-columns-repeated="16381"/>',
      ) +
      FILLER;
    const file = await readFile(folder.write('repeats.ods', odsOf(table('T', rows))), {}, true);
    expect(file.loaded.map((record) => [record.line, ...record.cells])).toEqual([
      [2, '1', 'Ana', 'Ana'],
      [3, '1', 'Ana', 'Ana'],
      [4, '1', 'Ana', 'Ana'],
      [10, '2', null, '9'],
    ]);
    expect(file.counts).toEqual({ read: 4, loaded: 4, rejected: 0, blank: 0 });
  });

  it('bad input 69: formulas give their saved value, errors are missing and counted', async () => {
    const formula = ' table:formula="of:=1+1"';
    const rows =
      HEADER +
      line(
        typed('float', `office:value="2"${formula}`) +
          `<table:table-cell${formula}/>` +
          `<table:table-cell${formula} office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>`,
      );
    const file = await readFile(folder.write('formulas.ods', odsOf(table('T', rows))), {}, true);
    expect(cellsOf(file)).toEqual([['2', null, null]]);
    expect(file.issues).toEqual([
      { code: 'FORMULA-CELLS', severity: 'note', args: { count: 2 }, count: 2, lines: [2] },
      { code: 'FORMULA-NO-VALUE', severity: 'check', args: { count: 1 }, count: 1, lines: [2] },
      { code: 'ERROR-CELLS', severity: 'check', args: { count: 1, value: '#DIV/0!' }, count: 1, lines: [2] },
    ]);
  });

  it('bad input 70: merged cells, hidden rows, columns and sheets load with a note', async () => {
    const styles =
      '<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>' +
      '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>';
    const rows =
      '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>' +
      HEADER +
      line(
        text('1', ' table:number-columns-spanned="2"') + '<table:covered-table-cell/>' + text('x'),
        ' table:visibility="filter"',
      );
    const content = odsOf(
      table('Secret', HEADER + line(text('9')), ' table:style-name="ta2"') +
        table('Shown', rows, ' table:style-name="ta1"'),
      { styles },
    );
    const file = await readFile(folder.write('hidden.ods', content), {}, true);
    expect(file.inspection.settings).toMatchObject({ format: 'ods', sheet: 'Shown' });
    expect(file.inspection.sheets).toEqual([
      { name: 'Secret', hidden: true, rows: 2, columns: 3 },
      { name: 'Shown', hidden: false, rows: 2, columns: 3 },
    ]);
    expect(file.issues.map(({ code, count }) => [code, count])).toEqual([
      ['HIDDEN-PARTS', 3],
      ['MERGED-CELLS', 1],
    ]);
    expect(cellsOf(file)).toEqual([['1', null, 'x']]);
    const secret = await readFile(folder.write('hidden.ods', content), { sheet: 'Secret' }, true);
    expect(cellsOf(secret)).toEqual([['9', null, null]]);
    expect(codesOf(secret.inspection.issues)).toContain('OTHER-SHEETS');
  });

  it('bad input 67: what lies outside the grid keeps its row aside', async () => {
    const rows =
      HEADER +
      line(text('1', ' table:number-columns-repeated="99999999999"')) +
      line(text('2') + text('Bea')) +
      line(text('3'), ' table:number-rows-repeated="999999999"');
    const file = await readFile(folder.write('outside.ods', odsOf(table('T', rows))), {}, true);
    expect(file.rejects.map(({ line: at, code }) => [at, code])).toEqual([
      [2, 'CELL-OUT-OF-RANGE'],
      [4, 'CELL-OUT-OF-RANGE'],
    ]);
    expect(cellsOf(file)).toEqual([['2', 'Bea', null]]);
  });

  it('bad input 72: many sheets, among them empty ones and __proto__', async () => {
    const tables = Array.from({ length: 254 }, (_unused, i) => table(`S${i}`, FILLER)).join('');
    const content = odsOf(tables + table('__proto__', HEADER + line(text('1') + text('Ana') + text('2'))));
    const file = await readFile(folder.write('many.ods', content), {}, true);
    expect(file.inspection.sheets).toHaveLength(255);
    expect(file.inspection.settings.sheet).toBe('__proto__');
    expect(namesOf(file)).toEqual(['id', 'name', 'amount']);
  });
});

describe('refused ODS files', () => {
  it('bad input 61: a password', async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    const parts = [{ name: 'META-INF/manifest.xml', content: manifest }];
    expect(await refusal(odsOf('', { parts }))).toEqual({ code: 'XLSX-ENCRYPTED', args: {} });
    const whole = zipOf([MIMETYPE, { name: 'encrypted-package', content: 'x' }]);
    expect(await refusal(whole)).toEqual({ code: 'XLSX-ENCRYPTED', args: {} });
  });

  it('bad input 62: other OpenDocument kinds are named', async () => {
    const writer = zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]);
    expect(await refusal(writer)).toEqual({ code: 'SRC-UNSUPPORTED', args: { found: 'text' } });
  });

  it('bad input 63: without its content, or cut off in it', async () => {
    expect(await refusal(zipOf([MIMETYPE]))).toEqual({ code: 'XLSX-DAMAGED', args: { part: 'content.xml' } });
    const cut = zipOf([MIMETYPE, { name: 'content.xml', content: '<a><b>' }]);
    expect(await refusal(cut)).toEqual({ code: 'XLSX-DAMAGED', args: { part: 'xml' } });
  });

  it('bad input 64: rows that repeat into billions of cells', async () => {
    const wide = line(
      text('x', ' table:number-columns-repeated="16000"'),
      ' table:number-rows-repeated="100000"',
    );
    expect((await refusalOf(inspectFile(folder.write('wide.ods', odsOf(table('T', wide))), {}))).code).toBe(
      'XLSX-TOO-LARGE',
    );
  });

  it('bad input 66: DOCTYPE', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "b">]>';
    expect(await refusal(odsOf(table('T', HEADER), { doctype }))).toMatchObject({ code: 'XLSX-UNSAFE' });
  });
});
