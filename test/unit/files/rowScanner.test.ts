// The fast way through a sheet gives exactly what the tokenizer gives, whatever the rows and however the bytes arrive.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IssueTally } from '../../../electron/engine/files/issueTally.ts';
import type { RawRecord } from '../../../electron/engine/files/rawRecord.ts';
import { numberStyleOf } from '../../../electron/engine/files/xlsx/numberStyle.ts';
import { SerialDates } from '../../../electron/engine/files/xlsx/serialDates.ts';
import { type SheetContext, SheetHandler } from '../../../electron/engine/files/xlsx/sheetHandler.ts';
import { SheetReader } from '../../../electron/engine/files/xlsx/sheetReader.ts';
import { AppError } from '../../../shared/errors.ts';

const CONTEXT: SheetContext = {
  strings: ['first', ' second & third ', 'Ñandú'],
  numberStyles: ['stored', 'date', numberStyleOf('000\\-000'), numberStyleOf('0" kg"')],
  dates: new SerialDates(false),
};

interface Outcome {
  readonly rows: readonly RawRecord[];
  readonly issues: unknown;
  readonly error: string | null;
}

function read(xml: string, pieceBytes: number): Outcome {
  const tally = new IssueTally();
  const handler = new SheetHandler(CONTEXT, tally);
  const reader = new SheetReader(handler, CONTEXT, 'a.xlsx');
  const bytes = Buffer.from(xml);
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes) reader.push(bytes.subarray(at, at + pieceBytes));
    reader.end();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { rows: [], issues: [], error: error.code };
  }
  return { rows: handler.rows, issues: tally.list(), error: null };
}

const sheet = (rows: string, start = '<sheetData>'): string =>
  `<?xml version="1.0"?><worksheet><cols><col hidden="1"/></cols>${start}${rows}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`;

/** The same sheet as the tokenizer alone reads it: a space in the tag keeps the scanner away. */
const tokenized = (rows: string): Outcome => read(sheet(rows, '<sheetData >'), 1 << 20);

const value = fc.oneof(
  fc.integer({ min: -1e6, max: 1e6 }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom(
    '0',
    '-0',
    '00',
    '0.50',
    '1.',
    '.5',
    '2.5499999999999998',
    '1E5',
    '12345678901234567890',
    ' 7 ',
    'x',
    '0.0000001',
    '45000',
    '45000.75',
    '60',
    '-1',
    '3e9',
    '1&#48;',
    '',
  ),
);
const word = fc.constantFrom(
  'Ana',
  'Über',
  'a &amp; b',
  '_x000D_',
  'under_score',
  '1 > 0',
  'tab\there',
  'line\r\nend',
  '😀',
  ' edge ',
  '',
  'n"q\'',
);
const reference = fc.constantFrom(
  '',
  ' r="A2"',
  ' r="C2"',
  ' r="AA2"',
  ' r="BZ2"',
  ' r="XFE2"',
  ' r="b2"',
  ' r="2"',
  " r='D2'",
  ' r = "B2"',
  ' r="ZZZZZZ9"',
);
const style = fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="7"', ' s="x"', ' cm="1"');
const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(reference, style, value).map(([r, s, v]) => `<c${r}${s}><v>${v}</v></c>`),
  },
  fc
    .tuple(reference, fc.constantFrom('0', '1', '2', '3', '-1', 'x', ''))
    .map(([r, v]) => `<c${r} t="s"><v>${v}</v></c>`),
  fc.tuple(reference, word).map(([r, w]) => `<c${r} t="inlineStr"><is><t>${w}</t></is></c>`),
  fc.tuple(reference, word).map(([r, w]) => `<c${r} t="str"><v>${w}</v></c>`),
  fc.constantFrom('true', 'false', '1', '0').map((v) => `<c t="b"><v>${v}</v></c>`),
  fc.constantFrom(
    '<c r="B2"/>',
    '<c></c>',
    '<c><v/></c>',
    '<c><f>A1+1</f><v>2</v></c>',
    '<c><f t="shared" si="0"/></c>',
    '<c t="e"><v>#N/A</v></c>',
    '<c t="d"><v>2024-01-02T00:00:00</v></c>',
    '<c t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r></is></c>',
    '<c><!-- </row> --><v>1</v></c>',
    '<c t="inlineStr"><is><t><![CDATA[</row><row>]]></t></is></c>',
    '<c t="n" t2="s"><v>5</v></c>',
    '<c><extLst><ext/></extLst></c>',
    '<c>\n<v>3</v>\n</c>',
    '<col/>',
  ),
);
const rowTag = fc.constantFrom(
  '',
  ' r="2"',
  ' r="7" spans="1:3"',
  ' r="1048576"',
  ' r="1048577"',
  ' r="x"',
  ' hidden="1"',
  ' ht="12.5" customHeight="1"',
  " r='4'",
);
const row = fc
  .tuple(rowTag, fc.array(cell, { maxLength: 6 }), fc.constantFrom('', '\n', '  '))
  .map(([tag, cells, space]) => `<row${tag}>${cells.join(space)}${space}</row>${space}`);
const rows = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: row },
    fc.constantFrom('<row/>', '<row r="9"/>', '<!-- note -->', '<other/>', '<rowBreaks/>'),
  ),
  { maxLength: 8 },
);

describe('row scanner', () => {
  it('reads what the tokenizer reads', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(1, 3, 17, 64, 1000, 1 << 20), (parts, pieceBytes) => {
        const xml = parts.join('');
        expect(read(sheet(xml), pieceBytes)).toEqual(tokenized(xml));
      }),
      { seed: 20260101, numRuns: 1000 },
    );
  });

  it('says the same of what is cut off', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), (parts, share) => {
        const cut = (xml: string): string => xml.slice(0, Math.floor(xml.length * share));
        const [fast, slow] = [sheet(parts.join('')), sheet(parts.join(''), '<sheetData >')];
        expect(read(cut(fast), 50).error === null).toBe(read(`${cut(fast)} `, 1 << 20).error === null);
        expect(read(fast.slice(0, -3), 50).error).toBe(read(slow.slice(0, -3), 50).error);
      }),
      { seed: 20260102, numRuns: 300 },
    );
  });

  it('a comment that looks like the start of the rows does not mislead it', () => {
    const xml =
      '<worksheet><!-- <sheetData><row><c><v>1</v></c></row></sheetData> --><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>';
    expect(read(xml, 1 << 20).rows).toEqual([{ line: 1, cells: ['2'], flaw: null }]);
  });
});
