// How long a workbook takes to read, against two widely used readers in the same run; each reading in its own process.
// Medians of three; `npm run bench -- workbooks [ROWS] [COLUMNS] [ours]`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLongXlsx } from './longXlsx.ts';

const RUNS = 3;
const rows = Number(process.argv[2] ?? 200_000);
const columns = Number(process.argv[3] ?? 12);
const names = process.argv[4] === 'ours' ? ['ours'] : ['ours', 'sheetjs', 'exceljs'];
const dir = mkdtempSync(join(tmpdir(), 'clientela-bench-'));
const path = join(dir, 'long.xlsx');

interface Once {
  readonly rows: number;
  readonly cells: number;
  readonly ms: number;
  readonly peakMb: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Null when the reader died. */
function readOnce(name: string): Once | null {
  const entry = fileURLToPath(new URL('workbookOnce.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [entry, name, path], { encoding: 'utf8' });
  return status === 0 ? (JSON.parse(stdout) as Once) : null;
}

await writeLongXlsx(path, rows, columns);
const mb = Math.round(statSync(path).size / 2 ** 20);
console.log(`xlsx: ${rows} rows × ${columns} columns, ${mb} MB`);
const runs = new Map<string, Once[]>(names.map((name) => [name, []]));
for (let run = 0; run < RUNS; run++) {
  for (const name of names) {
    const once = readOnce(name);
    if (once !== null) runs.get(name)?.push(once);
  }
}
rmSync(dir, { recursive: true, force: true });

const oursMs = median((runs.get('ours') ?? []).map((once) => once.ms));
for (const [name, all] of runs) {
  const [first] = all;
  if (first === undefined) {
    console.log(`${name.padEnd(10)} did not survive`);
    continue;
  }
  const ms = median(all.map((once) => once.ms));
  const peak = Math.round(median(all.map((once) => once.peakMb)));
  const ratio = name === 'ours' ? '' : `, ${(ms / oursMs).toFixed(1)} × ours (target ≥ 3)`;
  const found = `${first.rows} rows, ${first.cells} cells`;
  console.log(`${name.padEnd(10)} ${(ms / 1000).toFixed(2)} s, ${peak} MB peak, ${found}${ratio}`);
}
