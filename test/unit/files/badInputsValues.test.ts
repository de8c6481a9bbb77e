// The catalogue of bad inputs, values (45–54): text is stored as it was read; what can be read in two ways is asked, with
// the count of values for each reading; what cannot be read is kept aside with its place.
import { afterAll, describe, expect, it } from 'vitest';
import { emailFault, normalEmail } from '../../../electron/engine/files/values/contact.ts';
import { inspectFile, parseBoolean, parseDate, parseNumber } from '../../../electron/engine/files/index.ts';
import { NULL_WORDS, SHORT_NULL_WORDS } from '../../../shared/model/readSettings.ts';
import { cellsOf, codesOf, readFile, TempFolder } from './reading.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

function lines(...rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}

const DOT = { decimal: '.', thousands: ',' } as const;

describe('values', () => {
  it('bad input 45: leading zeros, phones, long ids and 1E5 stay as they are written', async () => {
    const rows = [
      ['00123', '+44 20 7946 0018', '12345678901234567890', '1E5', '00E0'],
      ['00007', '+44 20 7946 0999', '12345678901234567891', '2E7', '01E1'],
      ['01000', '+44 20 7946 0111', '12345678901234567892', '3E9', '02E2'],
      ['09999', '+44 20 7946 0222', '12345678901234567893', '4E1', '03E3'],
    ];
    const text = lines('zip;phone;serial;code;batch', ...rows.map((row) => row.join(';')));
    const file = await readFile(folder.write('45.csv', text));
    expect(cellsOf(file)).toEqual(rows);
    expect(file.counts).toEqual({ read: 4, loaded: 4, rejected: 0, blank: 0 });
    const types = file.inspection.columns.map(({ type }) => type);
    expect(types.filter((type) => type === 'number' || type === 'money')).toEqual([]);
    expect(file.inspection.issues).toContainEqual({
      code: 'LEADING-ZEROS',
      severity: 'note',
      column: 'zip',
      args: { count: 4 },
      count: 4,
    });
  });

  it('bad input 46: integers above 2^53 are exact', async () => {
    const big = ['9007199254740993', '9007199254740995', '9223372036854775807', '18446744073709551615'];
    const file = await readFile(
      folder.write('46.csv', lines('ref,amount', ...big.map((id, i) => `${id},${i}.50`))),
    );
    expect(cellsOf(file).map(([id]) => id)).toEqual(big);
    expect(file.inspection.columns[0]?.type).toBe('text');
  });

  it('bad input 47: NaN, Infinity and 1e400 are no numbers and named with their place; -0 is 0', async () => {
    const amounts = Array.from({ length: 40 }, (_unused, i) => `${i + 10}.50`);
    const odd = ['NaN', 'Infinity', '-0', '1e400'];
    const rows = [...amounts, ...odd].map((amount, i) => `c${i},${amount}`);
    const file = await readFile(folder.write('47.csv', lines('id,amount', ...rows)));
    expect(file.rejects.map(({ code, line, column, value }) => [code, line, column, value])).toEqual([
      ['NOT-A-NUMBER', 42, 'amount', 'NaN'],
      ['NOT-A-NUMBER', 43, 'amount', 'Infinity'],
      ['NOT-A-NUMBER', 45, 'amount', '1e400'],
    ]);
    expect(cellsOf(file).at(-1)).toEqual(['c42', '-0']);
    expect(Object.is(parseNumber('-0', DOT), 0)).toBe(true);
    const asText = await readFile(folder.write('47t.csv', lines('id,amount', ...rows)), {}, true);
    expect(cellsOf(asText).map(([, amount]) => amount)).toEqual([...amounts, ...odd]);
  });

  it('bad input 48: both decimal conventions in one column are asked about, with the count for each', async () => {
    const rows = ['1.234,56', '2.500,00', '1,234.56', '3.999,90', '9,876.10'].map(
      (amount, i) => `c${i};${amount}`,
    );
    const path = folder.write('48.csv', lines('id;amount', ...rows));
    const found = await inspectFile(path, {});
    expect(found.asks).toEqual(['decimal']);
    expect(found.runnerUp.decimal).toBe('.');
    expect(found.confidence.decimal).toBe(0.6);
    expect(found.issues).toContainEqual({
      code: 'DECIMAL-AMBIGUOUS',
      severity: 'check',
      column: 'amount',
      args: { dot: 2, comma: 3 },
    });
    const answered = await readFile(path, { decimal: ',', thousands: '.' });
    expect(answered.inspection.asks).toEqual([]);
    expect(answered.counts).toEqual({ read: 5, loaded: 3, rejected: 2, blank: 0 });
    expect(answered.rejects.map(({ line, value }) => [line, value])).toEqual([
      [4, '1,234.56'],
      [6, '9,876.10'],
    ]);
  });

  it('bad input 49: dates that can be read both ways are asked about, and a column is never read both ways', async () => {
    const rows = ['03/04/2026', '05/06/2026', '07/08/2026', '01/02/2026'].map((day, i) => `c${i},${day}`);
    const path = folder.write('49.csv', lines('id,date', ...rows));
    const found = await inspectFile(path, {});
    expect(found.asks).toEqual(['dateOrder']);
    expect(found.runnerUp.dateOrder).toBe('mdy');
    expect(found.issues).toContainEqual({
      code: 'DATE-AMBIGUOUS',
      severity: 'check',
      column: 'date',
      args: { dayFirst: 4, monthFirst: 4 },
    });
    const both = await readFile(
      folder.write('49b.csv', lines('id,date', ...rows, 'c4,25/12/2026', 'c5,12/25/2026')),
      {
        dateOrder: 'dmy',
      },
    );
    expect(both.rejects.map(({ line, code, value }) => [line, code, value])).toEqual([
      [7, 'NOT-A-DATE', '12/25/2026'],
    ]);
  });

  it('bad input 50: days that do not exist are named', async () => {
    const good = Array.from({ length: 60 }, (_unused, i) => `${(i % 28) + 1}/0${(i % 9) + 1}/2025`);
    const bad = ['29/02/2025', '31/11/2025', '01/02/0026', '29/02/1900'];
    const rows = [...good, ...bad, '29/02/2024'].map((day, i) => `c${i};${day}`);
    const file = await readFile(folder.write('50.csv', lines('id;date', ...rows)));
    expect(file.rejects.map(({ line, code, column, value }) => [line, code, column, value])).toEqual(
      bad.map((value, i) => [62 + i, 'NOT-A-DATE', 'date', value]),
    );
    expect(file.counts).toEqual({ read: 65, loaded: 61, rejected: 4, blank: 0 });
  });

  it('bad input 51: the local date of a time with a zone is the one that is written', () => {
    const day = (text: string): string =>
      new Date(parseDate(text, 'dmy') ?? Number.NaN).toISOString().slice(0, 10);
    const written = [
      '2026-03-29T02:30:00+02:00',
      '2026-10-25T00:15:00+02:00',
      '2026-01-01T00:30:00+13:00',
      '2025-12-31T23:59:59.999-11:00',
      '2026-06-30T23:30:00Z',
      '2026-07-01 00:00:00 UTC',
    ];
    expect(written.map(day)).toEqual(written.map((text) => text.slice(0, 10)));
  });

  it('bad input 52: yes and no in five languages are proposed as yes/no', async () => {
    const pairs = [
      ['Y', 'N'],
      ['yes', 'no'],
      ['да', 'нет'],
      ['1', '0'],
      ['sim', 'não'],
      ['sí', 'no'],
      ['cert', 'fals'],
      ['VERDADERO', 'FALSO'],
      ['Истина', 'Ложь'],
    ] as const;
    for (const [yes, no] of pairs) expect([parseBoolean(yes), parseBoolean(no)]).toEqual([true, false]);
    const mixed = ['Y', 'N', 'да', '1', 'no', 'sim', 'não', '0'];
    const file = await readFile(
      folder.write('52.csv', lines('id,active', ...mixed.map((word, i) => `c${i},${word}`))),
    );
    expect(file.inspection.columns[1]).toMatchObject({ type: 'boolean' });
    expect(file.inspection.columns[1]?.reasons[0]?.code).toBe('booleanWords');
    expect(cellsOf(file).map(([, word]) => word)).toEqual(mixed);
    expect(file.counts.rejected).toBe(0);
  });

  describe('bad input 53: words for a missing value', () => {
    const amounts = Array.from({ length: 30 }, (_unused, i) => `c${i},${i + 1}.25,Vic`);
    const odd = ['x1,NULL,Reus', 'x2,N/A,n/a', 'x3,-,-', 'x4,,Olot', 'x5,"",Berga', 'x6,unknown,Valls'];
    const text = lines('id,amount,city', ...amounts, ...odd);

    it('bad input 53: the rule is shown, with what each word counts', async () => {
      const file = await readFile(folder.write('53.csv', text));
      expect(file.inspection.nullWords).toEqual([
        { word: 'N/A', count: 2, missing: true },
        { word: 'NULL', count: 1, missing: true },
        { word: '-', count: 1, missing: true },
        { word: 'unknown', count: 1, missing: false },
      ]);
      expect(cellsOf(file).slice(30)).toEqual([
        ['x1', null, 'Reus'],
        ['x2', null, null],
        ['x3', null, '-'],
        ['x4', null, 'Olot'],
        ['x5', null, 'Berga'],
      ]);
      expect(file.rejects.map(({ line, value }) => [line, value])).toEqual([[37, 'unknown']]);
    });

    it('bad input 53: the rule can be turned round', async () => {
      const words = [...NULL_WORDS, ...SHORT_NULL_WORDS].filter((word) => word !== '-' && word !== 'n/a');
      const file = await readFile(folder.write('53r.csv', text), { nullWords: [...words, 'Unknown'] });
      expect(file.inspection.settings.nullWords).toEqual([...words, 'Unknown']);
      expect(cellsOf(file).slice(30)).toEqual([
        ['x1', null, 'Reus'],
        ['x4', null, 'Olot'],
        ['x5', null, 'Berga'],
        ['x6', null, 'Valls'],
      ]);
      expect(file.rejects.map(({ line, value }) => [line, value])).toEqual([
        [33, 'N/A'],
        [34, '-'],
      ]);
    });
  });

  describe('bad input 54: e-mail addresses', () => {
    it('bad input 54: have a normal form; the original is kept', async () => {
      const written = [
        ' Ana@Exemple.CAT ',
        'mailto:bea@exemple.cat',
        'josé@münchen.example',
        '"john.doe"@example.org',
        'Ana Puig <ana.puig@exemple.cat>',
        'иван@почта.рф',
      ];
      expect(written.map(normalEmail)).toEqual([
        'ana@exemple.cat',
        'bea@exemple.cat',
        'josé@xn--mnchen-3ya.example',
        'john.doe@example.org',
        'ana.puig@exemple.cat',
        'иван@xn--80a1acny.xn--p1ai',
      ]);
      const rows = ['Ana@Exemple.CAT', 'bea@exemple.cat', 'carla@exemple.cat'];
      const file = await readFile(
        folder.write('54.csv', lines('id,email', ...rows.map((mail, i) => `c${i},${mail}`))),
      );
      expect(cellsOf(file).map(([, mail]) => mail)).toEqual(rows);
      expect(codesOf(file.issues)).toEqual([]);
    });

    it('bad input 54: faulty ones are counted by reason', async () => {
      const bad = [
        'ana',
        'a@b.cat; c@d.cat',
        'eva@exemple',
        'pau@@exemple.cat',
        'no tinc',
        'joan@exemple..cat',
      ];
      expect(bad.map(emailFault)).toEqual(['noAt', 'several', 'domain', 'other', 'noAt', 'domain']);
      const good = Array.from({ length: 40 }, (_unused, i) => `c${i};"person${i}@exemple.cat"`);
      const rows = [...good, ...bad.map((mail, i) => `x${i};"${mail}"`)];
      const file = await readFile(folder.write('54b.csv', lines('id;email', ...rows)));
      expect(file.counts).toEqual({ read: 46, loaded: 46, rejected: 0, blank: 0 });
      expect(file.issues).toEqual([
        {
          code: 'EMAIL-INVALID',
          severity: 'check',
          column: 'email',
          args: { noAt: 2, several: 1, domain: 2, other: 1, count: 6 },
          count: 6,
          lines: [42, 43, 44, 45, 46],
        },
      ]);
    });
  });
});

describe('currency and percent', () => {
  it('are recognised per column', async () => {
    const rows = Array.from({ length: 12 }, (_unused, i) => {
      const n = i + 1;
      return `c${i};€ 1.23${i % 10},56;R$ ${n}.000,00;1 23${i % 10},50 ₽;${n},5 %;$ ${n},00`;
    });
    const file = await readFile(folder.write('money.csv', lines('id;eur;brl;rub;share;cost', ...rows)));
    expect(file.inspection.columns.map(({ currency, percent }) => currency ?? percent ?? null)).toEqual([
      null,
      'EUR',
      'BRL',
      'RUB',
      true,
      '$',
    ]);
    expect(file.counts).toEqual({ read: 12, loaded: 12, rejected: 0, blank: 0 });
    const [, eur, brl, rub, share] = file.inspection.columns;
    const first = cellsOf(file)[0] ?? [];
    const read = (at: number, style: typeof eur): number | null | undefined =>
      style === undefined ? undefined : parseNumber(first[at] ?? '', style);
    expect([read(1, eur), read(2, brl), read(3, rub), read(4, share)]).toEqual([
      1230.56, 1000, 1230.5, 0.015,
    ]);
  });

  it('several currencies in one column are worth a look', async () => {
    const rows = ['€ 10,50', '€ 11,50', '12,50 £', '€ 13,50', '14,00 €'].map(
      (amount, i) => `c${i};${amount}`,
    );
    const file = await inspectFile(folder.write('mixed.csv', lines('id;amount', ...rows)), {});
    expect(file.issues).toContainEqual({
      code: 'CURRENCY-MIXED',
      severity: 'check',
      column: 'amount',
      args: { currencies: 'EUR, GBP' },
    });
  });
});
