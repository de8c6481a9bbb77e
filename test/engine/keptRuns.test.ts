// Derived results that nobody asks for any more leave the project file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProjectFile, openProjectFile } from '../../electron/engine/db/file.ts';
import { beginRun, discardOrphans, finishRun } from '../../electron/engine/db/runs.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'clientela-runs-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('of the searches for duplicates the newest five stay', () => {
  const path = join(dir, 'Shop.clientela');
  createProjectFile(path);
  const project = openProjectFile(path);
  const db = project.write;
  if (!db) throw new Error('the project is read-only');
  const made = Array.from({ length: 8 }, (_, n) => {
    const runId = beginRun(db, 'duplicates', `sources ${n}`, {}, '2026-03-01T12:00:00.000Z');
    finishRun(db, runId, { pairs: n });
    return runId;
  });
  discardOrphans(db);
  const left = db.allRaw<{ id: number }>('SELECT id FROM run ORDER BY id').map(({ id }) => id);
  expect(left).toEqual(made.slice(-5));
  project.close();
});
