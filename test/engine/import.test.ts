// Imports: nothing is lost, nothing is half there, and whatever goes wrong the project is as it was.
import fc from 'fast-check';
import { existsSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract/index.ts';
import type { ReadSettings } from '../../shared/model/readSettings.ts';
import type { ColumnMapping, FieldType } from '../../shared/model/source.ts';
import { everythingIn, hashOf } from '../support/engineDump.ts';
import { importInput, refusalOf, refused, startEngine } from '../support/engine.ts';
import type { ImportAnswer, TestEngine } from '../support/engine.ts';
import { customersCsv } from '../support/engineData.ts';
import { columnAt, PLAIN_DMY } from '../support/readAs.ts';

let one: TestEngine;
let path: string;
beforeAll(async () => {
  one = await startEngine();
  path = await one.project();
  await one.add('customers.csv', customersCsv());
});
afterAll(() => one.close());

const settings: ReadSettings = { ...PLAIN_DMY, thousands: '', dateOrder: 'ymd' };
const named = (position: number, name: string, type: FieldType): ColumnMapping =>
  columnAt(position, type, 'feature', { name, thousands: '', dateOrder: 'ymd' });
const columns = [named(0, 'a', 'text'), named(1, 'b', 'number'), named(2, 'c', 'date')];

async function importText(name: string, text: string): Promise<ImportAnswer> {
  const file = await one.file(name, text);
  const started = one.client.sources.import({ file, name, kind: 'other', settings, columns, again: true });
  return (await one.finish(started)) as ImportAnswer;
}

/** Runs that were begun and not finished, and what belongs to runs that are not there. */
function leftOvers(): unknown {
  const tables = everythingIn(path);
  const runs = new Set((tables['run'] as readonly { id: number }[]).map((run) => run.id));
  const owned = [...(tables['column_chunk'] ?? []), ...(tables['reject'] ?? [])] as { run_id: number }[];
  return {
    running: (tables['run'] as readonly { status: string }[]).filter((run) => run.status !== 'done'),
    owned: owned.filter((row) => !runs.has(row.run_id)),
  };
}
const NOTHING = { running: [], owned: [] };

describe('conservation', () => {
  const cell = fc.constantFrom('1', 'x', '', '  ', '2025-01-31', '"q, ""z"""', '1e3', '-', 'ж', 'NULL');
  const record = fc.oneof(
    fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(',')),
    fc.constantFrom('', ',,', 'a,1,2025-01-01', 'b,,'),
  );

  test('read = loaded + rejected + blank, and each of them is where it is said to be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 30 }), async (records) => {
        const text = `a,b,c\nfirst,1,2025-01-01\n${records.join('\n')}\n`;
        const { sourceId, records: counts } = await importText('some.csv', text);
        expect(counts.read).toBe(counts.loaded + counts.rejected + counts.blank);
        const { total } = await one.client.sources.rows({ sourceId, offset: 0, limit: 1 });
        const rejects = await one.client.sources.rejects({ sourceId, offset: 0, limit: 500 });
        expect([total, rejects.total, rejects.rejects.length]).toEqual([
          counts.loaded,
          counts.rejected,
          counts.rejected,
        ]);
        await one.client.history.undo();
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  test('rejected records are kept whole, with line, column, value and reason', async () => {
    const { sourceId, records } = await importText(
      'bad.csv',
      'a,b,c\nx,1,2025-01-01\ny,many,2025-01-02\n\n"two\nlines",3,31/31/31\nz,4,2025-01-03,over\n',
    );
    expect(records).toEqual({ read: 5, loaded: 1, rejected: 3, blank: 1 });
    expect((await one.client.sources.rejects({ sourceId, offset: 0, limit: 9 })).rejects).toEqual([
      {
        record: 2,
        line: 3,
        column: 'b',
        value: 'many',
        code: 'NOT-A-NUMBER',
        args: {},
        cells: ['y', 'many', '2025-01-02'],
      },
      {
        record: 4,
        line: 5,
        column: 'c',
        value: '31/31/31',
        code: 'NOT-A-DATE',
        args: {},
        cells: ['two\nlines', '3', '31/31/31'],
      },
      {
        record: 5,
        line: 7,
        code: 'MORE-CELLS',
        args: { cells: 4, expected: 3 },
        cells: ['z', '4', '2025-01-03', 'over'],
      },
    ]);
    const source = (await one.client.sources.list()).find(({ id }) => id === sourceId);
    expect(source?.records).toEqual(records);
  });

  test('cells stay as they are written; hostile headers are data', async () => {
    const headers = ['__proto__', `x"); DROP TABLE run;--`, '‮שלום'];
    const quoted = headers.map((header) => `"${header.replaceAll('"', '""')}"`).join(',');
    const file = await one.file('odd.csv', `${quoted}\n007, padded ,"=1+1"\n"",'x',"tab\there"\n`);
    const named = columns.map((each, at) => ({ ...each, type: 'text' as const, name: headers[at] ?? '' }));
    const started = one.client.sources.import({ file, name: 'odd', kind: 'other', settings, columns: named });
    const { sourceId } = (await one.finish(started)) as ImportAnswer;
    const { rows } = await one.client.sources.rows({ sourceId, offset: 0, limit: 5 });
    expect(rows.map((row) => row.cells)).toEqual([
      ['007', ' padded ', '=1+1'],
      [null, "'x'", 'tab\there'],
    ]);
    const source = (await one.client.sources.list()).find(({ id }) => id === sourceId);
    expect(source?.fields.map((field) => field.header)).toEqual(headers);
  });
});

describe('a file that is refused changes nothing', () => {
  const lines = 'x,1,2025-01-01\n'.repeat(5000);
  const xlsx = { ...settings, format: 'xlsx' as const, sheet: 'Sheet1' };

  test.each([
    [
      'an open quote in the middle',
      `a,b,c\n${lines}"x,1,2025-01-01\n${lines}`,
      settings,
      'CSV-UNCLOSED-QUOTE',
    ],
    ['an empty file', '', settings, 'CSV-EMPTY'],
    [
      'a web page',
      '<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>',
      settings,
      'CSV-HTML',
    ],
    ['text under the name of a workbook', `a,b,c\n${lines}`, xlsx, 'XLSX-DAMAGED'],
  ] as const)('%s', async (_name, text, given, code) => {
    const before = everythingIn(path);
    const file = await one.file('refused.csv', text);
    const input = { file, name: 'refused', kind: 'other', settings: given, columns } as const;
    const { jobId } = await one.client.sources.import(input);
    const job = await one.watch.ended(jobId);
    expect([job.state, job.error?.code, job.error?.place.file]).toEqual(['failed', code, 'refused.csv']);
    await expect.poll(leftOvers).toEqual(NOTHING);
    expect(everythingIn(path)).toEqual(before);
  });

  test('a file that has gone since it was chosen', async () => {
    const before = everythingIn(path);
    const file = await one.file('gone.csv', lines);
    rmSync(one.path('gone.csv'));
    const input = { file, name: 'gone', kind: 'other', settings, columns } as const;
    const job = await one.watch.ended((await one.client.sources.import(input)).jobId);
    expect([job.state, job.error?.code]).toEqual(['failed', 'SRC-NOT-A-FILE']);
    expect(everythingIn(path)).toEqual(before);
  });

  test('unless it was not even named', async () => {
    const before = hashOf(path);
    const input = { file: 'nothing', name: 'x', kind: 'other', settings, columns } as const;
    expect(await refusalOf(one.client.sources.import(input))).toEqual(refused('FILE-UNKNOWN'));
    expect(hashOf(path)).toBe(before);
  });
});

/** 7 columns, about 45 bytes a record. */
function longCsv(records: number): string {
  const parts = ['Order,Date,Customer,Category,Quantity,Amount,Channel\n'];
  for (let at = 0; at < records; at++) {
    const day = String(1 + (at % 28)).padStart(2, '0');
    parts.push(`${at},2025-01-${day},K${at % 5000},Shoes,${1 + (at % 3)},${(at % 400) / 4},shop\n`);
  }
  return parts.join('');
}

/** Long enough to be met in the middle, also on a fast machine. */
const RECORDS = 150_000;

describe('while an import runs', () => {
  let input: InputOf<'sources.import'>;
  beforeAll(async () => {
    input = await importInput(one.client, await one.file('long.csv', longCsv(RECORDS)), 'long');
  });

  const storing = async (): Promise<string> => {
    const { jobId } = await one.client.sources.import({ ...input, again: true });
    await one.watch.until(jobId, (job) => job.progress.phase === 'storing' && job.progress.share > 0.1);
    return jobId;
  };

  test('a cancel ends it and leaves nothing', async () => {
    const before = everythingIn(path);
    const jobId = await storing();
    await one.client.jobs.cancel({ jobId });
    const job = await one.watch.ended(jobId);
    expect([job.state, job.result, job.error]).toEqual(['cancelled', undefined, undefined]);
    await expect.poll(leftOvers, { timeout: 20_000 }).toEqual(NOTHING);
    expect(everythingIn(path)).toEqual(before);
  });

  test('commands answer, are kept when it is cancelled, and queries see no half of it', async () => {
    const jobId = await storing();
    await one.client.project.rename({ name: 'In between' });
    const sources = await one.client.sources.list();
    expect(sources.some((source) => source.name === 'long')).toBe(false);
    expect((await one.client.history.list())[0]?.label).toBe('project.rename');
    const list = await one.client.jobs.list();
    expect(list.find((job) => job.id === jobId)?.state).toBe('running');
    await one.client.jobs.cancel({ jobId });
    await one.watch.ended(jobId);
    expect((await one.client.project.current())?.name).toBe('In between');
    await expect.poll(leftOvers, { timeout: 20_000 }).toEqual(NOTHING);
  });

  test('cancelling one import leaves the other one alone', async () => {
    const first = await storing();
    const { jobId: second } = await one.client.sources.import({ ...input, name: 'other' });
    await one.client.jobs.cancel({ jobId: second }); // its thread has hardly begun, so it is torn away
    expect((await one.watch.ended(second)).state).toBe('cancelled');
    const done = await one.watch.ended(first);
    const { records, sourceId } = done.result as ImportAnswer;
    expect(records).toEqual({ read: RECORDS, loaded: RECORDS, rejected: 0, blank: 0 });
    expect((await one.client.sources.rows({ sourceId, offset: 0, limit: 1 })).total).toBe(RECORDS);
    await expect.poll(leftOvers, { timeout: 20_000 }).toEqual(NOTHING);
    expect((await one.client.sources.list()).filter((source) => source.name === 'other')).toEqual([]);
  });

  test('closing the project ends it; opened again, there is no trace of it', async () => {
    const jobId = await storing();
    await one.client.project.close();
    expect((await one.watch.ended(jobId)).state).toBe('cancelled');
    expect([existsSync(`${path}-wal`), existsSync(`${path}.lock`)]).toEqual([false, false]);
    await one.open(path);
    expect(leftOvers()).toEqual(NOTHING);
  });
});

test('a column without a header is called by the project’s language, in what is shown and in what is stored', async () => {
  const shop = await startEngine();
  await shop.client.project.create({
    target: await shop.target('Loja.clientela'),
    name: 'Loja',
    locale: 'pt-BR',
    currency: 'BRL',
  });
  const text = ['Cliente,,Cidade', 'K1,5,Recife', 'K2,x,Olinda', 'K3,7,Recife', ''].join('\n');
  const file = await shop.file('loja.csv', text);
  const inspection = await shop.client.sources.inspect({ file, overrides: {} });
  expect(inspection.columns.map(({ name }) => name)).toEqual(['Cliente', 'Coluna 2', 'Cidade']);
  await shop.add('loja.csv', text, { kind: 'customers' });
  const [source] = await shop.client.sources.list();
  expect(source?.fields.map(({ name }) => name)).toEqual(['Cliente', 'Coluna 2', 'Cidade']);
  await shop.close();
});
