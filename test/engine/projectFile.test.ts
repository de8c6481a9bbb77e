// The project file from the outside: what is ours, what is refused (and left as it is, to the byte), who may open it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProjectFile, openProjectFile } from '../../electron/engine/db/file.ts';
import { MIGRATIONS } from '../../electron/engine/db/migrate.ts';
import type { Migration } from '../../electron/engine/db/migrate.ts';
import { closeForGood, openReadOnly, openWritable } from '../../electron/engine/db/open.ts';
import { decisionsOf, everythingIn, hashOf } from '../support/engineDump.ts';
import { refusalOf, refused, startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

let one: TestEngine;
beforeEach(async () => {
  one = await startEngine();
});
afterEach(() => one.close());

/** Changes a closed project by hand. */
function meddle(path: string, ...statements: readonly string[]): void {
  const db = openWritable(path);
  for (const statement of statements) db.exec(statement);
  closeForGood(db);
}

async function closedProject(): Promise<string> {
  const path = await one.project();
  await one.client.project.close();
  return path;
}

describe('a new project', () => {
  test('carries our mark and version in its header and is a single file once closed', async () => {
    const path = await closedProject();
    const header = readFileSync(path);
    expect(header.toString('latin1', 0, 15)).toBe('SQLite format 3');
    expect([header.readUInt32BE(68), header.readUInt32BE(60)]).toEqual([0x434c4e54, MIGRATIONS.length]);
    expect([header[18], header[19]]).toEqual([1, 1]); // rollback journal: opens from a read-only folder
    expect(readdirSync(one.dir).filter((name) => name.startsWith('Shop'))).toEqual(['Shop.clientela']);
  });

  test('is never made over an existing file', async () => {
    writeFileSync(one.path('Taken.clientela'), 'mine');
    const target = await one.target('Taken.clientela');
    const create = one.client.project.create({ target, name: 'x', locale: 'en', currency: 'EUR' });
    expect(await refusalOf(create)).toEqual(refused('PROJECT-EXISTS', { file: 'Taken.clientela' }));
    expect(readFileSync(one.path('Taken.clientela'), 'utf8')).toBe('mine');
  });

  test('two openings at once leave one project open, and nothing locked by the other', async () => {
    const first = await one.project('First');
    const second = await one.project('Second');
    await Promise.all([one.open(first), one.open(second), one.open(first)]);
    expect((await one.client.project.current())?.name).toBe('First');
    expect([existsSync(`${first}.lock`), existsSync(`${second}.lock`)]).toEqual([true, false]);
  });
});

describe('bringing a file to this version', () => {
  const LATEST = MIGRATIONS.length;
  const next: Migration = { version: LATEST + 1, sql: 'ALTER TABLE source ADD COLUMN colour TEXT' };
  const after: Migration = {
    version: LATEST + 2,
    sql: 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT',
  };
  const broken: Migration = {
    version: LATEST + 2,
    sql: 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1)',
  };

  test('a copy first, then step by step; the journal covers the new columns', () => {
    const path = one.path('Old.clientela');
    createProjectFile(path);
    const old = hashOf(path);
    const project = openProjectFile(path, [...MIGRATIONS, next, after]);
    const trigger = project.read.allRaw<{ sql: string }>(
      `SELECT sql FROM sqlite_master WHERE name = 'journal_source_insert'`,
    );
    expect(trigger[0]?.sql).toContain(`'colour', NEW."colour"`);
    project.close();
    expect(everythingIn(path)['extra']).toEqual([]);
    expect(readFileSync(path).readUInt32BE(60)).toBe(LATEST + 2);
    const copy = openReadOnly(`${path}.v${LATEST}-backup`);
    expect(copy.allRaw('PRAGMA user_version')).toEqual([{ user_version: LATEST }]);
    copy.close();
    expect(old).not.toBe(hashOf(path));
  });

  test('a step that fails leaves the version before it, its content and the copy', () => {
    const path = one.path('Old.clientela');
    createProjectFile(path);
    const content = everythingIn(path);
    expect(() => openProjectFile(path, [...MIGRATIONS, next, broken])).toThrow('PROJECT-DAMAGED');
    const stopped = openReadOnly(path);
    expect(stopped.allRaw('PRAGMA user_version')).toEqual([{ user_version: LATEST + 1 }]);
    stopped.close();
    expect(everythingIn(path)).toEqual(content);
    expect(everythingIn(`${path}.v${LATEST}-backup`)).toEqual(content);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test('a file of this version is not copied', () => {
    const path = one.path('Now.clientela');
    createProjectFile(path);
    openProjectFile(path).close();
    expect(readdirSync(one.dir).filter((name) => name.startsWith('Now'))).toEqual(['Now.clientela']);
  });
});

describe('one opener at a time', () => {
  const owner = { host: hostname(), user: userInfo().username };
  const inUse = refused('PROJECT-IN-USE', { owner: `${owner.user} (${owner.host})` });

  test('another engine is refused and told who has it', async () => {
    const path = await one.project();
    const other = await startEngine();
    expect(await refusalOf(other.open(path))).toEqual(inUse);
    await one.client.project.rename({ name: 'Still mine' });
    await one.client.project.close();
    await other.open(path);
    expect((await other.client.project.current())?.name).toBe('Still mine');
    await other.close();
  });

  test('a living process keeps its lock; a dead one loses it', async () => {
    const path = await closedProject();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const lock = JSON.stringify({ ...owner, pid: child.pid, since: 1 });
    writeFileSync(`${path}.lock`, lock);
    expect(await refusalOf(one.open(path))).toEqual(inUse);
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(lock);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await one.open(path);
    expect((await one.client.project.current())?.readOnly).toBe(false);
  });

  test.each([
    ['half written', '{"pid":'],
    ["of a former process with this one's number", JSON.stringify({ ...owner, pid: process.pid, since: 1 })],
  ])('a lock %s is taken over', async (_name, lock) => {
    const path = await closedProject();
    writeFileSync(`${path}.lock`, lock);
    await one.open(path);
    expect((await one.client.project.current())?.name).toBe('Shop');
  });

  test('a lock from another computer is respected', async () => {
    const path = await closedProject();
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: 1, host: 'elsewhere', user: 'ana', since: 1 }));
    expect(await refusalOf(one.open(path))).toEqual(refused('PROJECT-IN-USE', { owner: 'ana (elsewhere)' }));
  });
});

test('work that was cut off is discarded when the project is opened', async () => {
  const path = await closedProject();
  const before = decisionsOf(path);
  meddle(
    path,
    `INSERT INTO run VALUES (7, 'import', 'running', '', '', '{}', '{}')`,
    `INSERT INTO column_chunk VALUES (7, 'value:0', 0, x'00')`,
    `INSERT INTO reject VALUES (7, 1, 1, 2, NULL, NULL, 'MORE-CELLS', '{}', '[]')`,
  );
  await one.open(path);
  const { run, column_chunk: chunks, reject } = everythingIn(path);
  expect({ run, chunks, reject }).toEqual({ run: [], chunks: [], reject: [] });
  expect(decisionsOf(path)).toEqual(before);
});
