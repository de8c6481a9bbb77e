// CSV read back by another parser: the same cells, whatever they hold.
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { audienceRows, segmentRows } from '../../../electron/engine/export/audience.ts';
import {
  csvConventions,
  writeCsv,
  type CsvCell,
  type CsvOptions,
} from '../../../electron/engine/export/csv.ts';
import { safeCell } from '../../../electron/engine/export/safeText.ts';
import { wordsOf } from '../../../electron/engine/export/words.ts';
import { collected, hostileText } from './hostileText.ts';
import { sampleReport } from './sampleReport.ts';

const COMMA: CsvOptions = { delimiter: ',', bom: false };
const SEMICOLON: CsvOptions = { delimiter: ';', bom: true, decimal: ',' };

async function written(rows: readonly (readonly CsvCell[])[], options: CsvOptions): Promise<string> {
  return (await collected(writeCsv(rows, options))).join('');
}

describe('writeCsv', () => {
  test('quotes, line breaks, numbers, empty cells', async () => {
    const rows = [['a', 'b "c"', 'd\ne', 'f,g', 'h;i'], [1.5, -2, null, true, Number.NaN], ['']];
    expect(await written(rows, COMMA)).toBe('a,"b ""c""","d\ne","f,g","h;i"\r\n1.5,-2,,1,\r\n""\r\n');
    expect(await written([[1.5, -0.25, 'x']], SEMICOLON)).toBe('\uFEFF1,5;-0,25;x\r\n');
  });

  test('decimal commas under a comma are quoted', async () => {
    expect(await written([[1.5]], { delimiter: ',', bom: false, decimal: ',' })).toBe('"1,5"\r\n');
  });

  test('formulas are neutral in every cell', async () => {
    expect(await written([['=1+1', '@x', '-12.5', '\t=1']], COMMA)).toBe("'=1+1,'@x,-12.5,\"'\t=1\"\r\n");
  });

  test('conventions of the languages', () => {
    expect(csvConventions('en')).toEqual({ delimiter: ',', bom: true, decimal: '.' });
    expect(csvConventions('pt-BR')).toEqual({ delimiter: ';', bom: true, decimal: ',' });
  });

  test('what another parser reads is what was given, made safe', async () => {
    const rows = fc.array(fc.array(hostileText(), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom<CsvOptions['delimiter'][]>(',', ';', '\t'),
        async (given, delimiter) => {
          const text = await written(given, { delimiter, bom: false });
          const read = papaparse.parse<string[]>(text, { delimiter, newline: '\r\n', skipEmptyLines: false });
          const wanted = given.map((row) => row.map(safeCell));
          expect(read.data.slice(0, -1)).toEqual(wanted);
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });

  test('streams in chunks', async () => {
    function* many() {
      for (let row = 0; row < 20_000; row++) yield [`customer ${row}`, row];
    }
    const chunks = await collected(writeCsv(many(), COMMA));
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.join('').split('\r\n')).toHaveLength(20_001);
  });
});

describe('rows', () => {
  const words = wordsOf('en', 'EUR');
  const customers = [
    { key: '007', segment: 'Loyal', reach: ['email', 'sms'] as const, pii: ['a@b.example', null] },
    { key: '008', segment: '=Lapsed', reach: [] },
  ];

  test('audience without PII', async () => {
    const rows = await collected(
      audienceRows(customers, { piiColumns: ['E-mail address', 'Name'], allowPii: false }, words),
    );
    expect(rows).toEqual([
      ['Customer key', 'Segment', 'E-mail', 'Post', 'Phone', 'SMS', 'In store'],
      ['007', 'Loyal', 'yes', 'no', 'no', 'yes', 'no'],
      ['008', '=Lapsed', 'no', 'no', 'no', 'no', 'no'],
    ]);
  });

  test('audience with PII allowed', async () => {
    const rows = await collected(
      audienceRows(customers, { piiColumns: ['E-mail address', 'Name'], allowPii: true }, words),
    );
    expect(rows.map((row) => row.slice(7))).toEqual([
      ['E-mail address', 'Name'],
      ['a@b.example', null],
      [null, null],
    ]);
  });

  test('a channel of which nothing is known says neither yes nor no', async () => {
    const some = [
      { key: '1', segment: 'A', reach: ['inStore'] as const, unknown: ['email', 'post'] as const },
    ];
    const rows = await collected(audienceRows(some, { piiColumns: [], allowPii: false }, words));
    expect(rows[1]).toEqual(['1', 'A', null, null, 'no', 'no', 'yes']);
  });

  test('how firmly customers belong goes along when it is asked for', async () => {
    const firmness = { next: 'B', silhouette: 0.25, margin: 1 / 3, distance: 2, nextDistance: 3 };
    const some = [
      { key: '1', segment: 'A', firmness, reach: [] },
      { key: '2', segment: 'A', reach: [] },
    ];
    const options = { piiColumns: [], allowPii: false, belonging: true };
    const rows = await collected(audienceRows(some, options, words));
    expect(rows.map((row) => row.slice(0, 7))).toEqual([
      [
        'Customer key',
        'Segment',
        'Next segment',
        'Silhouette',
        'Margin',
        'Distance to centre',
        'Distance to the next centre',
      ],
      ['1', 'A', 'B', 0.25, 0.333333, 2, 3],
      ['2', 'A', null, null, null, null, null],
    ]);
  });

  test('segments', () => {
    const rows = segmentRows(sampleReport().segments, words);
    expect(rows[0]).toEqual([
      'Letter',
      'Segment',
      'Customers',
      'Share of customers',
      'Revenue',
      'Share of revenue',
      'Evidence',
      'Note',
    ]);
    expect(rows[1]).toEqual([
      'A',
      'Young urban professionals',
      1180,
      0.272,
      719_120,
      0.356,
      'Days since last order (38); Average order (131); Device: mobile (115)',
      '',
    ]);
    expect(rows[5]?.slice(6)).toEqual(['', 'Look again in spring.']);
  });
});
