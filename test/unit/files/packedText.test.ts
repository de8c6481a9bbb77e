// Text inside gzip and zip files: read as if it were not packed, refused when it is a trap.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile, readRecords } from '../../../electron/engine/files/index.ts';
import { cellsOf, namesOf, readFile, refusalOf, TempFolder } from './reading.ts';
import { zipOf } from './zipFixture.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

const CSV = 'id;name;amount\n1;José;2,5\n2;Ana;3,5\n';
const CELLS = [
  ['1', 'José', '2,5'],
  ['2', 'Ana', '3,5'],
];

async function refusal(
  name: string,
  content: Uint8Array,
): Promise<{ readonly code: string; readonly args: object }> {
  const { code, args } = await refusalOf(inspectFile(folder.write(name, content), {}));
  return { code, args };
}

/** About 3 MB of text that does not repeat, so that several pieces are unpacked. */
function longText(): string {
  const rows = Array.from({ length: 30_000 }, (_unused, i) => {
    const digest = createHash('sha256').update(String(i)).digest('hex');
    return `${i};${digest};${digest.slice(0, 30)}`;
  });
  return `id;name;code\n${rows.join('\n')}\n`;
}

describe('packed text', () => {
  it.each([
    ['a.csv.gz', gzipSync(CSV)],
    ['members.gz', Buffer.concat([gzipSync(CSV.slice(0, 20)), gzipSync(CSV.slice(20))])],
    ['b.zip', zipOf([{ name: 'export/customers.csv', content: CSV }])],
    [
      'mac.zip',
      zipOf([
        { name: 'customers.tsv', content: CSV.replaceAll(';', '\t') },
        { name: '__MACOSX/._customers.tsv', content: 'x' },
        { name: '.DS_Store', content: 'x' },
      ]),
    ],
  ])('%s is read like the text inside', async (name, content) => {
    const file = await readFile(folder.write(name, content), {}, true);
    expect(namesOf(file)).toEqual(['id', 'name', 'amount']);
    expect(cellsOf(file)).toEqual(CELLS);
    expect(file.inspection).toMatchObject({ bytes: content.length, settings: { format: 'csv' } });
  });

  it('a long text comes whole, and progress ends at the size on the disk', async () => {
    const text = longText();
    const plain = await readFile(folder.write('long.csv', text));
    for (const [name, content] of [
      ['long.csv.gz', gzipSync(text)],
      ['long.zip', zipOf([{ name: 'long.csv', content: text }])],
    ] as const) {
      const path = folder.write(name, content);
      const packed = await readFile(path);
      expect(packed.inspection.complete).toBe(false);
      expect(packed.loaded).toEqual(plain.loaded);
      const marks: number[] = [];
      for await (const batch of readRecords(path, packed.inspection.settings, packed.inspection.columns)) {
        expect(batch.totalBytes).toBe(content.length);
        marks.push(batch.bytesRead);
      }
      expect(marks).toEqual(marks.toSorted((a, b) => a - b));
      expect(marks.at(-1)).toBe(content.length);
    }
  });

  it('PSV and TXT are told by what is in them', async () => {
    const bars = folder.write('a.psv', CSV.replaceAll(';', '|'));
    const tabs = folder.write('b.txt', CSV.replaceAll(';', '\t'));
    expect(cellsOf(await readFile(bars, {}, true))).toEqual(CELLS);
    expect(cellsOf(await readFile(tabs, {}, true))).toEqual(CELLS);
  });
});

describe('refused', () => {
  it('several files are named', async () => {
    const parts = [1, 2, 3, 4, 5, 6].map((i) => ({ name: `part ${i}.csv`, content: CSV }));
    expect(await refusal('many.zip', zipOf(parts))).toEqual({
      code: 'ZIP-SEVERAL',
      args: { names: 'part 1.csv, part 2.csv, part 3.csv, part 4.csv, part 5.csv, …', count: 6 },
    });
  });

  it('nothing inside, something else inside, or packed twice', async () => {
    expect(await refusal('none.zip', zipOf([{ name: 'folder/', content: '' }]))).toEqual({
      code: 'ZIP-NO-TABLE',
      args: { found: '–' },
    });
    expect(await refusal('pdf.zip', zipOf([{ name: 'a.pdf', content: '%PDF-1.7' }]))).toEqual({
      code: 'SRC-WRONG-TYPE',
      args: { found: 'PDF' },
    });
    expect(await refusal('twice.gz', gzipSync(gzipSync(CSV)))).toEqual({
      code: 'SRC-WRONG-TYPE',
      args: { found: 'GZIP' },
    });
    const inner = zipOf([{ name: 'a.csv', content: CSV }]);
    expect(await refusal('nested.zip', zipOf([{ name: 'inner.zip', content: inner }]))).toEqual({
      code: 'ZIP-NO-TABLE',
      args: { found: 'inner.zip' },
    });
  });

  it('cut off or with a wrong checksum', async () => {
    const whole = gzipSync(longText());
    const cut = folder.write('cut.csv.gz', whole.subarray(0, whole.length - 1000));
    expect((await refusalOf(readFile(cut))).code).toBe('ZIP-DAMAGED');
    const zip = folder.write('crc.zip', zipOf([{ name: 'a.csv', content: CSV, declaredCrc: 1 }]));
    expect((await refusalOf(inspectFile(zip, {}))).code).toBe('ZIP-DAMAGED');
    expect(
      await refusal('no-directory.zip', zipOf([{ name: 'a.csv', content: CSV }]).subarray(0, 60)),
    ).toEqual({ code: 'ZIP-DAMAGED', args: { part: 'zip' } });
  });

  it('bad input 64: a bomb is refused after a small part of it', async () => {
    const spaces = Buffer.alloc(80 << 20, 32);
    spaces.write('a;b\n1;2\n');
    for (let at = 100; at < spaces.length; at += 100) spaces[at] = 10;
    const gzip = folder.write('bomb.csv.gz', gzipSync(spaces));
    expect((await refusalOf(readFile(gzip))).code).toBe('ZIP-TOO-LARGE');
    expect(
      (await refusal('bomb.zip', zipOf([{ name: 'a.csv', content: spaces.subarray(0, 20 << 20) }]))).code,
    ).toBe('ZIP-TOO-LARGE');
  });
});
