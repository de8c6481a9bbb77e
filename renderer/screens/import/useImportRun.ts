// Imports the wizard's files one after another. A failed file does not stop the next; Cancel stops the running job
// and leaves out the rest, and what is already in stays in.
import { useRef, useState } from 'react';
import { z } from 'zod';
import type { ImportInput } from '../../../shared/contract/sources.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Job } from '../../../shared/model/job.ts';
import { RecordCounts } from '../../../shared/model/source.ts';
import { asAppError, useCommand, useJob, useJobs } from '../../data/index.ts';

export interface RunItem {
  readonly id: string;
  readonly fileName: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  readonly records: RecordCounts | null;
  readonly error: AppError | null;
}

export interface ImportRun {
  readonly items: readonly RunItem[];
  readonly running: boolean;
  /** Of the file being imported, 0..1. */
  readonly share: number;
  /** Resolves with the ids of the files that are in. */
  readonly start: (files: readonly ImportFile[]) => Promise<readonly string[]>;
  readonly cancel: () => void;
  readonly clear: () => void;
}

export interface ImportFile {
  /** The draft's. */
  readonly id: string;
  readonly fileName: string;
  readonly input: ImportInput;
}

const Result = z.object({ records: RecordCounts });

const isActive = (job: Job): boolean =>
  job.kind === 'sources.import' && (job.state === 'running' || job.state === 'waiting');

/** The run of one wizard; see `ImportRun`. */
export function useImportRun(): ImportRun {
  const job = useJob('sources.import');
  const cancelJob = useCommand('jobs.cancel');
  const active = useJobs().find(isActive);
  const [items, setItems] = useState<readonly RunItem[]>([]);
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);

  const note = (id: string, change: Partial<RunItem>): void =>
    setItems((now) => now.map((item) => (item.id === id ? { ...item, ...change } : item)));

  const importOne = async ({ id, input }: ImportFile): Promise<boolean> => {
    if (stopped.current) {
      note(id, { state: 'stopped' });
      return false;
    }
    note(id, { state: 'running' });
    try {
      const { records } = Result.parse(await job.mutateAsync(input));
      note(id, { state: 'done', records });
      return true;
    } catch (reason) {
      const error = asAppError(reason);
      note(id, error.code === 'JOB-CANCELLED' ? { state: 'stopped' } : { state: 'failed', error });
      return false;
    }
  };
  const start = async (files: readonly ImportFile[]): Promise<readonly string[]> => {
    stopped.current = false;
    setItems(
      files.map(({ id, fileName }) => ({
        id,
        fileName,
        state: 'waiting',
        records: null,
        error: null,
      })),
    );
    setRunning(true);
    const imported: string[] = [];
    for (const file of files) if (await importOne(file)) imported.push(file.id);
    setRunning(false);
    return imported;
  };
  const cancel = (): void => {
    stopped.current = true;
    if (active) cancelJob.mutate({ jobId: active.id });
  };
  return { items, running, share: active?.progress.share ?? 0, start, cancel, clear: () => setItems([]) };
}
