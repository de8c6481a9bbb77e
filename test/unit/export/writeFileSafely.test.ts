// The whole file or nothing, and never over something else.
import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { driveOf } from '../../../electron/engine/diskSpace.ts';
import { writeFileSafely, type WriteOptions } from '../../../electron/engine/export/writeFileSafely.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function refusal(path: string, options?: WriteOptions): Promise<unknown> {
  const error = await writeFileSafely(path, ['x'], options).catch((thrown: unknown) => thrown);
  return error instanceof AppError ? [error.code, error.args['reason']] : error;
}

describe('writeFileSafely', () => {
  test('writes text and bytes, and leaves one file', async () => {
    const path = join(folder, 'plan.csv');
    expect(await writeFileSafely(path, ['é\r\n', new Uint8Array([65, 66])])).toEqual({ bytes: 6 });
    expect(await readFile(path, 'utf8')).toBe('é\r\nAB');
    expect(await readdir(folder)).toEqual(['plan.csv']);
  });

  test('bad input 83: refuses an existing file until the person agreed', async () => {
    const path = join(folder, 'plan.csv');
    await writeFile(path, 'old');
    expect(await refusal(path)).toEqual(['EXPORT-TARGET', 'exists']);
    expect(await readFile(path, 'utf8')).toBe('old');
    await writeFileSafely(path, ['new'], { replace: true });
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  test('bad input 83: refuses the project by name, letter case, companion, link and hard link', async () => {
    const projectFile = join(folder, 'shop.clientela');
    await writeFile(projectFile, 'project');
    await symlink(projectFile, join(folder, 'soft'));
    await link(projectFile, join(folder, 'hard'));
    for (const name of [
      'shop.clientela',
      'SHOP.CLIENTELA',
      'shop.clientela-wal',
      'shop.clientela.lock',
      'soft',
      'hard',
    ]) {
      expect([name, await refusal(join(folder, name), { projectFile, replace: true })]).toEqual([
        name,
        ['EXPORT-TARGET', 'project'],
      ]);
    }
    expect(await readFile(projectFile, 'utf8')).toBe('project');
  });

  test('bad input 83: refuses folders, reserved names, devices, missing folders, relative and climbing paths', async () => {
    await mkdir(join(folder, 'inner'));
    expect(await refusal(join(folder, 'inner'), { replace: true })).toEqual(['EXPORT-TARGET', 'folder']);
    expect(await refusal(`${folder}/inner/`)).toEqual(['EXPORT-TARGET', 'folder']);
    expect(await refusal(join(folder, 'CON.csv'))).toEqual(['EXPORT-TARGET', 'reserved']);
    expect(await refusal('/dev/null', { replace: true })).toEqual(['EXPORT-TARGET', 'reserved']);
    expect(await refusal(join(folder, 'none', 'a.csv'))).toEqual(['EXPORT-TARGET', 'missing']);
    expect(await refusal('plan.csv')).toEqual(['EXPORT-TARGET', 'other']);
    expect(await refusal(`${folder}/inner/../a.csv`)).toEqual(['EXPORT-TARGET', 'other']);
    expect(await refusal(join(folder, 'x'.repeat(253)))).toEqual(['EXPORT-TARGET', 'other']);
    expect(await readdir(folder)).toEqual(['inner']);
  });

  test('a full disk is named and leaves the old file as it was', async () => {
    const path = join(folder, 'plan.csv');
    await writeFile(path, 'old');
    async function* filling() {
      yield 'x'.repeat(3_000_000);
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    }
    const error = await writeFileSafely(path, filling(), { replace: true }).catch(
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof AppError)) throw error;
    expect({
      ...error.args,
      freeMb: typeof error.args['freeMb'],
      code: error.code,
      place: error.place,
    }).toEqual({
      code: 'DISK-FULL',
      drive: driveOf(folder),
      neededMb: 3,
      freeMb: 'number',
      place: { file: 'plan.csv' },
    });
    expect(await readdir(folder)).toEqual(['plan.csv']);
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  test('a cancelled source leaves nothing, and its error comes through', async () => {
    const cancelled = new AppError('JOB-CANCELLED');
    function* chunks() {
      yield 'a';
      throw cancelled;
    }
    const error = await writeFileSafely(join(folder, 'a.csv'), chunks()).catch((thrown: unknown) => thrown);
    expect(error).toBe(cancelled);
    expect(await readdir(folder)).toEqual([]);
  });

  test('the left-over of a crash does not stand in the way', async () => {
    const path = join(folder, 'a.csv');
    await writeFile(`${path}.part`, 'half');
    await writeFileSafely(path, ['whole']);
    expect(await readdir(folder)).toEqual(['a.csv']);
    expect(await readFile(path, 'utf8')).toBe('whole');
  });
});
