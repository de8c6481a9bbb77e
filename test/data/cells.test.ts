// Every text file of the real data, read in both ways.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspectFile } from '../../electron/engine/files/index.ts';
import { carefully, fast, hashOfValue } from '../unit/files/bothWays.ts';

const data = process.env['CLIENTELA_DATA'] ?? '';

test('the fast way is the careful one for every text file', async () => {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' })
    .map((name) => join(data, name))
    .filter((path) => statSync(path).isFile());
  let compared = 0;
  for (const path of files) {
    const inspection = await inspectFile(path, {}).catch(() => null);
    if (inspection === null || inspection.settings.format !== 'csv') continue;
    const one = await fast(path, inspection.settings, inspection.columns);
    const other = await carefully(path, inspection.settings, inspection.columns);
    expect([path, one.end]).toEqual([path, other.end]);
    expect([path, hashOfValue(one)]).toEqual([path, hashOfValue(other)]);
    compared++;
  }
  expect(compared).toBeGreaterThan(100);
});
