// Reads every file of the wizard to its end, in the background, so that totals are real before the import. A changed
// setting cancels the check under way; the next one starts when the hand has rested.
import { useEffect, useRef, useState } from 'react';
import type { InputOf } from '../../../shared/contract/index.ts';
import { CheckReport } from '../../../shared/model/check.ts';
import { useCommand, useJobs, useStartJob } from '../../data/index.ts';
import { type FileDraft, mappingOf } from './draft.ts';
import type { Inspected } from './useInspections.ts';

export interface Checked {
  /** Null while the check runs, or when it failed. */
  readonly report: CheckReport | null;
  readonly running: boolean;
  /** 0..1 */
  readonly share: number;
}

type CheckInput = InputOf<'sources.check'>;

interface Checking {
  readonly question: string;
  stopped: boolean;
  jobId: string | null;
  timer: ReturnType<typeof setTimeout> | null;
}

const REST_MS = 500;

/** What would be checked; null while the file is being asked about or cannot be read. */
function inputOf({ file, edits }: FileDraft, inspected: Inspected | undefined): CheckInput | null {
  if (!inspected?.inspection || inspected.busy || inspected.error) return null;
  const { settings, columns } = inspected.inspection;
  return { file: file.handle, settings, columns: [...mappingOf(columns, edits)] };
}

/** One report per draft, by its id; kept until the settings or columns change. */
export function useChecks(
  drafts: readonly FileDraft[],
  inspections: ReadonlyMap<string, Inspected>,
): ReadonlyMap<string, Checked> {
  const start = useStartJob();
  const { mutate: cancel } = useCommand('jobs.cancel');
  const jobs = useJobs();
  const checking = useRef(new Map<string, Checking>());
  const [reports, setReports] = useState<
    ReadonlyMap<string, { question: string; report: CheckReport | null }>
  >(new Map());

  useEffect(() => {
    const current = checking.current;
    const stop = (one: Checking | undefined): void => {
      if (!one) return;
      one.stopped = true;
      if (one.timer) clearTimeout(one.timer);
      if (one.jobId) cancel({ jobId: one.jobId });
    };
    const run = async (id: string, one: Checking, input: CheckInput): Promise<void> => {
      const done = (report: CheckReport | null): void => {
        one.jobId = null;
        if (!one.stopped) setReports((now) => new Map(now).set(id, { question: one.question, report }));
      };
      try {
        const { jobId, ended } = await start('sources.check', input);
        one.jobId = jobId;
        if (one.stopped) cancel({ jobId });
        done(CheckReport.parse(await ended));
      } catch {
        done(null); // The import itself will say what is wrong; a check is a convenience.
      }
    };
    for (const [id, one] of current) {
      if (drafts.some((draft) => draft.id === id)) continue;
      stop(one);
      current.delete(id);
    }
    for (const draft of drafts) {
      const input = inputOf(draft, inspections.get(draft.id));
      const before = current.get(draft.id);
      const question = input && JSON.stringify(input);
      if (!input || question === null || before?.question === question) continue;
      stop(before);
      const one: Checking = { question, stopped: false, jobId: null, timer: null };
      one.timer = setTimeout(() => void run(draft.id, one, input), REST_MS);
      current.set(draft.id, one);
    }
  }, [drafts, inspections, start, cancel]);

  useEffect(() => {
    const current = checking.current;
    return () => {
      for (const one of current.values()) {
        one.stopped = true;
        if (one.timer) clearTimeout(one.timer);
        if (one.jobId) cancel({ jobId: one.jobId });
      }
      current.clear();
    };
  }, [cancel]);

  return new Map(
    drafts.map((draft) => {
      const one = checking.current.get(draft.id);
      const found = reports.get(draft.id);
      const input = inputOf(draft, inspections.get(draft.id));
      const fits = found !== undefined && input !== null && found.question === JSON.stringify(input);
      const job = jobs.find(({ id }) => id === one?.jobId);
      const report = fits ? found.report : null;
      return [draft.id, { report, running: !fits, share: job?.progress.share ?? 0 }];
    }),
  );
}
