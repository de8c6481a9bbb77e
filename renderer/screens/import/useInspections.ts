// Asks the engine about every file of the wizard: first as detected (with the settings changed by hand), then, where
// columns were edited, again with those columns, so that the preview is what the import will do.
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Inspection } from '../../../shared/model/source.ts';
import { asAppError, useAskNow } from '../../data/index.ts';
import { type FileDraft, mappingOf } from './draft.ts';

export interface Inspected {
  /** The newest answer; stays on screen while a newer one is on its way. */
  readonly inspection: Inspection | null;
  readonly error: AppError | null;
  readonly busy: boolean;
}

type Ask = ReturnType<typeof useAskNow>;
interface Asking {
  readonly question: string;
  readonly stop: AbortController;
}

const PENDING: Inspected = { inspection: null, error: null, busy: true };
const questionOf = ({ overrides, edits }: FileDraft): string => JSON.stringify([overrides, edits]);

async function inspect(ask: Ask, draft: FileDraft, signal: AbortSignal): Promise<Inspection> {
  const { file, overrides, edits } = draft;
  const detected = await ask('sources.inspect', { file: file.handle, overrides }, signal);
  if (Object.keys(edits).length === 0) return detected;
  const columns = [...mappingOf(detected.columns, edits)];
  const edited = await ask('sources.inspect', { file: file.handle, overrides, columns }, signal);
  // A column that is handed in counts as remembered; the reasons of its detection say more.
  const reasons = new Map(
    detected.columns.map((one) => [one.position, { reasons: one.reasons, confidence: one.confidence }]),
  );
  return {
    ...edited,
    columns: edited.columns.map((column) => ({ ...column, ...reasons.get(column.position) })),
  };
}

/** One entry per draft, by file handle. A draft that changes is asked again; the older question is cancelled. */
export function useInspections(drafts: readonly FileDraft[]): ReadonlyMap<string, Inspected> {
  const ask = useAskNow();
  const asked = useRef(new Map<string, Asking>());
  const [answers, setAnswers] = useState<ReadonlyMap<string, Inspected>>(new Map());

  useEffect(() => {
    const put = (handle: string, change: (now: Inspected) => Inspected): void =>
      setAnswers((now) => new Map(now).set(handle, change(now.get(handle) ?? PENDING)));
    for (const draft of drafts) {
      const { handle } = draft.file;
      const question = questionOf(draft);
      const before = asked.current.get(handle);
      if (before?.question === question) continue;
      before?.stop.abort();
      const asking: Asking = { question, stop: new AbortController() };
      asked.current.set(handle, asking);
      put(handle, (now) => ({ ...now, busy: true }));
      const current = (): boolean => asked.current.get(handle) === asking;
      inspect(ask, draft, asking.stop.signal).then(
        (inspection) => current() && put(handle, () => ({ inspection, error: null, busy: false })),
        (reason: unknown) =>
          current() && put(handle, (now) => ({ ...now, error: asAppError(reason), busy: false })),
      );
    }
  }, [ask, drafts]);

  return answers;
}
