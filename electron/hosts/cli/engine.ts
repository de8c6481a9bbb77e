// The engine in process, with jobs awaited and their progress on stderr.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ORPCError } from '@orpc/client';
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
  readonly file: (path: string) => Promise<string>;
  readonly target: (path: string) => Promise<string>;
  /** Opens the project, or makes it when it is not there and `create` is set. */
  readonly project: (path: string, create?: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

const DEFAULT_SEED = 4127;

/** What the contract throws, as the AppError that it carries. */
export function remoteError(error: unknown): unknown {
  return error instanceof ORPCError && error.code === 'APP' ? fromErrorData(error.data as ErrorData) : error;
}

function showProgress(job: Job): void {
  if (!process.stderr.isTTY || job.state !== 'running') return;
  process.stderr.write(`\r${job.kind} ${job.progress.phase} ${Math.round(job.progress.share * 100)} %   `);
}

export async function openEngine(): Promise<CliEngine> {
  // Recent projects belong to the app's window; the command line leaves no traces of its own.
  const dataDir = mkdtempSync(join(tmpdir(), 'clientela-'));
  const { resourcesDir, threads, now } = engineInit(process.env);
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
  return {
    client,
    finish: async (started) => {
      const job = await endOf((await started).jobId);
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      if (job.state === 'done') return job.result;
      throw job.error ? fromErrorData(job.error as ErrorData) : new AppError('JOB-CANCELLED');
    },
    file: async (path) => (await engine.registerFile(resolve(path))).handle,
    target: async (path) => (await engine.registerTarget(resolve(path))).handle,
    project: async (path, create = false) => {
      if (existsSync(path) || !create) return engine.openProject(resolve(path));
      const { handle } = await engine.registerTarget(resolve(path));
      const name = path.replace(/^.*[\\/]/, '').replace(/\.clientela$/, '');
      await client.project.create({ target: handle, name, locale: 'en', currency: 'EUR' });
    },
    close: async () => {
      await engine.close();
      news.abort();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
