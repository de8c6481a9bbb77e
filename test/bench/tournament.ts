// The tournament on the sample project: 5 methods × k = 2 … 8, 40 resamples each, two threads; and its first board.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createEngine } from '../../electron/engine/index.ts';
import type { EngineClient } from '../../shared/contract/index.ts';
import { TOURNAMENT_METHODS } from '../../shared/model/tournament.ts';
import { finish, watchJobs } from '../support/engine.ts';

const THREADS = 2;
const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));

/** Milliseconds of all processors; the compute threads are part of this process. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function firstBoard(client: EngineClient, from: number): Promise<number> {
  while (((await client.tournaments.get())?.entries.length ?? 0) === 0)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return performance.now() - from;
}

async function measure(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'clientela-bench-'));
  const engine = await createEngine({
    dataDir,
    resourcesDir: RESOURCES,
    threads: THREADS,
    clock: () => new Date(),
    seed: 4127,
  });
  const { client } = engine;
  const watch = await watchJobs(client);
  await finish(watch, client.project.sample({ locale: 'en' }));
  if (!(await client.features.get())) await finish(watch, client.features.compute({}));
  const features = (await client.features.get())?.features.filter(({ chosen }) => chosen) ?? [];
  const settings = {
    features: features.map(({ name }) => name),
    methods: [...TOURNAMENT_METHODS],
    from: 2,
    to: 8,
    scales: ['z' as const],
    subsets: ['all' as const],
    logs: true,
    resamples: 40,
    seed: 4127,
    seconds: 600,
  };
  const from = performance.now();
  const cpu = cpuMs();
  const started = client.tournaments.run(settings);
  await started;
  const first = await firstBoard(client, from);
  await finish(watch, started);
  const seconds = (performance.now() - from) / 1_000;
  const board = await client.tournaments.get();
  console.log(
    `${board?.entries.length} solutions of ${board?.customers} customers, ${features.length} features, 40 resamples each: ` +
      `${seconds.toFixed(1)} s on ${THREADS} threads, ${((cpuMs() - cpu) / 1_000).toFixed(1)} s of processor time; ` +
      `first board after ${(first / 1_000).toFixed(2)} s; recommended ${board?.recommended?.entryId}`,
  );
  watch.stop();
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await measure();
