// Projects of earlier versions: what they held is there after they were opened.
import { describe, expect, test } from 'vitest';
import { createProjectFile, openProjectFile } from '../../electron/engine/db/file.ts';
import { MIGRATIONS } from '../../electron/engine/db/migrate.ts';
import { closeForGood, openWritable } from '../../electron/engine/db/open.ts';
import { chunkStarts, recordsAt } from '../../electron/engine/db/records.ts';
import { everythingIn } from '../support/engineDump.ts';
import { startEngine } from '../support/engine.ts';

const ROWS = 5000;

describe('from version 1', () => {
  test('rows in tables become packed columns with the same text, unfinished ones go', async () => {
    const one = await startEngine();
    const path = one.path('Old.clientela');
    createProjectFile(path, MIGRATIONS.slice(0, 1));
    const old = openWritable(path);
    old.exec(`INSERT INTO run VALUES (1, 'import', 'done', 'hash', '2026-01-01', '{}', '{"asOf":"2025-12-31"}'),
      (2, 'import', 'running', 'hash', '2026-01-01', '{}', '{}');
      INSERT INTO source VALUES (5, 'Customers', 'customers', 1);
      CREATE TABLE rows_1 (n INTEGER PRIMARY KEY, record INTEGER NOT NULL, line INTEGER NOT NULL, c0 TEXT, c2 TEXT) STRICT;
      CREATE TABLE rows_2 (n INTEGER PRIMARY KEY, record INTEGER NOT NULL, line INTEGER NOT NULL, c0 TEXT) STRICT;`);
    old.transaction(() => {
      for (let n = 1; n <= ROWS; n++)
        old.runRaw('INSERT INTO rows_1 VALUES (?, ?, ?, ?, ?)', n, n, n + 1, `Ж${n}`, n % 2 ? null : '');
    });
    closeForGood(old);

    const project = openProjectFile(path);
    expect(chunkStarts(project.read, 1)).toEqual([0, 4096]);
    expect(recordsAt(project.read, 1, [0, 2], [0, 1, 4096, 4999])).toEqual([
      { record: 1, line: 2, cells: ['Ж1', null] },
      { record: 2, line: 3, cells: ['Ж2', ''] },
      { record: 4097, line: 4098, cells: ['Ж4097', null] },
      { record: 5000, line: 5001, cells: ['Ж5000', ''] },
    ]);
    project.close();
    const tables = everythingIn(path);
    expect(tables['snapshot']).toEqual([{ id: 1, source_id: 5, run_id: 1, as_of: '2025-12-31' }]);
    expect(Object.keys(tables).filter((name) => name.startsWith('rows_'))).toEqual([]);
    await one.close();
  });
});
