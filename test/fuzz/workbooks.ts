// Workbooks broken in every way a seeded generator can think of. Each one has to end in records or in a named refusal.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { inspectFile, readRecords } from '../../electron/engine/files/index.ts';
import { AppError } from '../../shared/errors.ts';
import { type Part, row, workbookParts, zipOf } from '../unit/files/zipFixture.ts';

export interface FuzzCounts {
  readonly tried: number;
  readonly read: number;
  readonly records: number;
  /** Refusals by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** What must not be: seed of the case and what happened. Empty when all is well. */
  readonly failures: readonly string[];
}

/** Above the minute after which the reader of old workbooks is stopped. */
const LONGEST_MS = 90_000;

/** A small seeded generator (mulberry32); the same seed makes the same files. */
class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
  of<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }
}

function xlsxParts(): readonly Part[] {
  const rows = [
    row(1, ['id', 'name', 'amount', 'when']),
    ...Array.from({ length: 12 }, (_unused, i) => {
      const at = i + 2;
      return `<row r="${at}"><c r="A${at}"><v>${i}</v></c><c r="B${at}" t="s"><v>${i % 3}</v></c><c r="C${at}"><f>1+${i}</f><v>${i}.5</v></c><c r="D${at}" s="1"><v>${45_000 + i}</v></c></row>`;
    }),
  ];
  return workbookParts({
    sheets: [
      { name: 'Data', rows: rows.join(''), tail: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' },
      { name: 'More', rows: row(1, ['a', 'b']) + row(2, [1, 'x']), state: 'hidden' },
    ],
    strings:
      '<si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r></si><si><t>th_x0041_ree &amp; é</t></si>',
    styles:
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
  });
}

function odsParts(): readonly Part[] {
  const cell = (value: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  const rows = Array.from(
    { length: 10 },
    (_unused, i) =>
      `<table:table-row${i === 4 ? ' table:number-rows-repeated="3"' : ''}>${cell(`id ${i}`)}<table:table-cell office:value-type="float" office:value="${i}.25"/><table:table-cell office:value-type="date" office:date-value="2024-01-0${i}"/><table:table-cell table:number-columns-repeated="16381"/></table:table-row>`,
  );
  const header = `<table:table-row>${cell('id')}${cell('amount')}${cell('when')}</table:table-row>`;
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Data">${header}${rows.join('')}<table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
  return [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content },
    { name: 'META-INF/manifest.xml', content: '<manifest:manifest xmlns:manifest="m"/>' },
  ];
}

const SNIPPETS: readonly string[] = [
  '<',
  '>',
  '"',
  '&',
  '&#0;',
  '&#x110000;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<!DOCTYPE x>',
  '</row>',
  '<row r="1048577">',
  '<c r="XFE1"><v>1</v></c>',
  '<c r="ZZZZZZ99"><v>1</v></c>',
  '<c t="s"><v>4294967296</v></c>',
  '<v>1e999</v>',
  '<v>NaN</v>',
  'r="-1"',
  's="99999999999"',
  't="zz"',
  '<f/>',
  '_x0000_',
  '_xD800_',
  '\uFFFF',
  '\u0000',
  '<?xml version="1.0" encoding="UTF-7"?>',
  'table:number-rows-repeated="4294967295"',
  'table:number-columns-repeated="-5"',
  'date1904="1"',
  'TargetMode="External"',
  '../../x',
];

function mutateText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const to = Math.min(text.length, at + random.below(80));
  switch (random.below(5)) {
    case 0:
      return text.slice(0, at) + random.of(SNIPPETS) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, to) + text.slice(at, to).repeat(1 + random.below(50)) + text.slice(to);
    case 3:
      return text.slice(0, at) + random.of(SNIPPETS) + text.slice(to);
    default:
      return text.replace(/\d+/g, (digits) =>
        random.below(10) === 0 ? String(random.below(2 ** 31)) : digits,
      );
  }
}

function mutatePart(part: Part, random: Random): Part {
  const text = Buffer.from(part.content).toString('utf8');
  switch (random.below(6)) {
    case 0:
      return { ...part, content: text.slice(0, random.below(text.length + 1)) };
    case 1:
      return { ...part, declaredBytes: random.below(2 ** 32) };
    case 2:
      return { ...part, declaredCrc: random.below(2 ** 32) };
    case 3:
      return {
        ...part,
        name: random.of([
          'xl/workbook.xml',
          '../x',
          `${part.name}x`,
          part.name.toUpperCase(),
          'xl\\a',
          '/a',
          '',
        ]),
      };
    default: {
      let mutated = text;
      for (let i = random.below(4); i >= 0; i--) mutated = mutateText(mutated, random);
      return { ...part, content: mutated };
    }
  }
}

function mutateParts(parts: readonly Part[], random: Random): readonly Part[] {
  const at = random.below(parts.length);
  return parts.flatMap((part, i) => {
    if (i !== at) return [part];
    const kind = random.below(8);
    if (kind === 0) return [];
    return kind === 1 ? [part, part] : [mutatePart(part, random)];
  });
}

function mutateBytes(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  if (random.below(4) === 0) return copy.subarray(0, random.below(copy.length + 1));
  for (let i = random.below(20); i >= 0; i--) copy[random.below(copy.length)] = random.below(256);
  return copy;
}

interface Seed {
  readonly extension: string;
  make(random: Random): Buffer;
}

function packed(extension: string, parts: readonly Part[]): Seed {
  const whole = zipOf(parts);
  return {
    extension,
    make: (random) =>
      random.below(3) === 0 ? mutateBytes(whole, random) : zipOf(mutateParts(parts, random)),
  };
}

function legacy(extension: 'xls' | 'xlsb'): Seed {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([['id', 'name'], ...Array.from({ length: 20 }, (_u, i) => [i, `n${i}`])]),
    'A',
  );
  const whole = write(book, { type: 'buffer', bookType: extension === 'xls' ? 'biff8' : 'xlsb' }) as Buffer;
  return { extension, make: (random) => mutateBytes(whole, random) };
}

/** Reads a file to its end: number of records. @throws Error when records are lost */
async function readAll(path: string): Promise<number> {
  const { settings, columns } = await inspectFile(path, {});
  const reading = readRecords(path, settings, columns);
  let seen = 0;
  for (;;) {
    const step = await reading.next();
    if (step.done !== true) {
      seen += step.value.records.length + step.value.rejects.length + step.value.blank;
      continue;
    }
    const { read, loaded, rejected, blank } = step.value.counts;
    if (read !== loaded + rejected + blank || read !== seen) throw new Error('records were lost');
    return read;
  }
}

async function withinTime(reading: Promise<number>): Promise<number> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('it hangs')), LONGEST_MS);
  try {
    return await Promise.race([reading, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Tries `count` broken workbooks: XLSX and ODS in turn, every hundredth an XLS or XLSB (each needs a process).
 * @param seed of the first; case i uses seed + i
 */
export async function fuzzWorkbooks(count: number, seed: number): Promise<FuzzCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'clientela-fuzz-'));
  const seeds = [packed('xlsx', xlsxParts()), packed('ods', odsParts())];
  const old = [legacy('xls'), legacy('xlsb')];
  const refused: Record<string, number> = {};
  const failures: string[] = [];
  let read = 0;
  let records = 0;
  for (let i = 0; i < count; i++) {
    const { extension, make } = (i % 100 === 99 ? old[(i / 100) & 1] : seeds[i & 1]) ?? legacy('xls');
    const path = join(folder, `${i % 50}.${extension}`);
    writeFileSync(path, make(new Random(seed + i)));
    try {
      records += await withinTime(readAll(path));
      read++;
    } catch (error) {
      if (error instanceof AppError) refused[error.code] = (refused[error.code] ?? 0) + 1;
      else
        failures.push(`${seed + i} (${extension}): ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return { tried: count, read, records, refused, failures };
}
