// An engine in process on a folder of its own, with the short cuts that its tests need.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ORPCError } from '@orpc/client';
import { createEngine } from '../../electron/engine/index.ts';
import type { Engine, EngineOptions } from '../../electron/engine/index.ts';
import type { EngineClient, InputOf } from '../../shared/contract/index.ts';
import { fromErrorData } from '../../shared/errors.ts';
import type { ErrorData } from '../../shared/errors.ts';
import type { EngineEvent, Job } from '../../shared/model/job.ts';
import { mappingOf } from '../../shared/model/mapping.ts';
import type { ClusterSettings } from '../../shared/model/segmentation.ts';
import type { ColumnMapping } from '../../shared/model/source.ts';
import { customersCsv, ordersCsv, surveyCsv } from './engineData.ts';

export const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));
export const NOW = new Date('2026-03-01T12:00:00.000Z');
export const SEED = 4127;

/** What a call rejected with: `{code, args, place}` of the AppError that it carries. */
export async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'APP') return error.data;
    if (error instanceof ORPCError) return error.code;
    if (error instanceof Error && 'args' in error) {
      const { code, args, place } = error as unknown as ErrorData;
      return { code, args, place };
    }
    throw error;
  }
  throw new Error('nothing was refused');
}

/** A refusal without arguments. */
export const refused = (code: ErrorData['code'], args: ErrorData['args'] = {}): ErrorData => ({
  code,
  args,
  place: {},
});

export interface JobWatch {
  /** All news since the watch began. */
  readonly events: readonly EngineEvent[];
  /** Resolves with the job as it ended. */
  readonly ended: (jobId: string) => Promise<Job>;
  /** Resolves with the first news of the job that fits. */
  readonly until: (jobId: string, fits: (job: Job) => boolean) => Promise<Job>;
  readonly stop: () => void;
}

const isOver = ({ state }: Job): boolean => state === 'done' || state === 'failed' || state === 'cancelled';

/** Follows `events.watch` of any client. */
export async function watchJobs(client: EngineClient): Promise<JobWatch> {
  const news = new AbortController();
  const events: EngineEvent[] = [];
  const listeners = new Set<() => void>();
  const stream = await client.events.watch(undefined, { signal: news.signal });
  const follow = async (): Promise<void> => {
    for await (const event of stream) {
      events.push(event);
      for (const listener of Array.from(listeners)) listener();
    }
  };
  void follow().catch(() => undefined);
  await new Promise((listening) => setImmediate(listening));
  const until = (jobId: string, fits: (job: Job) => boolean): Promise<Job> =>
    new Promise((resolve) => {
      let seen = 0;
      const look = (): void => {
        while (seen < events.length) {
          const event = events[seen++];
          if (event?.type !== 'job' || event.job.id !== jobId || !fits(event.job as Job)) continue;
          listeners.delete(look);
          resolve(event.job as Job);
          return;
        }
      };
      listeners.add(look);
      look();
    });
  return { events, until, ended: (jobId) => until(jobId, isOver), stop: () => news.abort() };
}

/** Waits for a started job and hands out its result. @throws AppError of the job */
export async function finish(
  watch: JobWatch,
  started: Promise<{ readonly jobId: string }>,
): Promise<unknown> {
  const job = await watch.ended((await started).jobId);
  if (job.state === 'done') return job.result;
  throw fromErrorData((job.error ?? { code: 'JOB-CANCELLED', args: {}, place: {} }) as ErrorData);
}

export interface TestEngine {
  readonly engine: Engine;
  readonly client: EngineClient;
  readonly watch: JobWatch;
  readonly dir: string;
  readonly path: (name: string) => string;
  /** Writes a file and hands out its handle. */
  readonly file: (name: string, text: string | Uint8Array) => Promise<string>;
  readonly target: (name: string) => Promise<string>;
  readonly finish: (started: Promise<{ readonly jobId: string }>) => Promise<unknown>;
  /** Makes and opens `NAME.clientela`; returns its path. */
  readonly project: (name?: string) => Promise<string>;
  readonly open: (path: string) => Promise<void>;
  /** Imports with what is proposed, changed per column name. */
  readonly add: (name: string, text: string, change?: ImportChange) => Promise<ImportAnswer>;
  readonly close: () => Promise<void>;
}

export interface ImportChange {
  readonly kind?: InputOf<'sources.import'>['kind'];
  readonly columns?: Readonly<Record<string, Partial<ColumnMapping>>>;
}

export interface ImportAnswer {
  readonly sourceId: number;
  readonly runId: number;
  readonly records: {
    readonly read: number;
    readonly loaded: number;
    readonly rejected: number;
    readonly blank: number;
  };
}

/** The import input for a file that is already registered: what is proposed, with changes. */
export async function importInput(
  client: EngineClient,
  file: string,
  name: string,
  change: ImportChange = {},
): Promise<InputOf<'sources.import'>> {
  const { settings, kind, columns } = await client.sources.inspect({ file, overrides: {} });
  const mapping = mappingOf(columns).map((column) => ({ ...column, ...change.columns?.[column.name] }));
  return { file, name, kind: change.kind ?? kind, settings, columns: mapping };
}

export async function startEngine(options: Partial<EngineOptions> = {}): Promise<TestEngine> {
  const dir = mkdtempSync(join(tmpdir(), 'clientela-engine-'));
  const dataDir = join(dir, 'data');
  mkdirSync(dataDir);
  const engine = await createEngine({
    dataDir,
    resourcesDir: RESOURCES,
    threads: 1,
    clock: () => NOW,
    seed: SEED,
    ...options,
  });
  const { client } = engine;
  const watch = await watchJobs(client);
  const path = (name: string): string => join(dir, name);
  const file = async (name: string, text: string | Uint8Array): Promise<string> => {
    writeFileSync(path(name), text);
    return (await engine.registerFile(path(name))).handle;
  };
  const target = async (name: string): Promise<string> => (await engine.registerTarget(path(name))).handle;
  const done = (started: Promise<{ readonly jobId: string }>): Promise<unknown> => finish(watch, started);
  return {
    engine,
    client,
    watch,
    dir,
    path,
    file,
    target,
    finish: done,
    project: async (name = 'Shop') => {
      const handle = await target(`${name}.clientela`);
      await client.project.create({ target: handle, name, locale: 'en', currency: 'EUR' });
      return path(`${name}.clientela`);
    },
    open: (projectPath) => engine.openProject(projectPath),
    add: async (name, text, change) => {
      const handle = await file(name, text);
      const input = await importInput(client, handle, name, change);
      return (await done(client.sources.import(input))) as ImportAnswer;
    },
    close: async () => {
      watch.stop();
      await engine.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The hand-made shop: customers, orders and survey imported. */
export async function startShop(options: Partial<EngineOptions> = {}): Promise<TestEngine> {
  const shop = await startEngine(options);
  await shop.project();
  await shop.add('customers.csv', customersCsv());
  await shop.add('orders.csv', ordersCsv());
  await shop.add('survey.csv', surveyCsv());
  return shop;
}

export const TWO_SEGMENTS: ClusterSettings = {
  method: 'kmeans',
  features: ['frequency', 'monetary'],
  k: 2,
  scale: 'z',
  logs: false,
  seed: SEED,
};

/** Clusters the shop in two and uses that. */
export async function segmented(shop: TestEngine, settings: ClusterSettings = TWO_SEGMENTS): Promise<number> {
  const result = (await shop.finish(shop.client.segmentations.run(settings))) as { segmentationId: number };
  await shop.client.segmentations.activate(result);
  return result.segmentationId;
}
