// The open project inside the front door: its connections, its reader thread and its jobs.
import { rmSync, statSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import type { JobKind } from '../../shared/model/job.ts';
import type { Job } from '../../shared/model/job.ts';
import { openProjectFile } from './db/file.ts';
import type { OpenProject } from './db/file.ts';
import type { WriteDb } from './db/open.ts';
import { discardRun } from './db/runs.ts';
import { createGate } from './threads/gate.ts';
import type { Gate } from './threads/gate.ts';
import { createJobLane } from './threads/jobLane.ts';
import type { JobEvents, JobLane } from './threads/jobLane.ts';
import { createReaderLane } from './threads/readerLane.ts';
import type { ReaderLane } from './threads/readerLane.ts';

export interface SessionOptions {
  readonly resourcesDir: string;
  readonly threads: number;
  readonly events: Omit<JobEvents, 'onTorn'>;
}

export interface Session {
  readonly project: OpenProject;
  readonly gate: Gate;
  readonly reader: ReaderLane;
  readonly jobs: JobLane;
  readonly startJob: (kind: JobKind, input: unknown) => Job;
  readonly close: () => Promise<void>;
}

/** A full disk or a drive that is gone may refuse even this; what is unfinished is discarded at the next opening. */
function tryToDiscard(db: WriteDb, runId: number): void {
  try {
    discardRun(db, runId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** From here on the 40 MB of the thread that has looked into the file are worth more than the time to start it again. */
const LARGE_BYTES = 16 * 1_048_576;

function isLarge(input: unknown): boolean {
  const { path } = input as { readonly path: string };
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGE_BYTES;
}

/** @throws AppError PROJECT-… as `openProjectFile` does */
export function openSession(path: string, options: SessionOptions): Session {
  const project = openProjectFile(path);
  const gate = createGate();
  const reader = createReaderLane({ projectPath: path, resourcesDir: options.resourcesDir });
  const onTorn: JobEvents['onTorn'] = ({ runIds, files }) => {
    const { write } = project;
    if (write) for (const runId of runIds) tryToDiscard(write, runId);
    for (const file of files) rmSync(file, { force: true });
  };
  const jobs = createJobLane({ ...options.events, onTorn });
  const settings = { projectPath: path, resourcesDir: options.resourcesDir, threads: options.threads, gate };
  return {
    project,
    gate,
    reader,
    jobs,
    startJob: (kind, input) => {
      if (kind === 'sources.import' && isLarge(input)) reader.rest();
      return jobs.start(kind, input, settings);
    },
    close: async () => {
      await jobs.stop();
      await reader.close();
      project.close();
    },
  };
}
