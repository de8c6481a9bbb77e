// The table of a source with a million records: how long a view takes in the engine, and whether scrolling keeps up in a
// real Chromium. `npm run bench -- table [RECORDS]`, after `npm run build`. Frames are drawn by software here: a window
// with a graphics card does better.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InputOf } from '../../shared/contract/index.ts';
import { startEngine } from '../support/engine.ts';
import { writeLongCsv } from './longCsv.ts';
import { scrollFrames } from './scrollFrames.ts';

type View = NonNullable<InputOf<'sources.rows'>['view']>;

const PAGE_ROWS = 200;
const LATER_PAGES = 40;
const records = Number(process.argv[2] ?? '1000000');
const cli = fileURLToPath(new URL('../../out/node/cli.js', import.meta.url));
if (!existsSync(cli)) {
  console.error('The app is not built: npm run build');
  process.exit(1);
}
const dir = mkdtempSync(join(tmpdir(), 'clientela-bench-'));
const project = join(dir, 'long.clientela');
const csv = join(dir, 'long.csv');
const line = (name: string, value: string): void => console.log(`${name.padEnd(44)}${value}`);
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

const WHOLE: View = { filters: [], match: 'all', search: '', sort: [] };
const by = (position: number, descending = false): View => ({ ...WHOLE, sort: [{ position, descending }] });
const VIEWS: readonly (readonly [string, View])[] = [
  ["in the file's order", WHOLE],
  ['sorted by a number', by(5)],
  ['sorted by a text of three spellings', by(6)],
  ['sorted by a text of 83,000 spellings', by(2)],
  ['sorted by a text of its own per record', by(0, true)],
  [
    'filter: one of two texts',
    { ...WHOLE, filters: [{ op: 'oneOf', position: 3, texts: ['Shoes', 'Bags'] }] },
  ],
  ['filter: a range of numbers', { ...WHOLE, filters: [{ op: 'between', position: 5, from: 100, to: 200 }] }],
  ['full text search: “c10500”', { ...WHOLE, search: 'c10500' }],
  ['full text search: “web”', { ...WHOLE, search: 'web' }],
];

async function timeViews(): Promise<void> {
  const one = await startEngine({ clock: () => new Date() });
  await one.open(project);
  const [source] = await one.client.sources.list(undefined);
  if (!source) throw new Error('nothing was imported');
  await one.client.sources.rows({ sourceId: source.id, view: WHOLE, offset: 0, limit: 1 }); // the thread starts
  const page = async (view: View, offset: number): Promise<readonly [number, number]> => {
    const began = performance.now();
    const { total } = await one.client.sources.rows({ sourceId: source.id, view, offset, limit: PAGE_ROWS });
    return [performance.now() - began, total];
  };
  line('', 'first page; later pages anywhere: median, worst');
  for (const [name, view] of VIEWS) {
    const [first, total] = await page(view, 0);
    const later: number[] = [];
    for (let at = 1; at <= LATER_PAGES && total > PAGE_ROWS; at++) {
      const offset = Math.floor(((at * 0.618) % 1) * (total - PAGE_ROWS));
      later.push((await page(view, offset))[0]);
    }
    const times = sorted(later);
    const rest =
      times.length === 0 ? '' : `; ${ms(times[times.length >> 1] ?? NaN)}, ${ms(times.at(-1) ?? NaN)}`;
    line(name, `${ms(first)}${rest} (${total} rows)`);
  }
  await one.close();
}

await writeLongCsv(csv, records, 0, true);
const { status, stderr } = spawnSync(process.execPath, [cli, 'import', project, csv, '--json'], {
  encoding: 'utf8',
});
if (status !== 0) throw new Error(stderr);
rmSync(csv);
line('table: records × columns', `${records} × 12`);
await timeViews();
line('', 'frames; over 16.7 ms + 10 %; worst; work of one: median, 95 %');
for (const { name, frames, work } of await scrollFrames(project, dir)) {
  const late = frames.filter((frame) => frame > 16.7 * 1.1).length;
  const share = ((100 * late) / frames.length).toFixed(1);
  const costs = sorted(work);
  const at = (quantile: number): string => ms(costs[Math.floor((costs.length - 1) * quantile)] ?? 0);
  line(name, `${frames.length}; ${share} %; ${ms(Math.max(...frames))}; ${at(0.5)}, ${at(0.95)}`);
}
rmSync(dir, { recursive: true, force: true });
