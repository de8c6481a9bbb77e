// What lies beside a project after a crash: its own journal is applied, a foreign one never, a missing one is told.
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { marksOf } from '../../electron/engine/db/companions.ts';
import { openProjectFile } from '../../electron/engine/db/file.ts';
import { openWritable } from '../../electron/engine/db/open.ts';
import { closedProject, patch } from '../support/closedProject.ts';
import { hashOf } from '../support/engineDump.ts';
import { refusalOf, refused, startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

let one: TestEngine;
let crashed: string;
beforeEach(async () => {
  one = await startEngine();
  crashed = one.path('Crashed.clientela');
});
afterEach(() => one.close());

test('bad input 77: an open project notes in its lock which files are its own', async () => {
  const path = await one.project();
  const { files } = JSON.parse(readFileSync(`${path}.lock`, 'utf8')) as { files: unknown };
  expect(files).toEqual(marksOf(path));
  expect(marksOf(path).wal).toMatch(/^\d+:\d+$/);
});

/** A process that ended without closing: the file, its journals and its lock, as they lay on the disk. */
async function crash(from: string, to: string, name: string): Promise<void> {
  const project = openProjectFile(from);
  project.write?.runRaw(`UPDATE setting SET value = '"${name}"' WHERE id = 'name'`);
  for (const suffix of ['', '-wal', '.lock']) copyFileSync(from + suffix, to + suffix);
  project.close();
  // Its owner is gone, and the files are where it had them.
  const lock = JSON.parse(readFileSync(`${to}.lock`, 'utf8')) as { files: unknown };
  const gone = { ...lock, pid: 2 ** 22 + 1, files: marksOf(to) };
  writeFileSync(`${to}.lock`, JSON.stringify(gone));
}

const foreign = (suffix: string) =>
  refused('PROJECT-FOREIGN-JOURNAL', {
    file: 'Crashed.clientela',
    found: `Crashed.clientela${suffix}`,
  });

/** Refused, and neither the file nor what lies beside it was touched. */
async function isRefused(suffix: '-wal' | '-journal'): Promise<void> {
  const before = [hashOf(crashed), hashOf(crashed + suffix)];
  expect(await refusalOf(one.open(crashed))).toEqual(foreign(suffix));
  expect([hashOf(crashed), hashOf(crashed + suffix)]).toEqual(before);
}

describe('bad input 77: journals', () => {
  test('its own is applied: what was saved before the crash is there', async () => {
    await crash(await closedProject(one), crashed, 'Saved last');
    await one.open(crashed);
    const project = await one.client.project.current();
    expect(project && [project.name, project.cautions]).toEqual(['Saved last', []]);
  });

  test('missing: opened as it was before, and told', async () => {
    await crash(await closedProject(one), crashed, 'Saved last');
    rmSync(`${crashed}-wal`);
    await one.open(crashed);
    const project = await one.client.project.current();
    expect(project?.name).toBe('Shop');
    expect(project?.cautions).toEqual([
      { code: 'journal-missing', detail: 'Crashed.clientela-wal', at: expect.any(String) as string },
    ]);
    await one.client.project.close();
    await one.open(crashed);
    expect((await one.client.project.current())?.cautions).toEqual([]); // in order since
  });

  test('beside a file that was closed properly: a backup was put in the place of the crashed file', async () => {
    const path = await closedProject(one);
    await crash(path, crashed, 'Saved last');
    copyFileSync(path, crashed);
    await isRefused('-wal');
  });

  test('exchanged: of another project that crashed as well', async () => {
    await crash(await closedProject(one), crashed, 'Saved last');
    const other = one.path('Other-crashed.clientela');
    await crash(await closedProject(one, 'Other'), other, 'Another');
    renameSync(`${other}-wal`, `${crashed}-wal`);
    await isRefused('-wal');
  });

  test("another program's", async () => {
    await crash(await closedProject(one), crashed, 'Saved last');
    rmSync(`${crashed}.lock`);
    const db = openWritable(one.path('notes.db'), true);
    db.exec(
      'CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT); INSERT INTO notes VALUES (1, zeroblob(9000))',
    );
    copyFileSync(one.path('notes.db-wal'), `${crashed}-wal`);
    db.close();
    await isRefused('-wal');
  });

  test('with other pages', async () => {
    await crash(await closedProject(one), crashed, 'Saved last');
    rmSync(`${crashed}.lock`);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(1024);
    patch(`${crashed}-wal`, 8, size);
    await isRefused('-wal');
  });

  test('moved with its project to another folder, it is still its own', async () => {
    await crash(await closedProject(one), crashed, 'Saved last');
    const moved = one.path('Moved.clientela');
    for (const suffix of ['', '-wal', '.lock']) copyFileSync(crashed + suffix, moved + suffix);
    await one.open(moved);
    expect((await one.client.project.current())?.name).toBe('Saved last');
  });

  test('a rollback journal of another database is not rolled back into ours', async () => {
    copyFileSync(await closedProject(one), crashed);
    const journal = Buffer.alloc(512 + 4 + 4096 + 4);
    journal.write('d9d505f920a163d7', 'hex');
    journal.writeUInt32BE(1, 8);
    journal.writeUInt32BE(30, 16);
    journal.writeUInt32BE(512, 20);
    journal.writeUInt32BE(4096, 24);
    journal.writeUInt32BE(3, 512); // our own journal only ever holds page 1
    writeFileSync(`${crashed}-journal`, journal);
    await isRefused('-journal');
  });

  test('one that is not hot is nothing', async () => {
    copyFileSync(await closedProject(one), crashed);
    writeFileSync(`${crashed}-journal`, Buffer.alloc(4096));
    await one.open(crashed);
    expect((await one.client.project.current())?.name).toBe('Shop');
    await one.client.project.rename({ name: 'Goes on' });
    await one.client.project.close();
    expect(existsSync(`${crashed}-wal`)).toBe(false);
  });
});
