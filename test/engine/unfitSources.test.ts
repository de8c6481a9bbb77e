// Files that are no files, that may not be read, that change under our feet, or for which there is no room: refused by
// name at once, and nothing of them is to be seen.
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { driveOf } from '../../electron/engine/diskSpace.ts';
import type { Job } from '../../shared/model/job.ts';
import { everythingIn } from '../support/engineDump.ts';
import { importInput, refusalOf, startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';

const MKFIFO = 'mkfifo';

let one: TestEngine;
beforeEach(async () => {
  one = await startEngine();
});
afterEach(() => one.close());

/** Long enough to be caught in the middle of its import. */
function longCsv(): string {
  const rows = Array.from({ length: 200_000 }, (_, at) => `${at},2025-01-01,K${at % 80},${at % 99}`);
  return `Order,Date,Customer,Amount\n${rows.join('\n')}\n`;
}

describe('bad input 31: a file that changes while it is read', () => {
  test.each([
    ['grows', (path: string) => appendFileSync(path, '9,2025-01-01,K1,5\n')],
    ['is cut off', (path: string) => truncateSync(path, 4_000_000)],
    ['is replaced by one of the same size', (path: string) => writeFileSync(path, longCsv())],
  ])('%s: refused, and nothing is visible', async (_how, change) => {
    const path = await one.project();
    const file = await one.file('long.csv', longCsv());
    const { jobId } = await one.client.sources.import(await importInput(one.client, file, 'long'));
    await one.watch.until(jobId, (job) => job.progress.phase === 'storing' && job.progress.share > 0.05);
    change(one.path('long.csv'));
    const { state, error } = await one.watch.ended(jobId);
    expect([state, error?.code, error?.place]).toEqual(['failed', 'SRC-CHANGED', { file: 'long.csv' }]);
    expect(await one.client.sources.list()).toEqual([]);
    expect(await one.client.history.list()).toEqual([]);
    await one.client.project.close();
    const { run, column_chunk: chunks, reject } = everythingIn(path);
    expect({ run, chunks, reject }).toEqual({ run: [], chunks: [], reject: [] });
  });
});

test('bad input 32: no room for an import is said before it begins, with what is free and needed', async () => {
  const path = await one.project();
  const file = await one.file('huge.csv', 'Customer,City\n1,Vic\n');
  const input = await importInput(one.client, file, 'huge');
  const { bavail, bsize } = statfsSync(one.dir);
  const bytes = Math.floor(bavail * bsize * 0.9);
  truncateSync(one.path('huge.csv'), bytes); // takes no room itself: the rest of it is a hole
  const before = statSync(path).size;
  const { jobId } = await one.client.sources.import(input);
  const { state, error, progress } = (await one.watch.ended(jobId)) as Job;
  const neededMb = Math.ceil(Math.ceil(bytes * 1.5) / 1_048_576);
  const args = { drive: driveOf(path), neededMb, freeMb: expect.any(Number) as number };
  expect([state, error]).toEqual(['failed', { code: 'DISK-FULL', args, place: { file: 'Shop.clientela' } }]);
  expect(progress.phase).not.toBe('storing'); // the file itself was not read
  expect(statSync(path).size).toBe(before);
  expect(await one.client.sources.list()).toEqual([]);
});

const refusedAs = (code: string, file: string) => ({ code, args: { file }, place: {} });

describe('bad input 35: what is no file is refused without being opened', () => {
  /** A path of 4,096 characters, its last folder's name filled up. */
  const longPath = (dir: string): string => join(dir, 'd'.repeat(4096 - dir.length - 1));
  test.each<readonly [string, (dir: string) => string]>([
    ['a folder', (dir) => dir],
    ['a device', () => '/dev/zero'],
    ['a terminal', () => '/dev/tty'],
    ['nothing', (dir) => join(dir, 'CON')],
    ['a path of 4,096 characters', longPath],
    ['a name with a NUL', (dir) => join(dir, 'a\0b.csv')],
    [
      'a pipe that nobody writes to',
      (dir) => {
        execFileSync(MKFIFO, [join(dir, 'pipe.csv')]);
        return join(dir, 'pipe.csv');
      },
    ],
    [
      'a link to itself',
      (dir) => {
        symlinkSync(join(dir, 'loop.csv'), join(dir, 'loop.csv'));
        return join(dir, 'loop.csv');
      },
    ],
    [
      'a link to a device',
      (dir) => {
        symlinkSync('/dev/zero', join(dir, 'endless.csv'));
        return join(dir, 'endless.csv');
      },
    ],
  ])('%s', async (_what, make) => {
    const path = make(one.dir);
    const file = path.split('/').at(-1) ?? '';
    expect(await refusalOf(one.engine.registerFile(path))).toEqual(refusedAs('SRC-NOT-A-FILE', file));
  });

  test('a socket', async () => {
    const path = one.path('socket.csv');
    const server = createServer().listen(path);
    await once(server, 'listening');
    expect(await refusalOf(one.engine.registerFile(path))).toEqual(refusedAs('SRC-NOT-A-FILE', 'socket.csv'));
    server.close();
  });

  test('a file that became a pipe after it was chosen', async () => {
    await one.project();
    const file = await one.file('later.csv', 'Customer,City\n1,Vic\n');
    rmSync(one.path('later.csv'));
    execFileSync(MKFIFO, [one.path('later.csv')]);
    expect(await refusalOf(one.client.sources.inspect({ file, overrides: {} }))).toEqual({
      code: 'SRC-NOT-A-FILE',
      args: { cause: 'SPECIAL' },
      place: { file: 'later.csv' },
    });
  });
});

describe('bad input 36: a file that may not be read', () => {
  const isRoot = process.getuid?.() === 0;
  const NOBODY = 65_534;

  /** The superuser may read anything, so somebody else asks then. */
  async function asked(path: string): Promise<unknown> {
    const dataDir = one.path('reader');
    mkdirSync(dataDir, { recursive: true });
    if (isRoot) chownSync(dataDir, NOBODY, NOBODY);
    chmodSync(one.dir, 0o755);
    const child = fork(fileURLToPath(new URL('../support/fileReader.ts', import.meta.url)), [], {
      execArgv: [],
      env: { READ_FILE: path, READ_DATA: dataDir, READ_AS: isRoot ? String(NOBODY) : '' },
    });
    const [answer] = (await once(child, 'message')) as [unknown];
    await once(child, 'exit');
    return answer;
  }

  test('no permission for the file', async () => {
    writeFileSync(one.path('secret.csv'), 'a,b\n1,2\n', { mode: 0o000 });
    const said = { code: 'SRC-UNREADABLE', args: { cause: 'EACCES' }, place: { file: 'secret.csv' } };
    expect(await asked(one.path('secret.csv'))).toEqual({ registered: 'secret.csv', inspected: said });
  });

  test('no permission for its folder', async () => {
    mkdirSync(one.path('closed'));
    writeFileSync(one.path('closed/secret.csv'), 'a,b\n1,2\n');
    chmodSync(one.path('closed'), 0o000);
    const said = refusedAs('SRC-UNREADABLE', 'secret.csv');
    expect(await asked(one.path('closed/secret.csv'))).toEqual({ registered: said, inspected: null });
    chmodSync(one.path('closed'), 0o755);
  });
});
