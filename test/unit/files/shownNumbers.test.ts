// Numbers that their format shows as something else: what the formats say, and which of the two texts is loaded.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { digitFormat, shownBeside, shownBy } from '../../../electron/engine/files/sheets/digitFormat.ts';
import { cellsOf, readFile, TempFolder } from './reading.ts';
import { row, workbookOf, zipOf } from './zipFixture.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

/** What a format shows for a number, and whether it is one of codes; null = an amount, or nothing added. */
function told(code: string, stored: string): readonly [shown: string | null, isCode: boolean] | null {
  const format = digitFormat(code);
  return format === null ? null : [shownBy(format, stored), format.isCode];
}

describe('number formats of codes and units', () => {
  it.each([
    ['00000', '1234', ['01234', true]],
    ['00000\\-000', '1310100', ['01310-100', true]],
    ['00000-0000', '123456789', ['12345-6789', true]],
    ['000\\.000\\.000\\-00', '1234567890', ['012.345.678-90', true]],
    ['"KD"0000', '7', ['KD0007', true]],
    ['[Red][$-416]000;-000', '5', ['005', true]],
    ['[Red][$-416]000;-000', '-5', [null, true]],
    ['000', '-5', ['-005', true]],
    ['000', '0', ['000', true]],
    ['000', '1234', [null, true]],
    ['000', '1.5', [null, true]],
    ['0" kg"', '5', ['5 kg', false]],
    ['00" kg"', '5', ['05 kg', false]],
    ['General" pcs"', '12', ['12 pcs', false]],
    ['"C-"0', '12', ['C-12', false]],
    ['###-####', '5551234', ['555-1234', false]],
    ['#" kg"', '0', ['kg', false]],
    ['0', '5', null],
    ['General', '5', null],
    ['#,##0', '5000', null],
    ['#\\ ##0', '5000', null],
    ['0.00', '5', null],
    ['0%', '5', null],
    ['0" €"', '5', null],
    ['[$€-407]0', '5', null],
    ['[<=9999999]###-####;(###) ###-####', '5551234', null],
    ['# ?/?', '5', null],
    ['0E+00', '5', null],
    ['@', '5', null],
    ['"yes"', '5', null],
    ['', '5', null],
    ['"open', '5', null],
    ['\\', '5', null],
  ] as const)('%s shows %s', (code, stored, expected) => {
    expect(told(code, stored)).toEqual(expected);
  });

  it('a code shows every digit of its number in order, whatever stands between them', () => {
    const piece = fc.constantFrom('0', '00', '-', '\\.', '" "', '\\/', '_)');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.integer({ min: 0, max: 1e15 - 1 }),
        (pieces, number) => {
          const format = digitFormat(pieces.join(''));
          const shown = format === null ? null : shownBy(format, String(number));
          if (shown !== null) expect(BigInt(shown.replace(/\D/g, ''))).toBe(BigInt(number));
        },
      ),
      { seed: 73, numRuns: 500 },
    );
  });

  it('never fails on a format, and never shows digits of another number', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.nat(), (code, number) => {
        const format = digitFormat(code);
        if (format !== null) expect(typeof (shownBy(format, String(number)) ?? '')).toBe('string');
      }),
      { seed: 73, numRuns: 2000 },
    );
  });

  it.each([
    ['1234', '01234', false, { shown: '01234', isCode: true }],
    ['1310100', '01310-100', false, { shown: '01310-100', isCode: true }],
    ['12345678', '12345-678', true, { shown: '12345-678', isCode: true }],
    ['123456789', '123.456.789', true, { shown: '123.456.789', isCode: true }],
    ['123456789', '123.456.789', false, null],
    ['5', '5 kg', false, { shown: '5 kg', isCode: false }],
    ['5', '5 €', false, null],
    ['5', '5,00', false, null],
    ['5', '5', false, null],
    ['0', '0000', false, { shown: '0000', isCode: true }],
    ['1.5', '01', false, null],
  ] as const)('%s beside %s', (stored, shown, pads, expected) => {
    expect(shownBeside(stored, shown, pads)).toEqual(expected);
  });
});

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="0&quot; kg&quot;"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
const CODES = [1234, 80331, 501];

function xlsx(): Buffer {
  const rows = CODES.map(
    (code, i) =>
      `<row r="${i + 2}"><c r="A${i + 2}"><v>${i + 1}</v></c><c r="B${i + 2}" s="1"><v>${code}</v></c><c r="C${i + 2}" s="2"><v>${i + 5}</v></c></row>`,
  );
  const sheet = { name: 'Data', rows: row(1, ['id', 'postcode', 'weight']) + rows.join('') };
  return workbookOf({ sheets: [sheet], styles: STYLES });
}

function ods(): Buffer {
  const text = (value: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  const number = (value: number, shown: string, style = ''): string =>
    `<table:table-cell office:value-type="float"${style} office:value="${value}"><text:p>${shown}</text:p></table:table-cell>`;
  const rows = CODES.map(
    (code, i) =>
      `<table:table-row>${number(i + 1, `${i + 1}`)}${number(code, String(code).padStart(5, '0'))}${number(i + 5, `${i + 5} kg`, ' table:style-name="ce2"')}</table:table-row>`,
  );
  const styles =
    '<number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="5"/></number:number-style>' +
    '<number:number-style style:name="N2"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text> kg</number:text></number:number-style>' +
    '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="ce2" style:family="table-cell" style:data-style-name="N2"/>';
  const columns =
    '<table:table-column/><table:table-column table:default-cell-style-name="ce1"/><table:table-column/>';
  const header = `<table:table-row>${text('id')}${text('postcode')}${text('weight')}</table:table-row>`;
  const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Data">${columns}${header}${rows.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content },
  ]);
}

describe.each([
  ['XLSX', 'shown.xlsx', xlsx],
  ['ODS', 'shown.ods', ods],
] as const)('bad input 73: numbers shown by custom formats, %s', (_kind, name, make) => {
  const path = folder.write(name, make());
  const issue = (column: string, args: object, lines: readonly number[]): object => ({
    code: 'SHOWN-DIFFERENTLY',
    severity: 'note',
    args: { ...args, count: lines.length },
    column,
    count: lines.length,
    lines,
  });
  const postcode = { stored: '1234', shown: '01234' };
  const weight = { stored: '1', shown: '1 kg', loaded: 'stored' };
  const read = async (numbersShown?: Record<string, boolean>): Promise<object> => {
    const { inspection, issues, ...file } = await readFile(path, { ...(numbersShown && { numbersShown }) });
    const own = issues.filter(({ code }) => code === 'SHOWN-DIFFERENTLY');
    expect(inspection.issues.filter(({ code }) => code === 'SHOWN-DIFFERENTLY')).toEqual(own);
    const columns = inspection.columns.map(({ type, numbersShown: shown }) => [type, shown]);
    return { cells: cellsOf({ inspection, issues, ...file }), columns, issues: own };
  };

  it('bad input 73: postcodes are loaded as shown, amounts with a unit as stored', async () => {
    expect(await read()).toEqual({
      cells: [
        ['1', '01234', '5'],
        ['2', '80331', '6'],
        ['3', '00501', '7'],
      ],
      columns: [
        ['text', undefined],
        ['text', true],
        ['number', false],
      ],
      issues: [
        issue('postcode', { ...postcode, loaded: 'shown' }, [2, 4]),
        issue('weight', weight, [2, 3, 4]),
      ],
    });
  });

  it('bad input 73: each column can be loaded the other way', async () => {
    expect(await read({ '1': false, '2': true })).toMatchObject({
      cells: [
        ['1', '1234', '5 kg'],
        ['2', '80331', '6 kg'],
        ['3', '501', '7 kg'],
      ],
      issues: [
        issue('postcode', { ...postcode, loaded: 'stored' }, [2, 4]),
        issue('weight', { ...weight, loaded: 'shown' }, [2, 3, 4]),
      ],
    });
  });
});
