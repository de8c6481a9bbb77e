// What can be read of a damaged project comes over into a new one beside it; the report says what did not.
import { readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { salvageProject } from '../../electron/engine/db/salvage/salvage.ts';
import { PageFile, recordValues } from '../../electron/engine/db/salvage/leafPages.ts';
import { openReadOnly, openWritable } from '../../electron/engine/db/open.ts';
import { writeSettings } from '../../electron/engine/db/settings.ts';
import { PackedText } from '../../electron/engine/db/packedText.ts';
import type { SalvageReport } from '../../shared/model/salvage.ts';
import { patch } from '../support/closedProject.ts';
import { decisionsOf, everythingIn, hashOf } from '../support/engineDump.ts';
import { refusalOf, refused, segmented, startShop } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

const ROWS = 9000;
let shop: TestEngine;
let sound: Buffer;
let path: string;

beforeAll(async () => {
  shop = await startShop();
  const rows = Array.from({ length: ROWS }, (_, at) => `v${at},${at % 7},note ${at} ${'x'.repeat(at % 50)}`);
  await shop.add('visits.csv', `visit,pages,note\n${rows.join('\n')}\n`, { kind: 'other' });
  await segmented(shop);
  await shop.finish(shop.client.personas.draft({}));
  await shop.client.project.close();
  path = shop.path('Shop.clientela');
  sound = readFileSync(path);
});
afterAll(() => shop.close());
beforeEach(async () => {
  await shop.client.project.close();
  for (const name of readdirSync(shop.dir).filter((one) => one.includes('.recovered')))
    truncateSync(shop.path(name), 0);
});

const PAGE = 4096;
/** Records of customers, orders, survey and visits. */
const LOADED = [80, 280, 40, ROWS];

/** Leaf pages of a table, in order. */
function leavesOf(table: string): number[] {
  const db = openReadOnly(path);
  const pages = db.allRaw<{ pageno: number }>(
    `SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path`,
    table,
  );
  db.close();
  return pages.map((page) => page.pageno);
}

const zero = (page: number): void => patch(path, (page - 1) * PAGE, Buffer.alloc(PAGE));
const restore = (): void => {
  truncateSync(path, sound.length);
  patch(path, 0, sound);
};

/** Cells by run and record; records whose numbers are lost are left out. */
function textsOf(file: string): Map<string, (string | null)[]> {
  const db = openReadOnly(file);
  const chunks = db.allRaw<{ run_id: number; name: string; chunk: number; data: Buffer }>(
    `SELECT run_id, name, chunk, data FROM column_chunk WHERE name = 'record' OR name LIKE 'text:%'`,
  );
  db.close();
  const texts = new Map<string, (string | null)[]>();
  for (const { run_id, chunk, data } of chunks.filter(({ name }) => name === 'record')) {
    const numbers = Array.from({ length: data.byteLength / 4 }, (_, row) => data.readInt32LE(4 * row));
    for (const text of chunks) {
      if (text.run_id !== run_id || text.chunk !== chunk || text.name === 'record') continue;
      const packed = new PackedText(text.data);
      numbers.forEach((number, row) => {
        if (number === 0) return;
        const key = `${run_id} ${number}`;
        const cells = texts.get(key) ?? [];
        cells[Number(text.name.slice(5))] = packed.text(row);
        texts.set(key, cells);
      });
    }
  }
  return texts;
}

interface Saved {
  readonly report: SalvageReport;
  readonly file: string;
}

/** Refused as damaged, saved, and the damaged file as it was. */
async function saved(): Promise<Saved> {
  const before = hashOf(path);
  const { handle } = await shop.engine.registerFile(path);
  expect(await refusalOf(shop.client.project.open({ file: handle }))).toEqual(
    refused('PROJECT-DAMAGED', { file: 'Shop.clientela' }),
  );
  const answer = (await shop.client.project.salvage({ file: handle })) as Saved;
  expect(hashOf(path)).toBe(before);
  expect(readdirSync(shop.dir).filter((name) => name.startsWith('.salvage'))).toEqual([]);
  return answer;
}

/** Saved with all sources, records and their losses accounted for; or the refusal's code. */
function outcomeOf(to: string): string {
  try {
    const { sources } = salvageProject(path, to);
    const accounted = sources.map(({ records, lostRecords }) => records + lostRecords);
    return accounted.join() === LOADED.join() ? 'saved' : `saved ${accounted.join()}`;
  } catch (error) {
    return error instanceof Error ? error.message : 'other';
  }
}

const lossesOf = (report: SalvageReport): unknown => ({
  sources: report.sources.filter((one) => one.lostRecords + one.lostCells > 0),
  parts: report.parts.filter((one) => !one.complete).map((one) => one.part),
});

describe('bad input 76: what can be read of a damaged project is saved as a new one', () => {
  test('nothing is lost of a sound file but its history', async () => {
    restore();
    const to = shop.path('Whole.clientela');
    const report = salvageProject(path, to);
    expect(lossesOf(report)).toEqual({ sources: [], parts: [] });
    const keep = ({ change: _c, change_row: _r, ...tables }: Record<string, unknown>): unknown => tables;
    expect(keep(decisionsOf(to) as Record<string, unknown>)).toEqual(
      keep(decisionsOf(path) as Record<string, unknown>),
    );
    const chunks = (file: string): unknown => everythingIn(file)['column_chunk'];
    expect(chunks(to)).toEqual(chunks(path));
  });

  test('the later half of all records gone: the earlier half comes over, and the counts still agree', async () => {
    restore();
    const pages = leavesOf('column_chunk');
    for (const page of pages.slice(Math.floor(pages.length / 2))) zero(page);
    const { file, report } = await saved();
    await shop.client.project.open({ file });
    const sources = await shop.client.sources.list();
    for (const { records, id } of sources) {
      const { read, loaded, rejected, blank } = records;
      expect(read).toBe(loaded + rejected + blank);
      const rows = await shop.client.sources.rows({ sourceId: id, offset: 0, limit: 1 });
      expect(rows.total).toBe(loaded);
    }
    expect(sources.map(({ name, records }) => ({ name, records: records.loaded }))).toEqual(
      report.sources.map(({ name, records }) => ({ name, records })),
    );
    expect(sources.length).toBe(LOADED.length);
    const lost = report.sources.reduce((sum, one) => sum + one.lostRecords + one.lostCells, 0);
    expect(lost).toBeGreaterThan(0);
    restore();
  });

  test('a zeroed page of records, one after another: cells or records are missing, all others are kept', async () => {
    restore();
    const losses = new Set<string>();
    const goesOn: boolean[] = [];
    for (const [at, page] of [...leavesOf('column_chunk').entries()].filter(([at]) => at % 9 === 0)) {
      zero(page);
      const to = shop.path(`Zero${at}.clientela`);
      const { sources } = salvageProject(path, to);
      expect(sources.map(({ records, lostRecords }) => records + lostRecords)).toEqual(LOADED);
      for (const { lostRecords, lostCells } of sources)
        losses.add(lostRecords > 0 ? 'records' : lostCells > 0 ? 'cells' : 'none');
      // The work goes on: features are computed from what is left.
      await shop.open(to);
      await shop.finish(shop.client.features.compute({}));
      goesOn.push((await shop.client.features.get()) !== null);

      await shop.client.project.close();
      restore();
    }
    // None are left where the page held the customers' keys.
    expect(goesOn.filter((computed) => !computed).length).toBeLessThanOrEqual(1);
    expect(losses).toEqual(new Set(['none', 'cells', 'records']));
  });

  test('a decision that is lost takes with it what refers to it, and nothing else', async () => {
    restore();
    zero(leavesOf('segment')[0] as number);
    const { file, report } = await saved();
    expect(lossesOf(report)).toEqual({ sources: [], parts: ['segments', 'personas'] });
    await shop.client.project.open({ file });
    expect(await shop.client.segmentations.list()).toEqual([]);
    expect(await shop.client.personas.list()).toEqual([]);
    expect((await shop.client.sources.list()).map(({ records }) => records.loaded)).toEqual(LOADED);
    restore();
  });

  test('cut off before the list of tables ends: it is said that nothing can be read, and nothing is left behind', async () => {
    restore();
    truncateSync(path, 3 * PAGE);
    const { handle } = await shop.engine.registerFile(path);
    const names = readdirSync(shop.dir);
    expect(await refusalOf(shop.client.project.salvage({ file: handle }))).toEqual(
      refused('SALVAGE-NOTHING', { file: 'Shop.clientela' }),
    );
    expect(readdirSync(shop.dir)).toEqual(names);
    restore();
  });

  test('flipped bits: every single page may be hit, and the rest is saved', async () => {
    restore();
    const pages = Math.floor(sound.length / PAGE);
    const outcomes: Record<string, number> = {};
    for (let page = 2; page <= pages; page += 7) {
      patch(path, (page - 1) * PAGE, Buffer.from([0x5a, 0xff, 0xff, 0xff, 0xff]));
      const outcome = outcomeOf(shop.path(`Page${page}.clientela`));
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      patch(path, (page - 1) * PAGE, sound.subarray((page - 1) * PAGE, page * PAGE));
    }
    // The list of tables takes a few pages; without it the records are still known by their shape.
    const { saved: whole = 0, 'SALVAGE-NOTHING': nothing = 0, ...others } = outcomes;
    // The few pages that say which sources there are, and how their columns are called, stand for all records.
    const unsourced = Object.entries(others).filter(([outcome]) => !/^saved( |$)/.test(outcome));
    expect(unsourced).toEqual([]);
    expect(Object.values(others).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3);
    expect(nothing).toBe(0);
    expect(whole).toBeGreaterThan(20);
  });

  test('cut to a part: the sources whose records stand in it come back, and it is said that some are missing', async () => {
    const found: Record<number, unknown> = {};
    for (const percent of [20, 60, 90]) {
      restore();
      truncateSync(path, Math.floor((sound.length * percent) / 100));
      const { sources, parts } = salvageProject(path, shop.path(`Cut${percent}.clientela`));
      const whole = parts.find(({ part }) => part === 'sources')?.complete;
      found[percent] = [whole, sources.map(({ name, records }) => [name, records]).slice(0, 3)];
    }
    const all = [
      ['customers.csv', 80],
      ['orders.csv', 280],
      ['survey.csv', 40],
    ];
    expect(found).toEqual({ 20: [false, all.slice(0, 2)], 60: [false, all], 90: [false, all] });
    await shop.open(shop.path('Cut90.clientela'));
    const [customers] = await shop.client.sources.list();
    const { rows } = await shop.client.sources.rows({ sourceId: customers?.id ?? 0, offset: 0, limit: 1 });
    expect(rows[0]?.cells[0]).toBe(textsOf(shop.path('Cut90.clientela')).get('1 1')?.[0]);
    await shop.finish(shop.client.features.compute({}));
    await shop.client.project.close();
    restore();
  });

  test.each([
    ['pt-BR', 'ru', 'Fonte 1', 'Coluna 1', ''],
    [null, 'ru', 'Источник 1', 'Столбец 1', 'setting'],
  ] as const)(
    'what has lost its name is called something in the language of the project (%s) or the window (%s)',
    (own, window, source, column, gone) => {
      restore();
      const db = openWritable(path);
      if (own) writeSettings(db, { locale: own });
      db.close();
      ['source', 'field', 'snapshot', ...(gone ? [gone] : [])].flatMap(leavesOf).forEach(zero);
      const to = shop.path(`${window}${own ?? ''}.clientela`);
      expect(salvageProject(path, to, window).sources[0]?.name).toBe(source);
      const salvaged = openReadOnly(to);
      expect(salvaged.allRaw('SELECT name FROM field WHERE source_id = 1 AND position = 0')).toEqual([
        { name: column },
      ]);
      salvaged.close();
      restore();
    },
  );

  test('without a list of tables and sources the records come back as columns without a name', () => {
    restore();
    const lost = ['sqlite_schema', 'source', 'field', 'snapshot', 'run'].flatMap(leavesOf);
    lost.forEach(zero);
    const report = salvageProject(path, shop.path('Nameless.clientela'));
    expect(report.sources.map(({ name, records }) => [name, records])).toEqual([
      ['Source 1', 80],
      ['Source 3', 280],
      ['Source 5', 40],
      ['Source 7', ROWS],
    ]);
    const db = openReadOnly(shop.path('Nameless.clientela'));
    expect(db.allRaw('SELECT name, type, role FROM field WHERE source_id = 4 ORDER BY position')).toEqual(
      [1, 2, 3].map((n) => ({ name: `Column ${n}`, type: 'text', role: 'ignore' })),
    );
    db.close();
    restore();
  });

  test('any cut and any lost pages: what is saved is as it was, and all else is a refusal by name', () => {
    restore();
    const was = textsOf(path);
    const pages = Math.floor(sound.length / PAGE);
    const page = fc.integer({ min: 2, max: pages });
    const damage = fc.record({
      cut: fc.option(fc.integer({ min: 2 * PAGE, max: sound.length })),
      lost: fc.array(page, { maxLength: 5 }),
    });
    let saved = 0;
    fc.assert(
      fc.property(damage, ({ cut, lost }) => {
        restore();
        lost.forEach(zero);
        if (cut !== null) truncateSync(path, cut);
        const to = shop.path('Any.clientela');
        rmSync(to, { force: true });
        try {
          salvageProject(path, to);
        } catch (error) {
          expect(error).toMatchObject({ code: 'SALVAGE-NOTHING' });
          return;
        }
        saved++;
        for (const [record, cells] of textsOf(to))
          cells.forEach((cell, at) => expect([null, was.get(record)?.[at]]).toContain(cell));
      }),
      { seed: 76, numRuns: 15 },
    );
    expect(saved).toBeGreaterThan(5);
    restore();
  });

  test('any flipped bytes: saved or refused by name, never worse', () => {
    const flip = fc.tuple(
      fc.integer({ min: 2 * PAGE, max: sound.length - 1 }),
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(flip, { minLength: 1, maxLength: 8 }), (flips) => {
        restore();
        for (const [at, bytes] of flips) patch(path, at, Buffer.from(bytes));
        truncateSync(path, sound.length);
        const to = shop.path('Flipped.clientela');
        rmSync(to, { force: true });
        expect(['SALVAGE-NOTHING', 'saved']).toContain(outcomeOf(to).split(' ')[0]);
      }),
      { seed: 77, numRuns: 15 },
    );
    restore();
  });

  test('records of pages are those that SQLite reads, and nonsense is none', () => {
    restore();
    const file = new PageFile(path, PAGE);
    const chunks = [...file.records()].filter((values) => Buffer.isBuffer(values[3]));
    file.close();
    const db = openReadOnly(path);
    const expected = db.allRaw<Record<string, unknown>>('SELECT run_id, name, chunk, data FROM column_chunk');
    db.close();
    const keyOf = (values: readonly unknown[]): string => values.slice(0, 3).join();
    const sorted = (rows: unknown[][]): unknown[][] => rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    expect(sorted(chunks)).toEqual(sorted(expected.map((row) => Object.values(row))));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const values = recordValues(Buffer.from(bytes));
        expect(values === null || values.length < bytes.length).toBe(true);
      }),
      { seed: 78, numRuns: 2000 },
    );
  });
});
