// The catalogue of bad inputs, text files in depth (8–10, 15, 20, 27–30, 34) and hostile cells (57–60): what is proposed,
// what the analyst can answer, and that the answer is what the import does.
import { appendFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanText, looksLikeFormula, safeCell } from '../../../electron/engine/export/safeText.ts';
import { inspectFile } from '../../../electron/engine/files/index.ts';
import { cellsOf, codesOf, namesOf, readFile, TempFolder } from './reading.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

function lines(...rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}

/** As a program writes it that took UTF-8 for `encoding`. */
function twice(text: string, encoding: string): string {
  return iconv.decode(Buffer.from(text, 'utf8'), encoding);
}

describe('encodings', () => {
  const JAPANESE = lines(
    'ナマエ,トシ',
    'タナカ タロウ,トウキョウ',
    'スズキ ハナコ,オオサカ',
    'サトウ ジロウ,ナゴヤ',
  );

  it('bad input 10: Shift-JIS is proposed with what each encoding makes of the words, and asked', async () => {
    const path = folder.write('10.csv', iconv.encode(JAPANESE, 'shift_jis'));
    const found = await inspectFile(path, {});
    expect(found.asks).toEqual(['encoding']);
    expect(found.confidence.encoding).toBe(0.5);
    expect(found.encodings?.[0]).toEqual({ encoding: 'shift_jis', samples: ['ナマエ', 'トシ', 'タナカ'] });
    expect(found.encodings?.length).toBe(4);
    const answered = await readFile(path, { encoding: 'shift_jis' });
    expect(answered.inspection.asks).toEqual([]);
    expect(cellsOf(answered)[0]).toEqual(['タナカ タロウ', 'トウキョウ']);
  });

  it('bad input 8: bytes that Shift-JIS does not know are kept aside too', async () => {
    const good = iconv.encode(JAPANESE, 'shift_jis');
    const bad = Buffer.concat([Buffer.from([0x83, 0x41, 0xfd, 0x2c, 0x41, 0x0a])]);
    const file = await readFile(folder.write('8j.csv', Buffer.concat([good, bad])), {
      encoding: 'shift_jis',
    });
    expect(file.counts).toEqual({ read: 4, loaded: 3, rejected: 1, blank: 0 });
    expect(file.rejects[0]).toMatchObject({
      line: 5,
      code: 'INVALID-BYTES',
      args: { offset: good.length + 2, count: 1 },
    });
  });

  it.each([
    ['cp866', ['Ольга Щербакова;Москва', 'Пётр Сидоров;Казань', 'Илья Чехов;Самара']],
    ['koi8-r', ['Ольга Щербакова;Москва', 'Пётр Сидоров;Казань', 'Илья Чехов;Самара']],
    ['x-mac-cyrillic', ['Ольга Щербакова;Москва', 'Пётр Сидоров;Казань', 'Илья Чехов;Самара']],
    ['cp850', ['José Muñoz;Málaga', 'Íñigo Gutiérrez;Cádiz', 'María Núñez;León']],
    ['cp850', ['JOÃO GONÇALVES;SÃO PAULO', 'CONCEIÇÃO ARAÚJO;BRASÍLIA', 'INÊS MAGALHÃES;BELÉM']],
    ['macintosh', ['Núria Puigdomènech;Mataró', 'Mercè Rodés;Lleida', 'Òscar Güell;Castelló']],
    ['windows-1250', ['Łukasz Wiśniewski;Łódź', 'Małgorzata Zielińska;Gdańsk', 'Grażyna Wójcik;Kraków']],
    [
      'iso-8859-2',
      ['Łukasz Wiśniewski;Łódź', 'Małgorzata Zielińska;Gdańsk', 'Stanisław Dąbrowski;Częstochowa'],
    ],
    ['iso-8859-15', ['José Muñoz;12,50 €', 'Núria Solà;8,00 €', 'Begoña Ibáñez;3,25 €']],
  ] as const)('bad input 7: %s is recognised by its letters', async (encoding, rows) => {
    const name = encoding === 'x-mac-cyrillic' ? 'maccyrillic' : encoding;
    const bytes = iconv.encode(lines('name;city', ...rows), name);
    const file = await readFile(folder.write('7e.csv', bytes), { headerRow: 1 }, true);
    expect(file.inspection.asks).toEqual([]);
    expect(cellsOf(file)).toEqual(rows.map((row) => row.split(';')));
    expect(file.inspection.settings.encoding).toBe(encoding);
    expect(file.inspection.confidence.encoding).toBeGreaterThanOrEqual(0.6);
  });

  it('bad input 9: values encoded twice are turned back on one word, others are left alone', async () => {
    const rows = [
      ['1', twice('José', 'windows-1252'), twice('Conceição', 'windows-1252')],
      ['2', twice('Ольга', 'windows-1251'), 'Ana Ñúñez'],
      ['3', 'Сёмга', twice('Łódź', 'latin1')],
    ];
    const path = folder.write('9.csv', lines('id;name;city', ...rows.map((row) => row.join(';'))));
    const asIs = await readFile(path, { headerRow: 1 }, true);
    expect(cellsOf(asIs)).toEqual(rows);
    expect(asIs.inspection.doubleEncoded).toEqual({
      count: 4,
      examples: [
        { written: 'JosÃ©', repaired: 'José' },
        { written: 'ConceiÃ§Ã£o', repaired: 'Conceição' },
        { written: 'РћР»СЊРіР°', repaired: 'Ольга' },
      ],
    });
    const repaired = await readFile(path, { headerRow: 1, repairDoubleEncoding: true }, true);
    expect(cellsOf(repaired)).toEqual([
      ['1', 'José', 'Conceição'],
      ['2', 'Ольга', 'Ana Ñúñez'],
      ['3', 'Сёмга', 'Łódź'],
    ]);
    expect(repaired.inspection.preview.map(({ cells }) => cells)).toEqual(cellsOf(repaired));
    expect(repaired.issues.find(({ code }) => code === 'DOUBLE-ENCODED-REPAIRED')).toEqual({
      code: 'DOUBLE-ENCODED-REPAIRED',
      severity: 'note',
      args: { count: 4 },
      count: 4,
      lines: [2, 3, 4],
    });
  });
});

describe('dialects', () => {
  it('bad input 15: a quote that opens in the first record does not hide the delimiter', async () => {
    const rows = Array.from({ length: 30 }, (_unused, i) => `${i};name ${i};12,50`);
    const path = folder.write('15.csv', lines('id;"name;amount', ...rows));
    const asText = await readFile(path, { quote: '' });
    expect(namesOf(asText)).toEqual(['id', '"name', 'amount']);
    expect(asText.counts).toEqual({ read: 30, loaded: 30, rejected: 0, blank: 0 });
    expect(asText.inspection.issues[0]).toEqual({ code: 'QUOTES-AS-TEXT', severity: 'note', args: {} });
  });

  it('bad input 20: a column of full names is no table of spaces', async () => {
    const names = Array.from({ length: 50 }, (_unused, i) => `Ana${i} Puig`);
    const file = await readFile(folder.write('20n.csv', lines('full name', ...names)));
    expect(namesOf(file)).toEqual(['full name']);
    expect(file.counts).toEqual({ read: 50, loaded: 50, rejected: 0, blank: 0 });
  });

  it('bad input 19: both kinds of quotes in use: the doubtful one is named', async () => {
    const rows = ['1,"Cafe, bar",\'a\'', '2,"Bar, pub",\'b\'', '3,"Pub, inn",\'c\''];
    const { settings, confidence, runnerUp } = await inspectFile(
      folder.write('19q.csv', lines('id,place,x', ...rows)),
      {},
    );
    expect([settings.quote, confidence.quote, runnerUp.quote]).toEqual(['"', 0.8, "'"]);
  });
});

describe('where the table is', () => {
  it('bad input 27: the header below a title is proposed and asked, and the answer can be another row', async () => {
    const text = lines(
      'Sales report',
      'made by hand',
      'id,date,amount',
      '1,2024-01-05,10.00',
      '2,2024-01-06,20.00',
    );
    const path = folder.write('27.csv', text);
    const found = await inspectFile(path, {});
    expect([found.settings.headerRow, found.asks]).toEqual([3, ['header']]);
    const confirmed = await inspectFile(path, { headerRow: 3 });
    expect(confirmed.asks).toEqual([]);
    expect(codesOf(confirmed.issues)).toContain('PREAMBLE');
  });

  it('bad input 28: group titles are filled to the right and joined; one row can be asked for instead', async () => {
    const text = lines(
      ',Sales 2023,,Sales 2024,',
      'id,Units,Value,Units,Value',
      '1,2,10.50,3,11.00',
      '2,4,20.00,5,21.00',
    );
    const path = folder.write('28.csv', text);
    const merged = await readFile(path);
    expect(merged.inspection.settings).toMatchObject({ headerRow: 2, headerRows: 2 });
    const names = [
      'id',
      'Sales 2023 · Units',
      'Sales 2023 · Value',
      'Sales 2024 · Units',
      'Sales 2024 · Value',
    ];
    expect(namesOf(merged)).toEqual(names);
    expect(merged.inspection.issues).toContainEqual({
      code: 'HEADER-ROWS',
      severity: 'check',
      args: { count: 2 },
    });
    const single = await readFile(path, { headerRows: 1 });
    expect(namesOf(single)).toEqual(['id', 'Units', 'Value', 'Units (2)', 'Value (2)']);
    expect(single.inspection.settings.headerRows).toBe(undefined);
    expect(cellsOf(single)).toEqual(cellsOf(merged));
  });

  it('bad input 28: three header rows can be asked for', async () => {
    const text = lines('Shop,Shop,Web', '2023,2024,2024', 'orders,orders,orders', '1,2,3', '4,5,6');
    const file = await readFile(folder.write('28c.csv', text), { headerRow: 3, headerRows: 3 });
    expect(namesOf(file)).toEqual(['Shop · 2023 · orders', 'Shop · 2024 · orders', 'Web · 2024 · orders']);
    expect(cellsOf(file)).toEqual([
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
  });

  it('bad input 29: the second table can be imported by itself, wherever in the file it starts', async () => {
    const first = Array.from({ length: 20_000 }, (_unused, i) => `${i};"customer\n${i}";Vic`);
    const text = lines('id;name;city', ...first, '', 'store;sales', 'North;100', 'South;200');
    const path = folder.write('29.csv', text);
    const whole = await readFile(path);
    expect(whole.counts).toEqual({ read: 20_001, loaded: 20_000, rejected: 0, blank: 1 });
    const line = Number(whole.issues.find(({ code }) => code === 'SECOND-TABLE')?.args['line']);
    expect(line).toBe(40_003);
    const second = await readFile(path, { startLine: line });
    expect(second.inspection.settings).toMatchObject({ startLine: line, headerRow: 1, delimiter: ';' });
    expect(namesOf(second)).toEqual(['store', 'sales']);
    expect(second.loaded).toEqual([
      { record: 1, line: line + 1, cells: ['North', '100'] },
      { record: 2, line: line + 2, cells: ['South', '200'] },
    ]);
    expect(second.counts).toEqual({ read: 2, loaded: 2, rejected: 0, blank: 0 });
  });

  it('bad input 29: the inspection tells the line of a second table within its reach, in UTF-16 too', async () => {
    const text = lines(
      'id,name,city',
      '1,Ana,Vic',
      '2,Bea,Reus',
      '',
      'store,sales',
      'North,100',
      'South,200',
    );
    const path = folder.write('29w.csv', iconv.encode(text, 'utf-16be', { addBOM: true }));
    expect((await inspectFile(path, {})).secondTable).toEqual({ line: 5 });
    const second = await readFile(path, { startLine: 5 });
    expect(cellsOf(second)).toEqual([
      ['North', '100'],
      ['South', '200'],
    ]);
  });

  describe('bad input 30: a totals row', () => {
    const body = ['Vic;10,00;2', 'Reus;20,50;3', 'Olot;5,00;1'];

    it.each([
      'Total',
      'TOTAL:',
      'Итого',
      'Всего',
      'Suma total',
      'Soma',
      'Total geral',
      'Gesamtsumme',
      'Grand total',
    ])('bad input 30: %s at the end is left out on consent and counted as rejected', async (word) => {
      const path = folder.write('30.csv', lines('city;amount;units', ...body, `${word};35,50;6`, ''));
      const kept = await readFile(path);
      expect(kept.inspection.totalsRow).toEqual({ line: 5, sums: 2 });
      expect(kept.counts).toEqual({ read: 5, loaded: 4, rejected: 0, blank: 1 });
      const left = await readFile(path, { totals: 'leaveOut' });
      expect(left.counts).toEqual({ read: 5, loaded: 3, rejected: 1, blank: 1 });
      expect(left.rejects).toEqual([
        { record: 4, line: 5, code: 'TOTALS-LEFT-OUT', args: {}, cells: [word, '35,50', '6'] },
      ]);
      expect(left.inspection.preview.at(-1)?.reject).toEqual(left.rejects[0]);
    });

    it('bad input 30: known by its sums alone', async () => {
      const path = folder.write('30s.csv', lines('city;amount;units', ...body, ';35,50;6'));
      const left = await readFile(path, { totals: 'leaveOut' });
      expect(left.inspection.totalsRow).toEqual({ line: 5, sums: 2 });
      expect(left.rejects.map(({ line, code }) => [line, code])).toEqual([[5, 'TOTALS-LEFT-OUT']]);
      const other = await readFile(folder.write('30o.csv', lines('city;amount;units', ...body, ';36,50;7')), {
        totals: 'leaveOut',
      });
      expect([other.inspection.totalsRow, other.counts.loaded]).toEqual([undefined, 4]);
    });

    it('bad input 30: found at the end of a file larger than what is inspected, not in its middle', async () => {
      const rows = Array.from({ length: 60_000 }, (_unused, i) => `city ${i};1,00;2`);
      const path = folder.write('30l.csv', lines('city;amount;units', ...rows, 'Total;60000,00;120000'));
      const left = await readFile(path, { totals: 'leaveOut' });
      expect(left.inspection.totalsRow).toEqual({ line: 0, sums: 0 });
      expect(left.inspection.complete).toBe(false);
      expect(left.counts).toEqual({ read: 60_001, loaded: 60_000, rejected: 1, blank: 0 });
      appendFileSync(path, 'city x;1,00;2\n');
      const inside = await readFile(path, { totals: 'leaveOut' });
      expect(inside.inspection.totalsRow).toBe(undefined);
      expect(inside.counts).toEqual({ read: 60_002, loaded: 60_002, rejected: 0, blank: 0 });
    });
  });

  it('bad input 34: of 5,000 columns any 1,990 can be chosen', async () => {
    const row = (cell: (at: number) => string): string =>
      Array.from({ length: 5000 }, (_unused, at) => cell(at)).join(',');
    const path = folder.write(
      '34.csv',
      lines(
        row((at) => `c${at}`),
        row((at) => `v${at}`),
        row((at) => `w${at}`),
      ),
    );
    const file = await readFile(path, { keepColumns: [4999, 0, 2500] });
    expect(file.inspection.columns.map(({ position, name }) => [position, name])).toEqual([
      [0, 'c0'],
      [2500, 'c2500'],
      [4999, 'c4999'],
    ]);
    expect(cellsOf(file)).toEqual([
      ['v0', 'v2500', 'v4999'],
      ['w0', 'w2500', 'w4999'],
    ]);
  });
});

describe('hostile cells', () => {
  it('bad input 57: markup is plain text', async () => {
    const cells = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      'javascript:alert(1)',
      "{{constructor.constructor('x')()}}",
      '<svg onload=alert(1)>',
      'width: expression(alert(1))',
    ];
    const file = await readFile(
      folder.write('57.csv', lines('id;note', ...cells.map((cell, i) => `${i};${cell}`))),
    );
    expect(cellsOf(file).map(([, note]) => note)).toEqual(cells);
    expect(cells.map(safeCell)).toEqual(cells);
  });

  it('bad input 58: formula prefixes are neutral in exports and kept in the project', async () => {
    const marks = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    const before = ['', ' ', '\u00A0', '\u200B', '\uFEFF'];
    const cells = before.flatMap((space) => marks.map((mark) => `${space}${mark}cmd`));
    const controls = ['\t=1', '\r=1', '\n=1', '\u0000=1'];
    const quoted = [...cells, ...controls].map((cell, i) => `${i};"${cell}"`);
    const file = await readFile(folder.write('58.csv', lines('id;note', ...quoted)), {}, true);
    expect(cellsOf(file).map(([, note]) => note)).toEqual([...cells, ...controls]);
    for (const cell of [...cells, ...controls]) {
      expect(safeCell(cell).startsWith("'")).toBe(true);
      expect(looksLikeFormula(safeCell(cell))).toBe(false);
    }
  });

  it('bad input 59: characters that cannot be shown are kept, counted and marked in exports', async () => {
    const cells = ['bell\u0007', 'next\u0085line', 'tag\u{E0041}', 'no\uFFFEchar', 'plain'];
    const path = folder.write('59.csv', lines('id;note', ...cells.map((cell, i) => `${i};${cell}`)));
    const file = await readFile(path);
    expect(cellsOf(file).map(([, note]) => note)).toEqual(cells);
    expect(file.issues).toEqual([
      {
        code: 'CONTROL-CHARACTERS',
        severity: 'check',
        args: { example: 'U+0007', count: 4 },
        count: 4,
        lines: [2, 3, 4, 5],
      },
    ]);
    expect(cells.slice(0, 2).map(cleanText)).toEqual(['bell\uFFFD', 'next\uFFFDline']);
    expect(cleanText('a\u0000b')).toBe('ab');
  });

  it('bad input 59: half a surrogate pair becomes a visible mark, whole pairs survive', async () => {
    const bytes = Buffer.from('\uFEFFid;note\n1;a\uD83Db\n2;\u{1F600}\n', 'utf16le');
    const file = await readFile(folder.write('59s.csv', bytes));
    expect(cellsOf(file)).toEqual([
      ['1', 'a\uFFFDb'],
      ['2', '\u{1F600}'],
    ]);
    expect(codesOf(file.issues)).toEqual(['CONTROL-CHARACTERS']);
  });

  it('bad input 60: a cell of JSON or base64 is text; only its size counts', async () => {
    const json = JSON.stringify({
      list: Array.from({ length: 5000 }, (_unused, i) => ({ id: i, name: `n${i}` })),
    });
    const base64 = Buffer.alloc(500_000, 7).toString('base64');
    const huge = 'A'.repeat(2 * 1024 * 1024);
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const text = lines('id;doc', `1;${quote(json)}`, `2;${base64}`, `3;${huge}`, '4;small');
    const file = await readFile(folder.write('60.csv', text));
    expect(cellsOf(file)).toEqual([
      ['1', json],
      ['2', base64],
      ['4', 'small'],
    ]);
    expect(file.rejects.map(({ record, line, code }) => [record, line, code])).toEqual([
      [3, 4, 'CELL-TOO-LONG'],
    ]);
    expect(file.counts).toEqual({ read: 4, loaded: 3, rejected: 1, blank: 0 });
  });
});
