// Generated delimited text whose cells are known: any dialect, encoding and line end, with at most one kind of damage.
import iconv from 'iconv-lite';
import type { Encoding, ReadSettings } from '../../shared/model/readSettings.ts';
import { type Seeded, seeded } from './seeded.ts';

export type Damage = 'none' | 'short' | 'long' | 'bytes' | 'stray' | 'blank' | 'cut';

/** What must become of a record. */
export interface ExpectedRecord {
  readonly fate: 'loaded' | 'rejected' | 'blank';
  readonly cells: readonly string[];
}

export interface CsvFile {
  readonly bytes: Buffer;
  readonly settings: ReadSettings;
  readonly width: number;
  readonly damage: Damage;
  readonly records: readonly ExpectedRecord[];
}

type Dialect = Pick<ReadSettings, 'delimiter' | 'quote' | 'escape'>;

const DELIMITERS = [',', ';', '\t', '|', '^', '~', ', '] as const;
const LINE_ENDS = ['\n', '\r\n', '\r', 'mixed'] as const;
const DAMAGES: readonly Damage[] = [
  'none',
  'none',
  'none',
  'short',
  'long',
  'bytes',
  'stray',
  'blank',
  'cut',
];
const WESTERN = ['José', 'Núria', 'São Paulo', 'Begoña', 'Müller', 'François', 'Órgão', 'Lluís'];
const CENTRAL = ['Łódź', 'Kraków', 'Dvořák', 'Čapek', 'Győr', 'Žižkov'];
const CYRILLIC = ['Ольга', 'Пётр', 'Москва', 'Щербаков', 'Юлия', 'Казань'];
const ANY = [...WESTERN, ...CENTRAL, ...CYRILLIC, '東京', '😀 ok', 'e\u0301', 'שלום', 'a\u2028b', '\u200B'];

const WORDS: Readonly<Partial<Record<Encoding, readonly string[]>>> = {
  'utf-8': ANY,
  'utf-16le': ANY,
  'utf-16be': ANY,
  'windows-1252': WESTERN,
  'iso-8859-15': WESTERN,
  cp850: WESTERN,
  macintosh: WESTERN,
  'windows-1250': CENTRAL,
  'iso-8859-2': CENTRAL,
  'windows-1251': CYRILLIC,
  'koi8-r': CYRILLIC,
  cp866: CYRILLIC,
  'x-mac-cyrillic': CYRILLIC,
  shift_jis: ['東京', '田中', 'トシ'],
  gb18030: ['北京', '王小明', '😀'],
};
const ENCODINGS = Object.keys(WORDS) as Encoding[];
const PLAIN = [
  'Ana',
  'Vic',
  '12.50',
  '1.234,56',
  '00123',
  '2024-01-31',
  '31/12/2024',
  'NULL',
  '-',
  'N/A',
  '=1+1',
  '1E5',
];

function cellOf(random: Seeded, words: readonly string[], dialect: Dialect): string {
  const kind = random.whole(0, 19);
  const word = random.pick(words);
  if (kind < 7) return random.pick(PLAIN);
  if (kind < 12) return word;
  if (kind < 14) return '';
  if (kind === 14) return `${word}${dialect.delimiter}${word}`;
  if (kind === 15) return `${word}${random.pick(['\n', '\r\n', '\r'])}${word}`;
  if (kind === 16) return `5${dialect.quote} ${word}`;
  if (kind === 17) return `${dialect.quote}${word}${dialect.quote}`;
  if (kind === 18) return random.pick([' ', `\\${word}`, `${word}\\`, ` ${word} `, `${word}\u0000`]);
  return word.repeat(random.whole(1, 40));
}

function quoted(cell: string, { quote, escape }: Dialect): string {
  const marked = escape === '\\' ? cell.replaceAll('\\', '\\\\') : cell;
  return `${quote}${marked.replaceAll(quote, `${escape}${quote}`)}${quote}`;
}

/** A cell as a careful program writes it: quoted where it must be, sometimes where it need not. */
function written(random: Seeded, cell: string, dialect: Dialect): string {
  const mustQuote =
    /[\r\n]/.test(cell) ||
    cell.includes(dialect.delimiter) ||
    cell.trimStart().startsWith(dialect.quote) ||
    cell !== cell.trim() ||
    (dialect.delimiter === ', ' && cell.includes(','));
  return mustQuote || random.chance(0.2) ? quoted(cell, dialect) : cell;
}

interface Draft {
  readonly line: string;
  readonly expected: ExpectedRecord;
}

function draftRecord(random: Seeded, cells: readonly string[], dialect: Dialect): Draft {
  const line = cells.map((cell) => written(random, cell, dialect)).join(dialect.delimiter);
  const fate = cells.every((cell) => cell.trim() === '') ? 'blank' : 'loaded';
  return { line, expected: { fate, cells } };
}

function damaged(
  random: Seeded,
  damage: Damage,
  draft: Draft,
  dialect: Dialect,
  odd: string,
): readonly Draft[] {
  const { cells } = draft.expected;
  switch (damage) {
    case 'short':
      return [draftRecord(random, ['Ana', ...cells.slice(1, -1)], dialect)];
    case 'long': {
      const long = draftRecord(random, [...cells, 'extra'], dialect);
      return [{ ...long, expected: { ...long.expected, fate: 'rejected' } }];
    }
    case 'bytes':
      // Quotes would change what the record is, so the byte stands in a cell without any.
      return [
        {
          line: `x${odd}${dialect.delimiter}${draftRecord(random, cells.slice(1), dialect).line}`,
          expected: { fate: 'rejected', cells },
        },
      ];
    case 'stray': {
      const value = `Cafe ${dialect.quote}Sol${dialect.quote} X`;
      const rest = cells.slice(1).map((cell) => quoted(cell, dialect));
      const line = [`${dialect.quote}${value}${dialect.quote}`, ...rest].join(dialect.delimiter);
      return [{ line, expected: { fate: 'loaded', cells: [value, ...cells.slice(1)] } }];
    }
    case 'blank':
      return [draft, { line: '', expected: { fate: 'blank', cells: [''] } }];
    default:
      return [draft];
  }
}

function encode(text: string, encoding: Encoding, bom: boolean): Buffer {
  const name = encoding === 'x-mac-cyrillic' ? 'maccyrillic' : encoding;
  return iconv.encode(text, name, { addBOM: bom });
}

/** A letter that never occurs in the files, put where the invalid byte goes. */
const PLACEHOLDER = 'QZQZ';

function bytesOf(text: string, encoding: Encoding, bom: boolean): Buffer {
  const bytes = encode(text, encoding, bom);
  const at = bytes.indexOf(PLACEHOLDER, 0, 'latin1');
  if (at === -1) return bytes;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + PLACEHOLDER.length)]);
}

function dialectOf(random: Seeded): Dialect {
  const quote = random.pick(['"', '"', "'"] as const);
  return { delimiter: random.pick(DELIMITERS), quote, escape: random.chance(0.2) ? '\\' : quote };
}

/** The file with this number. */
export function makeCsv(seed: number): CsvFile {
  const random = seeded(seed);
  const dialect = dialectOf(random);
  const encoding = random.chance(0.3) ? 'utf-8' : random.pick(ENCODINGS);
  const words = WORDS[encoding] ?? PLAIN;
  const width = random.whole(2, 8);
  const chosen = random.pick(DAMAGES);
  const damage = chosen === 'bytes' && encoding !== 'utf-8' ? 'none' : chosen;
  const rows = random.whole(1, 30);
  const hit = random.whole(0, rows - 1);
  const drafts = Array.from({ length: rows }, (_unused, row): readonly Draft[] => {
    const cells = Array.from({ length: width }, () => cellOf(random, words, dialect));
    const draft = draftRecord(random, cells, dialect);
    return row === hit ? damaged(random, damage, draft, dialect, PLACEHOLDER) : [draft];
  }).flat();
  const ends = random.pick(LINE_ENDS);
  const end = (): string => (ends === 'mixed' ? random.pick(['\n', '\r\n']) : ends);
  const header = Array.from({ length: width }, (_unused, at) => `c${at}`).join(dialect.delimiter);
  const lines = [header, ...drafts.map(({ line }) => line)].map((line) => `${line}${end()}`);
  const last = lines.length - 1;
  const open = random.chance(0.3) && drafts.at(-1)?.line !== '';
  const text = open
    ? [...lines.slice(0, last), lines[last]?.replace(/[\r\n]+$/, '') ?? ''].join('')
    : lines.join('');
  const whole = bytesOf(text, encoding, encoding.startsWith('utf-16') || random.chance(0.2));
  const bytes =
    damage === 'cut' ? whole.subarray(0, random.whole(Math.floor(whole.length / 2), whole.length)) : whole;
  const settings: ReadSettings = {
    format: 'csv',
    encoding,
    ...dialect,
    headerRow: 1,
    decimal: '.',
    thousands: ',',
    dateOrder: 'dmy',
  };
  return { bytes, settings, width, damage, records: drafts.map(({ expected }) => expected) };
}
