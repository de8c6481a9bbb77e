// A full disk, a used-up quota, a file that was taken away: the last save is intact, and it is said which drive, how
// much is free and how much is needed.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProjectFile, openProjectFile } from '../../electron/engine/db/file.ts';
import { openReadOnly } from '../../electron/engine/db/open.ts';
import { driveOf } from '../../electron/engine/diskSpace.ts';
import { AppError } from '../../shared/errors.ts';
import { refused } from '../support/engine.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'clientela-full-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const SCRIPT = fileURLToPath(new URL('../support/fullDisk.ts', import.meta.url));

/** Of util-linux, on every Linux. */
const UNSHARE = 'unshare';
const PRLIMIT = 'prlimit';

/** A drive of 24 MB of our own, in a name space of our own, as root or as a user who may have one. */
function onSmallDrive(flags: string): unknown {
  const drive = join(dir, 'drive');
  const elsewhere = join(dir, 'elsewhere');
  for (const folder of [drive, elsewhere]) mkdirSync(folder, { recursive: true });
  const run = `mount -t tmpfs -o size=24m none "$1" && exec "$2" "$3" "$1" "$4"`;
  const args = [flags, 'sh', '-c', run, 'sh', drive, process.execPath, SCRIPT, elsewhere];
  return JSON.parse(execFileSync(UNSHARE, args, { encoding: 'utf8' }));
}

const canMount = (flags: string): boolean =>
  spawnSync(UNSHARE, [flags, 'sh', '-c', `mount -t tmpfs none "$1"`, 'sh', tmpdir()]).status === 0;

describe('bad input 80: no room', () => {
  const flags = ['-m', '-Urm'].find(canMount);

  test('on a real drive that fills up: nothing saved is lost, and work goes on when there is room', () => {
    if (flags === undefined) {
      console.warn('A small drive cannot be mounted here; the next test stands for it.');
      return;
    }
    const error = {
      code: 'DISK-FULL',
      args: { drive: join(dir, 'drive'), freeMb: 0, neededMb: expect.any(Number) as number },
      place: { file: 'Shop.clientela' },
    };
    expect(onSmallDrive(flags)).toEqual({
      imported: ['failed', error],
      rename: error,
      during: ['Saved', 1, 80],
      after: ['Goes on', 1, 80],
      history: ['project.rename', 'project.rename', 'sources.import'],
    });
  });

  test('SQLite may not make the file longer: named, rolled back, and saved as before', () => {
    const path = join(dir, 'Limited.clientela');
    createProjectFile(path);
    const project = openProjectFile(path);
    const db = project.write;
    if (!db) throw new Error('not writable');
    db.exec(`INSERT INTO setting VALUES ('name', '"before"')`);
    const [pages] = db.allRaw<{ page_count: number }>('PRAGMA page_count');
    db.allRaw(`PRAGMA max_page_count = ${(pages?.page_count ?? 0) + 2}`);
    const fill = (): void =>
      db.transaction(() => {
        db.exec(`UPDATE setting SET value = '"after"' WHERE id = 'name'`);
        db.runRaw(`INSERT INTO column_chunk VALUES (1, 'x', 0, zeroblob(100000))`);
      });
    let error: unknown;
    try {
      fill();
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof AppError)) throw error;
    const { code, args, place } = error;
    expect({ code, args, place }).toEqual({
      code: 'DISK-FULL',
      args: { drive: driveOf(path), freeMb: expect.any(Number) as number, neededMb: 16 },
      place: { file: 'Limited.clientela' },
    });
    expect(db.allRaw('SELECT value FROM setting')).toEqual([{ value: '"before"' }]);
    project.close();
  });

  test('the quota is used up: the write fails, what was saved is there', () => {
    const path = join(dir, 'Quota.clientela');
    createProjectFile(path);
    const script = `
      import { openProjectFile } from ${JSON.stringify(new URL('../../electron/engine/db/file.ts', import.meta.url).href)};
      const project = openProjectFile(process.argv[1]);
      project.write.exec("INSERT INTO setting VALUES ('name', '1')");
      let said = null;
      try {
        for (let n = 0; n < 9; n++) project.write.runRaw("INSERT INTO column_chunk VALUES (?, 'x', 0, zeroblob(400000))", n);
      } catch (error) {
        said = { code: error.code, args: error.args, place: error.place };
      }
      console.log(JSON.stringify([said, project.read.allRaw('SELECT value FROM setting')]));
      process.exit(0);`;
    const node = [process.execPath, '--input-type=module', '-e', script, path];
    const out = execFileSync(PRLIMIT, ['--fsize=1000000', ...node], { encoding: 'utf8' });
    expect(JSON.parse(out)).toEqual([
      refused('PROJECT-UNREACHABLE', { file: 'Quota.clientela' }),
      [{ value: '1' }],
    ]);
    const after = openProjectFile(path); // a process that died full is cleared up after
    expect(after.read.allRaw('SELECT value FROM setting')).toEqual([{ value: '1' }]);
    after.close();
  });

  test('the file is taken away while it is open: the next change says so, and what was saved is in it', () => {
    const path = join(dir, 'Pulled.clientela');
    createProjectFile(path);
    const project = openProjectFile(path);
    project.write?.exec(`INSERT INTO setting VALUES ('name', '1')`);
    const taken = join(dir, 'Taken.clientela');
    for (const suffix of ['', '-wal']) renameSync(path + suffix, taken + suffix);
    // Its own connections still hold the file; whoever opens it anew finds nothing.
    const reader = (): unknown => openReadOnly(path);
    expect(reader).toThrow(new AppError('PROJECT-UNREACHABLE', { file: 'Pulled.clientela' }));
    for (const suffix of ['', '-wal']) renameSync(taken + suffix, path + suffix);
    project.close();
    const after = openProjectFile(path);
    expect(after.read.allRaw('SELECT value FROM setting')).toEqual([{ value: '1' }]);
    after.close();
  });
});
