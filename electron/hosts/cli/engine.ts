// The engine in process, with jobs awaited and their progress on stderr.
import { copyFileSync, existsSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { EngineClient } from '../../../shared/contract/index.ts';
import { AppError, fromErrorData } from '../../../shared/errors.ts';
import type { ErrorData } from '../../../shared/errors.ts';
import type { Job } from '../../../shared/model/job.ts';
import { createEngine } from '../../engine/index.ts';
import { engineInit } from '../places.ts';

export interface CliEngine {
  readonly client: EngineClient;
  /** Starts a job and waits for its end. @throws AppError of the job */
  readonly finish: (started: Promise<{ readonly jobId: string }>) => Promise<unknown>;
  /** @throws AppError SRC-UNREADABLE, SRC-NOT-A-FILE */
  readonly file: (path: string) => Promise<string>;
  readonly target: (path: string) => Promise<string>;
  /** Opens a project. @throws AppError PROJECT-… */
  readonly project: (path: string) => Promise<void>;
  /** Opens a project, or makes it when there is none; true when it was made. @throws AppError PROJECT-… */
  readonly makeProject: (path: string) => Promise<boolean>;
  /** Closes the open project and removes its file: one that this command made and could not fill. */
  readonly dropProject: (path: string) => Promise<void>;
  /** Makes what the app's window remembers about files known here: a copy, so that nothing there changes. */
  readonly takeLayouts: () => void;
  readonly now: () => Date;
  readonly close: () => Promise<void>;
}

const DEFAULT_SEED = 4127;

/** A misspelt path is the commonest slip here, and deserves better than "not a file". Links are the engine's to judge. */
function existing(path: string): string {
  try {
    lstatSync(path);
  } catch {
    throw new AppError('SRC-UNREADABLE', { file: basename(path) });
  }
  return resolve(path);
}

function showProgress(job: Job): void {
  if (!process.stderr.isTTY || job.state !== 'running') return;
  process.stderr.write(`\r${job.kind} ${job.progress.phase} ${Math.round(job.progress.share * 100)} %   `);
}

export async function openEngine(): Promise<CliEngine> {
  // Recent projects belong to the app's window; the command line leaves no traces of its own.
  const dataDir = mkdtempSync(join(tmpdir(), 'clientela-'));
  const { dataDir: appDir, resourcesDir, threads, now } = engineInit(process.env);
  const clock = () => (now === null ? new Date() : new Date(now));
  const engine = await createEngine({ dataDir, resourcesDir, threads, clock, seed: DEFAULT_SEED });
  const { client } = engine;
  const news = new AbortController();
  const ended = new Map<string, Job>();
  const waiting = new Map<string, (job: Job) => void>();
  const watch = async (): Promise<void> => {
    for await (const event of await client.events.watch(undefined, { signal: news.signal })) {
      if (event.type !== 'job') continue;
      const job = event.job as Job;
      showProgress(job);
      if (job.state !== 'done' && job.state !== 'failed' && job.state !== 'cancelled') continue;
      ended.set(job.id, job);
      waiting.get(job.id)?.(job);
    }
  };
  void watch().catch(() => undefined);
  await new Promise((started) => setImmediate(started)); // the watch is listening before the first job starts
  const endOf = (jobId: string): Promise<Job> => {
    const job = ended.get(jobId);
    return job ? Promise.resolve(job) : new Promise((done) => waiting.set(jobId, done));
  };
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await engine.close();
    news.abort();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const stillOpen = (): void => {
    if (closing) throw new AppError('JOB-CANCELLED');
  };
  const target = async (path: string) => (await engine.registerTarget(resolve(path))).handle;
  return {
    client,
    finish: async (started) => {
      const job = await endOf((await started).jobId);
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      if (job.state === 'done') return job.result;
      throw job.error ? fromErrorData(job.error as ErrorData) : new AppError('JOB-CANCELLED');
    },
    file: async (path) => (await engine.registerFile(existing(path))).handle,
    target,
    project: async (path) => {
      stillOpen();
      await engine.openProject(resolve(path));
    },
    makeProject: async (path) => {
      stillOpen();
      if (existsSync(path)) {
        await engine.openProject(resolve(path));
        return false;
      }
      const name = basename(path).replace(/\.clientela$/, '');
      await client.project.create({ target: await target(path), name, locale: 'en', currency: 'EUR' });
      return true;
    },
    dropProject: async (path) => {
      await client.project.close();
      rmSync(path, { force: true });
    },
    takeLayouts: () => {
      const kept = join(appDir, 'layouts.json');
      if (existsSync(kept)) copyFileSync(kept, join(dataDir, 'layouts.json'));
    },
    now: clock,
    close: () => (closing ??= close()),
  };
}
