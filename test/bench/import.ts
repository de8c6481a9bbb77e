// How long an import takes against `sqlite3 .import` of the same file, and how much memory it needs.
// Medians of three; `npm run bench -- import [RECORDS]`.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLongCsv } from './longCsv.ts';

const RUNS = 3;
const records = Number(process.argv[2] ?? 1_000_000);
const dir = mkdtempSync(join(tmpdir(), 'clientela-bench-'));
const csv = join(dir, 'long.csv');

interface Once {
  readonly storedMs: number;
  readonly totalMs: number;
  /** Before the import, with all threads loaded. */
  readonly restingMb: number;
  readonly peakMb: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

function ours(): Once {
  const entry = fileURLToPath(new URL('importOnce.ts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [entry, csv], { encoding: 'utf8' })) as Once;
}

/** Null when the program is not there (Debian: package `sqlite3`). */
function theirsMs(): number | null {
  const db = join(dir, 'peer.db');
  rmSync(db, { force: true });
  const began = performance.now();
  const done = spawnSync('sqlite3', [db, '.mode csv', `.import ${csv} t`]);
  return done.error ? null : performance.now() - began;
}

await writeLongCsv(csv, records);
const own: Once[] = [];
const peer: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const ms = theirsMs();
  if (ms !== null) peer.push(ms);
  own.push(ours());
}
rmSync(dir, { recursive: true, force: true });

const storedMs = median(own.map((one) => one.storedMs));
const line = (name: string, value: string): void => console.log(`${name.padEnd(34)}${value}`);
line('import: records × columns', `${records} × 7`);
line('records stored', `${(storedMs / 1000).toFixed(2)} s`);
line('with the features of all customers', `${(median(own.map((one) => one.totalMs)) / 1000).toFixed(2)} s`);
line(
  'memory before, and at its peak',
  `${Math.round(median(own.map((one) => one.restingMb)))} MB, ${Math.round(median(own.map((one) => one.peakMb)))} MB`,
);
if (peer.length === 0)
  console.log('sqlite3 is not installed (Debian: apt-get install sqlite3), so there is no ratio.');
else {
  line('sqlite3 .import', `${(median(peer) / 1000).toFixed(2)} s`);
  line('ratio (target ≤ 1.3)', (storedMs / median(peer)).toFixed(2));
}
