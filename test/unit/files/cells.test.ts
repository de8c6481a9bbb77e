// The fast way through a file against the careful one: the same records, rejects, counts, issues and refusals, and typed
// copies that are what the parsers of single values say.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ColumnMapping, FieldRole, FieldType } from '../../../shared/model/source.ts';
import type { ReadSettings } from '../../../shared/model/readSettings.ts';
import { columnAt, PLAIN_DMY } from '../../support/readAs.ts';
import { carefully, fast, hashOfValue } from './bothWays.ts';
import { TempFolder } from './reading.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

const KINDS: readonly (readonly [FieldType, FieldRole, Partial<ColumnMapping>?])[] = [
  ['text', 'customerKey'],
  ['number', 'orderKey'],
  ['category', 'feature'],
  ['number', 'feature'],
  ['money', 'amount', { decimal: ',', thousands: '.' }],
  ['date', 'date'],
  ['date', 'feature', { dateOrder: 'mdy' }],
  ['boolean', 'consent'],
  ['text', 'contact', { pii: 'email' }],
  ['text', 'feature'],
  ['text', 'ignore'],
];

const cell = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('1', '12', '1000', 'K7', 'K8', 'shop', 'web', '2024-02-29', 'yes'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '""',
      ' x ',
      '"a,b"',
      '"q ""z"""',
      'NULL',
      '-',
      'Total',
      '"1',
      '5" pipe',
      "'1'",
      '\\',
      '"a\\"b"',
      '1.234,5',
      '1,234.50',
      '31/12/2024',
      '2024-13-01',
      '12/31/2024 08:05',
      '007',
      '(5)',
      'R$ 5',
      '-0',
      '٣',
      '\u00a0',
      '\u00a0é',
      'Москва',
      'н/д',
      'a@b.c',
      'a@',
      '"two\nlines"',
      '"two\r\nlines"',
      '\u0000',
      '\u0007x',
      '\u0085',
      '\uffff',
      '"\u{e0041}"',
      '\ufeffx',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom('a', '1', '"', ',', ' ', '\r', 'é', '.'), maxLength: 5 }),
  },
);
const line = fc.oneof(
  { weight: 8, arbitrary: fc.array(cell, { minLength: 4, maxLength: 4 }).map((cells) => cells.join(',')) },
  { weight: 1, arbitrary: fc.array(cell, { minLength: 0, maxLength: 6 }).map((cells) => cells.join(',')) },
  { weight: 1, arbitrary: fc.constantFrom('', ',,,', '1,2,3,4,', '1,2,3,4,,,', 'a,b', 'Total,,,9') },
);
const kinds = fc.array(fc.constantFrom(...KINDS), { minLength: 4, maxLength: 4 });

const mapped = (chosen: readonly (typeof KINDS)[number][]): ColumnMapping[] =>
  chosen.map(([type, role, change], at) => columnAt(at, type, role, change));

async function compare(
  path: string,
  settings: ReadSettings,
  columns: readonly ColumnMapping[],
): Promise<void> {
  expect(await fast(path, settings, columns)).toEqual(await carefully(path, settings, columns));
}

describe('the fast way is the careful one', () => {
  it('for any lines, under any meaning of the columns', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 40 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        kinds,
        fc.constantFrom(
          {},
          { quote: "'" as const },
          { escape: '\\' as const },
          { quote: '' as const },
          { delimiter: '' },
          { delimiter: ' ' },
          { headerRow: 0 },
          { nullWords: ['1', 'shop'] as string[] },
          { totals: 'leaveOut' as const },
          { startLine: 3 },
          { repairDoubleEncoding: true },
        ),
        async (lines, newline, chosen, change) => {
          const path = folder.write('any.csv', ['a,b,c,d', ...lines].join(newline));
          await compare(path, { ...PLAIN_DMY, ...change }, mapped(chosen));
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  }, 60_000);

  it('for addresses, and for words that say there is none', async () => {
    const words = ['нет', 'No tiene.', '(sem e-mail)', 'NÃO', '-', 'n/a', 'own', ' own ', '"', 'ana'];
    const good = [
      'a@b.cat',
      'mailto:a@b.cat',
      ' a@b.cat',
      '655 010 777',
      '+34 (655) 010-777',
      '12345',
      'x12',
    ];
    const kind = fc.constantFrom(
      ['email', 'text', 'contact'] as const,
      ['phone', 'text', 'contact'] as const,
      ['phone', 'category', 'pii'] as const,
      ['email', 'text', 'ignore'] as const,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...words, ...good), fc.constantFrom(...words, ...good)), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.tuple(kind, kind),
        fc.constantFrom({}, { nullWords: ['own', 'a@b.cat'] as string[] }),
        async (rows, kinds, change) => {
          const lines = rows.map((row, n) =>
            [`K${n}`, ...row.map((cell) => cell.replace('"', ''))].join(','),
          );
          const path = folder.write('contacts.csv', ['key,a,b', ...lines].join('\n'));
          const contacts = kinds.map(([pii, type, role], at) => columnAt(at + 1, type, role, { pii }));
          await compare(path, { ...PLAIN_DMY, ...change }, [columnAt(0, 'text', 'customerKey'), ...contacts]);
        },
      ),
      { numRuns: 150, seed: 12 },
    );
  }, 60_000);

  it('for plain tables, repeated beyond the size of a piece', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), kinds, async (lines, chosen) => {
        const text = `${lines.join('\n')}\n`;
        const path = folder.write('long.csv', `a,b,c,d\n${text.repeat(Math.ceil(1_300_000 / text.length))}`);
        const { records, ...rest } = await fast(path, PLAIN_DMY, mapped(chosen));
        const careful = await carefully(path, PLAIN_DMY, mapped(chosen));
        expect(rest.end).toEqual(careful.end);
        expect(hashOfValue([records, rest.rejects, rest.typed])).toBe(
          hashOfValue([careful.records, careful.rejects, careful.typed]),
        );
      }),
      { numRuns: 4, seed: 3 },
    );
  }, 60_000);

  it('in every encoding, with invalid bytes or without', async () => {
    const body = Array.from({ length: 300 }, (_, i) => `K${i},${i},Ação é,${i / 4}`).join('\n');
    const encoded: readonly (readonly [ReadSettings['encoding'], Buffer])[] = [
      ['utf-8', Buffer.from(`\ufeffa,b,c,d\n${body}\n`)],
      ['utf-16le', Buffer.from(`\ufeffa,b,c,d\n${body}\n`, 'utf16le')],
      ['iso-8859-1', Buffer.from(`a,b,c,d\n${body}\n`, 'latin1')],
      ['windows-1252', Buffer.from(`a,b,c,d\n${body}\nx\u0081y,1,z,2\n${body}`, 'latin1')],
      ['utf-8', Buffer.from(`a,b,c,d\n${body}\nx\u0081y,1,z,2\n${body}\nÿ,1,1,1`, 'latin1')],
    ];
    for (const [encoding, bytes] of encoded) {
      const path = folder.write('encoded.csv', bytes);
      await compare(path, { ...PLAIN_DMY, encoding }, mapped([KINDS[0]!, KINDS[3]!, KINDS[2]!, KINDS[3]!]));
    }
  });

  it('for numbers and dates at the edges of what is plain', async () => {
    const digits = fc.string({
      unit: fc.constantFrom(...Array.from("0123456789.,-' %e+/: T")),
      minLength: 1,
      maxLength: 20,
    });
    const date = fc
      .tuple(
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom('/', '-', '.'),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 1590, max: 2210 }),
      )
      .chain(([day, sign, month, year]) =>
        fc.constantFrom(
          `${day}${sign}${month}${sign}${year}`,
          `${String(day).padStart(2, '0')}${sign}${String(month).padStart(2, '0')}${sign}${year}`,
          `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
          `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')} 23:59:0${day % 10}`,
        ),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(digits, date), { minLength: 60, maxLength: 60 }), async (cells) => {
        const path = folder.write(
          'edges.csv',
          `a;b;c;d\n${cells.map((text) => `${text};${text};${text};${text}`).join('\n')}`,
        );
        for (const at of [3, 4, 5, 6])
          await compare(path, { ...PLAIN_DMY, delimiter: ';' }, [
            columnAt(0, KINDS[at]![0], 'feature', KINDS[at]![2]),
            columnAt(1, 'text', 'ignore'),
          ]);
      }),
      { numRuns: 40, seed: 8 },
    );
  });
});
