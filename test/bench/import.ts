// How long an import takes against `sqlite3 .import` of the same file, how much memory it needs, how long commands and a
// cancel take meanwhile. Both in turn, and the median of the rounds' ratios. `npm run bench -- import [RECORDS]`, `-- import --large` for ten million,
// `-- import --huge` for the peak memory alone with a file of 2 GB.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { peakOfBuilt } from './builtPeak.ts';
import { writeLongCsv } from './longCsv.ts';

const CANCELS = 3;
const LARGE = 10_000_000;
/** Four million records with a note of 450 letters each. */
const HUGE = { records: 4_000_000, note: 450 };
const [given = '1000000'] = process.argv.slice(2);
const records = given === '--large' ? LARGE : Number(given);
/** Of a million records a single round's ratio is off by a third on a machine that does other work, too. */
const ROUNDS = records > 2_000_000 ? 3 : 7;
const dir = mkdtempSync(join(tmpdir(), 'clientela-bench-'));
const csv = join(dir, 'long.csv');

interface Once {
  readonly storedMs: number;
  /** Of all threads of the engine, user and system. */
  readonly storedCpuMs: number;
  readonly totalMs: number;
  readonly renamesMs: readonly number[];
  readonly cancelMs: number | null;
}
interface Peer {
  readonly ms: number;
  readonly cpuMs: number;
}

const line = (name: string, value: string): void => console.log(`${name.padEnd(44)}${value}`);
const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? NaN;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

function ours(mode = ''): Once {
  const entry = fileURLToPath(new URL('importOnce.ts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [entry, csv, mode], { encoding: 'utf8' })) as Once;
}

/** Null when the program is not there (Debian: package `sqlite3`). The shell's `times` tells the CPU time of its children. */
function theirs(): Peer | null {
  const db = join(dir, 'peer.db');
  rmSync(db, { force: true });
  const script = 'sqlite3 "$0" ".mode csv" ".import $1 t" && times';
  const began = performance.now();
  const { status, stdout } = spawnSync('sh', ['-c', script, db, csv], { encoding: 'utf8' });
  const ms = performance.now() - began;
  if (status !== 0) return null;
  const spent = (stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g);
  return { ms, cpuMs: [...spent].reduce((sum, [, m, s]) => sum + 60_000 * Number(m) + 1000 * Number(s), 0) };
}

/** The import of a text file starts no process besides its own, so the peak of that one is all. */
async function huge(): Promise<void> {
  await writeLongCsv(csv, HUGE.records, HUGE.note);
  const bytes = statSync(csv).size;
  const began = performance.now();
  const peak = peakOfBuilt(csv, dir);
  line('import: records × columns', `${HUGE.records} × 8, ${(bytes / 1e6).toFixed(0)} MB`);
  line('built engine, import and features', seconds(performance.now() - began));
  line('its peak memory', peak === null ? 'not built: npm run build' : `${peak.toFixed(0)} MB`);
  rmSync(dir, { recursive: true, force: true });
}

if (given === '--huge') {
  await huge();
  process.exit();
}
await writeLongCsv(csv, records);
const own: Once[] = [];
const peers: Peer[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const peer = theirs();
  if (peer !== null) peers.push(peer);
  own.push(ours());
}
const renames = sorted(ours('rename').renamesMs);
const cancels = Array.from({ length: CANCELS }, () => ours('cancel').cancelMs ?? NaN);
const peakMb = peakOfBuilt(csv, dir);
const bytes = statSync(csv).size;
rmSync(dir, { recursive: true, force: true });

const storedMs = median(own.map((one) => one.storedMs));
const storedCpuMs = median(own.map((one) => one.storedCpuMs));
const totalMs = median(own.map((one) => one.totalMs));
const at = (share: number): string =>
  `${(renames[Math.min(renames.length - 1, Math.floor(share * renames.length))] ?? NaN).toFixed(1)} ms`;
line('import: records × columns', `${records} × 7, ${(bytes / 1e6).toFixed(0)} MB`);
line('records stored (wall, CPU of all threads)', `${seconds(storedMs)}, ${seconds(storedCpuMs)}`);
line('features of all customers after that', seconds(totalMs - storedMs));
if (peers.length === 0) console.log('sqlite3 is not installed (Debian: apt-get install sqlite3): no ratio.');
else {
  const peerMs = median(peers.map((peer) => peer.ms));
  const peerCpuMs = median(peers.map((peer) => peer.cpuMs));
  line('sqlite3 .import (wall, CPU)', `${seconds(peerMs)}, ${seconds(peerCpuMs)}`);
  const ratios = (of: (own: Once, peer: Peer) => number): string => {
    const each = own.map((one, round) => of(one, peers[round] ?? { ms: NaN, cpuMs: NaN }));
    const range = `${Math.min(...each).toFixed(2)} to ${Math.max(...each).toFixed(2)}`;
    return `${median(each).toFixed(2)} (${ROUNDS} rounds: ${range})`;
  };
  const wall = ratios((one, peer) => one.storedMs / peer.ms);
  line('ratio of wall time (target ≤ 1.3)', wall);
  line(
    'ratio of CPU time',
    ratios((one, peer) => one.storedCpuMs / peer.cpuMs),
  );
}
line('rename meanwhile: p50, p95 (≤ 30 ms), worst', `${at(0.5)}, ${at(0.95)}, ${at(0.9999)}`);
line('cancel half way (≤ 200 ms), three times', cancels.map((ms) => `${ms.toFixed(0)} ms`).join(', '));
line(
  'peak memory of the built engine',
  peakMb === null ? 'not built: npm run build' : `${peakMb.toFixed(0)} MB (import and features)`,
);
