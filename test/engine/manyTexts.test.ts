// An import whose columns have more different texts than are numbered in memory: what is stored is the same as with
// room for all, and nothing is left beside the project, also when it is stopped half way.
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readColumn, readStrings } from '../../electron/engine/db/columns.ts';
import { createProjectFile } from '../../electron/engine/db/file.ts';
import { openWritable } from '../../electron/engine/db/open.ts';
import type { WriteDb } from '../../electron/engine/db/open.ts';
import { beginRun } from '../../electron/engine/db/runs.ts';
import { inspectFile } from '../../electron/engine/files/index.ts';
import type { WordLimits } from '../../electron/engine/files/index.ts';
import type { JobContext } from '../../electron/engine/jobs/context.ts';
import { importTarget } from '../../electron/engine/jobs/importTarget.ts';
import { storeRecords } from '../../electron/engine/jobs/storeRecords.ts';
import { mappingOf } from '../../shared/model/mapping.ts';

const FEW: WordLimits = { held: 64, heldBytes: 4096, numbered: 128, pages: 1 };
const ROWS = 150_000;

let dir: string;
let db: WriteDb;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'clientela-many-'));
  const path = join(dir, 'Shop.clientela');
  createProjectFile(path);
  db = openWritable(path);
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

const orderOf = (row: number): string =>
  `#${((row * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')}`;

/** Customers of three shapes: a number behind a letter, the same with spaces around it, a text. Null = missing. */
function customerOf(row: number): string | null {
  const who = (row * 7919) % 50_021;
  if (row % 333 === 0) return null;
  return row % 11 === 0 ? `  K${who} ` : row % 5 === 0 ? `São ${who}` : `K${who}`;
}

/** Some lines have cells too many, so that they are read the careful way. */
function csv(): string {
  const lines = Array.from({ length: ROWS }, (_, row) => {
    const cells = [orderOf(row), `2025-0${1 + (row % 9)}-11`, customerOf(row) ?? 'n/a', row % 97];
    return `${cells.join(',')},${row % 3 ? 'web' : 'shop'}${row % 997 === 0 ? ',,' : ''}`;
  });
  return `Order,Date,Customer,Amount,Channel\n${lines.join('\n')}\n`;
}

const context = (): JobContext => ({
  db,
  now: new Date('2026-03-01T12:00:00.000Z'),
  resourcesDir: '',
  threads: 1,
  signal: { aborted: false },
  cancel: new Int32Array(new SharedArrayBuffer(4)),
  write: (body) => db.transaction(body),
  begun: () => undefined,
  erased: () => undefined,
  kept: () => undefined,
  unfinished: () => undefined,
  seal: () => undefined,
  changed: () => undefined,
});

async function begin(limits?: WordLimits) {
  const path = join(dir, 'orders.csv');
  writeFileSync(path, csv());
  const { settings, columns } = await inspectFile(path, {});
  const target = importTarget(db, { columns: mappingOf(columns) }, 'orders.csv');
  const runId = beginRun(db, 'import', '', settings, '2026-03-01');
  return { runId, target, storing: storeRecords(context(), { path, settings }, runId, target, limits) };
}

async function stored(limits?: WordLimits) {
  const { runId, target, storing } = await begin(limits);
  let step = await storing.next();
  while (!step.done) step = await storing.next();
  const { counts, issues, fileHash } = step.value.summary;
  const columns = target.stored.map(({ name, position }) => {
    const codes = readColumn(db, runId, `code:${position}`, 'int32');
    return {
      name,
      codes: codes && Array.from(codes),
      words: readStrings(db, runId, `dictionary:${position}`),
    };
  });
  return { counts, issues, fileHash, columns };
}

/** Files in the folder that are still open though they have no name there. */
const nameless = (): string[] =>
  (process.platform === 'linux' ? readdirSync('/proc/self/fd') : []).flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.startsWith(dir) && path.endsWith('(deleted)') ? [path] : [];
    } catch {
      return [];
    }
  });

const besides = (): string[] => readdirSync(dir).filter((name) => name.endsWith('.part'));

describe('more texts than are numbered in memory', () => {
  test('get the same codes and dictionaries as with room for all', async () => {
    const all = await stored();
    const few = await stored(FEW);
    const rows = Array.from({ length: ROWS }, (_, row) => row);
    const textsOf = (name: string): unknown[] => {
      const { codes, words } = few.columns.find((column) => column.name === name) ?? {
        codes: null,
        words: [],
      };
      return Array.from(codes ?? [], (code) => words[code]);
    };
    expect(few.counts).toEqual({ read: ROWS, loaded: ROWS, rejected: 0, blank: 0 });
    expect(textsOf('Order')).toEqual(rows.map(orderOf));
    expect(textsOf('Customer')).toEqual(rows.map((row) => customerOf(row)?.trim()));
    expect(few).toEqual(all);
    expect([besides(), nameless()]).toEqual([[], []]);
  });

  test('leave no file behind when the import is stopped half way', async () => {
    const { storing } = await begin(FEW);
    for (let step = 0; step < 100; step++) await storing.next();
    expect([besides(), nameless().length]).toEqual([[], process.platform === 'linux' ? 2 : 0]);
    await storing.return({} as never);
    expect([besides(), nameless()]).toEqual([[], []]);
  });
});
