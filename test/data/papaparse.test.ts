// PapaParse's own test cases, read by our framer under the dialect that we detect (or that the case fixes). Where we
// decide otherwise the reason is written here, and the outcome is compared with what we promise instead.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { detectDialect } from '../../electron/engine/files/text/detectDialect.ts';
import { RecordFramer } from '../../electron/engine/files/text/recordFramer.ts';
import type { Dialect } from '../../electron/engine/files/text/splitRecord.ts';

const DATA = process.env['CLIENTELA_DATA'] ?? '';
if (DATA === '') console.warn('CLIENTELA_DATA is not set: the PapaParse cases were NOT tried.');

type Row = readonly string[];

interface Case {
  readonly description: string;
  readonly input: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly expected: { readonly data: readonly unknown[] };
}

/** Settings of a case that only choose among what we always do: any line end, blank lines apart, all records. */
const NEUTRAL = ['newline', 'skipEmptyLines', 'fastMode', 'header', 'preview'];
const QUOTES: readonly unknown[] = [undefined, '"', "'"];

function fixedBy({ delimiter, quoteChar, escapeChar }: Readonly<Record<string, unknown>>): Partial<Dialect> {
  return {
    ...(typeof delimiter === 'string' ? { delimiter } : {}),
    ...(quoteChar === "'" ? { quote: "'", escape: "'" } : {}),
    ...(escapeChar === '\\' ? { escape: '\\' } : {}),
  };
}

function isOurs({ config = {}, expected }: Case): boolean {
  const { delimiter, quoteChar, escapeChar, preview = 0, header = false, ...rest } = config;
  const known = Object.keys(rest).every((key) => NEUTRAL.includes(key));
  const plain = typeof delimiter === 'string' || delimiter === undefined;
  const rows = expected.data.every((row) => Array.isArray(row));
  const sign =
    delimiter !== '\n' && QUOTES.includes(quoteChar) && ['\\', undefined].includes(escapeChar as undefined);
  return known && plain && rows && sign && preview === 0 && header === false;
}

function isBlank(row: Row): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** Records without the blank ones, or the refusal. */
function read({ input, config = {} }: Case): readonly Row[] | string {
  const text = input.replace(/^\uFEFF/, '');
  const { dialect } = detectDialect(text, fixedBy(config));
  const framer = new RecordFramer(dialect, 'case.csv', () => undefined);
  try {
    const records = framer.push({ text, invalidAt: [], bytesRead: 0 }, true);
    return records.map(({ cells }) => cells).filter((cells) => !isBlank(cells));
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** Where we differ on purpose: what we do, by the description of the case. */
const DIFFERENT: Readonly<Record<string, readonly Row[] | string>> = {
  // Spaces between a delimiter and a quote are layout, as with `, ` as delimiter.
  'Quoted field with whitespace around quotes': [['A', 'B', 'C']],
  // A quote that is never closed swallows the rest of the file: refused, with the line where it opens.
  'Quoted field has no closing quote': 'CSV-UNCLOSED-QUOTE',
  'Quoted field has invalid trailing quote after delimiter': 'CSV-UNCLOSED-QUOTE',
  'Quoted field has invalid trailing quote before delimiter': 'CSV-UNCLOSED-QUOTE',
  'Quoted field has invalid trailing quote after new line': 'CSV-UNCLOSED-QUOTE',
  // Every line end ends a record, also a mixture.
  'Mixed slash n and slash r should choose first as precident': [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
    ['g', 'h', 'i'],
  ],
};

const path = join(DATA, 'corpus', 'papaparse', 'papaparse-test-cases.json');
const suites: Readonly<Record<string, readonly Case[]>> =
  DATA === '' ? {} : (JSON.parse(readFileSync(path, 'utf8')) as Record<string, readonly Case[]>);
const cases = [...(suites['CORE_PARSER_TESTS'] ?? []), ...(suites['PARSE_TESTS'] ?? [])].filter(isOurs);

describe.runIf(DATA !== '')('PapaParse cases', () => {
  it('are found', () => {
    expect(cases.length).toBe(99);
  });

  it.each(cases.map((one) => [one.description, one] as const))('%s', (description, one) => {
    const expected =
      DIFFERENT[description] ?? (one.expected.data as readonly Row[]).filter((row) => !isBlank(row));
    expect(read(one)).toEqual(expected);
  });
});
