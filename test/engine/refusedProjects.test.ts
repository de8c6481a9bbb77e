// Files that are not opened: each is named by what it is, stays as it was to the byte, and nothing in it is run.
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../electron/engine/db/migrate.ts';
import { closedProject, meddle, patch } from '../support/closedProject.ts';
import { hashOf } from '../support/engineDump.ts';
import { refusalOf, refused, startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

let one: TestEngine;
beforeEach(async () => {
  one = await startEngine();
});
afterEach(() => one.close());

type Case = readonly [
  what: string,
  spoil: (path: string) => void,
  refusal: (file: string) => ReturnType<typeof refused>,
];

/** Opens the spoilt file over another open project and expects nothing to have changed anywhere. */
async function isRefused([, spoil, refusal]: Case): Promise<void> {
  const path = await closedProject(one);
  spoil(path);
  const before = hashOf(path);
  const names = readdirSync(one.dir).filter((name) => name.startsWith('Shop'));
  await one.project('Other');
  const { handle } = await one.engine.registerFile(path);
  expect(await refusalOf(one.client.project.open({ file: handle }))).toEqual(refusal(basename(path)));
  expect(hashOf(path)).toBe(before);
  expect(readdirSync(one.dir).filter((name) => name.startsWith('Shop'))).toEqual(names);
  expect((await one.client.project.current())?.name).toBe('Other');
}

const notOurs =
  (kind: string) =>
  (file: string): ReturnType<typeof refused> =>
    refused('PROJECT-NOT-OURS', { file, kind });

describe('bad input 74: not ours is named by what it is', () => {
  const zip = (inside: string): Buffer =>
    Buffer.from(`PK\u0003\u0004\u0014\u0000\u0000\u0000${inside}`, 'latin1');
  test.each<Case>([
    ['text', (path) => writeFileSync(path, 'Customer,City\n'), notOurs('text')],
    ['an empty file', (path) => writeFileSync(path, ''), notOurs('empty')],
    ['a failed copy', (path) => writeFileSync(path, Buffer.alloc(20_000)), notOurs('zeros')],
    [
      'a picture',
      (path) => writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
      notOurs('PNG'),
    ],
    ['an archive', (path) => writeFileSync(path, zip('notes.txt')), notOurs('ZIP')],
    ['a workbook', (path) => writeFileSync(path, zip('xl/workbook.xml')), notOurs('XLSX')],
    ['other bytes', (path) => writeFileSync(path, Buffer.from([1, 2, 3, 250])), notOurs('unknown')],
    ["another program's database", (path) => meddle(path, 'PRAGMA application_id = 1'), notOurs('database')],
    ['ours without its mark', (path) => patch(path, 68, Buffer.alloc(4)), notOurs('database')],
    ['ten bytes of a database', (path) => truncateSync(path, 10), notOurs('text')],
  ])('%s', (...spoilt) => isRefused(spoilt));

  test('a missing file', async () => {
    expect(await refusalOf(one.open(one.path('Gone.clientela')))).toEqual(
      refused('PROJECT-MISSING', { file: 'Gone.clientela' }),
    );
  });
});

describe('bad input 75: a newer version is refused with both versions', () => {
  test.each<Case>([
    [
      'newer',
      (path) => meddle(path, 'PRAGMA user_version = 900'),
      (file) => refused('PROJECT-NEWER', { file, found: 900, limit: MIGRATIONS.length }),
    ],
  ])('%s', (...spoilt) => isRefused(spoilt));
});

describe('bad input 76: damage is refused', () => {
  const damaged = (file: string): ReturnType<typeof refused> => refused('PROJECT-DAMAGED', { file });
  const pageOf = (path: string): number => readFileSync(path).readUInt16BE(16);
  test.each<Case>([
    ['cut in half', (path) => truncateSync(path, 20_480), damaged],
    ['a page of zeros', (path) => patch(path, 2 * pageOf(path), Buffer.alloc(pageOf(path))), damaged],
    [
      'flipped bits in a page head',
      (path) => patch(path, 3 * pageOf(path), Buffer.from([0x0f, 0xff])),
      damaged,
    ],
    ['a part of ours gone', (path) => meddle(path, 'DROP TABLE reject'), damaged],
  ])('%s', (...spoilt) => isRefused(spoilt));
});

describe('bad input 78: parts that we did not make are refused, and nothing is run', () => {
  const foreign = (kind: string, found: string) => (file: string) =>
    refused('PROJECT-FOREIGN-PART', { file, kind, found });
  test.each<Case>([
    [
      'a view',
      (path) => meddle(path, 'CREATE VIEW customers AS SELECT * FROM source'),
      foreign('view', 'customers'),
    ],
    [
      'a view in the place of a table',
      (path) => meddle(path, 'DROP TABLE reject', `CREATE VIEW reject AS SELECT load_extension('x')`),
      foreign('view', 'reject'),
    ],
    [
      'a trigger under a name like ours',
      (path) =>
        meddle(path, 'CREATE TRIGGER journal_run_insert AFTER INSERT ON run BEGIN DELETE FROM source; END'),
      foreign('trigger', 'journal_run_insert'),
    ],
    [
      'a changed trigger of ours',
      (path) =>
        meddle(
          path,
          'DROP TRIGGER journal_source_insert',
          'CREATE TRIGGER journal_source_insert AFTER INSERT ON source BEGIN DELETE FROM field; END',
        ),
      foreign('trigger', 'journal_source_insert'),
    ],
    [
      'a virtual table',
      (path) => meddle(path, 'CREATE VIRTUAL TABLE words USING fts5(word)'),
      foreign('virtual', 'words'),
    ],
    ['a table more', (path) => meddle(path, 'CREATE TABLE notes (id INTEGER)'), foreign('table', 'notes')],
    [
      'a table of ours that computes',
      (path) =>
        meddle(
          path,
          'DROP TABLE erased',
          `CREATE TABLE erased (hash TEXT PRIMARY KEY, at TEXT NOT NULL DEFAULT (hex(randomblob(9)))) STRICT`,
        ),
      foreign('table', 'erased'),
    ],
    [
      'an index on an expression',
      (path) => meddle(path, 'CREATE INDEX run_kind ON run (upper(kind))'),
      foreign('index', 'run_kind'),
    ],
    [
      'records of version 1 in a later one',
      (path) => meddle(path, 'CREATE TABLE rows_1 (n INTEGER PRIMARY KEY, c0 TEXT) STRICT'),
      foreign('table', 'rows_1'),
    ],
  ])('%s', (...spoilt) => isRefused(spoilt));
});
