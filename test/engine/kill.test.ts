// The engine process is killed in the middle of an import, by the hardest signal: what was acknowledged is there
// when it has started again, and of the import there is nothing.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { entryUrl } from '../../electron/engine/threads/entry.ts';
import { createEngineProcess } from '../../electron/hosts/engineProcess.ts';
import type { EngineChild, EngineProcess } from '../../electron/hosts/engineProcess.ts';
import { forkEngine } from '../../electron/hosts/loopback/fork.ts';
import { everythingIn } from '../support/engineDump.ts';
import { importInput, NOW, RESOURCES, SEED, watchJobs } from '../support/engine.ts';
import { customersCsv } from '../support/engineData.ts';
import { connect } from '../support/processClient.ts';

const dir = mkdtempSync(join(tmpdir(), 'clientela-kill-'));
let engine: EngineProcess<never> | null = null;
afterEach(async () => {
  await engine?.stop();
  rmSync(dir, { recursive: true, force: true });
});

test('bad input 82: SIGKILL during an import', async () => {
  mkdirSync(join(dir, 'data'));
  const children: EngineChild<never>[] = [];
  const told: string[] = [];
  engine = createEngineProcess<never>({
    launch: () => {
      const child = forkEngine(entryUrl('process', import.meta.url));
      children.push(child);
      return child;
    },
    init: {
      dataDir: join(dir, 'data'),
      resourcesDir: RESOURCES,
      threads: 1,
      seed: SEED,
      now: NOW.toISOString(),
    },
    now: () => performance.now(),
    tell: (event) => told.push(event),
  });
  const path = join(dir, 'Shop.clientela');
  const file = async (name: string, text: string): Promise<string> => {
    writeFileSync(join(dir, name), text);
    return (await (engine as EngineProcess<never>).registerFile(join(dir, name))).handle;
  };
  const first = await connect(engine);
  const watch = await watchJobs(first);
  const { handle: target } = await engine.registerTarget(path);
  await first.project.create({ target, name: 'Shop', locale: 'en', currency: 'EUR' });
  const customers = await file('customers.csv', customersCsv());
  const { jobId } = await first.sources.import(await importInput(first, customers, 'customers'));
  expect((await watch.ended(jobId)).state).toBe('done');

  const records = Array.from({ length: 300_000 }, (_, at) => `${at},2025-01-01,K${at % 80},${at % 99}`);
  const long = await file('long.csv', `Order,Date,Customer,Amount\n${records.join('\n')}\n`);
  const importing = await first.sources.import(await importInput(first, long, 'long'));
  await watch.until(importing.jobId, (job) => job.progress.phase === 'storing' && job.progress.share > 0.3);
  await first.project.rename({ name: 'Saved just before' });
  children[0]?.kill();
  await expect(first.sources.list()).rejects.toThrow(); // a question on its way is refused, not left hanging

  await engine.ready();
  expect([told, children.length]).toEqual([['restarted'], 2]);
  const second = await connect(engine);
  const project = await second.project.current();
  expect(project && [project.name, project.sources, project.customers, project.readOnly]).toEqual([
    'Saved just before',
    1,
    80,
    false,
  ]);
  expect((await second.history.list()).map((entry) => entry.label)).toEqual([
    'project.rename',
    'sources.import',
  ]);
  expect(await second.jobs.list()).toEqual([]);
  const tables = everythingIn(path);
  const runs = (tables['run'] ?? []) as { id: number; kind: string; status: string }[];
  expect(runs.map(({ id, kind, status }) => [id, kind, status])).toEqual([
    [1, 'import', 'done'],
    [2, 'features', 'done'],
  ]);
  const owners = ((tables['column_chunk'] ?? []) as { run_id: number }[]).map((chunk) => chunk.run_id);
  expect(new Set(owners)).toEqual(new Set([1, 2]));
  await second.history.undo();
  expect((await second.project.current())?.name).toBe('Shop');
});
