// What can be read of a damaged project comes over into a new one beside it; the report says what did not.
import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { salvageProject } from '../../electron/engine/db/salvage/salvage.ts';
import { openReadOnly } from '../../electron/engine/db/open.ts';
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
    for (const [at, page] of [...leavesOf('column_chunk').entries()].filter(([at]) => at % 4 === 0)) {
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
    for (let page = 2; page <= pages; page += 3) {
      patch(path, (page - 1) * PAGE, Buffer.from([0x5a, 0xff, 0xff, 0xff, 0xff]));
      const outcome = outcomeOf(shop.path(`Page${page}.clientela`));
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      patch(path, (page - 1) * PAGE, sound.subarray((page - 1) * PAGE, page * PAGE));
    }
    // The list of tables takes a few pages; without it there is nothing to go by.
    const { saved: whole = 0, 'SALVAGE-NOTHING': nothing = 0, ...others } = outcomes;
    // The few pages that say which sources there are, and how their columns are called, stand for all records.
    const unsourced = Object.entries(others).filter(([outcome]) => !/^saved( |$)/.test(outcome));
    expect(unsourced).toEqual([]);
    expect(Object.values(others).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3);
    expect(nothing).toBeLessThanOrEqual(4);
    expect(whole).toBeGreaterThan(20);
  });
});
