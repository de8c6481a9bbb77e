// The catalogue of bad text files: one test per case, named by its number. Every file loads with a warning, has its
// odd records kept aside, or is refused by name; read = loaded + rejected + blank throughout.
import { truncateSync, writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile, readRecords } from '../../../electron/engine/files/index.ts';
import { cellsOf, codesOf, namesOf, readFile, refusalOf, TempFolder } from './reading.ts';
import { workbookOf } from './zipFixture.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

function lines(...rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}

describe('text files', () => {
  it('bad input 1: an empty file is refused', async () => {
    const refusal = await refusalOf(inspectFile(folder.write('customers.csv', ''), {}));
    expect(refusal).toEqual({ code: 'CSV-EMPTY', args: {}, place: { file: 'customers.csv' } });
  });

  it('bad input 2: only a header loads no rows and says so', async () => {
    const file = await readFile(folder.write('2.csv', 'name,city,email\n'));
    expect(namesOf(file)).toEqual(['name', 'city', 'email']);
    expect(file.counts).toEqual({ read: 0, loaded: 0, rejected: 0, blank: 0 });
    expect(codesOf(file.inspection.issues)).toContain('NO-ROWS');
  });

  it('bad input 3: only blank lines are refused', async () => {
    expect(await refusalOf(inspectFile(folder.write('3.csv', '\n  \n\t\n\n'), {}))).toEqual({
      code: 'CSV-BLANK',
      args: {},
      place: { file: '3.csv' },
    });
  });

  it('bad input 4: a UTF-8 byte order mark is not part of the first header', async () => {
    const file = await readFile(folder.write('4.csv', '\uFEFFname,city\nJosé,Vic\n'));
    expect(namesOf(file)).toEqual(['name', 'city']);
    expect(file.inspection.issues[0]).toEqual({ code: 'BOM', severity: 'note', args: { encoding: 'utf-8' } });
    expect(cellsOf(file)).toEqual([['José', 'Vic']]);
  });

  it.each(['utf-16le', 'utf-16be'] as const)(
    'bad input 5: %s with a byte order mark loads and is named',
    async (encoding) => {
      const bytes = iconv.encode('name;city\nJosé;Łódź\nОльга;Vic\n', encoding, { addBOM: true });
      const file = await readFile(folder.write('5.csv', bytes));
      expect(file.inspection.settings.encoding).toBe(encoding);
      expect(cellsOf(file)).toEqual([
        ['José', 'Łódź'],
        ['Ольга', 'Vic'],
      ]);
    },
  );

  it.each(['utf-16le', 'utf-16be'] as const)(
    'bad input 6: %s without a mark loads and asks to confirm',
    async (encoding) => {
      const bytes = iconv.encode('name;city\nJosé;Vic\nAna;Olot\n', encoding, { addBOM: false });
      const file = await readFile(folder.write('6.csv', bytes));
      expect(file.inspection.settings.encoding).toBe(encoding);
      expect(file.inspection.asks).toEqual(['encoding']);
      expect(codesOf(file.inspection.issues)).toContain('ENCODING-CONFIRM');
      expect(cellsOf(file)[0]).toEqual(['José', 'Vic']);
    },
  );

  it.each(['utf-16le', 'utf-16be'] as const)(
    'bad input 6: Cyrillic in %s without a mark loads and asks to confirm',
    async (encoding) => {
      const text = lines('Имя;Город', 'Ольга Петрова;Казань', 'Иван Смирнов;Екатеринбург');
      const file = await readFile(folder.write('6c.csv', iconv.encode(text, encoding, { addBOM: false })));
      expect(file.inspection.settings.encoding).toBe(encoding);
      expect(file.inspection.asks).toEqual(['encoding']);
      expect(cellsOf(file)).toEqual([
        ['Ольга Петрова', 'Казань'],
        ['Иван Смирнов', 'Екатеринбург'],
      ]);
    },
  );

  it.each(['windows-1252', 'iso-8859-15'] as const)(
    'bad input 7: %s names load and three are shown',
    async (encoding) => {
      const text = lines('name;city', 'José Muñoz;Málaga', 'Núria;Girona', 'João;São Paulo');
      const file = await readFile(folder.write('7.csv', iconv.encode(text, encoding)));
      expect(file.inspection.issues[0]).toMatchObject({
        code: 'ENCODING-GUESSED',
        args: { encoding: 'windows-1252', samples: 'José, Muñoz, Málaga' },
      });
      expect(file.inspection.asks).toEqual([]);
      expect(cellsOf(file)).toEqual([
        ['José Muñoz', 'Málaga'],
        ['Núria', 'Girona'],
        ['João', 'São Paulo'],
      ]);
    },
  );

  it('bad input 8: records with invalid bytes are kept aside with their byte offset', async () => {
    const good = Buffer.from('name;city\nJosé;Vic\nNúria;Olot\n', 'utf8');
    const bad = Buffer.from('Jos\u00e9;Reus\n', 'latin1');
    const file = await readFile(
      folder.write('8.csv', Buffer.concat([good, bad, Buffer.from('Ana;Ávila\n')])),
    );
    expect(file.inspection.settings.encoding).toBe('utf-8');
    expect(file.rejects).toEqual([
      {
        record: 3,
        line: 4,
        column: 'name',
        value: 'Jos\\xE9',
        code: 'INVALID-BYTES',
        args: { offset: good.length + 3, count: 1 },
        cells: ['Jos\\xE9', 'Reus'],
      },
    ]);
    expect(file.loaded.map((record) => record.line)).toEqual([2, 3, 5]);
    expect(JSON.stringify(cellsOf(file))).not.toContain('\uFFFD');
  });

  it('bad input 9: values encoded twice are loaded with a warning and a count', async () => {
    const twice = Buffer.from('José', 'utf8').toString('latin1');
    const file = await readFile(
      folder.write('9.csv', lines('name;city', `${twice};Vic`, 'Ana;Reus', `${twice} B;Olot`)),
    );
    expect(file.inspection.issues.find((issue) => issue.code === 'DOUBLE-ENCODED')).toEqual({
      code: 'DOUBLE-ENCODED',
      severity: 'check',
      args: { count: 2, example: 'Ã©' },
      count: 2,
    });
    expect(file.counts.loaded).toBe(3);
  });

  it('bad input 10: Shift-JIS and GB18030 are asked about, KOI8-R is recognised', async () => {
    const japanese = lines('名前,都市', '田中太郎,東京', '鈴木花子,大阪', '佐藤次郎,名古屋', '高橋美咲,札幌');
    const chinese = lines('姓名,城市', '王小明,北京', '李丽华,上海', '张伟,广州', '刘洋,深圳');
    const russian = lines('имя,город', 'Ольга,Москва', 'Пётр,Казань', 'Илья,Самара');
    const first = await inspectFile(folder.write('10a.csv', iconv.encode(japanese, 'shift_jis')), {});
    const second = await inspectFile(folder.write('10b.csv', iconv.encode(chinese, 'gb18030')), {});
    const third = await readFile(folder.write('10c.csv', iconv.encode(russian, 'koi8-r')));
    expect([first.asks, second.asks]).toEqual([['encoding'], ['encoding']]);
    expect(first.confidence.encoding).toBeLessThan(0.6);
    expect(first.preview.length).toBeGreaterThan(0);
    expect(third.inspection.settings.encoding).toBe('koi8-r');
    expect(cellsOf(third)[1]).toEqual(['Пётр', 'Казань']);
  });

  it('bad input 11: NUL characters inside cells are kept, counted and placed', async () => {
    const file = await readFile(
      folder.write('11.csv', lines('name,city', 'A\u0000na,Vic', 'Bea,Re\u0000us', 'Carla,Olot')),
    );
    expect(cellsOf(file)[0]).toEqual(['A\u0000na', 'Vic']);
    expect(file.issues.find((issue) => issue.code === 'NUL-CHARACTERS')).toEqual({
      code: 'NUL-CHARACTERS',
      severity: 'check',
      args: { count: 2 },
      count: 2,
      lines: [2, 3],
    });
  });

  it('bad input 12: a file of NULs is refused as binary', async () => {
    const refusal = await refusalOf(inspectFile(folder.write('12.csv', Buffer.alloc(100_000)), {}));
    expect(refusal).toEqual({ code: 'CSV-BINARY', args: {}, place: { file: '12.csv', line: 1 } });
  });

  it('bad input 13: renamed files are refused by their true type', async () => {
    const workbook = workbookOf({ sheets: [{ name: 'A', rows: '' }] });
    const zip = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(60)]);
    const found = async (name: string, content: Uint8Array | string): Promise<unknown> =>
      refusalOf(inspectFile(folder.write(name, content), {}));
    const refusal = (name: string, type: string): unknown => ({
      code: 'SRC-WRONG-TYPE',
      args: { found: type },
      place: { file: name },
    });
    expect(await found('13a.csv', workbook)).toEqual(refusal('13a.csv', 'XLSX'));
    expect(await found('13b.csv', '%PDF-1.7\n%âãÏÓ\n')).toEqual(refusal('13b.csv', 'PDF'));
    expect(await found('13c.csv', zip)).toEqual(refusal('13c.csv', 'ZIP'));
    expect(await found('13d.csv', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toEqual(
      refusal('13d.csv', 'JPEG'),
    );
  });

  it.each(['14.xls', '14.csv'])('bad input 14: an HTML table saved as %s is refused', async (name) => {
    const html = '<html><body><table><tr><td>a</td></tr></table></body></html>';
    expect((await refusalOf(inspectFile(folder.write(name, html), {}))).code).toBe('CSV-HTML');
  });

  it.each([
    ['after a comment', Buffer.from('<!-- report --><div><table border=1><tr><td>a</td></tr></table></div>')],
    ['in UTF-16', Buffer.from('\uFEFF<html><table><tr><td>a</td></tr></table></html>', 'utf16le')],
  ])('bad input 14: an HTML table %s is refused too', async (_where, bytes) => {
    expect((await refusalOf(inspectFile(folder.write('14x.xls', bytes), {}))).code).toBe('CSV-HTML');
  });

  it('bad input 14: a web archive saved as .xls is refused by its name', async () => {
    const text =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<table><tr><td>a</td></tr></table>';
    expect(await refusalOf(inspectFile(folder.write('14m.xls', text), {}))).toEqual({
      code: 'SRC-UNSUPPORTED',
      args: { found: 'MHTML' },
      place: { file: '14m.xls' },
    });
  });

  it('bad input 15: an unclosed quote names the line where it opens, however long the file', async () => {
    const rows = Array.from({ length: 100_000 }, (_unused, i) => `${i},name ${i},12.50`);
    rows[9] = '9,"name 9,12.50';
    const path = folder.write('15.csv', lines('id,name,amount', ...rows));
    const refusal = await refusalOf(inspectFile(path, {}));
    expect(refusal).toEqual({
      code: 'CSV-UNCLOSED-QUOTE',
      args: { line: 11 },
      place: { file: '15.csv', line: 11 },
    });
    const asText = await readFile(path, { quote: '' });
    expect(asText.counts).toEqual({ read: 100_000, loaded: 100_000, rejected: 0, blank: 0 });
    expect(cellsOf(asText)[9]).toEqual(['9', '"name 9', '12.50']);
    const imported = refusalOf(
      (async () => {
        for await (const _batch of readRecords(path, { ...asText.inspection.settings, quote: '"' }, []));
      })(),
    );
    expect((await imported).place.line).toBe(11);
  });

  it('bad input 16: a quote inside an unquoted cell is text', async () => {
    const file = await readFile(
      folder.write('16.csv', lines('id,item', '1,5" pipe', '2,3/4" valve', '3,rope')),
    );
    expect(cellsOf(file)).toEqual([
      ['1', '5" pipe'],
      ['2', '3/4" valve'],
      ['3', 'rope'],
    ]);
    expect(codesOf(file.issues)).toEqual([]);
  });

  it('bad input 17: unescaped quotes inside a quoted cell are kept and reported', async () => {
    const rows = ['id,place,city', '1,"Cafe "De Tuin" X",Vic', '2,"Bar "Sol"",Reus', '3,"Plain, one",Olot'];
    const file = await readFile(folder.write('17.csv', lines(...rows)));
    expect(cellsOf(file)).toEqual([
      ['1', 'Cafe "De Tuin" X', 'Vic'],
      ['2', 'Bar "Sol"', 'Reus'],
      ['3', 'Plain, one', 'Olot'],
    ]);
    expect(file.issues).toEqual([
      { code: 'QUOTES-REPAIRED', severity: 'check', args: { count: 2 }, count: 2, lines: [2, 3] },
    ]);
  });

  it('bad input 18: backslash-escaped quotes are read and the dialect is named', async () => {
    const file = await readFile(
      folder.write('18.csv', lines('id,note', '1,"say \\"hi\\", then go"', '2,"back\\\\slash"', '3,"plain"')),
    );
    expect(cellsOf(file)).toEqual([
      ['1', 'say "hi", then go'],
      ['2', 'back\\slash'],
      ['3', 'plain'],
    ]);
    expect(file.inspection.settings.escape).toBe('\\');
    expect(codesOf(file.inspection.issues)).toContain('QUOTE-DIALECT');
  });

  it('bad input 19: apostrophes as quotes are read and the dialect is named', async () => {
    const file = await readFile(
      folder.write('19.csv', lines('id,note', "1,'one, two'", "2,'it''s'", "3,'three'")),
    );
    expect(cellsOf(file)).toEqual([
      ['1', 'one, two'],
      ['2', "it's"],
      ['3', 'three'],
    ]);
    expect(file.inspection.issues).toContainEqual({
      code: 'QUOTE-DIALECT',
      severity: 'note',
      args: { quote: "'", escape: "'" },
    });
  });

  it.each([';', '\t', '|', '^', '~', ', ', ' ', ','])(
    'bad input 20: delimiter %j is found',
    async (delimiter) => {
      const rows = [
        ['name', 'city', 'amount'],
        ['Ana', 'Vic', '12.50'],
        ['Bea', 'Reus', '8.00'],
        ['Carla', 'Olot', '3.25'],
      ];
      const file = await readFile(folder.write('20.csv', lines(...rows.map((row) => row.join(delimiter)))));
      expect(file.inspection.settings.delimiter).toBe(delimiter);
      expect([namesOf(file), ...cellsOf(file)]).toEqual(rows);
    },
  );

  it('bad input 20: runs of spaces separate once, and a close second delimiter is shown', async () => {
    const spaced = await readFile(
      folder.write(
        '20s.txt',
        lines(' 00004  19970101   29.33', ' 00021 19970102  3.14', '  1 19970103  5.00'),
      ),
    );
    expect(cellsOf(spaced)[0]).toEqual(['00004', '19970101', '29.33']);
    const close = await inspectFile(folder.write('20c.csv', lines('a,b;c', '1,2;3', '4,5;6')), {});
    expect(close.runnerUp.delimiter).toBe(close.settings.delimiter === ',' ? ';' : ',');
    expect(codesOf(close.issues)).toContain('DELIMITER-CLOSE');
  });

  it('bad input 21: a record with another delimiter is kept aside', async () => {
    const file = await readFile(
      folder.write('21.csv', lines('id;name;city', '1;Ana;Vic', '2,Bea,Reus', '3;Carla;Olot')),
    );
    expect(file.rejects).toEqual([
      { record: 2, line: 3, code: 'WRONG-DELIMITER', args: { delimiter: ',' }, cells: ['2,Bea,Reus'] },
    ]);
    expect(file.counts).toEqual({ read: 3, loaded: 2, rejected: 1, blank: 0 });
  });

  it('bad input 22: missing cells are absent, with a count and the first five lines', async () => {
    const short = Array.from({ length: 7 }, (_unused, i) => `${i},Ana`);
    const full = Array.from({ length: 30 }, (_unused, i) => `${i},Bea,Vic`);
    const file = await readFile(folder.write('22.csv', lines('id,name,city', ...full, ...short)));
    expect(file.counts.loaded).toBe(37);
    expect(cellsOf(file)[30]).toEqual(['0', 'Ana', null]);
    expect(file.issues).toEqual([
      { code: 'FEWER-CELLS', severity: 'check', args: { count: 7 }, count: 7, lines: [32, 33, 34, 35, 36] },
    ]);
  });

  it('bad input 23: more cells are kept aside unless the extra ones are empty', async () => {
    const file = await readFile(
      folder.write('23.csv', lines('id,name', '1,Ana', '2,Bea,,', '3,Carla,extra', '4,Dora')),
    );
    expect(file.rejects).toEqual([
      {
        record: 3,
        line: 4,
        code: 'MORE-CELLS',
        args: { cells: 3, expected: 2 },
        cells: ['3', 'Carla', 'extra'],
      },
    ]);
    expect(cellsOf(file)).toEqual([
      ['1', 'Ana'],
      ['2', 'Bea'],
      ['4', 'Dora'],
    ]);
  });

  it('bad input 24: every line end is one, U+2028 is none', async () => {
    const file = await readFile(folder.write('24.csv', 'id,name\r1,Ana\r\n2,Be\u2028a\n3,Carla\r4,Dora'));
    expect(cellsOf(file)).toEqual([
      ['1', 'Ana'],
      ['2', 'Be\u2028a'],
      ['3', 'Carla'],
      ['4', 'Dora'],
    ]);
    expect(file.loaded.map((record) => record.line)).toEqual([2, 3, 4, 5]);
  });

  it('bad input 25: one line of 40 MB is refused', async () => {
    const path = folder.write('25.csv', 'name,city,'.repeat(4_000_000));
    expect(await refusalOf(inspectFile(path, {}))).toEqual({
      code: 'CSV-RECORD-TOO-LONG',
      args: { limit: 1 << 20 },
      place: { file: '25.csv', line: 1 },
    });
  });

  it('bad input 26: line breaks inside quoted cells count as lines, not as records', async () => {
    const file = await readFile(
      folder.write(
        '26.csv',
        'id,note,amount\n1,"one\ntwo\r\nthree",5.10\n2,plain,2.20\n3,"a\nb",oops\n4,c,1.00\n5,d,2.00\n6,e,3.00\n7,f,4.00\n8,g,4.50\n9,h,4.60\n10,i,4.70\n',
      ),
    );
    expect(file.loaded.slice(0, 2)).toEqual([
      { record: 1, line: 2, cells: ['1', 'one\ntwo\r\nthree', '5.10'] },
      { record: 2, line: 5, cells: ['2', 'plain', '2.20'] },
    ]);
    expect(file.rejects).toMatchObject([
      { record: 3, line: 6, column: 'amount', value: 'oops', code: 'NOT-A-NUMBER' },
    ]);
    expect(file.loaded[2]).toMatchObject({ record: 4, line: 8 });
  });

  it('bad input 27: lines above the header are skipped, and the header row is proposed', async () => {
    const file = await readFile(
      folder.write(
        '27.csv',
        lines(
          'Sales report 2024',
          '',
          'customer id,date,amount',
          '1,2024-01-05,10.00',
          '2,2024-01-06,20.00',
          '3,2024-01-07,30.50',
        ),
      ),
    );
    expect(file.inspection.settings.headerRow).toBe(3);
    expect(namesOf(file)).toEqual(['customer id', 'date', 'amount']);
    expect(file.inspection.issues).toContainEqual({
      code: 'PREAMBLE',
      severity: 'check',
      args: { count: 1 },
    });
    expect(file.inspection.confidence.header).toBeLessThan(1);
    expect(file.counts).toEqual({ read: 3, loaded: 3, rejected: 0, blank: 0 });
  });

  it('bad input 28: several header rows are joined', async () => {
    const stacked = await readFile(
      folder.write(
        '28.csv',
        lines(
          'customer,sales,sales',
          'id,2023 total,2024 total',
          '1,10.50,20.50',
          '2,11.50,21.50',
          '3,12.50,22.50',
        ),
      ),
    );
    expect(stacked.inspection.settings.headerRow).toBe(2);
    expect(namesOf(stacked)).toEqual(['customer · id', 'sales · 2023 total', 'sales · 2024 total']);
    expect(codesOf(stacked.inspection.issues)).toContain('HEADER-ROWS');
    expect(stacked.counts.loaded).toBe(3);
    const groups = await readFile(
      folder.write(
        '28g.csv',
        lines(',2023,,2024,', 'id,orders,spend,orders,spend', '1,2,10.50,3,11.00', '2,4,20.00,5,21.00'),
      ),
    );
    expect(namesOf(groups)).toEqual(['id', '2023 · orders', '2023 · spend', '2024 · orders', '2024 · spend']);
  });

  it('bad input 29: reading stops at a second table and says where it starts', async () => {
    const file = await readFile(
      folder.write(
        '29.csv',
        lines('id,name,city', '1,Ana,Vic', '2,Bea,Reus', '', 'store,sales', 'North,100', 'South,200'),
      ),
    );
    expect(file.counts).toEqual({ read: 3, loaded: 2, rejected: 0, blank: 1 });
    expect(file.issues).toEqual([
      { code: 'SECOND-TABLE', severity: 'check', args: { line: 5, count: 3 }, count: 3, lines: [5, 6, 7] },
    ]);
  });

  it.each([
    [
      'padded to the same width',
      ['id,name,city', '1,Ana,Vic', '2,Bea,Reus', ',,', 'store,sales,', 'North,100,'],
    ],
    ['of the same width', ['id,name', '1,Ana', '2,Bea', '', 'product,price', 'Pen,100', 'Ink,200']],
  ])('bad input 29: a second table %s is told too', async (_how, rows) => {
    const file = await readFile(folder.write('29s.csv', lines(...rows)));
    expect(file.counts).toEqual({ read: 3, loaded: 2, rejected: 0, blank: 1 });
    expect(file.inspection.secondTable).toEqual({ line: 5 });
    expect(file.issues.map(({ code, args }) => [code, args['line']])).toEqual([['SECOND-TABLE', 5]]);
  });

  it('bad input 29: records after an empty line are no second table, however they read', async () => {
    const rows = [
      'id,name,city',
      '1,Ana,Vic',
      '',
      'x,name,city',
      '3,Cid,Vic',
      '',
      'four,Dan,Olot',
      'V,Eva,Vic',
    ];
    const file = await readFile(folder.write('29n.csv', lines(...rows)));
    expect(file.counts).toEqual({ read: 8, loaded: 6, rejected: 0, blank: 2 });
    expect(file.issues).toEqual([]);
  });

  it('bad input 30: a totals row is flagged and loaded', async () => {
    const file = await readFile(
      folder.write('30.csv', lines('city,amount', 'Vic,10.00', 'Reus,20.00', 'Olot,5.00', 'Total,35.00')),
    );
    expect(file.counts.loaded).toBe(4);
    expect(file.issues).toEqual([
      { code: 'TOTALS-ROW', severity: 'check', args: { line: 5, sums: 0, count: 1 }, count: 1, lines: [5] },
    ]);
  });

  it('bad input 31: a file that changes while it is read is refused', async () => {
    const path = folder.write('31.csv', `id,name\n${'1,Ana Maria\n'.repeat(300_000)}`);
    const { settings, columns } = await inspectFile(path, {});
    const read = async (change: () => void): Promise<unknown> => {
      const reader = readRecords(path, settings, columns);
      await reader.next();
      change();
      for (let step = await reader.next(); step.done !== true; step = await reader.next());
      return undefined;
    };
    expect((await refusalOf(read(() => truncateSync(path, 2_000_000)))).code).toBe('SRC-CHANGED');
    expect((await refusalOf(read(() => writeFileSync(path, 'x\n', { flag: 'a' })))).code).toBe('SRC-CHANGED');
  });

  it('bad input 33: a cell over 1 MiB is kept aside and the rest loads', async () => {
    const long = 'x'.repeat(3_000_000);
    const quoted = await readFile(
      folder.write('33.csv', lines('id,note', '1,short', `2,"${long}"`, '3,after')),
    );
    expect(quoted.rejects).toMatchObject([
      { record: 2, line: 3, code: 'CELL-TOO-LONG', args: { limit: 1 << 20 } },
    ]);
    expect(cellsOf(quoted)).toEqual([
      ['1', 'short'],
      ['3', 'after'],
    ]);
    const plain = await readFile(
      folder.write('33p.csv', lines('id,note', '1,short', `2,${long}`, '3,after', '4,last')),
    );
    expect(plain.counts).toEqual({ read: 4, loaded: 3, rejected: 1, blank: 0 });
    expect(plain.loaded.map((record) => record.line)).toEqual([2, 4, 5]);
  });

  it('bad input 34: more than 1,990 columns are refused with the number', async () => {
    const header = Array.from({ length: 5000 }, (_unused, i) => `c${i}`).join(',');
    expect(await refusalOf(inspectFile(folder.write('34.csv', `${header}\n`), {}))).toEqual({
      code: 'SRC-TOO-MANY-COLUMNS',
      args: { found: 5000, limit: 1990 },
      place: { file: '34.csv' },
    });
  });

  it('bad input 35: what is not a file is refused without hanging', async () => {
    const tooLong = `/tmp/${'a'.repeat(4096)}`;
    for (const path of [folder.path, '/dev/zero', `${folder.path}/missing.csv`, tooLong, 'a\u0000b']) {
      expect((await refusalOf(inspectFile(path, {}))).code).toBe('SRC-NOT-A-FILE');
    }
  });
});
