// The catalogue of bad workbooks (61–73), and what a workbook's cells become.
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../../electron/engine/files/index.ts';
import { cellsOf, codesOf, namesOf, readFile, refusalOf, TempFolder } from './reading.ts';
import {
  oleOf,
  type Part,
  row,
  workbookOf,
  workbookParts,
  type WorkbookFixture,
  zipOf,
} from './zipFixture.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

function sheet(rows: string, more: Partial<WorkbookFixture> = {}): Buffer {
  return workbookOf({ sheets: [{ name: 'Data', rows }], ...more });
}

const HEADER = row(1, ['id', 'name', 'amount']);

async function refusal(
  content: Uint8Array,
  name = 'book.xlsx',
): Promise<{ readonly code: string; readonly args: object }> {
  const { code, args } = await refusalOf(inspectFile(folder.write(name, content), {}));
  return { code, args };
}

function cell(reference: string, type: string, inner: string): string {
  return `<c r="${reference}"${type === '' ? '' : ` t="${type}"`}>${inner}</c>`;
}

describe('refused workbooks', () => {
  it('bad input 61: password-protected', async () => {
    const ole = oleOf(['EncryptionInfo', 'EncryptedPackage']);
    expect(await refusal(ole)).toEqual({ code: 'XLSX-ENCRYPTED', args: {} });
  });

  it('bad input 62: other formats are named', async () => {
    const unsupported = (found: string): object => ({ code: 'SRC-UNSUPPORTED', args: { found } });
    const numbers = zipOf([{ name: 'Index/Document.iwa', content: 'x' }]);
    const word = zipOf([{ name: 'word/document.xml', content: 'x' }]);
    const xml = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>';
    expect(await refusal(numbers, 'a.numbers')).toEqual(unsupported('NUMBERS'));
    expect(await refusal(word, 'a.xlsx')).toEqual(unsupported('DOCX'));
    expect(await refusal(oleOf(['WordDocument']), 'a.xls')).toEqual(unsupported('DOC'));
    expect(await refusal(Buffer.from(xml), 'a.xls')).toEqual(unsupported('Excel 2003 XML'));
  });

  it('bad input 63: truncated, without directory, wrong checksum, cut XML', async () => {
    const whole = sheet(HEADER + row(2, [1, 'Ana', 2.5]));
    expect((await refusal(whole.subarray(0, whole.length - 40))).code).toBe('XLSX-DAMAGED');
    expect((await refusal(whole.subarray(0, 300))).code).toBe('XLSX-DAMAGED');
    const parts = workbookParts({ sheets: [{ name: 'Data', rows: HEADER }] });
    const wrong = parts.map((part) => (part.name.includes('sheet0') ? { ...part, declaredCrc: 1 } : part));
    expect(await refusal(zipOf(wrong))).toEqual({
      code: 'XLSX-DAMAGED',
      args: { part: 'xl/worksheets/sheet0.xml' },
    });
    const cut = parts.map((part) =>
      part.name.includes('sheet0') ? { ...part, content: '<worksheet><sheetData><row>' } : part,
    );
    expect((await refusal(zipOf(cut))).code).toBe('XLSX-DAMAGED');
  });

  it('bad input 64: bombs are refused from the directory, lying sizes while unpacking', async () => {
    const bomb: Part = { name: 'xl/worksheets/bomb.xml', content: Buffer.alloc(60_000_000, 32) };
    // 60 MB from some 58 KB: 250 times as much is told, not a size that other parts may have.
    expect(await refusal(sheet(HEADER, { extra: [bomb] }))).toEqual({
      code: 'XLSX-TOO-LARGE',
      args: { limit: '14 MB' },
    });
    const parts = workbookParts({ sheets: [{ name: 'Data', rows: HEADER }] });
    const lying = parts.map((part) =>
      part.name.includes('sheet0') ? { ...part, declaredBytes: 100 } : part,
    );
    expect((await refusal(zipOf(lying))).code).toBe('XLSX-DAMAGED');
  });

  it('bad input 64: bombs of strings or styles, overlapping entries, packed twice', async () => {
    const repeated = '<si><t>x</t></si>'.repeat(600_000);
    expect((await refusal(sheet(HEADER, { strings: repeated }))).code).toBe('XLSX-TOO-LARGE');
    expect((await refusal(sheet(HEADER, { styles: ' '.repeat(9 << 20) }))).code).toBe('XLSX-TOO-LARGE');
    const parts = workbookParts({ sheets: [{ name: 'Data', rows: HEADER }] });
    const twice = zipOf(parts.map((part) => ({ ...part, name: `a/${part.name}` })));
    const name = Buffer.from('a/xl/worksheets/sheet0.xml');
    const first = Buffer.from('a/_rels/.rels');
    const record = twice.lastIndexOf(name) - 46;
    twice.writeUInt32LE(twice.readUInt32LE(twice.lastIndexOf(first) - 46 + 42), record + 42);
    expect(await refusal(twice)).toEqual({ code: 'XLSX-UNSAFE', args: { reason: 'overlap' } });
    const nested = zipOf([{ name: 'inner.xlsx', content: sheet(HEADER) }]);
    expect(await refusal(nested, 'nested.xlsx')).toEqual({
      code: 'ZIP-NO-TABLE',
      args: { found: 'inner.xlsx' },
    });
  });

  it('bad input 65: too many entries, names that leave the package, duplicates', async () => {
    const many = Array.from({ length: 1001 }, (_unused, i) => ({ name: `junk/${i}.xml`, content: '' }));
    expect((await refusal(sheet(HEADER, { extra: many }))).code).toBe('XLSX-UNSAFE');
    for (const name of ['../evil.xml', '/etc/evil.xml', 'xl\\evil.xml', 'C:/evil.xml', 'XL/Workbook.xml']) {
      expect((await refusal(sheet(HEADER, { extra: [{ name, content: 'x' }] }))).code).toBe('XLSX-UNSAFE');
    }
  });

  it('bad input 66: DOCTYPE and parts in other encodings are refused, external targets are not followed', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "b">]>';
    expect((await refusal(sheet(HEADER, { doctype }))).code).toBe('XLSX-UNSAFE');
    const parts = workbookParts({ sheets: [{ name: 'Data', rows: HEADER }] });
    const wide = parts.map((part) =>
      part.name.includes('sheet0')
        ? { ...part, content: Buffer.from('\uFEFF<worksheet/>', 'utf16le') }
        : part,
    );
    expect((await refusal(zipOf(wide))).code).toBe('XLSX-UNSAFE');
    const utf7 = parts.map((part) =>
      part.name.includes('sheet0')
        ? { ...part, content: `<?xml version="1.0" encoding="UTF-7"?>${String(part.content)}` }
        : part,
    );
    expect((await refusal(zipOf(utf7))).code).toBe('XLSX-UNSAFE');
    const external = parts.map((part) =>
      part.name === 'xl/_rels/workbook.xml.rels'
        ? { ...part, content: String(part.content).replace('Id="s0"', 'Id="s0" TargetMode="External"') }
        : part,
    );
    expect((await refusal(zipOf(external))).code).toBe('XLSX-NO-ROWS');
  });

  it('an empty sheet and an unknown sheet are refused by name', async () => {
    const path = folder.write('empty.xlsx', sheet(''));
    expect(await refusalOf(inspectFile(path, {}))).toEqual({
      code: 'XLSX-NO-ROWS',
      args: {},
      place: { file: 'empty.xlsx', sheet: 'Data' },
    });
    const filled = folder.write('filled.xlsx', sheet(HEADER));
    expect((await refusalOf(inspectFile(filled, { sheet: 'Other' }))).place).toEqual({
      file: 'filled.xlsx',
      sheet: 'Other',
    });
  });
});

describe('cells', () => {
  it('bad input 67: references outside the sheet are kept aside; missing ones, disorder and duplicates load', async () => {
    const rows = [
      HEADER,
      `<row r="5">${cell('A5', '', '<v>5</v>')}${cell('ZZZZZZZ99999999999', '', '<v>9</v>')}</row>`,
      '<row r="3"><c><v>3</v></c><c t="inlineStr"><is><t>Bea</t></is></c><c><v>1.5</v></c></row>',
      `<row>${cell('A4', '', '<v>4</v>')}${cell('A4', '', '<v>44</v>')}${cell('B4', 'str', '<v>Carla</v>')}</row>`,
      `<row r="99999999999">${cell('A1', '', '<v>7</v>')}</row>`,
    ];
    const file = await readFile(folder.write('67.xlsx', sheet(rows.join(''))));
    expect(file.rejects.map((reject) => [reject.line, reject.code, reject.args])).toEqual([
      [5, 'CELL-OUT-OF-RANGE', { reference: 'ZZZZZZZ99999999999' }],
      [1_048_576, 'CELL-OUT-OF-RANGE', { reference: '99999999999' }],
    ]);
    expect(file.loaded).toEqual([
      { record: 2, line: 3, cells: ['3', 'Bea', '1.5'] },
      { record: 3, line: 4, cells: ['44', 'Carla', null] },
    ]);
    expect(file.counts).toEqual({ read: 4, loaded: 2, rejected: 2, blank: 0 });
  });

  it('bad input 67: a cell in the last column makes the sheet too wide, in bounded memory', async () => {
    const wide = `<row r="2">${cell('XFD2', '', '<v>1</v>')}</row>`;
    expect(await refusal(sheet(HEADER + wide))).toEqual({
      code: 'SRC-TOO-MANY-COLUMNS',
      args: { found: 16_384, limit: 1990 },
    });
  });

  it('bad input 68: the declared count is ignored, an index out of range keeps the record aside', async () => {
    const rows = `${HEADER}<row r="2">${cell('A2', 's', '<v>0</v>')}</row><row r="3">${cell('A3', 's', '<v>7</v>')}</row>`;
    const file = await readFile(folder.write('68.xlsx', sheet(rows, { strings: '<si><t>first</t></si>' })));
    expect(cellsOf(file)).toEqual([['first', null, null]]);
    expect(file.rejects).toEqual([
      {
        record: 2,
        line: 3,
        column: 'id',
        value: '#REF-STRING',
        code: 'STRING-INDEX',
        args: { index: '7' },
        cells: ['#REF-STRING'],
      },
    ]);
  });

  it('bad input 69: formulas give their saved value, errors and unsaved ones are missing and counted', async () => {
    const rows =
      HEADER +
      `<row r="2">${cell('A2', '', '<f>1+1</f><v>2</v>')}${cell('B2', 'str', '<f>UPPER("a")</f><v>A</v>')}${cell('C2', 'e', '<v>#DIV/0!</v>')}</row>` +
      `<row r="3">${cell('A3', '', '<f>1+1</f>')}${cell('B3', 'inlineStr', '<is><t>B</t></is>')}${cell('C3', '', '<v>3</v>')}</row>` +
      `<row r="4">${cell('A4', '', '<f>1+1</f><v></v>')}${cell('B4', 'str', '<f>""</f><v></v>')}${cell('C4', '', '<v>4</v>')}</row>`;
    const file = await readFile(folder.write('69.xlsx', sheet(rows)));
    expect(cellsOf(file)).toEqual([
      ['2', 'A', null],
      [null, 'B', '3'],
      [null, null, '4'],
    ]);
    expect(file.issues.filter((issue) => issue.code !== 'KEY-MISSING')).toEqual([
      { code: 'FORMULA-CELLS', severity: 'note', args: { count: 3 }, count: 3, lines: [2, 4] },
      { code: 'ERROR-CELLS', severity: 'check', args: { count: 1, value: '#DIV/0!' }, count: 1, lines: [2] },
      { code: 'FORMULA-NO-VALUE', severity: 'check', args: { count: 2 }, count: 2, lines: [3, 4] },
    ]);
  });

  it('bad input 70: merged and hidden parts load with a note', async () => {
    const hidden = '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>';
    const content = workbookOf({
      sheets: [
        {
          name: 'Data',
          rows: HEADER + hidden,
          tail: '<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>',
        },
      ],
    });
    const file = await readFile(folder.write('70.xlsx', content));
    expect(file.counts.loaded).toBe(1);
    expect(codesOf(file.issues)).toEqual(['MERGED-CELLS', 'HIDDEN-PARTS']);
  });

  it('bad input 71: rich text is joined, phonetic guides left out, escapes and spaces kept', async () => {
    const strings =
      '<si><r><t>Ana</t></r><r><t xml:space="preserve"> Maria </t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>' +
      '<si><t>a_x000D_b &amp; &lt;c&gt; &#233;</t></si>';
    const cells = [0, 1, 2].map((i) => cell(`${'ABC'[i]}2`, 's', `<v>${i}</v>`)).join('');
    const content = sheet(`${row(1, ['one', 'two', 'three'])}<row r="2">${cells}</row>`, { strings });
    const file = await readFile(folder.write('71.xlsx', content), {}, true);
    expect(cellsOf(file)).toEqual([['Ana Maria ', '東京', 'a\rb & <c> é']]);
  });

  it('bad input 72: several sheets are listed, chart sheets left out, the first visible one with rows is proposed', async () => {
    const content = workbookOf({
      sheets: [
        { name: 'Secret', rows: HEADER + row(2, [1, 'x', 1]), state: 'veryHidden' },
        { name: 'Cover', rows: '' },
        { name: 'Chart', rows: '', type: 'chartsheet' },
        { name: '__proto__', rows: HEADER + row(2, [1, 'Ana', 2.5]) + row(3, [2, 'Bea', 3.5]) },
      ],
    });
    const file = await readFile(folder.write('72.xlsx', content));
    expect(file.inspection.sheets).toEqual([
      { name: 'Secret', rows: 2, columns: 3, hidden: true },
      { name: 'Cover', rows: 0, columns: 0, hidden: false },
      { name: '__proto__', rows: 3, columns: 3, hidden: false },
    ]);
    expect(file.inspection.settings.sheet).toBe('__proto__');
    expect(cellsOf(file)).toEqual([
      ['1', 'Ana', '2.5'],
      ['2', 'Bea', '3.5'],
    ]);
    expect(cellsOf(await readFile(folder.write('72b.xlsx', content), { sheet: 'Secret' }))).toEqual([
      ['1', 'x', '1'],
    ]);
  });

  it('bad input 72: 255 sheets, and the one that is asked for', async () => {
    const sheets = Array.from({ length: 255 }, (_unused, i) => ({
      name: `Sheet ${i}`,
      rows: i < 3 ? '' : HEADER + row(2, [i, 'Ana', 1]),
    }));
    const path = folder.write('255.xlsx', workbookOf({ sheets }));
    const file = await readFile(path);
    expect(file.inspection.sheets).toHaveLength(255);
    expect(file.inspection.settings.sheet).toBe('Sheet 3');
    expect(cellsOf(await readFile(path, { sheet: 'Sheet 254' }))).toEqual([['254', 'Ana', '1']]);
  });

  it('bad input 73: numbers shown as dates become ISO text in either date system, others stay numbers', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yyyy"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs>';
    const styled = (reference: string, style: number, value: number): string =>
      `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
    const values = [
      [1, 45658],
      [2, 45658.75],
      [3, 45658.5],
      [4, 1.5],
      [5, 0.5],
      [1, 60],
      [1, 59],
      [0, 2.5499999999999998],
    ] as const;
    const rows = values
      .map(([style, value], i) => `<row r="${i + 2}">${styled(`A${i + 2}`, style, value)}</row>`)
      .join('');
    const read = async (workbookPr: string): Promise<readonly unknown[]> => {
      const content = sheet(row(1, ['when']) + rows, { styles, workbookPr });
      const file = await readFile(folder.write('73.xlsx', content), { headerRow: 1 }, true);
      return cellsOf(file).map(([text]) => text);
    };
    expect(await read('')).toEqual([
      '2025-01-01',
      '2025-01-01 18:00:00',
      '45658.5',
      '1.5',
      '12:00:00',
      '1900-02-29',
      '1900-02-28',
      '2.55',
    ]);
    expect((await read('date1904="1"')).slice(0, 2)).toEqual(['2029-01-02', '2029-01-02 18:00:00']);
  });

  it('reads namespaced parts, CDATA and ISO dates', async () => {
    const rows = `${row(1, ['name', 'when'])}<row r="2"><c r="A2" t="inlineStr"><is><t><![CDATA[1 < 2 & 3]]></t></is></c><c r="B2" t="d"><v>2024-02-29T10:30:00</v></c></row>`;
    const parts = workbookParts({ sheets: [{ name: 'Data', rows }] }).map((part) =>
      part.name.includes('sheet0')
        ? {
            ...part,
            content: `\uFEFF${String(part.content)
              .replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')
              .replace('xmlns', 'xmlns:x')}`,
          }
        : part,
    );
    const file = await readFile(folder.write('ns.xlsx', zipOf(parts)), {}, true);
    expect(namesOf(file)).toEqual(['name', 'when']);
    expect(cellsOf(file)).toEqual([['1 < 2 & 3', '2024-02-29 10:30:00']]);
  });
});
