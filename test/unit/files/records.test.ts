// Framing and splitting against papaparse where the text is well formed, however it is cut into pieces; and the law
// read = loaded + rejected + blank on any text at all.
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { readRecords } from '../../../electron/engine/files/index.ts';
import type { RawRecord } from '../../../electron/engine/files/rawRecord.ts';
import { decodeFile } from '../../../electron/engine/files/text/decodeText.ts';
import { openRegularFile } from '../../../electron/engine/files/openFile.ts';
import { RecordFramer } from '../../../electron/engine/files/text/recordFramer.ts';
import { columnAt, PLAIN_DMY } from '../../support/readAs.ts';
import { readFile, TempFolder } from './reading.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

function frame(pieces: readonly string[], delimiter = ','): readonly RawRecord[] {
  const framer = new RecordFramer({ delimiter, quote: '"', escape: '"' }, 'x.csv', () => {});
  const records = pieces.flatMap((text) => framer.push({ text, invalidAt: [], bytesRead: 0 }, false));
  return [...records, ...framer.push({ text: '', invalidAt: [], bytesRead: 0 }, true)];
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', '1'), maxLength: 6 });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

describe('records', () => {
  it('are those of papaparse, in whatever pieces the text arrives', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(60), { maxLength: 6 }),
        (rows, newline, cuts) => {
          const text = Papa.unparse(rows as string[][], { newline, quotes: true });
          const ends = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b);
          const pieces = [...ends, text.length].map((end, i) => text.slice(ends[i - 1] ?? 0, end));
          const expected = Papa.parse<string[]>(text, { delimiter: ',', newline }).data;
          expect(expected).toEqual(rows);
          expect(frame(pieces).map((record) => record.cells)).toEqual(expected);
        },
      ),
      { seed: 1 },
    );
  });

  it('carry the physical line they start on', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = Papa.unparse(rows as string[][], { newline: '\n', quotes: true });
        const records = frame([text]);
        records.forEach((record, i) => {
          const before = Papa.unparse(rows.slice(0, i) as string[][], { newline: '\n', quotes: true });
          const lineEnds = i === 0 ? 0 : (before.match(/\r\n|\n|\r/g)?.length ?? 0) + 1;
          expect(record.line).toBe(lineEnds + 1);
        });
      }),
      { seed: 1 },
    );
  });

  it('keep accented letters whole where 1 MiB pieces of a file meet', async () => {
    const text = `id,name\n${'1,Ação é útil – Łódź 😀\n'.repeat(60_000)}`;
    const file = await openRegularFile(folder.write('pieces.csv', text));
    let whole = '';
    for await (const chunk of decodeFile(file, 'utf-8')) whole += chunk.text;
    await file.handle.close();
    expect(whole).toBe(text);
  });
});

const COLUMNS = [columnAt(0, 'number'), columnAt(1, 'date'), columnAt(2, 'text')];

describe('the conservation law', () => {
  it('holds for any text', async () => {
    const line = fc.string({
      unit: fc.constantFrom('1', '2', ',', ';', 'x', ' ', '"', '.', '-', '2024-01-05', '\u0000'),
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (rows) => {
        const path = folder.write('law.csv', rows.join('\n'));
        let seen = { loaded: 0, rejected: 0, blank: 0 };
        const reader = readRecords(path, PLAIN_DMY, COLUMNS);
        try {
          for (;;) {
            const step = await reader.next();
            if (step.done === true) {
              const { counts } = step.value;
              expect(counts.read).toBe(counts.loaded + counts.rejected + counts.blank);
              expect({ ...seen, read: counts.read }).toEqual(counts);
              return;
            }
            const { records, rejects, blank } = step.value;
            seen = {
              loaded: seen.loaded + records.length,
              rejected: seen.rejected + rejects.length,
              blank: seen.blank + blank,
            };
          }
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect(error).toMatchObject({ code: 'CSV-UNCLOSED-QUOTE' });
        }
      }),
      { seed: 1 },
    );
  });

  it('every record number from 1 to read is loaded, rejected or blank', async () => {
    const path = folder.write(
      'numbers.csv',
      'n,date,note\n1,2024-01-05,a\n\nx,2024-01-05,b\n2,bad,c\n3,2024-01-06\n4,2024-01-07,d,e\n',
    );
    const batches = [];
    const reader = readRecords(path, PLAIN_DMY, COLUMNS);
    for (let step = await reader.next(); ; step = await reader.next()) {
      if (step.done === true) {
        expect(step.value.counts).toEqual({ read: 6, loaded: 2, rejected: 3, blank: 1 });
        break;
      }
      batches.push(step.value);
    }
    expect(batches.flatMap((batch) => batch.records.map((record) => record.record))).toEqual([1, 5]);
    expect(
      batches.flatMap((batch) => batch.rejects.map((reject) => [reject.record, reject.line, reject.code])),
    ).toEqual([
      [3, 4, 'NOT-A-NUMBER'],
      [4, 5, 'NOT-A-DATE'],
      [6, 7, 'MORE-CELLS'],
    ]);
  });

  it('stops when cancelled', async () => {
    const path = folder.write('cancel.csv', `n,date,note\n${'1,2024-01-05,a\n'.repeat(10_000)}`);
    const signal = { aborted: false };
    const reader = readRecords(path, PLAIN_DMY, COLUMNS, signal);
    await reader.next();
    signal.aborted = true;
    await expect(reader.next()).rejects.toMatchObject({ code: 'JOB-CANCELLED' });
  });

  it('preview and import agree on every record', async () => {
    const path = folder.write(
      'same.csv',
      `customer;date;amount\n${Array.from({ length: 60 }, (_unused, i) => `k${i % 7};0${(i % 9) + 1}.13.2024;${i},50`).join('\n')}\nk1;99.99.2024;x\n`,
    );
    const file = await readFile(path);
    const previewed = file.inspection.preview.filter((entry) => entry.reject === undefined);
    expect(previewed.map(({ record, line, cells }) => ({ record, line, cells }))).toEqual(file.loaded);
    expect(file.inspection.preview.flatMap((entry) => entry.reject ?? [])).toEqual(file.rejects);
  });
});
