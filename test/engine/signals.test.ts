// The engine process ends as it does when memory runs out, is stopped like a sleeping computer's, or loses its host:
// what was saved is there, and it goes on.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openProjectFile } from '../../electron/engine/db/file.ts';
import { readName } from '../../electron/engine/db/settings.ts';
import type { FromEngine } from '../../electron/engine/wire.ts';
import { entryUrl } from '../../electron/engine/threads/entry.ts';
import { createEngineProcess } from '../../electron/hosts/engineProcess.ts';
import type { EngineProcess } from '../../electron/hosts/engineProcess.ts';
import type { EngineClient } from '../../shared/contract/index.ts';
import { importInput, NOW, RESOURCES, SEED, watchJobs } from '../support/engine.ts';
import { connect as connectTo } from '../support/processClient.ts';

let dir: string;
let engine: EngineProcess<never>;
let children: ChildProcess[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'clientela-signals-'));
  mkdirSync(join(dir, 'data'));
  children = [];
  engine = createEngineProcess<never>({
    launch: () => {
      const child = fork(fileURLToPath(entryUrl('process', import.meta.url)), [], {
        serialization: 'advanced',
        execArgv: [],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      children.push(child);
      return {
        send: (message) => {
          if (child.connected) child.send(message, (error) => void error);
        },
        onMessage: (listener) => child.on('message', (message) => listener(message as FromEngine)),
        onParcel: () => undefined,
        onExit: (listener) => child.once('exit', listener),
        kill: () => void child.kill('SIGKILL'),
      };
    },
    init: {
      dataDir: join(dir, 'data'),
      resourcesDir: RESOURCES,
      threads: 1,
      seed: SEED,
      now: NOW.toISOString(),
    },
    now: () => performance.now(),
    tell: () => undefined,
  });
});
afterEach(async () => {
  await engine.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function connect(): Promise<EngineClient> {
  await engine.ready();
  return connectTo(engine);
}

const path = (): string => join(dir, 'Shop.clientela');

async function shop(): Promise<EngineClient> {
  await engine.ready();
  const { handle: target } = await engine.registerTarget(path());
  const client = await connect();
  await client.project.create({ target, name: 'Shop', locale: 'en', currency: 'EUR' });
  return client;
}

describe('bad input 82: the engine process', () => {
  // A process whose memory runs out ends by SIGABRT (its own) or SIGKILL (the system's).
  test.each(['SIGABRT', 'SIGSEGV'] as const)('ends by %s: the project is back as saved', async (signal) => {
    const first = await shop();
    await first.project.rename({ name: 'Saved just before' });
    children[0]?.kill(signal);
    await once(children[0] as ChildProcess, 'exit');
    const second = await connect();
    const project = await second.project.current();
    expect(project && [project.name, project.readOnly, project.cautions]).toEqual([
      'Saved just before',
      false,
      [],
    ]);
    await second.history.undo();
    expect((await second.project.current())?.name).toBe('Shop');
    expect(children).toHaveLength(2);
  });

  test('is stopped and goes on: questions are answered late, nothing is lost, a cancel works', async () => {
    const client = await shop();
    const watch = await watchJobs(client);
    const rows = Array.from({ length: 400_000 }, (_, at) => `${at},2025-01-01,K${at % 80},${at % 99}`);
    writeFileSync(join(dir, 'long.csv'), `Order,Date,Customer,Amount\n${rows.join('\n')}\n`);
    const { handle } = await engine.registerFile(join(dir, 'long.csv'));
    const { jobId } = await client.sources.import(await importInput(client, handle, 'long'));
    await watch.until(jobId, (job) => job.progress.phase === 'storing');
    children[0]?.kill('SIGSTOP');
    const renamed = client.project.rename({ name: 'While it slept' });
    const early = await Promise.race([renamed.then(() => 'answered'), wait(1000, 'silent')]);
    expect(early).toBe('silent');
    children[0]?.kill('SIGCONT');
    await renamed;
    await client.jobs.cancel({ jobId });
    expect((await watch.ended(jobId)).state).toBe('cancelled');
    const project = await client.project.current();
    expect(project && [project.name, project.sources]).toEqual(['While it slept', 0]);
    expect(children).toHaveLength(1);
  });

  test('loses its host: it closes the project and ends', async () => {
    const client = await shop();
    await client.project.rename({ name: 'Last words' });
    const [child] = children;
    const gone = once(child as ChildProcess, 'exit');
    child?.disconnect();
    await gone;
    await engine.stop();
    const project = openProjectFile(path());
    expect(readName(project.read)).toBe('Last words');
    project.close();
  });
});
