// Asks the engine about every file of the wizard: first as detected (with the settings changed by hand), then, where
// columns were edited, again with those columns, so that the preview is what the import will do.
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Inspection } from '../../../shared/model/inspection.ts';
import { asAppError, useAsk, useAskNow } from '../../data/index.ts';
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
const questionOf = ({ overrides, edits, layout }: FileDraft): string =>
  JSON.stringify([overrides, edits, layout]);

async function inspect(ask: Ask, draft: FileDraft, signal: AbortSignal): Promise<Inspection> {
  const { file, overrides, edits, layout } = draft;
  const question = { file: file.handle, overrides, ...(layout === 'none' ? {} : { layout }) };
  const detected = await ask('sources.inspect', question, signal);
  if (Object.keys(edits).length === 0) return detected;
  const columns = [...mappingOf(detected.columns, edits)];
  const edited = await ask('sources.inspect', { ...question, columns }, signal);
  // A column that is handed in counts as remembered; the reasons of its detection say more.
  const reasons = new Map(
    detected.columns.map((one) => [one.position, { reasons: one.reasons, confidence: one.confidence }]),
  );
  return {
    ...edited,
    columns: edited.columns.map((column) => ({ ...column, ...reasons.get(column.position) })),
  };
}

/** One entry per draft, by its id. A draft that changes is asked again; the older question is cancelled. */
export function useInspections(drafts: readonly FileDraft[]): ReadonlyMap<string, Inspected> {
  const ask = useAskNow();
  // Whether a file is known depends on the project's imports: it is asked again when they change.
  const { dataUpdatedAt: importsAt, isFetched } = useAsk('sources.list', undefined);
  const asked = useRef(new Map<string, Asking>());
  const [answers, setAnswers] = useState<ReadonlyMap<string, Inspected>>(new Map());

  useEffect(() => {
    if (!isFetched) return;
    const put = (id: string, change: (now: Inspected) => Inspected): void =>
      setAnswers((now) => new Map(now).set(id, change(now.get(id) ?? PENDING)));
    for (const draft of drafts) {
      const { id } = draft;
      const question = `${importsAt} ${questionOf(draft)}`;
      const before = asked.current.get(id);
      if (before?.question === question) continue;
      before?.stop.abort();
      const asking: Asking = { question, stop: new AbortController() };
      asked.current.set(id, asking);
      put(id, (now) => ({ ...now, busy: true }));
      const current = (): boolean => asked.current.get(id) === asking;
      inspect(ask, draft, asking.stop.signal).then(
        (inspection) => current() && put(id, () => ({ inspection, error: null, busy: false })),
        (reason: unknown) =>
          current() && put(id, (now) => ({ ...now, error: asAppError(reason), busy: false })),
      );
    }
  }, [ask, drafts, importsAt, isFetched]);

  return answers;
}
