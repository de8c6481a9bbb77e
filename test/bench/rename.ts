// How long a rename takes while a long import runs: p50 and p95. `npm run bench -- rename [RECORDS]`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLongCsv } from './longCsv.ts';

const records = Number(process.argv[2] ?? 1_000_000);
const dir = mkdtempSync(join(tmpdir(), 'clientela-bench-'));
const csv = join(dir, 'long.csv');
await writeLongCsv(csv, records);
const entry = fileURLToPath(new URL('importOnce.ts', import.meta.url));
const answer = execFileSync(process.execPath, [entry, csv, 'rename'], { encoding: 'utf8' });
rmSync(dir, { recursive: true, force: true });

const { renamesMs, totalMs } = JSON.parse(answer) as { renamesMs: number[]; totalMs: number };
const sorted = renamesMs.toSorted((a, b) => a - b);
const at = (share: number): string =>
  `${(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(1)} ms`;
console.log(
  `rename during an import of ${records} records (${(totalMs / 1000).toFixed(1)} s, ${sorted.length} renames)`,
);
console.log(`p50 ${at(0.5)}   p95 ${at(0.95)} (target < 50 ms)   worst ${at(0.9999)}`);
